import type { Profile } from '../profile';
import { parseProfile } from '../profileFile';
import dprkToday from './dprkToday.json';
import kcnaCoJp from './kcnaCoJp.json';
import kcnaKp from './kcnaKp.json';
import kcnaWatch from './kcnaWatch.json';
import nkNews from './nkNews.json';
import pyongyangTimes from './pyongyangTimes.json';
import rodong from './rodong.json';

/** The sites that are known without a workspace's help, as data. Where two fit a page equally, the earlier is taken. */
const SOURCES: readonly unknown[] = [kcnaWatch, kcnaCoJp, kcnaKp, nkNews, rodong, pyongyangTimes, dprkToday];

let compiled: readonly Profile[] | null = null;

/** The built-in profiles, compiled at the first call. Throws only where a file of this folder is wrong. */
export function builtInProfiles(): readonly Profile[] {
  compiled ??= SOURCES.map((source): Profile => {
    const result = parseProfile(source);
    if (!result.ok)
      throw new Error(result.errors.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
    return { ...result.profile, isBuiltIn: true };
  });
  return compiled;
}
