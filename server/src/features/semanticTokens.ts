import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import type { Dump, Page } from '../core/model/page';
import type { Range } from '../core/model/range';
import type { Role } from '../core/model/role';
import { datesOn, normalized, trimmedRange } from './places';
import { LEGEND, type TOKEN_TYPES } from './tokenTypes';

type TokenType = (typeof TOKEN_TYPES)[number]['id'];

const UNCERTAIN = 1;
const REPEATED = 2;

/** Below this confidence a line counts as uncertain: it is likelier of another role. */
const SURE = 0.5;

/** The types of whole lines. Fields and dates inside a line have types of their own. */
const LINE_TYPES: Partial<Record<Role, TokenType>> = {
  headline: 'headline',
  deck: 'deck',
  byline: 'byline',
  subheading: 'subheading',
  caption: 'caption',
  outlet: 'outlet',
  'related-heading': 'relatedHeading',
  'related-title': 'relatedTitle',
};

/** One coloured stretch of a line; columns are UTF-16 units. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
}

/** Tokens as LSP encodes them: five numbers each, relative to the one before. `within` leaves out lines outside it. */
export function semanticTokens(dump: Dump, within?: Range): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastStart = 0;
  for (const { page, startLine } of dump.pages) {
    const from = Math.max(0, (within?.start.line ?? 0) - startLine);
    const to = Math.min(page.lines.length - 1, (within?.end.line ?? Number.MAX_SAFE_INTEGER) - startLine);
    if (from > to) continue;
    const repeated = repeatedLines(page);
    for (let line = from; line <= to; line++) {
      const modifiers =
        ((page.confidence[line] ?? 1) < SURE ? UNCERTAIN : 0) | (repeated.has(line) ? REPEATED : 0);
      for (const { start, end, type } of lineTokens(page, line)) {
        const fileLine = line + startLine;
        data.push(
          fileLine - lastLine,
          fileLine === lastLine ? start - lastStart : start,
          end - start,
          LEGEND.tokenTypes.indexOf(type),
          modifiers,
        );
        lastLine = fileLine;
        lastStart = start;
      }
    }
  }
  return data;
}

/** The one edit that turns the numbers of one answer into those of the next; none where they are the same. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const deleteCount = before.length - start - tail;
  const data = after.slice(start, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** The tokens of one line, in order: dates and the source before the line's own type, which takes what is left. */
function lineTokens(page: Page, line: number): readonly Token[] {
  const role = page.roles[line] ?? '';
  if (role === '') return [];
  const inner: Token[] = datesOn(page, line).map(({ range }) => ({
    start: range.start.character,
    end: range.end.character,
    type: 'date',
  }));
  const source = page.article?.source?.range;
  if (source?.start.line === line && source.end.line === line) {
    inner.push({ start: source.start.character, end: source.end.character, type: 'source' });
  }
  inner.sort((a, b) => a.start - b.start);
  const whole = trimmedRange(page, line);
  const type = LINE_TYPES[role];
  const tokens: Token[] = [];
  let at = whole.start.character;
  const fill = (end: number): void => {
    if (type && end > at) tokens.push({ start: at, end, type });
  };
  for (const token of inner) {
    if (token.start < at || token.end <= token.start) continue;
    fill(token.start);
    tokens.push(token);
    at = token.end;
  }
  fill(whole.end.character);
  return tokens;
}

const repeatedByPage = new WeakMap<Page, ReadonlySet<number>>();

/** Lines whose text stands further up on the page. */
function repeatedLines(page: Page): ReadonlySet<number> {
  const known = repeatedByPage.get(page);
  if (known) return known;
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const [line, text] of page.lines.entries()) {
    if (page.roles[line] === '') continue;
    const key = normalized(text);
    if (seen.has(key)) repeated.add(line);
    seen.add(key);
  }
  repeatedByPage.set(page, repeated);
  return repeated;
}
