import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { codeOf, explained, UserError } from './files';

/** The argument that means standard input. */
export const STANDARD_INPUT = '-';

/** Which files of a folder may be dumps. */
const IN_FOLDERS = ['**/*.txt', '**/*.dump'];

/** A file to work on. */
export interface Input {
  /** As it was given or found. */
  readonly path: string;
  /** Whether it was given by its name, and not found in a folder or by a pattern. */
  readonly named: boolean;
}

/**
 * The files that arguments mean, each once, in order: files as they are given, those in folders and of patterns sorted.
 * Arguments that mean nothing are handed to `onError`. Symbolic links inside folders are not followed.
 */
export async function findInputs(
  args: readonly string[],
  onError: (error: UserError) => void,
): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for (const arg of args) {
    try {
      for (const input of await inputsOf(arg)) {
        const key = input.path === STANDARD_INPUT ? STANDARD_INPUT : resolve(input.path);
        if (!inputs.has(key)) inputs.set(key, input);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      onError(error);
    }
  }
  return [...inputs.values()];
}

async function inputsOf(arg: string): Promise<readonly Input[]> {
  if (arg === STANDARD_INPUT) return [{ path: arg, named: true }];
  const kind = await kindOf(arg);
  if (kind === 'file') return [{ path: arg, named: true }];
  if (kind === 'folder') {
    const found = await search(IN_FOLDERS, arg);
    if (found.length === 0) throw new UserError(`${arg}: no .txt or .dump files in this folder`);
    return found.map((path) => ({ path: join(arg, path), named: false }));
  }
  if (!isDynamicPattern(arg)) throw new UserError(`${arg}: no such file`);
  const found = await search([arg], '.');
  if (found.length === 0) throw new UserError(`${arg}: no files match this pattern`);
  return found.map((path) => ({ path, named: false }));
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

async function search(patterns: string[], cwd: string): Promise<readonly string[]> {
  const found = await glob(patterns, {
    cwd,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.sort();
}
