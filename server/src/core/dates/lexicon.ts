import { FOREIGN_NAMES } from './foreignNames.built';
import { DATE_LANGUAGES } from './languages';
import type { DateLanguage, NumberedNames } from './languages/language';
import { NAME_GROUPS, type NameGroup, normalized, wordsOf } from './localeNames';

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

/** All month and weekday names of a language, from CLDR and its data file. */
export function languageNames(language: DateLanguage): LanguageNames {
  const known = names.get(language.tag);
  if (known) return known;
  const built: LanguageNames = {
    months: gather(language, NAME_GROUPS.months, 12, language.months),
    shortMonths: gather(language, NAME_GROUPS.shortMonths, 12, language.shortMonths),
    weekdays: gather(language, NAME_GROUPS.weekdays, 7, language.weekdays),
    shortWeekdays: gather(language, NAME_GROUPS.shortWeekdays, 7, language.shortWeekdays),
  };
  names.set(language.tag, built);
  return built;
}

let foreign: ReadonlySet<string> | undefined;

/** Whether a word is exactly a month or weekday of a language of CLDR that is not read here. Built at first use. */
export function isForeignName(word: string): boolean {
  foreign ??= new Set(FOREIGN_NAMES.split('|'));
  return foreign.has(normalized(word));
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

/** A Latin word without its accents. */
export function withoutAccents(word: string): string {
  return /^[\p{Script=Latin}\p{M}'-]+$/u.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
}

/** The names of CLDR and further ones by number, in the lexicon's form. */
function gather(
  language: DateLanguage,
  of: NameGroup,
  count: number,
  more: NumberedNames | undefined,
): readonly (readonly string[])[] {
  const lists = [language.tag, ...(language.locales ?? [])].map((locale) => wordsOf(locale, of));
  return Array.from({ length: count }, (_, index) => [
    ...new Set([...lists.flatMap((list) => list[index] ?? []), ...(more?.[index + 1] ?? [])]),
  ]);
}
