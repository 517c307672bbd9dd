import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Dump, PlacedPage } from '../core/model/page';
import { contains, type Position, type Range, shiftRange } from '../core/model/range';
import type { Role } from '../core/model/role';
import { datesOn, lineAt, normalized, type PlacedLine, trimmedRange } from './places';

/** Lines that dumps repeat on purpose: what stands twice there is the same thing. */
const REPEATING: ReadonlySet<Role | ''> = new Set<Role>([
  'headline',
  'outlet',
  'related-heading',
  'related-title',
  'related-teaser',
]);

/**
 * The other places of what stands at a position: the same date in any notation, or the same title or teaser, over all
 * pages. Null where it is neither, so that an editor shows what it shows for any text.
 */
export function documentHighlights(dump: Dump, position: Position): DocumentHighlight[] | null {
  const placed = lineAt(dump, position.line);
  if (placed === null) return null;
  return sameDates(dump, placed, position.character) ?? sameLines(dump, placed);
}

function sameDates(dump: Dump, { page, line }: PlacedLine, character: number): DocumentHighlight[] | null {
  const date = datesOn(page, line).find(({ range }) => contains(range, { line, character }));
  if (date === undefined) return null;
  return highlights(dump, (other) =>
    other.page.dates
      .filter(({ iso, text }) => (date.iso === null ? text === date.text : iso === date.iso))
      .map(({ range }) => range),
  );
}

function sameLines(dump: Dump, { text, role }: PlacedLine): DocumentHighlight[] | null {
  if (!REPEATING.has(role)) return null;
  const wanted = normalized(text);
  return highlights(dump, ({ page }) =>
    page.lines.flatMap((other, line) => (normalized(other) === wanted ? [trimmedRange(page, line)] : [])),
  );
}

function highlights(dump: Dump, find: (placed: PlacedPage) => readonly Range[]): DocumentHighlight[] {
  return dump.pages.flatMap((placed) =>
    find(placed).map((range) => ({
      range: shiftRange(range, placed.startLine),
      kind: DocumentHighlightKind.Text,
    })),
  );
}
