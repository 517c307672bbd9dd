import type { CleanArticle } from './cleanArticle';

/** Words that say nothing of a headline. */
const SMALL_WORDS = new Set(['a', 'an', 'the', 'of', 'on', 'in', 'at', 'for', 'to', 'and']);

/** A name for each article, of letters and digits of ASCII alone: who, year, first word of the headline. No two alike. */
export function citationKeys(articles: readonly CleanArticle[]): readonly string[] {
  const counts = new Map<string, number>();
  return articles.map((clean) => {
    const key = keyOf(clean);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    // No key ends in a hyphen and a number, so that numbered ones cannot meet others.
    return count === 1 ? key : `${key}-${count}`;
  });
}

function keyOf({ article: { author, source, outlet, published, headline } }: CleanArticle): string {
  const who = asciiWords((author ?? source ?? outlet)?.value ?? '');
  const title = asciiWords(headline?.value ?? '').filter((word) => !SMALL_WORDS.has(word));
  const parts = [
    (author ? who.at(-1) : who[0]) ?? 'article',
    published ? String(published.value.year) : 'undated',
    ...title.slice(0, 1),
  ];
  return parts.join('');
}

function asciiWords(text: string): readonly string[] {
  const plain = text.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}
