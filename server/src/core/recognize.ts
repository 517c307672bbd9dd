import { analyzePage } from './analyzePage';
import { detect, IS_DUMP } from './detect';
import { judgeContent } from './evidence/learnt';
import type { CalendarDate } from './model/date';
import type { Dump, Page, PlacedPage } from './model/page';
import { builtInProfiles } from './profiles/builtin';
import type { Profile } from './profiles/profile';
import { splitText } from './splitText';

/** What recognition may know beside the text. */
export interface RecognizeOptions {
  /** The workspace's profiles; they come before the built-in ones. */
  readonly profiles?: readonly Profile[];
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
  const profiles = [...(options.profiles ?? []), ...builtInProfiles()];
  const now = options.now ?? null;
  const { score } = detect(text, profiles);
  const known = new Map<string, Page>(previous?.pages.map(({ page }) => [page.text, page]));
  const { lineCount, parts } = splitText(text, profiles);
  const pages = parts.map(
    ({ startLine, lines, text: own }): PlacedPage => ({
      page: known.get(own) ?? analyzePage(own, lines, { profiles, now, judge: judgeContent }),
      startLine,
    }),
  );
  return { lineCount, isDump: options.assumeDump === true || score >= IS_DUMP, score, pages };
}
