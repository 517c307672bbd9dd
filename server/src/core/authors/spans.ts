import {
  AUTHOR_WORDS,
  CREDENTIALS,
  EAST_ASIAN_AFTER,
  EDITOR_WORDS,
  LABELS,
  LINKING,
  NO_NAMES,
  PARTICLES,
  REPORTER_AFTER,
  REPORTER_INSIDE,
  REPORTER_NEXT,
} from './words';

/** More of a line than this is not looked at: author lines are short, and patterns must stay cheap on any text. */
const LONGEST = 400;
/** A name has no more words than these, a line no more words before the one for its author. */
const MOST_WORDS = 4;
const MOST_BEFORE = 4;
/** How far into a part a Chinese word for reporters is looked for. */
const FAR_REPORTER = 30;
/** Words of an office, an agency or a board that signs. */
const MOST_OF_OFFICE = 6;

/** A stretch of a line in UTF-16 columns. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * `short`: names without what may be an office behind them, `Ida Holm` of `Ida Holm Lock Weekly`; `titled`: with the degrees
 * behind it; `handle`: one word, as its bearer writes it.
 */
export type AuthorKind = 'names' | 'short' | 'titled' | 'office' | 'handle';

/** A stretch of a line that may name an article's author or authors, and how it was found. */
export interface AuthorSpan extends Span {
  /** What the word before it says: that an author follows, that an editor does, or nothing (there is none). */
  readonly word: 'author' | 'editor' | null;
  /** Whether a word for reporters touches or follows it. */
  readonly reporter: boolean;
  readonly kind: AuthorKind;
  /** How many names it holds. */
  readonly count: number;
  /** Whether its part of the line, between separators and dates, holds no more; and the how-manieth part that is. */
  readonly whole: boolean;
  readonly part: number;
}

/** What stands between the parts of a line that says more than its author. */
const SEPARATORS =
  /[|｜•\t()（）[\]【】<>;；〓]|(?<![\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])[·・]|\s[-–—/]+(?=\s|$)|\s{2,}/gu;

/** What stands between two names. */
const JOINT =
  /\s{0,4}(?:[,，、&]\s{0,4}(?:(?:and|und|et|y|e|и|та|ve|og|och|en|dan|với|và)\s{1,4})?|\s(?:and|und|et|y|e|и|й|та|ve|og|och|en|dan|và|with|mit)\s{1,4})/iuy;
/** Names in Hangul are joined by a dot, too, which in Chinese stands inside foreign names. */
const HANGUL_JOINT = /[·ㆍ・](?=\p{Script=Hangul})/uy;

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{Nd}'’ʼ.\-‐&]*/uy;
/** Scripts without capital letters in which words stand apart: names there are told by what is around them. */
const CASELESS =
  /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}\p{Script=Bengali}\p{Script=Tamil}]/u;

/** Chinese, Japanese and Korean: names are short runs, and what names their bearers may touch them. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー]{1,12}/uy;
/** A Japanese given name after a space, or a further part of a foreign name. */
const MORE_EAST_ASIAN =
  /(?:[·・]|[ \u3000](?!\p{Script=Hangul}))[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{1,6}/uy;
const LONGEST_EAST_ASIAN = 4;
/** Offices in these scripts, 문화부 취재팀. */
const LONGEST_OFFICE = 10;

/** Pictures and films have their authors too: `Photographs of the harbour by`. */
const OF_PICTURES =
  /photo|image|picture|video|illustration|graphic|foto|bild|grafik|imagen?|credit|©|摄|图/iu;

/**
 * The author or authors in a line: `By Erica Gokey, Editor –`, `March 5, 2024 | Jane Doe and John Roe`, `이은춘 기자`.
 * @param taken spans that are no names, such as dates, in order
 * @param isSigned whether the line is known for an author's: then a name needs no word before it, and may be an office's
 */
export function readAuthors(whole: string, taken: readonly Span[], isSigned: boolean): Span | null {
  const spans = authorSpans(whole, taken);
  const known = spans.find(
    ({ word, kind }) => word === 'author' && (isSigned ? kind !== 'handle' : kind === 'names'),
  );
  const named = spans.find(({ word, kind }) => word !== 'editor' && kind === 'names');
  const only = spans.find((span) => span.kind === 'office' && span.whole && span.part === 0);
  const found =
    known ?? (isSigned ? (named ?? only ?? spans.find(({ word }) => word === 'editor')) : undefined);
  return found ? { start: found.start, end: found.end } : null;
}

/**
 * All stretches of a line that may name authors, in order; of each part of the line first what a word announces.
 * @param taken spans that are no names, such as dates, in order
 */
export function authorSpans(whole: string, taken: readonly Span[]): readonly AuthorSpan[] {
  const line = whole.slice(0, LONGEST);
  return partsOf(line, taken).flatMap((part, index) => {
    const spans: AuthorSpan[] = [];
    const add = (span: Pick<AuthorSpan, 'start' | 'end' | 'kind' | 'count' | 'word'> | null) => {
      if (!span || isLabel(line.slice(span.start, span.end))) return;
      if (spans.some(({ start, end }) => start === span.start && end === span.end)) return;
      const reporter =
        REPORTER_NEXT.test(line.slice(span.end, span.end + 8)) ||
        (span.end < line.length && REPORTER_AFTER.test(line.slice(span.start, span.end + 2)));
      spans.push({
        ...span,
        reporter,
        whole: span.start === part.start && span.end === part.end,
        part: index,
      });
    };
    const announced = afterAuthorWord(line, part);
    if (announced) {
      const { at, word } = announced;
      const rest = { start: at, end: part.end };
      const names = namesAt(line, rest, true);
      add(withWord(names, word));
      add(withWord(titledAt(line, names, part.end), word));
      add(withWord(shortOf(line, names), word));
      add(withWord(officeAt(line, rest), word));
      add(withWord(handleAt(line, rest), word));
    }
    if (announced?.from !== part.start) {
      const names = namesAt(line, part, false);
      add(withWord(names, null));
      add(withWord(titledAt(line, names, part.end), null));
      add(withWord(shortOf(line, names), null));
      add(withWord(officeAt(line, part), null));
    }
    return spans;
  });
}

function withWord<T extends object>(span: T | null, word: AuthorSpan['word']) {
  return span && { ...span, word };
}

/** Whether a line is no more than the word that stands before an author: `By`, `Autor:`. */
export function isAuthorWord(text: string): boolean {
  return text.length <= 30 && skipWords(AUTHOR_WORDS, `${text} `, 0) >= text.length;
}

function isLabel(text: string): boolean {
  return LABELS.has(text.toLowerCase());
}

function partsOf(line: string, taken: readonly Span[]): readonly Span[] {
  const cuts = [
    ...taken.filter(({ start }) => start < line.length),
    ...Array.from(line.matchAll(SEPARATORS), ({ index, 0: mark }) => ({
      start: index,
      end: index + mark.length,
    })),
    { start: line.length, end: line.length },
  ].sort((a, b) => a.start - b.start);
  const parts: Span[] = [];
  let from = 0;
  for (const { start, end } of cuts) {
    const part = trimmed(line, from, start);
    if (part.end - part.start > 1) parts.push(part);
    from = Math.max(from, end);
  }
  return parts;
}

/** Without white space and marks around. */
function trimmed(line: string, from: number, to: number): Span {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /[^\p{L}\p{N}]/u.test(line.charAt(start)) && !isHalf(line, start)) start++;
  while (end > start && /[\s,:：=–—-]/u.test(line.charAt(end - 1))) end--;
  return { start, end };
}

function isHalf(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Where a word for an author begins and ends that opens a part or stands in it after a few words; null where none does. */
function afterAuthorWord(
  line: string,
  { start, end }: Span,
): { readonly from: number; readonly at: number; readonly word: 'author' | 'editor' } | null {
  let at = start;
  for (let word = 0; word <= MOST_BEFORE && at < end; word++) {
    const edited = skipWords(EDITOR_WORDS, line, at);
    const after = edited > at ? edited : skipWords(AUTHOR_WORDS, line, at);
    if (after > at && after < end && !OF_PICTURES.test(lastPhrase(line.slice(start, at)))) {
      return { from: at, at: after, word: edited > at ? 'editor' : 'author' };
    }
    const space = line.indexOf(' ', at);
    if (space < 0 || space >= end) break;
    at = space + 1;
  }
  const inside = REPORTER_INSIDE.exec(line.slice(start, Math.min(end, start + FAR_REPORTER)));
  const after = inside ? start + inside.index + inside[0].length : end;
  return inside && after < end ? { from: start + inside.index, at: after, word: 'author' } : null;
}

/** What stands behind the last mark of a text; the sign of a copyright is no such mark. */
function lastPhrase(text: string): string {
  return text.split(/[^\p{L}\s©]/u).at(-1) ?? '';
}

/** Bylines double their preposition where a template adds one: `von Von Reinhard Schmitz`. */
function skipWords(pattern: RegExp, line: string, from: number): number {
  let at = from;
  for (;;) {
    pattern.lastIndex = at;
    if (!pattern.test(line)) return at;
    at = pattern.lastIndex;
  }
}

type Names = Pick<AuthorSpan, 'start' | 'end' | 'kind' | 'count'>;

/** Names from a part's beginning on; null where it begins with none. */
function namesAt(line: string, { start, end }: Span, isMarked: boolean): Names | null {
  let last = -1;
  let at = start;
  let count = 0;
  for (;;) {
    const name = nameAt(line, { start: at, end }, isMarked && last < 0);
    if (name === null || (last >= 0 && !endsThere(line, name, end))) break;
    last = name;
    count++;
    const after = afterJoint(line, name);
    if (after === null || after >= end) break;
    at = after;
  }
  return last < 0 ? null : { start, end: last, kind: 'names', count };
}

/** A name with the degrees behind it. */
function titledAt(line: string, names: Names | null, limit: number): Names | null {
  if (!names) return null;
  CREDENTIALS.lastIndex = names.end;
  const end = CREDENTIALS.test(line) ? CREDENTIALS.lastIndex : 0;
  return end > 0 && end <= limit + 1 ? { ...names, end, kind: 'titled' } : null;
}

/** The first of several names, or the first two words of a longer one alone. */
function shortOf(line: string, names: Names | null): Names | null {
  if (!names) return null;
  if (names.count > 1) {
    const joint = line.slice(names.start, names.end).search(/\s?[,，、]/u);
    return joint > 0 ? { ...names, end: names.start + joint, kind: 'short', count: 1 } : null;
  }
  const words = line.slice(names.start, names.end).split(' ');
  const [first, second] = words;
  if (words.length < 3 || !first || !second || PARTICLES.has(second) || second.length < 3) return null;
  return { ...names, end: names.start + first.length + 1 + second.length, kind: 'short' };
}

function afterJoint(line: string, at: number): number | null {
  for (const joint of [JOINT, HANGUL_JOINT]) {
    joint.lastIndex = at;
    if (joint.test(line)) return joint.lastIndex;
  }
  return null;
}

/** Whether a name after a comma is all that stands there: `Doe, Cherry Hill Courier` names no second author. */
function endsThere(line: string, end: number, limit: number): boolean {
  if (end >= limit || afterJoint(line, end) !== null) return true;
  const next = /^\s+(\p{Lu}[\p{L}.]*)/u.exec(line.slice(end, Math.min(limit, end + 40)))?.[1];
  return next === undefined || isNoName(next);
}

/** Index after the name at the beginning of a span; null where there is none. */
function nameAt(line: string, { start, end }: Span, isMarked: boolean): number | null {
  EAST_ASIAN.lastIndex = start;
  const run = EAST_ASIAN.exec(line)?.[0].slice(0, end - start);
  if (run) return eastAsianName(line, { start, end }, run, isMarked);
  if (CASELESS.test(line.slice(start, start + 1))) return caselessName(line, { start, end });
  let words = 0;
  let last = start;
  let at = start;
  while (words < MOST_WORDS && at < end) {
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined) break;
    if (isNoName(word)) {
      if (words < 2 && !(isMarked && words === 1)) return null;
      break;
    }
    const isCapital = !/^\p{Ll}/u.test(word);
    if (!isCapital && !(PARTICLES.has(word) && (words > 0 || isMarked))) break;
    if (isCapital) {
      words++;
      last = at + word.length;
    }
    at += word.length;
    if (line.charAt(at) !== ' ' && line.charAt(at) !== '\u00a0') break;
    at++;
  }
  if (words < (isMarked ? 1 : 2)) return null;
  return withoutEcho(line, start, last);
}

/** `Eric Berger Eric Berger`: an author's picture and his name. */
function withoutEcho(line: string, start: number, end: number): number {
  const half = (end - start - 1) / 2;
  const isEcho = line.slice(start, start + half) === line.slice(end - half, end);
  return Number.isInteger(half) && half > 2 && isEcho ? start + half : end;
}

function eastAsianName(line: string, { start, end }: Span, run: string, isMarked: boolean): number | null {
  const cut = isMarked ? run.search(EAST_ASIAN_AFTER) : -1;
  const name = cut > 0 ? run.slice(0, cut) : run.replace(REPORTER_AFTER, '');
  const after = start + run.length;
  const isReporter = name !== run || REPORTER_NEXT.test(line.slice(after, after + 6));
  if (name === run && name.length <= LONGEST_EAST_ASIAN && after < end) {
    MORE_EAST_ASIAN.lastIndex = after;
    const more = MORE_EAST_ASIAN.exec(line)?.[0];
    const isOne =
      more &&
      after + more.length <= end &&
      (line.charAt(after) !== ' ' || (run.length <= 3 && more.length <= 4));
    if (isOne) return after + more.length;
  }
  const most = isMarked || isReporter ? LONGEST_EAST_ASIAN + 1 : LONGEST_EAST_ASIAN;
  return name.length >= 2 && name.length <= most ? start + name.length : null;
}

/** Two to five words that fill their part. */
function caselessName(line: string, { start, end }: Span): number | null {
  const text = line.slice(start, end);
  const comma = text.search(/[,،]/u);
  const own = comma < 0 ? text : text.slice(0, comma);
  const words = own.split(/[ \u00a0]/u);
  const isName =
    words.length <= 5 &&
    words.every((word) => word !== '' && /^[\p{L}\p{M}.'’]+$/u.test(word) && !isLabel(word));
  return isName ? start + own.length : null;
}

function isNoName(word: string): boolean {
  return NO_NAMES.has(word.toLowerCase().replace(/[.]$/, ''));
}

/** An office or an agency that signs, `The Associated Press`: a run of capitalized words, with small ones between them. */
function officeAt(line: string, { start, end }: Span) {
  EAST_ASIAN.lastIndex = start;
  const run = EAST_ASIAN.exec(line)?.[0];
  if (run && run.length > 1 && run.length <= LONGEST_OFFICE && start + run.length === end) {
    return { start, end, kind: 'office' as const, count: 1 };
  }
  let last = -1;
  let at = start;
  for (let words = 0; words < MOST_OF_OFFICE && at < end; words++) {
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined) break;
    if (/^\p{Ll}/u.test(word) && !/\./.test(word) && (last < 0 ? word.length > 4 : !LINKING.has(word))) break;
    if (!LINKING.has(word)) last = at + word.length;
    at += word.length;
    if (line.charAt(at) !== ' ') break;
    at++;
  }
  return last < 0 ? null : { start, end: last, kind: 'office' as const, count: 1 };
}

/** A name that its bearer writes small or in one word, after a word for authors: `by millpond99`. */
function handleAt(line: string, { start, end }: Span) {
  const word = /^@?[\p{L}\p{N}_.-]{2,30}(?=\s|$)/u.exec(line.slice(start, Math.min(end, start + 32)))?.[0];
  if (word === undefined || isNoName(word) || isLabel(word)) return null;
  return { start, end: start + word.length, kind: 'handle' as const, count: 1 };
}
