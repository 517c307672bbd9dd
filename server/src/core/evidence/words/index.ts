import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import hi from './hi.json';
import id from './id.json';
import it from './it.json';
import ja from './ja.json';
import ko from './ko.json';
import nl from './nl.json';
import pl from './pl.json';
import pt from './pt.json';
import ru from './ru.json';
import sv from './sv.json';
import tr from './tr.json';
import uk from './uk.json';
import vi from './vi.json';
import zh from './zh.json';

/** What a phrase tells of its line, as far as the forests know it: their columns. */
export const CUE_CATEGORIES = [
  'navigation',
  'share',
  'promo',
  'legal',
  'comments',
  'related',
  'metadata',
  'byline',
  'caption',
  'read-more',
] as const;

/** What else phrases tell: headings of parts of a text, headings of notes on who wrote it or tells it, and such notes. */
const PART_CATEGORIES = ['section', 'about', 'note'] as const;

/** Everything that phrases tell of their lines. */
export const PHRASE_CATEGORIES = [...CUE_CATEGORIES, ...PART_CATEGORIES] as const;

export type CueCategory = (typeof PHRASE_CATEGORIES)[number];

/** Phrases by what they tell; `^` and `$` tie a phrase to the line's ends. */
export type WordList = Readonly<Partial<Record<CueCategory, readonly string[]>>>;

/** One list a language. */
export const WORD_LISTS: readonly WordList[] = [
  ar,
  de,
  en,
  es,
  fr,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
  vi,
  zh,
];
