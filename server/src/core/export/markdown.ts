import type { Block, CleanArticle } from './cleanArticle';
import { headParts, type MappedLine, spaced } from './mappedLines';

/** An article as Markdown (CommonMark 0.31): its headline a heading, its subheadings below, deck and captions set off. */
export function markdown(article: CleanArticle): readonly MappedLine[] {
  const { headline, deck, credits } = headParts(article);
  return spaced([
    ...(headline ? [{ text: `# ${escapedHeading(headline.text)}`, line: headline.line }] : []),
    ...(deck ? [{ text: `**${escaped(deck.text)}**`, line: deck.line }] : []),
    ...(credits ? [{ text: credits.items.map(escaped).join(' · '), line: credits.line }] : []),
    ...article.body.map((block) => ({ text: written(block), line: block.line })),
  ]);
}

function written({ role, text }: Block): string {
  switch (role) {
    case 'paragraph':
      return escaped(text);
    case 'subheading':
      return `## ${escapedHeading(text)}`;
    case 'caption':
      return `*${escaped(text)}*`;
    case 'list-item': {
      const [number = ''] = /^\d{1,9}[.)](?=\s)/.exec(text) ?? [];
      if (number !== '') return `${number} ${escaped(text.slice(number.length).trimStart())}`;
      return `- ${escaped(text.replace(/^[-–—―•*·▲■●◆○▪◦‣※+](?=\s)/, '').trimStart())}`;
    }
  }
}

/** The same as a heading, whose signs at the end are no part of it unless they are escaped. */
function escapedHeading(text: string): string {
  return escaped(text).replace(/(?<=[ \t])#(?=#*[ \t]*$)/, '\\#');
}

/** A text on one line that Markdown shows as it is: its marks, and what would open a block or an entity, escaped. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<~]/g, '\\$&')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
