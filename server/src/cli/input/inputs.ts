import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { asUserError, codeOf, explained, UserError } from '../files';
import { tellingReaddir } from './tellingReaddir';

/** The argument that means standard input. */
export const STANDARD_INPUT = '-';

/** Which files of a folder may be dumps. */
const PLAIN = ['**/*.txt', '**/*.dump'];

/** Which others may hold them. JSON Lines are not among them: results of an earlier run may lie there. */
const PACKED = ['**/*.{txt,dump}.{gz,zst}', '**/*.{warc,wet}', '**/*.{warc,wet}.{gz,zst}'];

/** A file to work on. */
export interface Input {
  /** As it was given or found. */
  readonly path: string;
  /** Whether it was given by its name, and not found in a folder or by a pattern. */
  readonly named: boolean;
  /** Its place, links followed; {@link STANDARD_INPUT} for standard input. */
  readonly real: string;
}

/** Which files of folders are taken: all that may hold dumps, or those alone that are plain text. */
export type Kinds = 'all' | 'plain';

/**
 * The files that arguments mean, each once, in order: files as they are given, those in folders and of patterns sorted.
 * Arguments that mean nothing, and folders inside others that cannot be searched, are handed to `onError`. Symbolic links
 * inside folders are not followed.
 */
export async function findInputs(
  args: readonly string[],
  kinds: Kinds,
  onError: (error: UserError) => void,
): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for (const arg of args) {
    try {
      for (const input of await inputsOf(arg, kinds, onError)) {
        if (!inputs.has(input.real)) inputs.set(input.real, input);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      onError(error);
    }
  }
  return [...inputs.values()];
}

async function inputsOf(
  arg: string,
  kinds: Kinds,
  onError: (error: UserError) => void,
): Promise<readonly Input[]> {
  if (arg === STANDARD_INPUT) return [{ path: arg, named: true, real: arg }];
  const kind = await kindOf(arg);
  if (kind === 'file') {
    return [{ path: arg, named: true, real: await explained(arg, () => realpath(arg)) }];
  }
  if (kind === 'folder') {
    // It was named: where it may not be read that is all that is told.
    await explained(arg, async () => (await opendir(arg)).close());
    const found = await search(kinds === 'plain' ? PLAIN : [...PLAIN, ...PACKED], arg, onError);
    if (found.length === 0) throw new UserError(`${arg}: no .txt or .dump files in this folder`);
    return placed(found.map((path) => join(arg, path)));
  }
  if (!isDynamicPattern(arg)) throw new UserError(`${arg}: no such file`);
  const found = await search([arg], '.', onError);
  if (found.length === 0) throw new UserError(`${arg}: no files match this pattern`);
  return placed(found);
}

/** Files that were found, which are no links themselves. */
async function placed(paths: readonly string[]): Promise<readonly Input[]> {
  const folders = new Map<string, string>();
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    folders.set(folder, await explained(folder, () => realpath(folder)));
  }
  return paths.map((path) => ({
    path,
    named: false,
    real: join(folders.get(dirname(path)) ?? dirname(path), basename(path)),
  }));
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  return explained(path, async () => {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  });
}

async function search(
  patterns: string[],
  cwd: string,
  onError: (error: UserError) => void,
): Promise<readonly string[]> {
  const failed = new Map<string, Error>();
  const readdir = tellingReaddir((folder, error) =>
    failed.set(join(cwd, relative(resolve(cwd), folder)), error),
  );
  const found = await glob(patterns, {
    cwd,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: { readdir },
  });
  for (const folder of [...failed.keys()].sort()) {
    const error = asUserError(folder, failed.get(folder));
    if (!(error instanceof UserError)) throw error;
    onError(error);
  }
  return found.sort();
}
