import type { CalendarDate } from '../model/date';
import type { CleanArticle } from './cleanArticle';
import { defined } from './defined';

/**
 * An article as an item of CSL-JSON, the form of citation managers (schema csl-data 1.0.2).
 * @param id the item's name, different for each item of a list
 */
export function cslJson({ article }: CleanArticle, id: string): object {
  const { headline, deck, author, source, outlet, dateline, published, captured, url, language } = article;
  const container = source ?? outlet;
  return defined({
    id,
    type: 'article-newspaper',
    title: headline?.value,
    author: author && [{ literal: author.value }],
    'container-title': container?.value,
    // The site that showed what another medium had published.
    source: outlet && outlet.value !== container?.value ? outlet.value : null,
    issued: published && dateParts(published.value),
    accessed: captured && dateParts(captured.value),
    'publisher-place': dateline?.value.place,
    abstract: deck?.value,
    URL: url?.value,
    language,
  });
}

function dateParts({ year, month, day }: CalendarDate): object {
  return { 'date-parts': [[year, month, day]] };
}
