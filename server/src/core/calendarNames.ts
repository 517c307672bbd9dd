/** The words for months and weekdays in one language, as CLDR writes them. */
export interface CalendarNames {
  readonly long: NamesOfWidth;
  readonly short: NamesOfWidth;
}

/** All names of one width. */
export interface NamesOfWidth {
  /** January first. Of each the form beside a day comes first, where that is another case: `15 сентября`, `сентябрь`. */
  readonly months: readonly (readonly string[])[];
  /** Monday first. */
  readonly weekdays: readonly string[];
}

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15));
/** The first of January 2024 was a Monday. */
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
const HOURS = Array.from({ length: 24 }, (_, hour) => Date.UTC(2024, 0, 1, hour));

const known = new Map<string, CalendarNames | null>();

/** Whether a word is a well-formed BCP 47 tag: `en`, `zh-Hant`, `pt-BR`. */
export function isLanguageTag(word: string): boolean {
  try {
    return Intl.getCanonicalLocales(word).length === 1;
  } catch {
    return false;
  }
}

/** The names of a language by its BCP 47 tag; null where CLDR, as shipped with the runtime, has none. */
export function calendarNames(language: string): CalendarNames | null {
  let names = known.get(language);
  if (names === undefined) {
    const locale = localeOf(language);
    names = locale && { long: namesOfWidth(locale, 'long'), short: namesOfWidth(locale, 'short') };
    known.set(language, names);
  }
  return names;
}

/** The words for halves and times of the day, such as `AM`; none where CLDR does not know the language. */
export function dayPeriods(language: string): readonly string[] {
  const locale = localeOf(language);
  if (!locale) return [];
  const format = formatOf(locale, { hour: 'numeric', hour12: true });
  return [...new Set(HOURS.flatMap((time) => partsOf(format, time, 'dayPeriod')))];
}

function localeOf(language: string): Intl.Locale | null {
  if (!isLanguageTag(language)) return null;
  const [supported] = Intl.DateTimeFormat.supportedLocalesOf(language);
  return supported === undefined
    ? null
    : new Intl.Locale(supported, { calendar: 'gregory', numberingSystem: 'latn' });
}

function namesOfWidth(locale: Intl.Locale, width: 'long' | 'short'): NamesOfWidth {
  const besideDay = formatOf(locale, { month: width, day: 'numeric' });
  const month = formatOf(locale, { month: width });
  const weekday = formatOf(locale, { weekday: width });
  return {
    months: MONTHS.map((time) => [...new Set([...partsOf(besideDay, time, 'month'), month.format(time)])]),
    weekdays: WEEKDAYS.map((time) => weekday.format(time)),
  };
}

function formatOf(locale: Intl.Locale, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
}

/** What a part is called; nothing where it is a number. */
function partsOf(
  format: Intl.DateTimeFormat,
  time: number,
  part: Intl.DateTimeFormatPartTypes,
): readonly string[] {
  return format
    .formatToParts(time)
    .filter(({ type, value }) => type === part && !/^\d+$/.test(value))
    .map(({ value }) => value);
}
