import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A failure that is not Copydesk's: a file that is not there, a value that makes no sense. The message is for people. */
export class UserError extends Error {}

/** Nothing can be written to standard output any more, so that there is no use in going on. */
export class OutputError extends UserError {}

/** Reads a whole file. Throws a {@link UserError} that says why it could not. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return explained(path, () => readFile(path));
}

/** A file as it was at some time: where it really is, and what the system says of its content. Plain data. */
export interface FileState {
  /** Its place, links followed. */
  readonly real: string;
  /** Changes whenever its content is written or replaced: number, size and times. */
  readonly version: string;
  readonly size: number;
  /** Devices and pipes are not, and have no size. */
  readonly isPlain: boolean;
}

/** Looks at a file. */
export async function stateOf(path: string, real: string): Promise<FileState> {
  return explained(path, async () => {
    const status = await stat(real, { bigint: true });
    const { ino, size, mtimeNs, ctimeNs } = status;
    const version = [ino, size, mtimeNs, ctimeNs].join(' ');
    return { real, version, size: Number(size), isPlain: status.isFile() };
  });
}

/**
 * New content for a file, all or nothing: it is written to a new file beside the old one, which then takes its name.
 * Mode and, behind a symbolic link, the link stay. All of it throws a {@link UserError} where the file is not what was
 * read any more, or is somewhere else, may not be written, or is no plain file; nothing is left beside it then.
 */
export class Replacement {
  readonly #path: string;
  readonly #state: FileState;
  readonly #temporary: string;
  readonly #mode: number;
  readonly #handle: FileHandle;

  private constructor(path: string, state: FileState, temporary: string, mode: number, handle: FileHandle) {
    this.#path = path;
    this.#state = state;
    this.#temporary = temporary;
    this.#mode = mode;
    this.#handle = handle;
  }

  /** @param state of the file when it was read */
  static async begin(path: string, state: FileState): Promise<Replacement> {
    return explained(path, async () => {
      const { mode } = await plainFile(path, state.real);
      const temporary = beside(state.real);
      return new Replacement(path, state, temporary, mode, await open(temporary, 'wx', 0o600));
    });
  }

  async write(content: Uint8Array): Promise<void> {
    await explained(this.#path, async () => {
      await this.#handle.appendFile(content);
    });
  }

  /** Puts what was written in the file's place. */
  async commit(): Promise<void> {
    try {
      await explained(this.#path, async () => {
        await this.#handle.chmod(this.#mode);
        await this.#handle.sync();
        await this.#handle.close();
        const real = await realpath(this.#path);
        if (real !== this.#state.real)
          throw new UserError(`${this.#path}: leads elsewhere by now; not written`);
        if ((await stateOf(this.#path, real)).version !== this.#state.version) {
          throw new UserError(`${this.#path}: changed by another program meanwhile; not written`);
        }
        await rename(this.#temporary, real);
      });
    } catch (error) {
      await removeIfThere(this.#temporary);
      throw error;
    }
  }

  /** Leaves the file as it is. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await removeIfThere(this.#temporary);
  }
}

/** Puts new content in a file's place: {@link Replacement}. */
export async function replaceContent(path: string, state: FileState, content: Uint8Array): Promise<void> {
  const replacement = await Replacement.begin(path, state);
  try {
    await replacement.write(content);
  } catch (error) {
    await replacement.discard();
    throw error;
  }
  await replacement.commit();
}

/**
 * Writes a file that is whole whenever it is seen. Throws a {@link UserError} where there is one already and none is to
 * be replaced; a link is replaced itself, and not what it leads to.
 */
export async function writeWhole(path: string, content: string, canReplace: boolean): Promise<void> {
  const temporary = beside(path);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    // Nothing may take the name between the look at it and the renaming.
    if (!canReplace) await (await open(path, 'wx')).close();
    await rename(temporary, path);
  } catch (error) {
    await removeIfThere(temporary);
    if (codeOf(error) === 'EEXIST') throw new UserError(`${path}: is there already; --force replaces it`);
    throw asUserError(path, error);
  }
}

/** A name that is no other's, in the same folder. */
function beside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}`);
}

async function plainFile(path: string, real: string): Promise<{ readonly mode: number }> {
  const status = await stat(real);
  if (!status.isFile()) throw new UserError(`${path}: not a plain file; not written`);
  // Renaming would not ask for the file's own permission.
  if ((status.mode & 0o222) === 0) throw new UserError(`${path}: read-only; not written`);
  await (await open(real, 'r+')).close();
  return { mode: status.mode & 0o7777 };
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** The system's code of an error: `ENOENT`. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a folder, not a file',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'on a disk that cannot be written to',
  ENOSPC: 'no space left on the disk',
  ELOOP: 'symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ERR_STRING_TOO_LONG: 'too large to be read',
};

/** Does something with a file; the system's errors become messages for people. */
export async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asUserError(path, error);
  }
}

/** An error of the system as a message for people; others as they are. */
export function asUserError(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof UserError) return error;
  return new UserError(`${path}: ${EXPLANATIONS[code] ?? code}`, { cause: error });
}
