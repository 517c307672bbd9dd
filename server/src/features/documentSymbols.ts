import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { isoOf } from '../core/dates/calendar';
import type { Article, Dump, Page, PlacedPage, Section, SectionKind } from '../core/model/page';
import { type Range, shiftRange } from '../core/model/range';
import { isBody } from '../core/model/role';
import { roleWords } from '../core/model/roleWords';
import { shownNumber } from '../core/text/display';
import { datesOn, filledLines, isInside, linesRange, normalized, shortened, trimmedRange } from './places';
import { cardsCounted, sectionName, wordsCounted } from './words';

/** Pages, and children of one symbol, that are listed; what is left off is said in a last symbol. */
export const MAX_LISTED = 2000;

/** Lines of a file up to which its outline goes down to the parts of sections. */
export const MAX_DETAILED_LINES = 20_000;

/** UTF-16 units of a name. */
const NAME_LENGTH = 80;

/** The icons that editors show for sections. */
const SECTION_ICONS: Readonly<Record<SectionKind, SymbolKind>> = {
  masthead: SymbolKind.Package,
  headline: SymbolKind.Key,
  metadata: SymbolKind.Object,
  body: SymbolKind.Module,
  passage: SymbolKind.Namespace,
  related: SymbolKind.Array,
  card: SymbolKind.Interface,
  furniture: SymbolKind.Null,
};

/** The outline: pages, their sections, and the parts of those. Every symbol lies inside its parent. */
export function documentSymbols(dump: Dump): DocumentSymbol[] {
  const isDetailed = dump.text.lineCount <= MAX_DETAILED_LINES;
  return bounded(dump.pages, morePages, (placed) => pageSymbol(placed, isDetailed));
}

/** The same outline for clients that know no tree: a list where each symbol names its parent. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  parent?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(parent !== undefined && { containerName: parent }) },
    ...flatSymbols(children ?? [], uri, name),
  ]);
}

/** A page's symbols are made once for a place: an edit leaves nearly all of a long file's pages where they are. */
function pageSymbol({ page, startLine }: PlacedPage, isDetailed: boolean): DocumentSymbol[] {
  const known = lastSymbols.get(page);
  if (known?.startLine === startLine && known.isDetailed === isDetailed) return known.symbols;
  const symbols = makeSymbol(page, isDetailed).map((symbol) => shifted(symbol, startLine));
  lastSymbols.set(page, { startLine, isDetailed, symbols });
  return symbols;
}

const lastSymbols = new WeakMap<
  Page,
  { readonly startLine: number; readonly isDetailed: boolean; readonly symbols: DocumentSymbol[] }
>();

function makeSymbol(page: Page, isDetailed: boolean): DocumentSymbol[] {
  const filled = filledLines(page);
  if (filled === null) return [];
  const { article } = page;
  const range = linesRange(page, filled.startLine, filled.endLine);
  const headline = article?.headline ?? null;
  const published = article?.published ? [isoOf(article.published.value)] : [];
  const symbol: DocumentSymbol = {
    name: named(
      headline?.value ?? '',
      article === null ? l10n.t('Page without an article') : l10n.t('Article without a headline'),
    ),
    detail: [...published, ...(isDetailed ? [] : [l10n.t('sections only, as the file is long')])].join(' · '),
    kind: SymbolKind.File,
    range,
    selectionRange:
      headline && isInside(headline.range, range) ? headline.range : trimmedRange(page, filled.startLine),
    children: bounded(page.sections, moreSections, (section) => [
      isAbove(section, headline)
        ? lastLineSelected(page, section, isDetailed)
        : sectionSymbol(page, section, isDetailed),
    ]),
  };
  return [symbol];
}

function isAbove({ startLine }: Section, headline: Article['headline']): boolean {
  return headline !== null && startLine < headline.range.start.line;
}

/**
 * What stands above the headline is selected by its last line. Editors pin the lines that the symbols around the first
 * visible line are selected by, from the outside in, unless a symbol ends there: the headline stays, the masthead scrolls.
 */
function lastLineSelected(page: Page, section: Section, isDetailed: boolean): DocumentSymbol {
  return { ...sectionSymbol(page, section, isDetailed), selectionRange: trimmedRange(page, section.endLine) };
}

function sectionSymbol(page: Page, section: Section, isDetailed: boolean): DocumentSymbol {
  const { kind, startLine, endLine } = section;
  return {
    ...titled(page, section),
    kind: SECTION_ICONS[kind],
    range: linesRange(page, startLine, endLine),
    selectionRange: trimmedRange(page, startLine),
    children: isDetailed ? partSymbols(page, section) : [],
  };
}

function partSymbols(page: Page, section: Section): DocumentSymbol[] {
  // The metadata line is told by its fields; cards and furniture by their first line, which is their name.
  switch (section.kind) {
    case 'metadata':
      return fieldSymbols(page, section);
    case 'card':
    case 'furniture':
      return [];
    default:
      return bounded(partsOf(page, section), moreParts, (part) =>
        typeof part === 'number' ? lineSymbol(page, part) : [sectionSymbol(page, part, true)],
      );
  }
}

/** Child sections and, between them, the lines that are in none, in order. */
function partsOf(page: Page, section: Section): readonly (Section | number)[] {
  const parts: (Section | number)[] = [];
  // The first line of a headline, a passage or a related block is the section's own name.
  let line = isNamedByFirstLine(page, section) ? section.startLine + 1 : section.startLine;
  for (const child of section.children) {
    for (; line < child.startLine; line++) parts.push(line);
    parts.push(child);
    line = child.endLine + 1;
  }
  for (; line <= section.endLine; line++) parts.push(line);
  return parts.filter((part) => typeof part !== 'number' || page.roles[part] !== '');
}

function isNamedByFirstLine(page: Page, { kind, startLine }: Section): boolean {
  const role = page.roles[startLine];
  return (
    (kind === 'headline' && role === 'headline') ||
    (kind === 'passage' && role === 'subheading') ||
    (kind === 'related' && role === 'related-heading')
  );
}

function lineSymbol(page: Page, line: number): DocumentSymbol[] {
  const role = page.roles[line] ?? '';
  if (role === '') return [];
  const { name } = roleWords(role);
  const [date] = role === 'capture-date' || role === 'related-date' ? datesOn(page, line) : [];
  return [
    {
      name: named(page.lines[line] ?? '', name),
      detail: date?.iso ?? (role === 'paragraph' ? '' : name),
      kind: isBody(role) ? SymbolKind.String : SymbolKind.Field,
      range: linesRange(page, line, line),
      selectionRange: trimmedRange(page, line),
    },
  ];
}

/** The fields of the metadata whose values stand inside the section. */
function fieldSymbols(page: Page, section: Section): DocumentSymbol[] {
  const within = linesRange(page, section.startLine, section.endLine);
  return (page.article ? fieldsOf(page.article) : [])
    .filter(({ range }) => isInside(range, within))
    .map(({ name, value, range }) => ({
      name: named(`${name}: ${value}`, name),
      detail: '',
      kind: SymbolKind.Field,
      range,
      selectionRange: range,
    }));
}

function fieldsOf(article: Article): readonly { name: string; value: string; range: Range }[] {
  const { published, source, author, url } = article;
  return [
    ...(published
      ? [{ name: l10n.t('Published'), value: isoOf(published.value), range: published.range }]
      : []),
    ...(source ? [{ name: l10n.t('Source'), ...source }] : []),
    ...(author ? [{ name: l10n.t('Author'), ...author }] : []),
    ...(url ? [{ name: l10n.t('Address'), ...url }] : []),
  ].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function titled(page: Page, section: Section): { name: string; detail: string } {
  const { article } = page;
  const name = sectionName(section.kind);
  const first = page.lines[section.startLine] ?? '';
  switch (section.kind) {
    case 'masthead':
      return { name, detail: article?.captured ? l10n.t('captured {0}', isoOf(article.captured.value)) : '' };
    case 'headline':
      return { name: named(first, name), detail: name };
    case 'metadata': {
      const published = article?.published;
      const isHere =
        published && isInside(published.range, linesRange(page, section.startLine, section.endLine));
      return { name, detail: isHere ? isoOf(published.value) : named(first, '') };
    }
    case 'body':
      return { name, detail: article ? wordsCounted(article.wordCount) : '' };
    case 'passage':
      return { name: named(first, name), detail: '' };
    case 'related':
      return {
        name: isNamedByFirstLine(page, section) ? named(first, name) : name,
        detail: cardsCounted(section.children.length),
      };
    case 'card':
      return cardTitle(page, section);
    case 'furniture': {
      const role = page.roles[section.startLine] ?? '';
      return { name: role === '' ? name : roleWords(role).name, detail: named(first, '') };
    }
  }
}

function cardTitle(page: Page, { startLine, endLine }: Section): { name: string; detail: string } {
  const lines = Array.from({ length: endLine - startLine + 1 }, (_, index) => startLine + index);
  const title = lines.find((line) => page.roles[line] === 'related-title') ?? startLine;
  const dated = lines.find((line) => page.roles[line] === 'related-date');
  const date = dated === undefined ? undefined : datesOn(page, dated)[0];
  return { name: named(page.lines[title] ?? '', sectionName('card')), detail: date?.iso ?? '' };
}

/** A name that is never empty, on one line. */
function named(text: string, otherwise: string): string {
  return shortened(normalized(text.slice(0, 4 * NAME_LENGTH)), NAME_LENGTH) || otherwise;
}

/** Symbols of the first items; a last symbol, over the place of the rest, says how many there are. */
function bounded<T>(
  items: readonly T[],
  more: (count: number) => string,
  symbolsOf: (item: T) => DocumentSymbol[],
): DocumentSymbol[] {
  const shown = items.slice(0, MAX_LISTED).flatMap(symbolsOf);
  const rest = items.slice(MAX_LISTED);
  const [first] = rest.slice(0, 1).flatMap(symbolsOf);
  const [last] = rest.slice(-1).flatMap(symbolsOf);
  if (first === undefined || last === undefined) return shown;
  return [
    ...shown,
    {
      name: more(rest.length),
      detail: '',
      kind: SymbolKind.Null,
      range: { start: first.range.start, end: last.range.end },
      selectionRange: first.selectionRange,
    },
  ];
}

function morePages(count: number): string {
  return count === 1 ? l10n.t('… and 1 more page') : l10n.t('… and {0} more pages', shownNumber(count));
}

function moreSections(count: number): string {
  return count === 1 ? l10n.t('… and 1 more section') : l10n.t('… and {0} more sections', shownNumber(count));
}

function moreParts(count: number): string {
  return count === 1 ? l10n.t('… and 1 more part') : l10n.t('… and {0} more parts', shownNumber(count));
}

function shifted(symbol: DocumentSymbol, lines: number): DocumentSymbol {
  return {
    ...symbol,
    range: shiftRange(symbol.range, lines),
    selectionRange: shiftRange(symbol.selectionRange, lines),
    ...(symbol.children && { children: symbol.children.map((child) => shifted(child, lines)) }),
  };
}
