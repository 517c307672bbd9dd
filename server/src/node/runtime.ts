import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isConfigFile } from '../rules/configName';
import { localToday, type Runtime } from '../runtime';
import { isInside } from './isInside';
import { LARGEST_SETTINGS, readPlainFile } from './plainFile';

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
  readFile: async (uri) => {
    const path = pathOf(uri);
    return path === null ? null : readOptional(path, isConfigFile(uri) ? LARGEST_SETTINGS : LARGEST_DUMP);
  },
  leadsOutside: async (uri, folders) => {
    const [place, ...inside] = await Promise.all([uri, ...folders].map(realPlace));
    return (
      place !== null && place !== undefined && !inside.some((folder) => folder && isInside(place, folder))
    );
  },
  // Beside the folder of the bundle that this is part of.
  readTranslations: (language) =>
    readOptional(join(import.meta.dirname, '..', 'l10n', `bundle.l10n.${language}.json`), LARGEST_SETTINGS),
};

/** Bytes of a text that is read whole: V8's longest string is not much longer. */
const LARGEST_DUMP = 500 * 1024 * 1024;

async function readOptional(path: string, most: number): Promise<string | null> {
  const bytes = await ifThere(readPlainFile(path, most));
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** The path of what is at a URI, links followed; null where nothing is, or where it is on no disk. */
async function realPlace(uri: string): Promise<string | null> {
  const path = pathOf(uri);
  return path === null ? null : ifThere(realpath(path));
}

/** The path that a URI names; null where it names none of this machine's: other schemes and hosts, what no name may hold. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') ? null : path;
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return null;
    throw error;
  }
}

/** What comes of a file; null where there is none. */
async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
