import { readdir } from 'node:fs';
import { codeOf } from '../files';

/**
 * The system's `readdir` with a callback, which tells of folders that cannot be read: searches pass over them. A folder
 * that is not there, or not any more, is nothing to be told of.
 */
export function tellingReaddir(onFailure: (folder: string, error: Error) => void): typeof readdir {
  return new Proxy(readdir, {
    apply(target, self, args: readonly unknown[]) {
      const [folder] = args;
      const callback = args.at(-1);
      if (typeof folder !== 'string' || typeof callback !== 'function') {
        return Reflect.apply(target, self, args);
      }
      const answer = (error: unknown, ...entries: readonly unknown[]): unknown => {
        if (error instanceof Error && codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') {
          onFailure(folder, error);
        }
        return callback(error, ...entries);
      };
      return Reflect.apply(target, self, [...args.slice(0, -1), answer]);
    },
  });
}
