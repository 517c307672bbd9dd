import { arabic } from './arabic';
import { chinese } from './chinese';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { indonesian } from './indonesian';
import { italian } from './italian';
import { japanese } from './japanese';
import { korean } from './korean';
import type { DateLanguage } from './language';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { russian } from './russian';
import { spanish } from './spanish';
import { swedish } from './swedish';
import { turkish } from './turkish';
import { ukrainian } from './ukrainian';
import { vietnamese } from './vietnamese';

/** Every language whose dates are read; the first that has a word decides where the text's language is unknown. */
export const DATE_LANGUAGES: readonly DateLanguage[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  russian,
  ukrainian,
  turkish,
  indonesian,
  vietnamese,
  polish,
  swedish,
  korean,
  japanese,
  chinese,
  arabic,
  hindi,
];

const byTag: ReadonlyMap<string, DateLanguage> = new Map(
  DATE_LANGUAGES.map((language) => [language.tag, language]),
);

/** The language of a BCP 47 tag, by its primary subtag; null for one that is not known here. */
export function dateLanguage(tag: string | null): DateLanguage | null {
  if (tag === null) return null;
  return byTag.get(tag) ?? byTag.get(tag.split('-', 1).join()) ?? null;
}
