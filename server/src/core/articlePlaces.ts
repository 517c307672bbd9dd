import { dayNumber } from './dates/calendar';
import type { Dump, Page, RelatedItem } from './model/page';
import { type Range, shiftRange } from './model/range';
import { isBody } from './model/role';
import { fnvOf } from './text/fnv';

/** Where an article with a headline stands, and what tells it from others. */
export interface ArticlePlace {
  readonly uri: string;
  /** The headline's, in the file. */
  readonly range: Range;
  /** The headline without case, marks and white space. */
  readonly key: string;
  /** The day that it was published, as days since 1970-01-01. */
  readonly day: number | null;
  /** A hash of how the body begins, in the form of a key. */
  readonly opening: number;
}

/** UTF-16 units of a body's beginning that tell it from other bodies. */
const OPENING_LENGTH = 120;

/** Days between the dates that two pages give one article: they are in different time zones, or one was updated. */
const TOLERANCE = 1;

type OwnPlace = Omit<ArticlePlace, 'uri'>;

const known = new WeakMap<Page, OwnPlace | null>();

/** The articles of a dump that have a headline. */
export function articlePlaces(uri: string, { pages }: Dump): readonly ArticlePlace[] {
  return pages.flatMap(({ page, startLine }) => {
    const own = placeOf(page);
    if (own === null) return [];
    // A spread takes several times as long, and files may have thousands of pages.
    const { range, key, day, opening } = own;
    return [{ uri, range: shiftRange(range, startLine), key, day, opening }];
  });
}

/** The places of the same article as the one of a page, at others than its own. */
export function copiesOf(
  page: Page,
  places: readonly ArticlePlace[],
  own: PlaceInFile,
): readonly ArticlePlace[] {
  const article = placeOf(page);
  if (article === null) return [];
  return places.filter((place) => isSame(article, place) && !isOwn(place, own));
}

/** A page of a file, by its first line. */
export interface PlaceInFile {
  readonly uri: string;
  readonly startLine: number;
  readonly lineCount: number;
}

/** The articles that a card shows the title of: those of its day, or where none is, those that give no day. */
export function articlesOfCard(
  { title, published }: RelatedItem,
  places: readonly ArticlePlace[],
): readonly ArticlePlace[] {
  if (title === null) return [];
  const isCut = /(?:…|\.{3})\s*$/.test(title.value);
  const key = keyOf(title.value);
  if (key === '') return [];
  const titled = places.filter((place) => (isCut ? place.key.startsWith(key) : place.key === key));
  if (!published) return titled;
  const day = dayNumber(published.value);
  const dated = titled.filter((place) => place.day !== null && isNear(place.day, day));
  return dated.length > 0 ? dated : titled.filter((place) => place.day === null);
}

function placeOf(page: Page): OwnPlace | null {
  const before = known.get(page);
  if (before !== undefined) return before;
  const place = readPlace(page);
  known.set(page, place);
  return place;
}

function readPlace({ article, lines, roles }: Page): OwnPlace | null {
  const headline = article?.headline;
  const key = keyOf(headline?.value ?? '');
  if (!article || !headline || key === '') return null;
  const body = lines.find((_, line) => isBody(roles[line] ?? ''));
  return {
    range: headline.range,
    key,
    day: article.published ? dayNumber(article.published.value) : null,
    opening: fnvOf(keyOf(body?.slice(0, OPENING_LENGTH) ?? '')),
  };
}

/** Days decide where both give one, as columns come back under their titles; else how the texts begin. */
function isSame(a: OwnPlace, b: OwnPlace): boolean {
  if (a.key !== b.key) return false;
  return a.day !== null && b.day !== null ? isNear(a.day, b.day) : a.opening === b.opening;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE;
}

function isOwn({ uri, range }: ArticlePlace, own: PlaceInFile): boolean {
  const line = range.start.line - own.startLine;
  return uri === own.uri && line >= 0 && line < own.lineCount;
}

function keyOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? []).join('');
}
