import { DATE_LANGUAGES } from './dates/languages';
import { type LanguageNames, namesOf } from './intlNames';

/**
 * The names of the languages whose dates are read, by BCP 47 tag. Bundles hold what this module exports when they are
 * built (client/built.mjs): asking `Intl` for all of them takes a fifth of a second at every start (measured), and what
 * is recognized would depend on the CLDR of the runtime.
 */
export const KNOWN_NAMES: Readonly<Record<string, LanguageNames | null>> = Object.fromEntries(
  DATE_LANGUAGES.flatMap(({ tag, locales = [] }) => [tag, ...locales]).map((tag) => [tag, namesOf(tag)]),
);
