import type { ContentFigures } from './measure';
import type { ContentPage } from './pages';

/** Lines that were taken wrong, of one kind. */
interface ErrorKind {
  lines: number;
  tokens: number;
  readonly pages: Set<string>;
}

/** Lines of more tokens read like text. */
const LONG = 20;

/** Rows of a table: which lines are taken wrong, by where they stand to the article's text and how long they are. */
export function errorRows(
  pages: readonly ContentPage[],
  said: readonly (readonly boolean[])[],
): readonly string[] {
  const kinds = new Map<string, ErrorKind>();
  for (const [index, page] of pages.entries()) {
    const own = said[index] ?? [];
    for (const [line, gold] of page.gold.entries()) {
      if (page.masked[line] || own[line] === gold) continue;
      const tokens = page.tokens[line] ?? 0;
      const what = gold ? 'text missed' : 'furniture taken for text';
      const name = `${what} | ${place(line, gold ? own : page.gold)} | ${tokens > LONG ? 'long' : 'short'}`;
      const kind = kinds.get(name) ?? { lines: 0, tokens: 0, pages: new Set() };
      kinds.set(name, kind);
      kind.lines++;
      kind.tokens += tokens;
      kind.pages.add(page.id);
    }
  }
  return [...kinds]
    .sort((a, b) => b[1].tokens - a[1].tokens)
    .map(([name, { lines, tokens, pages: of }]) => `| ${name} | ${lines} | ${tokens} | ${of.size} |`);
}

/** Where a line stands to the text that is said, or known, to be the article's. */
function place(line: number, text: readonly boolean[]): string {
  const first = text.indexOf(true);
  if (first < 0) return 'no text';
  if (line < first) return 'above';
  return line > text.lastIndexOf(true) ? 'below' : 'amid';
}

/** What share of all that is lost the worst pages lose. */
export function worstShares({ pages }: ContentFigures, counts: readonly number[]): readonly string[] {
  const lost = pages.map((f1) => 1 - f1).sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return counts.map(
    (count) => `the worst ${count} lose ${((100 * sum(lost.slice(0, count))) / sum(lost)).toFixed(0)} %`,
  );
}
