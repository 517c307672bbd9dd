import type { Dump } from '../core/model/page';
import type { Range } from '../core/model/range';
import { isBlank } from '../core/text/lines';

/** A stretch of a text by its words, in the terms of the W3C's TextQuoteSelector: it is found again where it has moved. */
export interface Quote {
  readonly exact: string;
  /** What stands before it, and behind it. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** UTF-16 units that are quoted of a range, and of what stands around it. */
const LONGEST_EXACT = 200;
const LONGEST_CONTEXT = 40;
/** Units on either side that are looked at: contexts written by hand may be longer. */
const REACH = 400;

/** What is quoted of a range: its text, no more than of its first line. */
export function exactAt(dump: Dump, { start, end }: Range): string {
  const text = lineOf(dump, start.line);
  const to = end.line === start.line ? end.character : text.length;
  return text.slice(start.character, Math.min(to, start.character + LONGEST_EXACT));
}

/** A quote of a range, with what stands around it in its line; where that is nothing, with the ends of its neighbours. */
export function quoteAt(dump: Dump, range: Range): Quote {
  const exact = exactAt(dump, range);
  const { line, character } = range.start;
  const text = lineOf(dump, line);
  const before = text.slice(0, character);
  const after = text.slice(character + exact.length);
  const isAlone = lettersOf(before + after) === '';
  const prefix = (isAlone ? neighbour(dump, line, -1) : before).slice(-LONGEST_CONTEXT);
  const suffix = (isAlone ? neighbour(dump, line, 1) : after).slice(0, LONGEST_CONTEXT);
  return {
    exact,
    ...(lettersOf(prefix) !== '' && { prefix }),
    ...(lettersOf(suffix) !== '' && { suffix }),
  };
}

/** The letters and digits around a place: spaces and marks, which get mended, tell nothing. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** What stands around a range, on its line and on its neighbours. */
export function contextAt(dump: Dump, range: Range): Context {
  const { line, character } = range.start;
  const text = lineOf(dump, line);
  const end = character + exactAt(dump, range).length;
  return {
    before: lettersOf(`${neighbour(dump, line, -1)} ${text.slice(0, character)}`.slice(-REACH)),
    after: lettersOf(`${text.slice(end)} ${neighbour(dump, line, 1)}`.slice(0, REACH)),
  };
}

/** What a quote tells of its context; a side that it does not tell of is empty. */
export function contextOf({ prefix = '', suffix = '' }: Quote): Context {
  return { before: lettersOf(prefix), after: lettersOf(suffix) };
}

/** How what stands around a place fits what a quote tells of it: on all told sides, on one of two, or not. */
export function fit(actual: Context, told: Context): 'whole' | 'partly' | 'not' {
  const fitsBefore = actual.before.endsWith(told.before);
  const fitsAfter = actual.after.startsWith(told.after);
  if (fitsBefore && fitsAfter) return 'whole';
  return (fitsBefore && told.before !== '') || (fitsAfter && told.after !== '') ? 'partly' : 'not';
}

/** A quote's text, no longer than what is compared with it. */
export function comparable(exact: string): string {
  return exact.slice(0, LONGEST_EXACT);
}

/** The nearest line with text above (-1) or below (1), on the same page. */
function neighbour(dump: Dump, line: number, step: -1 | 1): string {
  const placed = pageAt(dump, line);
  const lines = placed?.page.lines ?? [];
  for (let at = line - (placed?.startLine ?? 0) + step; at >= 0 && at < lines.length; at += step) {
    const text = lines[at] ?? '';
    if (!isBlank(text)) return text;
  }
  return '';
}

function lineOf(dump: Dump, line: number): string {
  const placed = pageAt(dump, line);
  return placed?.page.lines[line - placed.startLine] ?? '';
}

/** The page that holds a line of the file. */
function pageAt({ pages }: Dump, line: number): Dump['pages'][number] | undefined {
  let low = 0;
  let high = pages.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.startLine ?? 0) <= line) low = middle;
    else high = middle;
  }
  return pages[low];
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
