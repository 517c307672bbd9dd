import { type CalendarNames, calendarNames } from '../calendarNames';
import { isCapitalUnit } from './characters';
import { DATE_LANGUAGES } from './languages';
import type { DateLanguage, NumberedNames } from './languages/language';

/** A word that names a month or a weekday. */
export interface DateName {
  readonly kind: 'month' | 'weekday';
  /** Month from 1; weekday from 1 (Monday). */
  readonly value: number;
  readonly language: DateLanguage;
  /** The full name, and not an abbreviation. */
  readonly long: boolean;
  /** The name as its language writes it, in lower case, without a full stop. */
  readonly name: string;
}

/** The names of one language: the first of each list is what is written, the others are as right. */
export interface LanguageNames {
  /** Index 0 is January. */
  readonly months: readonly (readonly string[])[];
  readonly shortMonths: readonly (readonly string[])[];
  /** Index 0 is Monday. */
  readonly weekdays: readonly (readonly string[])[];
  readonly shortWeekdays: readonly (readonly string[])[];
}

const NONE: readonly DateName[] = [];

let words: ReadonlyMap<string, readonly DateName[]> | undefined;
let prefixes: ReadonlySet<string> | undefined;
const names = new Map<string, LanguageNames>();

/** What a word names, in any language; nothing for most words. Built at first use. */
export function namesOf(word: string): readonly DateName[] {
  return namesOfKey(normalized(word));
}

/** What a word names that is in the lexicon's form already. */
export function namesOfKey(key: string): readonly DateName[] {
  words ??= buildWords();
  return words.get(key) ?? NONE;
}

/** Whether a word begins a name of two words, such as Arabic «كانون الثاني». */
export function beginsName(word: string): boolean {
  words ??= buildWords();
  prefixes ??= new Set(
    [...words.keys()].filter((key) => key.includes(' ')).map((key) => key.split(' ', 1).join()),
  );
  return prefixes.has(normalized(word));
}

const GROUPS: Readonly<
  Record<keyof LanguageNames, (names: CalendarNames) => readonly (readonly string[])[]>
> = {
  months: ({ long }) => long.months,
  shortMonths: ({ short }) => short.months,
  weekdays: ({ long }) => long.weekdays.map((name) => [name]),
  shortWeekdays: ({ short }) => short.weekdays.map((name) => [name]),
};

/** All month and weekday names of a language, from CLDR and its data file. */
export function languageNames(language: DateLanguage): LanguageNames {
  const known = names.get(language.tag);
  if (known) return known;
  const built: LanguageNames = {
    months: gather(language, GROUPS.months, 12, language.months),
    shortMonths: gather(language, GROUPS.shortMonths, 12, language.shortMonths),
    weekdays: gather(language, GROUPS.weekdays, 7, language.weekdays),
    shortWeekdays: gather(language, GROUPS.shortWeekdays, 7, language.shortWeekdays),
  };
  names.set(language.tag, built);
  return built;
}

/** Locales of CLDR beyond the languages that are read here, whose months are nobody's spelling mistakes. */
const OTHER_LOCALES = [
  'af',
  'az',
  'be',
  'bg',
  'bs',
  'ca',
  'cs',
  'cy',
  'da',
  'el',
  'et',
  'eu',
  'fa',
  'fi',
  'fil',
  'ga',
  'gl',
  'hr',
  'hu',
  'hy',
  'is',
  'ka',
  'kk',
  'ky',
  'lb',
  'lt',
  'lv',
  'mk',
  'mn',
  'mt',
  'nb',
  'nn',
  'ro',
  'rm',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sr-Latn',
  'sw',
  'tg',
  'tk',
  'uz',
  'zu',
] as const;

let foreign: ReadonlySet<string> | undefined;

/** Whether a word is exactly a month or weekday of some language of CLDR. Built at first use. */
export function isForeignName(word: string): boolean {
  foreign ??= new Set(
    OTHER_LOCALES.flatMap((locale) => Object.values(GROUPS).flatMap((of) => wordsOf(locale, of).flat())),
  );
  return foreign.has(normalized(word));
}

/** A word as the lexicon knows it: composed, in lower case, without full stops. */
export function normalized(word: string): string {
  let hasCapital = false;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (!isPlain(unit)) return wholly(word);
    hasCapital ||= isCapitalUnit(unit);
  }
  return hasCapital ? word.toLowerCase() : word;
}

/** Whether a unit needs nothing but lower case: composed Latin (but `İ`, which falls apart in it), Cyrillic, Han, hangul. */
function isPlain(unit: number): boolean {
  if (unit < 0x300) return unit !== 0x2e && unit !== 0x130;
  return (
    (unit >= 0x400 && unit <= 0x481) ||
    (unit >= 0x1e00 && unit <= 0x1eff) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3)
  );
}

function wholly(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replaceAll('.', '')
    .replaceAll('\u2019', "'");
}

function buildWords(): ReadonlyMap<string, readonly DateName[]> {
  const built = new Map<string, DateName[]>();
  const put = (key: string, entry: DateName): void => {
    const list = built.get(key);
    if (!list) built.set(key, [entry]);
    else if (!list.some((other) => other.language === entry.language && other.kind === entry.kind))
      list.push(entry);
  };
  const plain: [string, DateName][] = [];
  for (const language of DATE_LANGUAGES) {
    const own = languageNames(language);
    const groups = [
      ['month', true, own.months],
      ['weekday', true, own.weekdays],
      ['month', false, own.shortMonths],
      ['weekday', false, own.shortWeekdays],
    ] as const;
    for (const [kind, long, lists] of groups) {
      for (const [index, list] of lists.entries()) {
        for (const name of list) {
          const entry: DateName = { kind, value: index + 1, language, long, name };
          put(name, entry);
          const bare = withoutAccents(name);
          if (bare !== name) plain.push([bare, entry]);
        }
      }
    }
  }
  // Accents are often dropped, in capitals above all; a word that is a name by itself comes first.
  for (const [key, entry] of plain) put(key, entry);
  return built;
}

function withoutAccents(word: string): string {
  return /^[\p{Script=Latin}\p{M}'-]+$/u.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
}

/** The names of CLDR and further ones by number, in the lexicon's form. */
function gather(
  language: DateLanguage,
  of: (names: CalendarNames) => readonly (readonly string[])[],
  count: number,
  more: NumberedNames | undefined,
): readonly (readonly string[])[] {
  const lists = [language.tag, ...(language.locales ?? [])].map((locale) => wordsOf(locale, of));
  return Array.from({ length: count }, (_, index) => [
    ...new Set([...lists.flatMap((list) => list[index] ?? []), ...(more?.[index + 1] ?? [])]),
  ]);
}

/** The names of a locale that are words: East Asian ones are numbers and marks. */
function wordsOf(
  locale: string,
  of: (names: CalendarNames) => readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const names = calendarNames(locale);
  const lists = names ? of(names) : [];
  return lists.map((list) =>
    list
      .map(normalized)
      .filter((name) => name.length > 1 && !/[\d\p{Script=Han}\p{Script=Hangul}]/u.test(name)),
  );
}
