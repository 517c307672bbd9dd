import { isSpace } from '../core/text/characters';

/** A stretch of one line: UTF-16 columns, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Neighbours that one sentence is put together from, at most: a line of nothing but abbreviations ends somewhere. */
const MAX_MERGES = 200;

/** Words that end in a point in the middle of a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof gen col lt maj capt sgt sen rep gov pres st jr sr messrs hon rev ' +
    'no nos vol art sec ch fig p pp inc ltd co corp dept univ est approx ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
);

/** Words that begin a sentence even after an abbreviation: `in the U.S. The talks ...`. */
const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'an the this that these those it he she they we you i his her their its our but and or so yet in on at by for ' +
    'from with after before when while as if since although however meanwhile there here what who'
  ).split(' '),
);

const LETTER = /\p{L}/u;

/** The word at a column: where the caret stands between a word and a mark, the word. Null on white space alone. */
export function wordAt(text: string, at: number, language: string | null): Span | null {
  const segments = segmenter('word', language).segment(text);
  const after = at < text.length ? segments.containing(at) : undefined;
  const before = at > 0 ? segments.containing(at - 1) : undefined;
  const found = [after, before].find((segment) => segment?.isWordLike) ?? after ?? before;
  if (found === undefined || isAllSpace(found.segment)) return null;
  return spanOf(found);
}

/**
 * The sentence at a column, without the white space around it. Unicode's rules (UAX 29) part sentences after `Mr.` or
 * `U.S.`; such parts are put together again.
 */
export function sentenceAt(text: string, at: number, language: string | null): Span | null {
  const segments = segmenter('sentence', language).segment(text);
  const first = segments.containing(Math.min(at, text.length - 1));
  if (first === undefined) return null;
  let { start, end } = spanOf(first);
  for (let merges = 0; merges < MAX_MERGES && start > 0 && goesOn(text, start); merges++) {
    start = segments.containing(start - 1)?.index ?? 0;
  }
  for (let merges = 0; merges < MAX_MERGES && end < text.length && goesOn(text, end); merges++) {
    const next = segments.containing(end);
    end = next ? next.index + next.segment.length : text.length;
  }
  return trimmed(text, { start, end });
}

/** The part of a sentence between commas, semicolons, colons, dashes and brackets that holds a column. */
export function clauseAt(text: string, at: number, sentence: Span): Span {
  let start = at;
  while (start > sentence.start && !isClauseMark(text, start - 1)) start--;
  let end = at;
  while (end < sentence.end && !isClauseMark(text, end)) end++;
  return trimmed(text, { start, end });
}

const WIDE_MARKS = '—–，、；：（）「」『』“”«»';
const NARROW_MARKS = ',;:';

/** Whether the unit parts two clauses. Marks inside numbers and times do not: `1,000`, `10:30`. */
function isClauseMark(text: string, at: number): boolean {
  const unit = text[at] ?? '';
  if (WIDE_MARKS.includes(unit) || unit === '(' || unit === ')') return true;
  return NARROW_MARKS.includes(unit) && (at + 1 >= text.length || isSpace(text.charCodeAt(at + 1)));
}

/** Whether a sentence goes on over a boundary, for an abbreviation stands before it. */
function goesOn(text: string, boundary: number): boolean {
  let end = boundary;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  if (text[end - 1] !== '.') return false;
  let start = end - 1;
  while (start > 0 && end - start <= 12 && !isSpace(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, end - 1).replace(/^[^\p{L}\p{N}]+/u, '');
  const next = text.slice(boundary, boundary + 20);
  if (SENTENCE_STARTERS.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? '')) return false;
  if (isInitials(word)) return true;
  // Small letters are the word `no` or `sat`, unless a number follows: `pp. 5`.
  return ABBREVIATIONS.has(word.toLowerCase()) && (/^\p{Lu}/u.test(word) || /^\p{N}/u.test(next));
}

/** `J`, `U.S`, `D.P.R.K`, `a.m`: single letters with points between them. */
function isInitials(word: string): boolean {
  return word.split('.').every((part) => part.length === 1 && LETTER.test(part));
}

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isAllSpace(text: string): boolean {
  return trimmed(text, { start: 0, end: text.length }).end === 0;
}

function spanOf({ index, segment }: Intl.SegmentData): Span {
  return { start: index, end: index + segment.length };
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Segmenters are dear to make and are kept: there are as many as languages times two. */
function segmenter(granularity: 'word' | 'sentence', language: string | null): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(supported(language), { granularity });
  segmenters.set(key, known);
  return known;
}

/** The language if it is one: a profile from a workspace may name any. */
function supported(language: string | null): string[] {
  if (language === null) return [];
  try {
    return Intl.Segmenter.supportedLocalesOf(language);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
