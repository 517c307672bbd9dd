import { lineTemplates } from '../profiles/match';
import { bodySegment, isRunningText } from './body';
import type { Emit, EvidenceSource, PageLine, PageView } from './evidence';
import { likelyTitle } from './likelyTitle';

/** How many words of the text are compared with a title's. */
const COMPARED_WORDS = 400;
/** Lines above the text that can hold its title. */
const REACH = 40;

/** Which line above the text is its title: the one that shares most with it. */
export const headlines: EvidenceSource = {
  cues: {
    'headline.best': 'of the lines above the text it is the likeliest title',
    'headline.shares-words': 'it shares words with the text',
    'headline.continued': 'the title of the line before seems to run on in it',
    'headline.runs-on': 'the next line seems to run on with it',
    'headline.above-metadata': 'a date or source line follows',
    'headline.date-above': 'it is a date above the likeliest title',
    'headline.in-breadcrumb': 'a breadcrumb above it ends in it',
    'headline.breadcrumb': 'it is a breadcrumb that ends in a line below it',
    'deck.below-headline': 'it stands below the likeliest title, longer than that',
  },
  observe(page, emit) {
    const body = bodySegment(page);
    if (!body) return;
    emitBreadcrumbs(page, emit);
    const textWords = wordsOf(page, body.first, body.last);
    const candidates = candidatesOf(page, body.first);
    let best = -1;
    let bestValue = 0;
    for (const index of candidates) {
      const line = page.lines[index];
      if (!line) continue;
      const share = sharedShare(line, textWords);
      if (share > 0.3) emit(index, 'headline.shares-words', share);
      const value = titleValue(page, index, share);
      if (value > bestValue) {
        best = index;
        bestValue = value;
      }
    }
    const learnt = likelyTitle(page);
    if (learnt >= 0) best = learnt;
    if (best < 0) return;
    emit(best, 'headline.best');
    for (let index = Math.max(0, best - REACH); index < best; index++) {
      if (page.lines[index]?.dateOnly) emit(index, 'headline.date-above');
    }
    const line = page.lines[best];
    const next = page.lines[best + 1];
    if (next && best + 1 <= body.first && isDeckOf(line, next)) emit(best + 1, 'deck.below-headline');
    // The text may seem to begin with what is the rest of the title.
    const canRunOn =
      next && (candidates.includes(best + 1) || (best + 1 === body.first && !isRunningText(next)));
    if (line && canRunOn && titleRunsOn(line, next, best)) {
      emit(best, 'headline.runs-on');
      emit(best + 1, 'headline.continued');
    }
    const previous = page.lines[best - 1];
    if (line && previous && candidates.includes(best - 1) && titleRunsOn(previous, line, best - 1)) {
      emit(best - 1, 'headline.runs-on');
      emit(best, 'headline.continued');
    }
    if (next && (next.dateOnly || (next.dates.length > 0 && next.measures.words < 20))) {
      emit(best, 'headline.above-metadata');
    }
  },
};

/** A breadcrumb stands so many lines above the title that it ends in, or fewer. */
const BREADCRUMB_REACH = 6;
/** Shorter titles may be the names of sections. */
const BREADCRUMB_LENGTH = 12;

/** `Home > Money > TITLE`, and the title a few lines below. */
function emitBreadcrumbs({ lines }: PageView, emit: Emit): void {
  for (const [index, { text, measures }] of lines.slice(0, REACH).entries()) {
    if (measures.separators === 0) continue;
    for (let below = index + 1; below <= index + BREADCRUMB_REACH; below++) {
      const title = lines[below]?.text ?? '';
      if (title.length < BREADCRUMB_LENGTH || title.length >= text.length || !text.endsWith(title)) continue;
      emit(index, 'headline.breadcrumb');
      emit(below, 'headline.in-breadcrumb');
      break;
    }
  }
}

/** Lines above the text, or, where the text begins the page, its first lines that read like a title. */
function candidatesOf(page: PageView, bodyFirst: number): readonly number[] {
  const from = Math.max(0, bodyFirst - REACH);
  const found: number[] = [];
  for (let index = from; index < bodyFirst; index++) {
    const line = page.lines[index];
    const isKnown = page.profile !== null && lineTemplates(page.profile, index).length > 0;
    if (!line || line.dateOnly || isKnown || isRunningText(line)) continue;
    if (line.measures.letters > 3) found.push(index);
  }
  return found;
}

function titleValue(page: PageView, index: number, share: number): number {
  const line = page.lines[index];
  if (!line) return 0;
  const { measures: m, text } = line;
  let value = Math.min(m.words, 8) / 4 + 1.2 * share;
  if (m.words < 3 && m.ideographs < 6) value -= 0.8;
  if (m.end === 'sentence') value -= 0.7;
  if (m.separators > 0) value -= 0.8;
  if (line.dates.length > 0) value -= 0.5;
  if (m.bullet) value -= 1;
  for (const category of line.categories) if (category !== 'related') value -= 0.8;
  if (isDeckOf(page.lines[index - 1], line)) value -= 1;
  if (m.end === 'colon') value -= 0.5;
  if (page.lines[index + 1]?.text === text || page.lines[index - 1]?.text === text) value += 0.6;
  if (page.lines[index + 1]?.dateOnly || (page.lines[index + 1]?.dates.length ?? 0) > 0) value += 0.5;
  return value;
}

/** Whether a line reads like the deck of the title above it: a longer phrase or one sentence, without a date. */
function isDeckOf(title: PageLine | undefined, line: PageLine): boolean {
  if (!title || title.dateOnly || title.measures.words < 3 || title.text === line.text) return false;
  const { words, separators, sentences, bullet } = line.measures;
  if (title.measures.separators > 0 || separators > 0 || sentences > 0 || bullet) return false;
  const sentenceCase = line.measures.cased > 3 && line.measures.capitalized / line.measures.cased < 0.4;
  return (
    line.dates.length === 0 && words >= 6 && words <= 45 && (sentenceCase || words > title.measures.words)
  );
}

/** A line as far as it takes to see a title in it. */
type TitleLine = Pick<PageLine, 'text' | 'measures'> & { readonly dates: readonly unknown[] };

/** Further down two titles in a row are rather two titles. */
const TOP = 2;

/**
 * Whether two lines are one title over two lines: the first without an end, the second going on with a small letter or,
 * at the top of the page, in title case as well.
 * @param index of the first line
 */
export function titleRunsOn(first: TitleLine, second: TitleLine, index: number): boolean {
  const a = first.measures;
  const b = second.measures;
  if (first.text === second.text || a.end !== 'other' || a.cased < 3 || b.cased < 2) return false;
  if (b.separators > 0 || second.dates.length > 0 || first.dates.length > 0 || b.end !== 'other')
    return false;
  if (a.capitalized / a.cased < 0.45) return false;
  return b.startsLower || (index <= TOP && b.cased >= 3 && b.capitalized / b.cased >= 0.6);
}

function wordsOf(page: PageView, first: number, last: number): ReadonlySet<number> {
  const words = new Set<number>();
  for (let index = first; index <= last && words.size < COMPARED_WORDS; index++) {
    const line = page.lines[index];
    if (line) for (const word of line.tellingWords) words.add(word);
  }
  return words;
}

function sharedShare(title: PageLine, textWords: ReadonlySet<number>): number {
  const words = title.tellingWords;
  if (words.length === 0) return 0;
  return words.filter((word) => textWords.has(word)).length / words.length;
}
