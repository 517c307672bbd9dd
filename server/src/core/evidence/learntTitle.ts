import type { LearntOdds, PageLine } from './evidence';
import { likeliest } from './likeliest';

/** Titles and the decks below them are alike: of two lines whose log odds differ by less the upper one is the title. */
const AS_LIKELY = 1.3;
/** Log odds below this are not told apart. */
const FLOOR = -2;
/** Shorter lines above a title are kickers and sections. */
const FEWEST_WORDS = 3;
/** In a row of as many as these, lists and menus stand. */
const MOST_STEPS = 1;

/** Index of the line that is likest to the titles of other pages; -1 where there is no line. */
export function learntTitle(lines: readonly PageLine[], { headline }: Pick<LearntOdds, 'headline'>): number {
  let best = likeliest(headline.map((odds, index) => (isNoTitle(lines[index]) ? FLOOR : odds)));
  if ((headline[best] ?? FLOOR) <= FLOOR) best = likeliest(headline);
  for (let step = 0; step < MOST_STEPS; step++) {
    const above = headline[best - 1] ?? FLOOR;
    if (above <= FLOOR || above < (headline[best] ?? 0) - AS_LIKELY) break;
    if (!isTitleAbove(lines[best - 1], lines[best])) break;
    best--;
  }
  return best;
}

/** A date alone, or a trail. */
function isNoTitle(line: PageLine | undefined): boolean {
  return line?.dateOnly === true || isTrail(line);
}

/** `Home > Venice > Culture`. */
function isTrail(line: PageLine | undefined): boolean {
  return (
    line !== undefined && /^[^>»›]{1,40}\s?[>»›]\s?[^>»›]{1,40}(?:[>»›]|$)/u.test(line.text.slice(0, 120))
  );
}

function isTitleAbove(line: PageLine | undefined, below: PageLine | undefined): boolean {
  if (!line || !below || line.dateOnly || below.dateOnly || line.text === below.text) return false;
  const { words, separators, end } = line.measures;
  return (
    words >= FEWEST_WORDS &&
    separators === 0 &&
    end !== 'colon' &&
    line.categories.size === 0 &&
    !isTrail(line)
  );
}
