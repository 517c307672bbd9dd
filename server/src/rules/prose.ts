import type { Page } from '../core/model/page';
import type { Role } from '../core/model/role';
import { Sign } from '../core/text/signs';
import { type ContentLine, contentLines } from './contentLines';
import { perPage } from './perPage';

/** Roles of lines that are written in sentences, or could be. Bylines are names and fields. */
const PROSE: ReadonlySet<Role | ''> = new Set([
  'headline',
  'deck',
  'paragraph',
  'subheading',
  'list-item',
  'caption',
]);

/** The lines of an article that are written in a human language: no bylines, no program code. */
export const proseLines: (page: Page) => readonly ContentLine[] = perPage((page) =>
  contentLines(page).filter(({ line }) => isProse(page, line) && !isCode(page, line)),
);

/** Whether a line has a role of running text. */
export function isProse(page: Page, line: number): boolean {
  return PROSE.has(page.roles[line] ?? '');
}

/** The page's language without region and script: `pt` for `pt-BR`; null where it is not known. */
export function languageOf(page: Page): string | null {
  return page.language?.toLowerCase().split('-')[0] ?? null;
}

/** Signs that prose does not have, but programs, markup and logs do. */
const CODE =
  /[{}\\]|\(\)|=>|->|\w::\w|<\/|\w\.\w+\(|[=<>!]=|\w=\w|\s=\s|:\/\/|\w_\w|\]\(|^\s*(?:\$|>|#|\/\/)\s?\w/;

const ADDRESS = /\bhttps?:\/\/\S+/g;

/** Whether a line of an article is code, markup or a log rather than sentences; sentences may hold web addresses. */
export function isCode(page: Page, line: number): boolean {
  return codeLines(page).has(line);
}

const codeLines = perPage(
  (page): ReadonlySet<number> =>
    new Set(contentLines(page).flatMap((line) => (looksLikeCode(line) ? [line.line] : []))),
);

/** Whether an article has such lines, so that its sentences may name parts of programs. */
export function hasCode(page: Page): boolean {
  return codeLines(page).size > 0;
}

function looksLikeCode({ text, signs }: ContentLine): boolean {
  return (signs & Sign.Code) !== 0 && CODE.test(text.replace(ADDRESS, ' '));
}

/** The line end that a page is written with: that of its first line. */
export function lineEndOf({ ends }: Page): string {
  return ends[0] || '\n';
}

/** What ends a paragraph in this page: one line end, or two where blank lines part its lines. */
export function paragraphBreak(page: Page): string {
  const { lines, ends } = page;
  const end = lineEndOf(page);
  const isDouble = lines.some((line, at) => line === '' && ends[at] === end && ends[at - 1] === end);
  return isDouble ? end + end : end;
}

/** The next line below `line` that is not blank, or -1. */
export function nextLine(page: Page, line: number): number {
  for (let next = line + 1; next < page.roles.length; next++) {
    if (page.roles[next] !== '') return next;
  }
  return -1;
}

/** The next line above `line` that is not blank, or -1. */
export function previousLine(page: Page, line: number): number {
  for (let previous = line - 1; previous >= 0; previous--) {
    if (page.roles[previous] !== '') return previous;
  }
  return -1;
}
