import { sep } from 'node:path';

/** Whether a path is that of a folder or of something in it; of both, links are followed. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
