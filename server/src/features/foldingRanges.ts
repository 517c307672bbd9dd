import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Dump, Page, Section, SectionKind } from '../core/model/page';
import { isContent } from '../core/model/role';
import { filledLines } from './places';
import { cardsCounted } from './words';

/** Lines without a blank one between them that are worth folding. */
const LONG_RUN = 3;

/** What a client's folding can do. */
export interface FoldingOptions {
  /** At most so many ranges, where the client has a limit. */
  readonly rangeLimit?: number | undefined;
  /** Whether the client shows a text of ours in place of what is folded. */
  readonly collapsedText?: boolean | undefined;
}

/** A stretch of lines that folds and how many others lie around it. */
interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly depth: number;
  readonly kind: FoldingRangeKind;
  readonly collapsedText?: string;
}

/**
 * What folds: pages where there are several, sections, cards, and runs of text lines. Parts of the article are regions
 * and furniture is comments, so that folding all comments leaves the article. Over the client's limit the outermost stay.
 */
export function foldingRanges(dump: Dump, options: FoldingOptions = {}): FoldingRange[] {
  const folds = dump.pages.flatMap(({ page, startLine }) =>
    pageFolds(page, dump.pages.length > 1).map((fold) => ({
      ...fold,
      startLine: fold.startLine + startLine,
      endLine: fold.endLine + startLine,
    })),
  );
  return outermost(folds, options.rangeLimit ?? folds.length).map(
    ({ startLine, endLine, kind, collapsedText }) => ({
      startLine,
      endLine,
      kind,
      ...(options.collapsedText && collapsedText !== undefined && { collapsedText }),
    }),
  );
}

const foldsOfMany = new WeakMap<Page, readonly Fold[]>();

/** The folds of a page, relative to it; of one of many found once. */
function pageFolds(page: Page, isOneOfMany: boolean): readonly Fold[] {
  if (!isOneOfMany) return findFolds(page, false);
  const folds = foldsOfMany.get(page) ?? findFolds(page, true);
  foldsOfMany.set(page, folds);
  return folds;
}

function findFolds(page: Page, isOneOfMany: boolean): readonly Fold[] {
  const filled = filledLines(page);
  if (filled === null) return [];
  const inner = page.sections.flatMap((section) => sectionFolds(page, section, isOneOfMany ? 1 : 0));
  const folds: readonly Fold[] = isOneOfMany
    ? [{ ...filled, depth: 0, kind: FoldingRangeKind.Region }, ...inner]
    : inner;
  return oneForALine(folds.filter(({ startLine, endLine }) => startLine < endLine));
}

function sectionFolds(page: Page, section: Section, depth: number): readonly Fold[] {
  const { kind, startLine, endLine, children } = section;
  const folds: Fold[] = [{ startLine, endLine, depth, kind: foldKind(kind), ...collapsed(page, section) }];
  for (const child of children) folds.push(...sectionFolds(page, child, depth + 1));
  if (foldKind(kind) === FoldingRangeKind.Region) folds.push(...textRuns(page, section, depth + 1));
  return folds;
}

/** Article parts are regions, furniture is comments. */
function foldKind(kind: SectionKind): FoldingRangeKind {
  const isArticle = kind === 'headline' || kind === 'metadata' || kind === 'body' || kind === 'passage';
  return isArticle ? FoldingRangeKind.Region : FoldingRangeKind.Comment;
}

function collapsed(page: Page, { kind, startLine, children }: Section): { collapsedText?: string } {
  const first = page.lines[startLine] ?? '';
  if (kind === 'related') return { collapsedText: `${first.trim()} · ${cardsCounted(children.length)}` };
  return {};
}

/** Text lines directly in a section that stand without a blank line between them: wrapped or single-spaced text. */
function textRuns(page: Page, { startLine, endLine, children }: Section, depth: number): readonly Fold[] {
  const inChild = new Set(
    children.flatMap((child) =>
      Array.from({ length: child.endLine - child.startLine + 1 }, (_, index) => child.startLine + index),
    ),
  );
  const folds: Fold[] = [];
  let start = startLine;
  for (let line = startLine; line <= endLine + 1; line++) {
    const role = page.roles[line] ?? '';
    if (line <= endLine && role !== '' && isContent(role) && !inChild.has(line)) continue;
    if (line - start >= LONG_RUN) {
      folds.push({ startLine: start, endLine: line - 1, depth, kind: FoldingRangeKind.Region });
    }
    start = line + 1;
  }
  return folds;
}

/** Editors show one range for a line: of those that start on the same line the outermost. */
function oneForALine(folds: readonly Fold[]): readonly Fold[] {
  const byLine = new Map<number, Fold>();
  for (const fold of folds) {
    const other = byLine.get(fold.startLine);
    if (other === undefined || fold.depth < other.depth) byLine.set(fold.startLine, fold);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

function outermost(folds: readonly Fold[], limit: number): readonly Fold[] {
  if (folds.length <= limit) return folds;
  return [...folds]
    .sort((a, b) => a.depth - b.depth || a.startLine - b.startLine)
    .slice(0, limit)
    .sort((a, b) => a.startLine - b.startLine);
}
