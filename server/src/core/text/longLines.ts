import type { Dump, Page } from '../model/page';
import { perObject } from '../perObject';

/**
 * UTF-16 units above which a line is nothing that anybody reads: neither dates nor damage are looked for in it. Regular
 * expressions run out of stack on some eight million units, and a million dates fill the memory (measured with Node 20).
 */
export const LONGEST_LINE = 1_000_000;

/** The page with its long lines as blank ones; the page itself where it has none. */
export function withoutLongLines(page: Page): Page {
  if (firstIn(page) < 0) return page;
  const { lines, roles } = page;
  return {
    ...page,
    lines: lines.map((line) => (isLong(line) ? '' : line)),
    roles: roles.map((role, index) => (isLong(lines[index] ?? '') ? '' : role)),
  };
}

/** The first line of a file that is too long to be checked, counted from 0; null where there is none. */
export function firstLongLine({ pages }: Dump): number | null {
  for (const { page, startLine } of pages) {
    const line = firstIn(page);
    if (line >= 0) return startLine + line;
  }
  return null;
}

/** A page's first long line; -1 where it has none. */
const firstIn = perObject(({ lines }: Page) => lines.findIndex(isLong));

function isLong(line: string): boolean {
  return line.length > LONGEST_LINE;
}
