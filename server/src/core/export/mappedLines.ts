import { isoOf } from '../dates/calendar';
import type { CleanArticle } from './cleanArticle';

/** A line of a text that was made of a dump, and the dump's line that it is of. */
export interface MappedLine {
  readonly text: string;
  readonly line: number;
}

/** Headline, deck, the line that says who, when and where, and the body, each for itself. */
export interface ArticleParts {
  readonly headline: MappedLine | null;
  readonly deck: MappedLine | null;
  /** Author, day of publication and source, as far as they are known; null where none is. */
  readonly credits: { readonly items: readonly string[]; readonly line: number } | null;
}

/** The parts above an article's body, with their lines in the file. */
export function headParts({ article, placed }: CleanArticle): ArticleParts {
  const { headline, deck, author, published, source, outlet } = article;
  const lineOf = (field: { range: { start: { line: number } } }) => placed.startLine + field.range.start.line;
  const fields = [author, published, source ?? outlet].flatMap((field) => field ?? []);
  const items = [
    ...(author ? [author.value.trim()] : []),
    ...(published ? [isoOf(published.value)] : []),
    ...((source ?? outlet) ? [(source ?? outlet)?.value.trim() ?? ''] : []),
  ];
  return {
    headline: headline && { text: oneLine(headline.value), line: lineOf(headline) },
    deck: deck && { text: oneLine(deck.value), line: lineOf(deck) },
    credits: items.length === 0 ? null : { items: items.map(oneLine), line: Math.max(...fields.map(lineOf)) },
  };
}

/** Blocks with a blank line between each and the next. The lines of the dump never fall from one to the next. */
export function spaced(blocks: readonly MappedLine[]): readonly MappedLine[] {
  // The place of a block is at most that of each block after it, so that one can be scrolled by the other.
  const lines = blocks.map(({ line }) => line);
  for (let at = lines.length - 2; at >= 0; at--) {
    lines[at] = Math.min(lines[at] ?? 0, lines[at + 1] ?? 0);
  }
  return blocks.flatMap(({ text }, index) => {
    const line = lines[index] ?? 0;
    return index === 0
      ? [{ text, line }]
      : [
          { text: '', line: lines[index - 1] ?? 0 },
          { text, line },
        ];
  });
}

/** A line that text and Markdown alike read as a break, with blank ones around it. */
const BREAK = ['', '* * *', ''];

/** What stands between articles that are written one below the other. */
export const PARTING = BREAK.map((line) => `${line}\n`).join('');

/** Several articles one below the other, with a break between. */
export function parted(articles: readonly (readonly MappedLine[])[]): readonly MappedLine[] {
  return articles.flatMap((lines, index) => {
    if (index === 0) return lines;
    const line = articles[index - 1]?.at(-1)?.line ?? 0;
    return [...BREAK.map((text) => ({ text, line })), ...lines];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
