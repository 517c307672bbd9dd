import { PhraseSet } from '../text/phrases';
import type { CuePhrase, EvidenceSource } from './evidence';
import { type CueCategory, PHRASE_CATEGORIES, WORD_LISTS } from './words';

/** Longer lines are running text: a cue word in them says nothing of the line. */
const LONGEST = 400;
/** From this length on a phrase is only part of what the line says. */
const WHOLE = 80;

/** What only short lines are. */
const HEADINGS: ReadonlySet<CueCategory> = new Set(['section', 'about']);

/** A phrase that opens the line says more of it than one inside. */
const ANCHORED = 0.3;

let phrases: PhraseSet<CueCategory> | null = null;

/** Words that sites put on their furniture, in many languages; the lists are data. */
export const cueWords: EvidenceSource = {
  cues: {
    'words.navigation': 'it has words of menus',
    'words.share': 'it has words of share and print buttons',
    'words.promo': 'it has words of advertisements and subscriptions',
    'words.legal': 'it has words of copyright and legal notices',
    'words.comments': "it has words of readers' comments",
    'words.related': 'it announces related articles',
    'words.metadata': 'it has the labels of a date or source line',
    'words.byline': 'it has the words of an author line',
    'words.caption': 'it has the words of a picture credit',
    'words.read-more': 'it sends the reader to the rest of another text',
    'words.section': 'it has the words of a heading inside a text',
    'words.about': 'it has the words of a heading above a note on authors or newsrooms',
    'words.note': 'it has the words of a note on authors, corrections or newsrooms',
  },
  observe(page, emit) {
    page.lines.forEach(({ text, phrases: found }, index) => {
      const seen = new Set<string>();
      for (const { phrase, value } of found) {
        if (seen.has(value) || (text.length > WHOLE && HEADINGS.has(value))) continue;
        seen.add(value);
        const share = phrase.length / text.length + (phrase.startsWith('^') ? ANCHORED : 0);
        const strength =
          text.length <= WHOLE ? Math.min(1, 0.5 + share) : Math.max(0.2, Math.min(1, 4 * share));
        emit(index, `words.${value}`, strength, `“${phrase.replace(/^\^|\$$/g, '')}”`);
      }
    });
  },
};

/** The cue phrases of a line; none of a line that is too long for a cue to say something of it. */
export function cuePhrases(text: string): readonly CuePhrase[] {
  return text.length > LONGEST ? [] : phraseSet().match(text);
}

/** What the phrases of a short line tell of it; empty for longer lines. */
export function cueCategories(text: string, found: readonly CuePhrase[]): ReadonlySet<CueCategory> {
  return text.length > WHOLE || found.length === 0 ? NOTHING : new Set(found.map(({ value }) => value));
}

const NOTHING: ReadonlySet<CueCategory> = new Set();

function phraseSet(): PhraseSet<CueCategory> {
  phrases ??= new PhraseSet(wordEntries());
  return phrases;
}

function* wordEntries(): Iterable<readonly [string, CueCategory]> {
  for (const list of WORD_LISTS) {
    for (const category of PHRASE_CATEGORIES) {
      for (const entry of list[category] ?? []) yield [entry.toLowerCase(), category];
    }
  }
}
