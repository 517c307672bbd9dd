import { analyzePage } from './analyzePage';
import type { Correction } from './corrections';
import { NO_VOTES } from './dates/evidence';
import { readTogether, type SiteVotes } from './dates/siteOrders';
import { DETECTION_LENGTH, detect, IS_DUMP } from './detect';
import { judgeLines } from './evidence/learnt';
import { identifyLanguage } from './language';
import type { CalendarDate, KnownOrder } from './model/date';
import type { Dump, Page, PlacedPage } from './model/page';
import { builtInProfiles } from './profiles/builtin';
import type { Profile } from './profiles/profile';
import { type EarlierSplit, linesOfPart, splitInSteps } from './splitText';
import { finish, type Steps } from './steps';
import { keyOfLines } from './text/chunk';
import { TextLines } from './text/textLines';

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
  /** What a person said of the file, a dump or none: the score is reported but not asked. Without it the text tells. */
  readonly assumeDump?: boolean | undefined;
  /** The day that counts as today for dates in the future; never read from a clock. */
  readonly now?: CalendarDate | null;
  /** What other dumps show of the order of numbers in the date fields of their sites. */
  readonly siteVotes?: SiteVotes;
}

/** Recognizes the pages of a text: {@link recognizeLines} of its lines. */
export function recognize(text: string, options: RecognizeOptions = {}, previous?: Dump): Dump {
  return recognizeLines(TextLines.of(text), options, previous);
}

/**
 * Recognizes the pages of a text. Any text gives a Dump; nothing throws.
 * @param previous what the same options made of an earlier text. Beside it only what differs is looked at, and the result
 *   is the same as without it.
 */
export function recognizeLines(text: TextLines, options: RecognizeOptions = {}, previous?: Dump): Dump {
  return finish(recognizeInSteps(text, options, previous));
}

/** {@link recognizeLines} page by page: a file of many megabytes takes seconds. */
export function* recognizeInSteps(
  text: TextLines,
  options: RecognizeOptions = {},
  previous?: Dump,
): Steps<Dump> {
  const allProfiles = knownProfiles(options);
  const profiles = profilesFor(options);
  const { corrections = [], assumeDump } = options;
  const now = options.now ?? null;
  const siteVotes = options.siteVotes ?? (() => NO_VOTES);
  const difference = previous ? text.differenceFrom(previous.text) : null;
  const earlier =
    previous && difference
      ? { text: previous.text, pages: previous.pages, isDump: previous.isDump, difference }
      : undefined;

  let found: readonly PlacedPage[] = [];
  const known = previous && beginsAlike(text, difference) ? scores.get(previous) : undefined;
  const score = known ?? once(() => scoreOf(text, found, allProfiles));
  const isDump = () => assumeDump ?? score() >= IS_DUMP;
  // Languages are told of dumps alone; a page of a site that is known is one.
  const identify = (body: string, profile: Profile | null) =>
    profile !== null || isDump() ? identifyLanguage(body) : null;
  const pageOptions = { profiles, now, corrections, judge: judgeLines, identify };
  const readWith = ({ lines, ends }: Page, learntOrder: KnownOrder): Page =>
    analyzePage(lines, ends, { ...pageOptions, learntOrder });

  if (previous && !difference) return readTogether(previous, siteVotes, readWith);
  const { parts, dropped } = yield* splitInSteps(text, profiles, earlier);
  const droppedPages = pagesByText(dropped.map(({ page }) => page));
  const pages: PlacedPage[] = [];
  for (const [index, part] of parts.entries()) {
    if ('page' in part) {
      pages.push(part);
      continue;
    }
    const { lines, ends } = linesOfPart(text, parts, index);
    const page = droppedPages.size > 0 ? droppedPages.get(keyOfLines(lines, ends)) : undefined;
    pages.push({ ...part, page: page ?? analyzePage(lines, ends, pageOptions) });
    yield;
  }
  found = pages;
  const dump: Dump = {
    text,
    isDump: isDump(),
    get score() {
      return score();
    },
    pages,
  };
  scores.set(dump, score);
  // What was kept of a text of the other kind has no language, or one too many.
  if (earlier && dump.isDump !== earlier.isDump) return yield* recognizeInSteps(text, options);
  return readTogether(dump, siteVotes, readWith);
}

/** How sure it is that texts are dumps: found out when somebody asks, as nobody does of a file that a person said is one. */
const scores = new WeakMap<Dump, () => number>();

function once(compute: () => number): () => number {
  let known: number | null = null;
  return () => {
    known ??= compute();
    return known;
  };
}

/** The profiles that pages may be of under these options. */
export function profilesFor(options: RecognizeOptions): readonly Profile[] {
  return chosenProfiles(knownProfiles(options), options.profile ?? null);
}

// Lists of profiles stay the same objects, as what is made ready for matching is known by them.
const withBuiltIn = new WeakMap<readonly Profile[], readonly Profile[]>();
const chosenAlone = new WeakMap<Profile, readonly Profile[]>();
const NO_PROFILES: readonly Profile[] = [];

/** The workspace's profiles and the built-in ones. */
function knownProfiles({ profiles = NO_PROFILES }: RecognizeOptions): readonly Profile[] {
  if (profiles.length === 0) return builtInProfiles();
  const all = withBuiltIn.get(profiles) ?? [...profiles, ...builtInProfiles()];
  withBuiltIn.set(profiles, all);
  return all;
}

/** All profiles, none, or the one that a person chose, which nothing then has to tell. */
function chosenProfiles(known: readonly Profile[], choice: string | null): readonly Profile[] {
  if (choice === NO_PROFILE) return NO_PROFILES;
  const chosen = known.find(({ id }) => id === choice);
  if (!chosen) return known;
  const alone = chosenAlone.get(chosen) ?? [{ ...chosen, isGiven: true }];
  chosenAlone.set(chosen, alone);
  return alone;
}

function pagesByText(pages: readonly Page[]): ReadonlyMap<string, Page> {
  return new Map(pages.map((page) => [keyOfLines(page.lines, page.ends), page]));
}

/** Whether detection would see the same beginning as before. */
function beginsAlike(text: TextLines, difference: EarlierSplit['difference'] | null): boolean {
  return difference === null || difference.startLine > text.positionAt(DETECTION_LENGTH).line;
}

function scoreOf(text: TextLines, pages: readonly PlacedPage[], profiles: readonly Profile[]): number {
  const end = text.positionAt(DETECTION_LENGTH);
  const known = pagesByText(pagesUpTo(pages, end.line).map(({ page }) => page));
  const start = { line: 0, character: 0 };
  return detect(text.text({ start, end: { line: end.line + 1, character: 0 } }), profiles, known).score;
}

/** The pages that begin on a line or above it. */
function pagesUpTo(pages: readonly PlacedPage[], line: number): readonly PlacedPage[] {
  const below = pages.findIndex(({ startLine }) => startLine > line);
  return below < 0 ? pages : pages.slice(0, below);
}
