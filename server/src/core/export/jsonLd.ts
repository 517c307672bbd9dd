import { isoOf } from '../dates/calendar';
import { bodyText, type CleanArticle } from './cleanArticle';
import { defined } from './defined';

/** The vocabulary that {@link jsonLd} is written in. */
export const SCHEMA_ORG = 'https://schema.org';

/** An article as a schema.org `NewsArticle`, without the context that its document names. */
export function jsonLd(clean: CleanArticle): object {
  const { article } = clean;
  const { headline, deck, author, source, outlet, dateline, published, url, language } = article;
  const publisher = outlet ?? source;
  return defined({
    '@type': 'NewsArticle',
    headline: headline?.value,
    description: deck?.value,
    author: author && { '@type': 'Person', name: author.value },
    datePublished: published && isoOf(published.value),
    dateline: dateline?.value.text,
    inLanguage: language,
    publisher: publisher && { '@type': 'Organization', name: publisher.value },
    sourceOrganization: source && { '@type': 'Organization', name: source.value },
    url: url?.value,
    wordCount: article.wordCount,
    // ISO 8601 duration.
    timeRequired: `PT${article.readingMinutes}M`,
    articleBody: bodyText(clean),
  });
}
