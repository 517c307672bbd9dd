import type { DateMention } from '../core/model/date';
import type { Dump, Page, PlacedPage, Section } from '../core/model/page';
import { comparePositions, type Position, type Range, rangeInLine } from '../core/model/range';
import type { Role } from '../core/model/role';
import { isSpace } from '../core/text/characters';

/** A line of a file and the page that it belongs to. */
export interface PlacedLine {
  readonly page: Page;
  /** The page's first line in the file. */
  readonly startLine: number;
  /** The line, counted from the page's first. */
  readonly line: number;
  readonly text: string;
  readonly role: Role | '';
}

/** The page that holds a line of the file, null below the last one. */
export function pageAt(dump: Dump, line: number): PlacedPage | null {
  let low = 0;
  let high = dump.pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dump.pages[middle]?.startLine ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return dump.pages[low - 1] ?? null;
}

/** A line of the file with its page, null where there is no such line. */
export function lineAt(dump: Dump, line: number): PlacedLine | null {
  const placed = pageAt(dump, line);
  if (placed === null) return null;
  const { page, startLine } = placed;
  const text = page.lines[line - startLine];
  if (text === undefined) return null;
  return { page, startLine, line: line - startLine, text, role: page.roles[line - startLine] ?? '' };
}

/** The range of a line without the white space around its text. */
export function trimmedRange(page: Page, line: number): Range {
  const text = page.lines[line] ?? '';
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return rangeInLine(line, start, end);
}

/** The range from the first unit of one line up to the last one of another. */
export function linesRange(page: Page, startLine: number, endLine: number): Range {
  return {
    start: { line: startLine, character: 0 },
    end: { line: endLine, character: page.lines[endLine]?.length ?? 0 },
  };
}

/** The first and the last line of a page that are not blank; null for a page of blank lines. */
export function filledLines(page: Page): { readonly startLine: number; readonly endLine: number } | null {
  const startLine = page.roles.findIndex((role) => role !== '');
  if (startLine < 0) return null;
  return { startLine, endLine: page.roles.findLastIndex((role) => role !== '') };
}

/** The text of a line without white space around it, white space inside it made single: what makes two lines the same. */
export function normalized(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most `length` UTF-16 units of a text, with an ellipsis where some were left off; no character is cut in two. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 2);
  const isHighSurrogate = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, isHighSurrogate ? length - 2 : length - 1).trimEnd()}…`;
}

/** Whether `inner` lies inside `outer`, bounds included. */
export function isInside(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

/** The sections that hold a line of a page, from the outermost in. */
export function sectionsAt(sections: readonly Section[], line: number): readonly Section[] {
  const section = sections.find(({ startLine, endLine }) => startLine <= line && line <= endLine);
  return section === undefined ? [] : [section, ...sectionsAt(section.children, line)];
}

/** A position on a line that is there: beyond the line's end is its end. */
export function clamp(text: string, position: Position): number {
  return Math.max(0, Math.min(position.character, text.length));
}

const datesByLine = new WeakMap<Page, ReadonlyMap<number, readonly DateMention[]>>();

/** The dates on one line of a page. */
export function datesOn(page: Page, line: number): readonly DateMention[] {
  const known = datesByLine.get(page) ?? groupDates(page);
  datesByLine.set(page, known);
  return known.get(line) ?? [];
}

function groupDates(page: Page): ReadonlyMap<number, readonly DateMention[]> {
  const groups = new Map<number, DateMention[]>();
  for (const date of page.dates) {
    const group = groups.get(date.range.start.line);
    if (group) group.push(date);
    else groups.set(date.range.start.line, [date]);
  }
  return groups;
}
