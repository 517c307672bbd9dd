import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localToday, type Runtime } from '../runtime';

/** A Node process: reads files of the machine's own disks. */
export const nodeRuntime: Runtime = {
  defer: (task) => {
    setImmediate(task);
  },
  delay: (task, milliseconds) => {
    const timer = setTimeout(task, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  today: localToday,
  readFile: (uri) => (uri.startsWith('file:') ? readOptional(fileURLToPath(uri)) : Promise.resolve(null)),
  // Beside the folder of the bundle that this is part of.
  readTranslations: (language) =>
    readOptional(join(import.meta.dirname, '..', 'l10n', `bundle.l10n.${language}.json`)),
};

async function readOptional(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
