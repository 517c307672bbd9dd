import { analyzePage } from './analyzePage';
import type { Correction } from './corrections';
import { detect, IS_DUMP } from './detect';
import { judgeLines } from './evidence/learnt';
import type { CalendarDate } from './model/date';
import type { Dump, Page, PlacedPage } from './model/page';
import { builtInProfiles } from './profiles/builtin';
import type { Profile } from './profiles/profile';
import { splitText } from './splitText';

/** In place of a profile’s id: the pages are of no site that has one. */
export const NO_PROFILE = 'none';

/** What recognition may know beside the text. */
export interface RecognizeOptions {
  /** The workspace's profiles; they come before the built-in ones. */
  readonly profiles?: readonly Profile[];
  /** What a person said of lines; it comes before all that is seen on them. */
  readonly corrections?: readonly Correction[];
  /** The id of the profile that a person said the pages are of, or {@link NO_PROFILE}. An id that is not known says nothing. */
  readonly profile?: string | null;
  /** A person said that the file is a dump: the score is reported but not asked. */
  readonly assumeDump?: boolean;
  /** The day that counts as today for dates in the future; never read from a clock. */
  readonly now?: CalendarDate | null;
}

/**
 * Recognizes the pages of a text. Any text gives a Dump; nothing throws. Pages whose text stood in `previous` are taken
 * from there: it must come from the same options.
 */
export function recognize(text: string, options: RecognizeOptions = {}, previous?: Dump): Dump {
  const allProfiles = [...(options.profiles ?? []), ...builtInProfiles()];
  const profiles = chosenProfiles(allProfiles, options.profile ?? null);
  const { corrections = [] } = options;
  const now = options.now ?? null;
  const known = new Map<string, Page>(previous?.pages.map(({ page }) => [page.text, page]));
  const { lineCount, parts } = splitText(text, profiles);
  const pages = parts.map(
    ({ startLine, lines, text: own }): PlacedPage => ({
      page: known.get(own) ?? analyzePage(own, lines, { profiles, now, corrections, judge: judgeLines }),
      startLine,
    }),
  );
  const analysed = new Map(pages.map(({ page }) => [page.text, page]));
  const { score } = detect(text, allProfiles, analysed);
  return { lineCount, isDump: options.assumeDump === true || score >= IS_DUMP, score, pages };
}

/** The profiles that pages may be of: all, none, or the one that a person chose, which nothing then has to tell. */
function chosenProfiles(known: readonly Profile[], choice: string | null): readonly Profile[] {
  if (choice === NO_PROFILE) return [];
  const chosen = known.find(({ id }) => id === choice);
  return chosen ? [{ ...chosen, isGiven: true }] : known;
}
