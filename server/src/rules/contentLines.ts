import type { Page } from '../core/model/page';
import { isContent } from '../core/model/role';
import { signsOf } from '../core/text/signs';
import { perPage } from './perPage';

/** A line of an article that was written by people, as against the site's furniture and its data fields. */
export interface ContentLine {
  /** Relative to the page. */
  readonly line: number;
  readonly text: string;
  /** What its characters show: {@link Sign}s. */
  readonly signs: number;
}

/**
 * The lines that typography rules look at: all content but metadata lines, whose spacing is the site's layout.
 */
export const contentLines: (page: Page) => readonly ContentLine[] = perPage((page) =>
  page.lines.flatMap((text, line) => {
    const role = page.roles[line];
    return role && role !== 'metadata' && isContent(role) ? [{ line, text, signs: signsOf(text) }] : [];
  }),
);

/** The character (code point) that ends before column `at`; `''` at the line's start. */
export function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const high = text.charCodeAt(at - 2);
  const pair = low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
  return text.slice(Math.max(0, at - (pair ? 2 : 1)), at);
}

/** The character (code point) that begins at column `at`; `''` at the line's end. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Column of the first blank of the run of spaces and no-break spaces that ends before column `at`. */
export function gapStart(text: string, at: number): number {
  let start = at;
  while (isGap(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Column after the run of spaces and no-break spaces that begins at column `at`. */
export function gapEnd(text: string, at: number): number {
  let end = at;
  while (isGap(text.charCodeAt(end))) end++;
  return end;
}

function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0;
}
