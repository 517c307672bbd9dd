import { readFile } from 'node:fs/promises';
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
  readFile: readLocalFile,
};

async function readLocalFile(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
