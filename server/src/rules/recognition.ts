import type { RecognizeOptions } from '../core/recognize';
import type { Config } from './config';

/** What a settings file says for the recognition of one file. */
export type ConfiguredRecognition = Required<Pick<RecognizeOptions, 'profiles' | 'corrections' | 'profile'>> &
  Pick<RecognizeOptions, 'assumeDump'>;

/**
 * What a settings file says for the recognition of a file.
 * @param path of the file, below the folder of the settings file; null where it has no place there
 */
export function recognitionFor(
  { profiles, lines, files }: Config,
  path: string | null,
): ConfiguredRecognition {
  const own = files.filter(({ isMeant }) => path !== null && isMeant(path));
  return {
    profiles,
    corrections: lines
      .filter(({ isMeant }) => isMeant === null || (path !== null && isMeant(path)))
      .map(({ correction }) => correction),
    profile: own.findLast(({ profile }) => profile !== undefined)?.profile ?? null,
    assumeDump: own.findLast(({ isDump }) => isDump !== undefined)?.isDump,
  };
}
