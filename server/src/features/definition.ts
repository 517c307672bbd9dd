import type { Location, LocationLink } from 'vscode-languageserver-types';
import { type ArticlePlace, articlesOfCard, copiesOf } from '../core/articlePlaces';
import type { Dump, RelatedItem } from '../core/model/page';
import { type Position, type Range, shiftRange } from '../core/model/range';
import { lineAt, type PlacedLine, sectionsAt, trimmedRange } from './places';

/** Where a place of a dump leads to, and the range of the text there that does. */
export interface Definition {
  readonly origin: Range;
  readonly places: readonly ArticlePlace[];
}

/**
 * Where a line leads: from a card to the dumps of its article, from a headline or the line of metadata to other dumps of
 * the same article. Null for other lines; without places where there is no such dump among those that are known.
 */
export function definition(
  { uri, dump }: { readonly uri: string; readonly dump: Dump },
  position: Position,
  known: () => readonly ArticlePlace[],
): Definition | null {
  const placed = lineAt(dump, position.line);
  if (placed === null) return null;
  const { page, startLine, line, role } = placed;
  const origin = shiftRange(trimmedRange(page, line), startLine);
  const card = cardAt(placed);
  if (card !== null) return { origin, places: articlesOfCard(card, known()) };
  if (role !== 'headline' && role !== 'metadata') return null;
  return { origin, places: copiesOf(page, known(), { uri, startLine, lineCount: page.lines.length }) };
}

/** A definition as the protocol has it. */
export function locations({ origin, places }: Definition, asLinks: boolean): Location[] | LocationLink[] {
  if (!asLinks) return places.map(({ uri, range }) => ({ uri, range }));
  return places.map(({ uri, range }) => ({
    originSelectionRange: origin,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** The card that holds a line. */
function cardAt({ page, line }: PlacedLine): RelatedItem | null {
  const section = sectionsAt(page.sections, line).find(({ kind }) => kind === 'card');
  const isHere = (range: Range | undefined): boolean =>
    range !== undefined &&
    (section
      ? section.startLine <= range.start.line && range.start.line <= section.endLine
      : range.start.line === line);
  const card = page.article?.related.find(
    ({ title, teaser, published }) =>
      isHere(title?.range) || isHere(teaser?.range) || isHere(published?.range),
  );
  return card ?? null;
}
