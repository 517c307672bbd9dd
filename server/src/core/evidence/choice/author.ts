import { type AuthorKind, type AuthorSpan, authorSpans, isAuthorWord } from '../../authors/spans';
import { KOREAN_SURNAMES, SURNAMES } from '../../authors/words';
import { datesIn } from '../../dates';
import { Kind, kindOf } from '../../text/characters';
import { perLine } from '../../text/perLine';
import type { LineOdds, PageLine } from '../evidence';
import { type Forest, sumTrees } from '../learnt/trees';
import { likeliest } from '../likeliest';
import { FLOOR } from './title';

/** A stretch of a page's line that may name its author or authors. */
export interface AuthorCandidate extends AuthorSpan {
  /** Index into the page's lines; columns count from the beginning of the line's text. */
  readonly index: number;
  readonly text: string;
}

/** What is known of a page's lines, and which of them is its title. */
export type TitledOdds = LineOdds & { readonly title: number };

/** Lines around the likeliest title that are looked at whatever was learnt of them. */
const ABOVE_TITLE = 2;
const BELOW_TITLE = 6;
/** At the two ends of the text as many lines can open or close with an author's name. */
const EDGE_LINES = 2;
/** How much of their beginning and end is looked at. */
const EDGE = 110;
/** Lines of so many words are no author lines. */
const LONG_LINE = 45;
/** No more lines than these are looked at, the likeliest first. */
const MOST_LINES = 20;
const FAR = 60;
/** More likelier lines than these are not counted. */
const MOST_LIKELIER = 20;
/** A biography begins with its name and goes on for so many words. */
const BIOGRAPHY = 8;

const KINDS: readonly AuthorKind[] = ['names', 'short', 'titled', 'office', 'handle'];

/** Columns of {@link authorFeatures}. */
export const AUTHOR_WIDTH = 51;

/** Log odds from which on a candidate is believed. */
const BELIEVED = -1;

/** The likeliest author or authors of a page; null where nobody is likely enough. */
export function chooseAuthor(
  lines: readonly PageLine[],
  odds: TitledOdds,
  forest: Forest,
): AuthorCandidate | null {
  const candidates = authorCandidates(lines, odds);
  const sums = sumTrees(forest, authorFeatures(lines, odds, candidates), AUTHOR_WIDTH);
  const best = likeliest(sums);
  return (sums[best] ?? FLOOR) >= BELIEVED ? (candidates[best] ?? null) : null;
}

/** All stretches of a page that may name its author or authors. */
export function authorCandidates(lines: readonly PageLine[], odds: TitledOdds): readonly AuthorCandidate[] {
  return candidateLines(lines, odds).flatMap((index) => {
    const line = lines[index];
    if (!line) return [];
    const isLong = line.measures.words > LONG_LINE || line.text.length > 2 * EDGE + 60;
    const spans = isLong ? edgeSpans(line.text) : ownSpans(line, isAuthorWord(lines[index - 1]?.text ?? ''));
    return spans.map((span) => ({ ...span, index, text: line.text.slice(span.start, span.end) }));
  });
}

/** Indices of the lines that may name authors, in order. */
function candidateLines(lines: readonly PageLine[], odds: TitledOdds): readonly number[] {
  const chosen = new Set<number>();
  const { byline, title } = odds;
  const likely = Array.from(byline.keys())
    .filter((index) => (byline[index] ?? FLOOR) > FLOOR)
    .sort((a, b) => (byline[b] ?? 0) - (byline[a] ?? 0))
    .slice(0, MOST_LINES);
  for (const index of likely) {
    chosen.add(index);
    if (isAuthorWord(lines[index]?.text ?? '')) chosen.add(index + 1);
  }
  for (let index = Math.max(0, title - ABOVE_TITLE); index <= title + BELOW_TITLE; index++) chosen.add(index);
  for (const index of edgesOf(odds)) chosen.add(index);
  return [...chosen].filter((index) => index < lines.length && index !== title).sort((a, b) => a - b);
}

/** The first and last lines of the text. */
function edgesOf({ content }: LineOdds): readonly number[] {
  const text = Array.from(content.keys()).filter((index) => (content[index] ?? 0) > 0);
  return [...text.slice(0, EDGE_LINES), ...text.slice(-EDGE_LINES), (text.at(-1) ?? -1) + 1];
}

function ownSpans(line: PageLine, isAnnounced: boolean): readonly AuthorSpan[] {
  const spans = spansBetweenDates(line.text);
  return isAnnounced ? spans.map((span) => ({ ...span, word: span.word ?? 'author' })) : spans;
}

const spansBetweenDates = perLine((text) => authorSpans(text, datesIn(text)));

/** Of a paragraph the names that a word announces, at its beginning and end. */
const edgeSpans = perLine((text): readonly AuthorSpan[] => {
  const tail = Math.max(EDGE, text.length - EDGE);
  const head = authorSpans(text.slice(0, EDGE), []);
  const foot = authorSpans(text.slice(tail), []).map((span) => ({
    ...span,
    start: span.start + tail,
    end: span.end + tail,
  }));
  return [...head, ...foot].filter(({ word, reporter }) => word !== null || reporter);
});

/** Features of candidates, row by row. */
export function authorFeatures(
  lines: readonly PageLine[],
  { title, byline, headline, metadata, content }: TitledOdds,
  candidates: readonly AuthorCandidate[],
): Float32Array {
  const matrix = new Float32Array(candidates.length * AUTHOR_WIDTH);
  const first = content.findIndex((value, index) => value > 0 && (lines[index]?.measures.words ?? 0) >= 10);
  const last = content.reduce((at, value, index) => (value > 0 ? index : at), -1);
  const mentions = countMentions(lines, candidates);
  const most = candidates.reduce((top, { index }) => Math.max(top, byline[index] ?? FLOOR), FLOOR);
  const small = smallWords(lines, candidates);
  const likelier = Array.from(byline.filter((value) => value > FLOOR))
    .sort((a, b) => b - a)
    .slice(0, MOST_LIKELIER);
  const announced = new Set(candidates.filter(({ word }) => word === 'author').map(({ text }) => fold(text)));
  candidates.forEach((candidate, row) => {
    const { index, start, end, text } = candidate;
    const line = lines[index];
    if (!line) return;
    const { measures: m } = line;
    const folded = fold(text);
    const seen = mentions.get(folded);
    const words = text.split(/\s+/);
    const kind = kindOf(text.charCodeAt(0));
    let at = row * AUTHOR_WIDTH;
    const put = (value: number) => {
      matrix[at++] = value;
    };
    const odds = (part: Float32Array, step = 0) => put(Math.max(FLOOR, part[index + step] ?? FLOOR));
    odds(byline);
    odds(byline, 1);
    odds(byline, -1);
    odds(headline);
    odds(metadata);
    odds(metadata, 1);
    odds(metadata, -1);
    odds(content);
    odds(content, 1);
    odds(content, -1);
    put(most - (byline[index] ?? FLOOR));
    put(title < 0 ? FAR : clamp(index - title));
    put(first < 0 ? FAR : clamp(index - first));
    put(last < 0 ? FAR : clamp(index - last));
    put(index);
    put(m.words);
    put((end - start) / Math.max(1, line.text.length));
    put(start);
    put(candidate.word === 'author' ? 2 : candidate.word === 'editor' ? 1 : 0);
    put(candidate.reporter ? 1 : 0);
    put(KINDS.indexOf(candidate.kind));
    put(candidate.count);
    put(candidate.whole ? 1 : 0);
    put(candidate.part);
    put(line.dates.length);
    put(datesOf(lines[index - 1]));
    put(datesOf(lines[index + 1]));
    put(words.length);
    put(text.length);
    put(words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length);
    put(text.toUpperCase() === text ? 1 : 0);
    put(kind >= Kind.Ideograph ? 1 : 0);
    put(seen?.alone ?? 0);
    put(seen?.in ?? 0);
    put(seen?.opening ?? 0);
    put(seen?.copyright ?? 0);
    put(seen && seen.firstLine < index ? 1 : 0);
    put(announced.has(folded) ? 1 : 0);
    put(line.categories.size);
    put(line.categories.has('share') ? 1 : 0);
    put(line.categories.has('related') ? 1 : 0);
    put(isAuthorWord(lines[index - 1]?.text ?? '') ? 1 : 0);
    put(m.separators);
    put(m.sentences);
    put(
      /^[,、|·•/–—-]|^\s+[|·•/–—-]/u.test(line.text.slice(end, end + 3))
        ? 1
        : end >= line.text.length
          ? 2
          : 0,
    );
    put(lines.length);
    put(words.filter((word) => small.has(word.toLowerCase())).length / words.length);
    put(/['’]s$/u.test(text) ? 1 : 0);
    put(line.text.length - end);
    put(surnameSign(text));
    put(likelier.filter((value) => value > (byline[index] ?? FLOOR)).length);
  });
  return matrix;
}

interface Mentions {
  /** Lines that are no more than it, that hold it, that begin with it and go on, that claim its copyright. */
  alone: number;
  in: number;
  opening: number;
  copyright: number;
  firstLine: number;
}

/** More of a line, and of a page, is not looked at for small words and for further mentions. */
const MOST_OF_TEXT = 600;
const MOST_LINES_OF_TEXT = 150;
const MOST_LINES_OF_PAGE = 3000;

/** What more of a page's lines is not looked at for names. */
const LOOKED_AT = 160;

/** More of them are not counted. */
const MOST_MENTIONS = 50;

/** How often what candidates say stands on the page: they are few, each is looked for once. */
function countMentions(
  lines: readonly PageLine[],
  candidates: readonly AuthorCandidate[],
): ReadonlyMap<string, Mentions> {
  const beginnings = lines.slice(0, MOST_LINES_OF_PAGE).map(({ text }) => text.slice(0, LOOKED_AT));
  const all = fold(`\n${beginnings.join('\n')}\n`);
  const starts: number[] = [];
  for (let start = 1; start < all.length; start = all.indexOf('\n', start) + 1) starts.push(start);
  const found = new Map<string, Mentions>();
  for (const { text } of candidates) {
    const name = fold(text);
    if (!found.has(name)) found.set(name, mentionsOf(name, all, starts, lines));
  }
  return found;
}

/**
 * @param all the beginnings of the page's lines, in small letters, a line feed before and after each
 * @param starts where each begins in it
 */
function mentionsOf(
  name: string,
  all: string,
  starts: readonly number[],
  lines: readonly PageLine[],
): Mentions {
  const mentions: Mentions = { alone: 0, in: 0, opening: 0, copyright: 0, firstLine: lines.length };
  let last = -1;
  for (let at = all.indexOf(name); at >= 0 && mentions.in < MOST_MENTIONS; at = all.indexOf(name, at + 1)) {
    const index = lastAtOrBelow(starts, at);
    if (index === last) continue;
    last = index;
    const [start, end] = [starts[index] ?? 0, (starts[index + 1] ?? all.length) - 1];
    mentions.in++;
    mentions.firstLine = Math.min(mentions.firstLine, index);
    if (at === start && at + name.length === end) mentions.alone++;
    else if (at === start && (lines[index]?.measures.words ?? 0) >= BIOGRAPHY) mentions.opening++;
    const own = all.slice(start, end);
    if (own.includes('©') || own.includes('copyright')) mentions.copyright++;
  }
  return mentions;
}

/** Index of the last of some rising numbers that is not above a value. */
function lastAtOrBelow(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether an East Asian name begins as such names do: 1 or -1; 0 for other scripts. */
function surnameSign(text: string): number {
  if (kindOf(text.charCodeAt(0)) < Kind.Ideograph) return 0;
  return SURNAMES.test(text) || KOREAN_SURNAMES.test(text) ? 1 : -1;
}

/** Words of candidates that the page also writes with a small first letter: names never are. */
function smallWords(lines: readonly PageLine[], candidates: readonly AuthorCandidate[]): ReadonlySet<string> {
  const text = lines
    .filter(({ measures }) => measures.words >= BIOGRAPHY)
    .slice(0, MOST_LINES_OF_TEXT)
    .map((line) => line.text.slice(0, MOST_OF_TEXT))
    .join('\n');
  const asked = new Set(candidates.flatMap((each) => each.text.toLowerCase().match(/\p{L}+/gu) ?? []));
  return new Set([...asked].filter((word) => hasWord(text, word)));
}

/** Whether a run of letters stands in a text with no letter before or after it. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true;
  }
  return false;
}

function isLetter(character: string): boolean {
  return /^\p{L}/u.test(character);
}

function fold(text: string): string {
  return text.toLowerCase();
}

function clamp(value: number): number {
  return Math.max(-FAR, Math.min(FAR, value));
}

function datesOf(line: PageLine | undefined): number {
  if (!line) return -1;
  return line.dateOnly ? 2 : line.dates.length > 0 ? 1 : 0;
}
