import { type LanguageNames, namesOf } from './intlNames';
import { KNOWN_NAMES } from './knownNames.built';

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

const known = new Map<string, LanguageNames | null>(Object.entries(KNOWN_NAMES));

/** The names of a language by its BCP 47 tag; null where CLDR has none. */
export function calendarNames(language: string): CalendarNames | null {
  return languageNames(language)?.calendar ?? null;
}

/** The words for halves and times of the day, such as `AM`; none where CLDR does not know the language. */
export function dayPeriods(language: string): readonly string[] {
  return languageNames(language)?.dayPeriods ?? [];
}

function languageNames(language: string): LanguageNames | null {
  let names = known.get(language);
  if (names === undefined) {
    names = namesOf(language);
    known.set(language, names);
  }
  return names;
}
