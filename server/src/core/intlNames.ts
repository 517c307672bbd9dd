import type { CalendarNames, NamesOfWidth } from './calendarNames';

/** What CLDR, as shipped with the runtime, calls months, weekdays and times of the day in one language. */
export interface LanguageNames {
  readonly calendar: CalendarNames;
  readonly dayPeriods: readonly string[];
}

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15));
/** The first of January 2024 was a Monday. */
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
const HOURS = Array.from({ length: 24 }, (_, hour) => Date.UTC(2024, 0, 1, hour));

/** The names of a language by its BCP 47 tag; null where CLDR has none. Slow: it makes seven formatters. */
export function namesOf(language: string): LanguageNames | null {
  const locale = localeOf(language);
  if (!locale) return null;
  const clock = formatOf(locale, { hour: 'numeric', hour12: true });
  return {
    calendar: { long: namesOfWidth(locale, 'long'), short: namesOfWidth(locale, 'short') },
    dayPeriods: [...new Set(HOURS.flatMap((time) => partsOf(clock, time, 'dayPeriod')))],
  };
}

/** Whether a word is a well-formed BCP 47 tag: `en`, `zh-Hant`, `pt-BR`. */
export function isLanguageTag(word: string): boolean {
  try {
    return Intl.getCanonicalLocales(word).length === 1;
  } catch {
    return false;
  }
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
