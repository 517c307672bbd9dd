/** The words for calendar parts in one language, in all the ways they are written. */
export interface CalendarNames {
  /** January first. */
  readonly longMonths: readonly (readonly string[])[];
  readonly shortMonths: readonly (readonly string[])[];
  /** Monday first. */
  readonly longWeekdays: readonly (readonly string[])[];
  readonly shortWeekdays: readonly (readonly string[])[];
  readonly dayPeriods: readonly string[];
}

/** Beside what CLDR has: common in print, with `MMM` too. */
const MORE_SHORT_MONTHS: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  en: [
    [5, 'June'],
    [6, 'July'],
    [8, 'Sept'],
  ],
};

/** In every language: the Latin ones are used by many, the Korean ones are no longer in every version of CLDR. */
const DAY_PERIODS = ['AM', 'PM', 'a.m.', 'p.m.', '오전', '오후'];

const known = new Map<string, CalendarNames | null>();

/** Whether a word is a well-formed BCP 47 tag: `en`, `zh-Hant`, `pt-BR`. */
export function isLanguageTag(word: string): boolean {
  try {
    return Intl.getCanonicalLocales(word).length === 1;
  } catch {
    return false;
  }
}

/** The names of a language by its BCP 47 tag, from CLDR; null where CLDR, as shipped with the runtime, has none. */
export function calendarNames(language: string): CalendarNames | null {
  let names = known.get(language);
  if (names === undefined) {
    names = readNames(language);
    known.set(language, names);
  }
  return names;
}

function readNames(language: string): CalendarNames | null {
  if (!isLanguageTag(language)) return null;
  const [supported] = Intl.DateTimeFormat.supportedLocalesOf(language);
  if (supported === undefined) return null;
  const locale = new Intl.Locale(supported, { calendar: 'gregory', numberingSystem: 'latn' });
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
  // The first of January 2024 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)));
  const hours = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2024, 0, 1, hour)));
  const alone = (days: readonly Date[], form: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
    return days.map((day) => [format.format(day)]);
  };
  const within = (days: readonly Date[], part: string, form: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
    return days.map((day) =>
      format
        .formatToParts(day)
        .filter(({ type, value }) => type === part && !/^\d+$/.test(value))
        .map(({ value }) => value),
    );
  };
  // Beside a day a month may stand in another case: `сентябрь`, `15 сентября`.
  const monthNames = (month: 'long' | 'short') => {
    const names = within(months, 'month', { month, day: 'numeric' });
    return alone(months, { month }).map((own, index) => [...own, ...(names[index] ?? [])]);
  };
  const shortMonths = monthNames('short');
  for (const [month, name] of MORE_SHORT_MONTHS[locale.language] ?? []) shortMonths[month]?.push(name);
  const periods = within(hours, 'dayPeriod', { hour: 'numeric', hour12: true }).flat();
  return {
    longMonths: monthNames('long').map(distinct),
    shortMonths: shortMonths.map(withAndWithoutStop),
    longWeekdays: alone(weekdays, { weekday: 'long' }),
    shortWeekdays: alone(weekdays, { weekday: 'short' }).map(withAndWithoutStop),
    dayPeriods: distinct([...periods, ...DAY_PERIODS]),
  };
}

function withAndWithoutStop(names: readonly string[]): readonly string[] {
  return distinct(
    names.flatMap((name) => {
      const bare = name.endsWith('.') ? name.slice(0, -1) : name;
      return [`${bare}.`, bare];
    }),
  );
}

/** Longest first, so that `Sept` is tried before `Sep`. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}
