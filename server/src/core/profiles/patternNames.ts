import { calendarNames, dayPeriods } from '../calendarNames';
import { dateLanguage } from '../dates/languages';

/** The words that the letters of a date pattern stand for in one language, in all the ways they are written. */
export interface PatternNames {
  /** January first. */
  readonly longMonths: readonly (readonly string[])[];
  readonly shortMonths: readonly (readonly string[])[];
  readonly longWeekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly dayPeriods: readonly string[];
}

/** In every language: the Latin ones are used by many, the Korean ones are no longer in every version of CLDR. */
const DAY_PERIODS = ['AM', 'PM', 'a.m.', 'p.m.', '오전', '오후'];

/** The names of a language by its BCP 47 tag; null where CLDR, as shipped with the runtime, has none. */
export function patternNames(language: string): PatternNames | null {
  const names = calendarNames(language);
  if (!names) return null;
  const more = dateLanguage(language)?.shortMonths ?? {};
  return {
    longMonths: names.long.months,
    shortMonths: names.short.months.map((each, index) =>
      [...each, ...(more[index + 1] ?? [])].flatMap(withAndWithoutStop),
    ),
    longWeekdays: names.long.weekdays,
    shortWeekdays: names.short.weekdays.flatMap(withAndWithoutStop),
    dayPeriods: [...new Set([...dayPeriods(language), ...DAY_PERIODS])],
  };
}

function withAndWithoutStop(name: string): readonly string[] {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  return [`${bare}.`, bare];
}
