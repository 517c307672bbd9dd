import { DATE_LANGUAGES } from '../languages';
import type { DateLanguage } from '../languages/language';
import type { Token } from '../tokens';
import { word } from './stretch';

// The small words inside dates, of all languages together, in the lexicon's form.

/** Between day, month and year: `of`, `de`. */
export const joiners = wordSet((language) => language.joiners);
/** After a year: `г.`, `р.`. */
export const yearWords = wordSet((language) => language.yearWords);
/** Characters that these begin with. */
export const yearWordBeginnings = beginningsOf(yearWords);
/** Between the two days of a range: `to`, `bis`. */
export const links = wordSet((language) => language.links);
/** Suffixes of ordinal numbers: `th`, `er`. */
export const ordinals: ReadonlySet<string> = wordSet((language) => language.ordinals);

/** No ordinal suffix, joiner or word after a year is longer: most words need not be looked up. */
export const LONGEST_SUFFIX = 5;

function wordSet(of: (language: DateLanguage) => readonly string[] | undefined): ReadonlySet<string> {
  return new Set(DATE_LANGUAGES.flatMap((language) => of(language) ?? []));
}

/** What words begin with, as a small letter or a capital. */
export function beginningsOf(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].flatMap((each) => [each.charAt(0), each.charAt(0).toUpperCase()]));
}

/** A word that may be a joiner, in the lexicon's form. */
export function shortWord(text: string, token: Token | undefined): string {
  return token && token.end - token.start <= LONGEST_SUFFIX ? word(text, token) : '';
}
