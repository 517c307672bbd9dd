import type { CleanArticle } from './cleanArticle';
import { headParts, type MappedLine, spaced } from './mappedLines';

/** An article as plain text: headline, deck, who, when and where, and the body, with blank lines between. */
export function plainText(article: CleanArticle): readonly MappedLine[] {
  const { headline, deck, credits } = headParts(article);
  return spaced([
    ...(headline ? [headline] : []),
    ...(deck ? [deck] : []),
    ...(credits ? [{ text: credits.items.join(' · '), line: credits.line }] : []),
    ...article.body,
  ]);
}
