import type { RecognizeOptions } from '../core/recognize';
import type { Config } from './config';

/** What a settings file says for the recognition of one file. */
export type ConfiguredRecognition = Required<Pick<RecognizeOptions, 'profiles' | 'corrections' | 'profile'>>;

/**
 * What a settings file says for the recognition of a file.
 * @param path of the file, below the folder of the settings file; null where it has no place there
 */
export function recognitionFor(
  { profiles, lines, files }: Config,
  path: string | null,
): ConfiguredRecognition {
  return {
    profiles,
    corrections: lines
      .filter(({ isMeant }) => isMeant === null || (path !== null && isMeant(path)))
      .map(({ correction }) => correction),
    profile: files.findLast(({ isMeant }) => path !== null && isMeant(path))?.profile ?? null,
  };
}
