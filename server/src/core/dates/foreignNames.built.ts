import { NAME_GROUPS, wordsOf } from './localeNames';

/** Locales of CLDR beyond the languages that are read, whose months are nobody's spelling mistakes. */
const OTHER_LOCALES =
  'af az be bg bs ca cs cy da el et eu fa fi fil ga gl hr hu hy is ka kk ky lb lt lv mk mn mt nb nn ro rm sk sl so sq sr sr-Latn sw tg tk uz zu'.split(
    ' ',
  );

/**
 * The months and weekdays of other languages of CLDR, as the lexicon has words, parted by bars. Bundles hold what comes of
 * it (client/built.mjs): asking `Intl` for them takes a tenth of a second where a text first has a likely slip.
 */
export const FOREIGN_NAMES = [
  ...new Set(
    OTHER_LOCALES.flatMap((locale) => Object.values(NAME_GROUPS).flatMap((of) => wordsOf(locale, of).flat())),
  ),
].join('|');
