import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A failure that is not Copydesk's: a file that is not there, a value that makes no sense. The message is for people. */
export class UserError extends Error {}

/** Bytes up to which a file is read. Node's strings end at about twice as many units. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Reads a whole file. Throws a {@link UserError} that says why it could not. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return explained(path, async () => {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new UserError(`${path}: larger than ${LARGEST_FILE / 1024 / 1024} MB`);
    return readFile(path);
  });
}

/**
 * Puts `after` in the place of `before` as a file's content, all or nothing: it is written to a new file beside the old
 * one, which then takes its name. Mode and, behind a symbolic link, the link stay. Throws a {@link UserError} where the
 * file is not what was read any more, may not be written, or is no plain file.
 */
export async function replaceContent(path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  await explained(path, async () => {
    const target = await realpath(path);
    const { mode } = await plainFile(path, target);
    const temporary = join(
      dirname(target),
      `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}`,
    );
    try {
      await writeNew(temporary, after, mode);
      if (Buffer.compare(await readFile(target), before) !== 0) {
        throw new UserError(`${path}: changed by another program meanwhile; not written`);
      }
      await rename(temporary, target);
    } catch (error) {
      await removeIfThere(temporary);
      throw error;
    }
  });
}

async function plainFile(path: string, target: string): Promise<{ readonly mode: number }> {
  const status = await stat(target);
  if (!status.isFile()) throw new UserError(`${path}: not a plain file; not written`);
  // Renaming would not ask for the file's own permission.
  if ((status.mode & 0o222) === 0) throw new UserError(`${path}: read-only; not written`);
  const handle = await open(target, 'r+');
  await handle.close();
  return { mode: status.mode & 0o7777 };
}

async function writeNew(path: string, content: Uint8Array, mode: number): Promise<void> {
  const handle: FileHandle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
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
    const code = codeOf(error);
    if (code === null || error instanceof UserError) throw error;
    throw new UserError(`${path}: ${EXPLANATIONS[code] ?? code}`, { cause: error });
  }
}
