import { isoOf } from '../dates/calendar';
import type { CalendarDate } from '../model/date';
import type { Article, Field, PlacedPage } from '../model/page';

/** What is known of an article, as JSON for other programs. Names, their order and their meaning are a contract. */
export function articleRecord({ page, startLine }: PlacedPage, article: Article): object {
  return {
    startLine:
      startLine +
      Math.max(
        0,
        page.roles.findIndex((role) => role !== ''),
      ),
    endLine:
      startLine +
      Math.max(
        0,
        page.roles.findLastIndex((role) => role !== ''),
      ),
    headline: fieldValue(article.headline),
    deck: fieldValue(article.deck),
    author: fieldValue(article.author),
    source: fieldValue(article.source),
    outlet: fieldValue(article.outlet),
    published: dayOf(article.published),
    captured: dayOf(article.captured),
    wordCount: article.wordCount,
    readingMinutes: article.readingMinutes,
    dateline: article.dateline && {
      text: article.dateline.value.text,
      place: article.dateline.value.place,
      agency: article.dateline.value.agency,
    },
    url: fieldValue(article.url),
    language: article.language,
    related: article.related.map(({ title, teaser, published }) => ({
      title: fieldValue(title),
      teaser: fieldValue(teaser),
      published: dayOf(published),
    })),
  };
}

function fieldValue<T>(field: Field<T> | null): T | null {
  return field?.value ?? null;
}

function dayOf(field: Field<CalendarDate> | null): string | null {
  return field && isoOf(field.value);
}
