import type { CalendarDate, DateOrder, KnownOrder } from '../model/date';
import type { Role } from '../model/role';
import type { DateForm } from '../profiles/profile';
import { isRealDay } from './calendar';
import { dateLanguage } from './languages';
import type { DateLanguage } from './languages/language';
import { isNamed, type MonthPart, type NumberPart, type ScannedDate } from './scanned';

/** What is known of a page when its dates are judged. */
export interface DateContext {
  /** The role of each line; `''` for blank ones. */
  readonly roles: readonly (Role | '')[];
  /** The order of numbers on this site, by its profile. */
  readonly order: DateOrder | null;
  /** BCP 47 tag of the page's language. */
  readonly language: string | null;
  /** The day that counts as today. */
  readonly now: CalendarDate | null;
  /** How the site writes the dates of its fields, by its profile. */
  readonly forms?: readonly DateForm[];
  /** The order of numbers in date fields that other dumps of the site show. */
  readonly learntOrder?: KnownOrder | null;
}

/** What the parts of a date say, whether or not there is such a day. */
export interface Reading {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The parts in the text that were read so. */
  readonly yearPart: NumberPart | null;
  readonly dayPart: NumberPart | null;
  readonly monthPart: MonthPart | null;
  readonly order: KnownOrder | null;
  /** The other reading of an ambiguous date. */
  readonly or: CalendarDate | null;
  /** The day that the numbers give with two of them swapped, where they give none as they stand. */
  readonly swapped: CalendarDate | null;
}

/** Whether a reading is a day that there is. */
export function realDay({ year, month, day }: Reading): CalendarDate | null {
  return year !== null && month !== null && day !== null && isRealDay(year, month, day)
    ? { year, month, day }
    : null;
}

/** The order that a language's readers expect between day and month; null where they would ask. */
export function languageOrder(tag: string | null): KnownOrder | null {
  if (tag === null) return null;
  const region = tag.split('-')[1];
  const language = dateLanguage(tag);
  if (language?.tag === 'en') {
    if (region === 'US') return { order: 'mdy', reason: 'American English' };
    return region && /^(?:GB|AU|NZ|IE|IN|ZA)$/.test(region)
      ? { order: 'dmy', reason: 'English of the Commonwealth' }
      : null;
  }
  const order = language ? (language.tag === 'sv' ? 'dmy' : language.order) : intlOrder(tag);
  return order ? { order, reason: 'the convention of the language', language: tag } : null;
}

function intlOrder(tag: string): DateOrder | null {
  const [supported] = supportedLocale(tag);
  if (supported === undefined) return null;
  const order = new Intl.DateTimeFormat(supported, { calendar: 'gregory' })
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type.charAt(0)] : []))
    .join('');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
}

function supportedLocale(tag: string): readonly string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]);
  } catch (error) {
    // A tag from a file may be no language tag at all.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** The window of two-digit years reaches so far back from the capture. */
const WINDOW = 80;

/** The year that two digits stand for: from 80 years before `latest` to a year after it. */
export function expandYear(value: number, latest: number): number {
  const last = latest + 1;
  let year = last - (last % 100) + value;
  if (year > last) year -= 100;
  return year <= last - WINDOW - 1 ? year + 100 : year;
}

/**
 * Reads a date's parts.
 * @param known the order of numeric dates where the date stands
 * @param latest the year of the capture, for two-digit years
 */
export function readDate(date: ScannedDate, known: KnownOrder | null, latest: number): Reading {
  if (date.form === 'numeric') return readNumbers(date, known, latest);
  const eraYear = date.era ? date.era.year.value + date.era.era.offset : null;
  const written = date.year
    ? date.year.digits === 2
      ? expandYear(date.year.value, latest)
      : date.year.value
    : null;
  return {
    year: written ?? eraYear,
    month: date.month?.value ?? null,
    day: date.day?.value ?? null,
    yearPart: date.year,
    monthPart: date.month,
    dayPart: date.day,
    order: null,
    or: null,
    swapped: null,
  };
}

const YEAR_FIRST: KnownOrder = { order: 'ymd', reason: 'the year stands first' };
const DOTTED: KnownOrder = { order: 'dmy', reason: 'numbers with full stops' };
const ONLY_DMY: KnownOrder = { order: 'dmy', reason: 'the only order that gives a day' };
const ONLY_MDY: KnownOrder = { order: 'mdy', reason: 'the only order that gives a day' };

function readNumbers(date: ScannedDate, known: KnownOrder | null, latest: number): Reading {
  const [a, b, c] = date.numbers;
  if (!a || !b || !c) return NOTHING;
  if (a.digits >= 4) {
    const isSwapped = b.value > 12 && isRealDay(a.value, c.value, b.value);
    const swapped = isSwapped ? { year: a.value, month: c.value, day: b.value } : null;
    return reading(a.value, a, b, c, YEAR_FIRST, null, swapped);
  }
  if (known?.order === 'ymd' && c.digits <= 2) {
    return reading(expandYear(a.value, latest), a, b, c, known, null, null);
  }
  const year = c.digits === 2 ? expandYear(c.value, latest) : c.value;
  if (known && known.order !== 'ymd') {
    const [month, day] = known.order === 'dmy' ? [b, a] : [a, b];
    const isSwapped = !isMonth(month.value) && isRealDay(year, day.value, month.value);
    const swapped = isSwapped ? { year, month: day.value, day: month.value } : null;
    return reading(year, c, month, day, known, null, swapped);
  }
  if (isMonth(a.value) && isMonth(b.value)) {
    if (a.value === b.value) return reading(year, c, b, a, null, null, null);
    if (date.separators.every(({ mark }) => mark === '.')) return reading(year, c, b, a, DOTTED, null, null);
    return reading(year, c, b, a, null, { year, month: a.value, day: b.value }, null);
  }
  return isMonth(a.value)
    ? reading(year, c, a, b, ONLY_MDY, null, null)
    : reading(year, c, b, a, ONLY_DMY, null, null);
}

/** Whether an order was taken as the date itself leaves no other, and not from anything around it. */
export function isOnlyOrder({ reason }: KnownOrder): boolean {
  return [ONLY_DMY, ONLY_MDY, DOTTED].some((only) => only.reason === reason);
}

/** No date's reading. */
export const NOTHING: Reading = {
  year: null,
  month: null,
  day: null,
  yearPart: null,
  monthPart: null,
  dayPart: null,
  order: null,
  or: null,
  swapped: null,
};

function reading(
  year: number,
  yearPart: NumberPart,
  monthPart: NumberPart,
  dayPart: NumberPart,
  order: KnownOrder | null,
  or: CalendarDate | null,
  swapped: CalendarDate | null,
): Reading {
  return {
    year,
    month: monthPart.value,
    day: dayPart.value,
    yearPart,
    monthPart,
    dayPart,
    order,
    or,
    swapped,
  };
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

/** The language to write a date's names in, where its page's is `page`. */
export function languageOf(date: ScannedDate, page: DateLanguage | null): DateLanguage | null {
  const own = date.month && isNamed(date.month) ? date.month.languages : (date.weekday?.languages ?? []);
  return page && own.includes(page) ? page : (own[0] ?? page);
}
