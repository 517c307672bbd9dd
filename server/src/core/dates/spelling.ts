import { isCapitalized } from './characters';
import { DATE_LANGUAGES } from './languages';
import type { DateLanguage } from './languages/language';
import { isForeignName, languageNames, namesOf, withoutAccents } from './lexicon';
import { normalized } from './localeNames';
import type { NameFlaw } from './scanned';

/** A word that is nearly a name. */
export interface NearName {
  readonly value: number;
  readonly language: DateLanguage;
  readonly flaw: NameFlaw;
}

/** Words and names of people that are a letter away from a month and stand beside numbers for reasons of their own. */
const NOT_MISSPELT: ReadonlySet<string> = new Set([
  'augusta',
  'augustine',
  'augustus',
  'jane',
  'joule',
  'joules',
  'juan',
  'jude',
  'judy',
  'juice',
  'julia',
  'julian',
  'julie',
  'juliet',
  'jump',
  'junk',
  'juno',
  'jury',
  'just',
  'mach',
  'macho',
  'marc',
  'marcel',
  'marcha',
  'marche',
  'marches',
  'marco',
  'marcos',
  'maria',
  'mario',
  'mark',
  'marks',
  'marsh',
  'marta',
  'martin',
  'marty',
  'mary',
  'match',
  'maya',
  'mayor',
  'merch',
  'sundae',
  'sunny',
]);

const SHORTEST = 4;
const LONGEST = 14;

let longMonths: Candidates | undefined;
let longWeekdays: Candidates | undefined;

/** Right names by their first letter, which a misspelt one has too. */
type Candidates = ReadonlyMap<string, readonly Candidate[]>;

interface Candidate {
  /** As it may be meant: right, or without its accents. */
  readonly name: string;
  readonly right: string;
  readonly value: number;
  readonly language: DateLanguage;
}

/**
 * The month that a word fails to name; null where it is no such word, or the right name of any language.
 * @param likely the language that wins where names of several are as near
 */
export function nearMonth(word: string, likely: DateLanguage | null = null): NearName | null {
  const letters = latinLetters(word);
  if (letters) {
    const found = namesOf(letters.text).find(({ kind }) => kind === 'month');
    if (found) {
      const flaw: NameFlaw = { kind: 'letters', right: normalized(letters.text), letter: letters.letter };
      return { value: found.value, language: found.language, flaw };
    }
  }
  longMonths ??= candidates('months');
  const close = nearName(word, longMonths, 1, likely);
  // A mere beginning is a cut: `Janua` is nearer to German than to English, but no slip of either.
  const isBeginning = close?.flaw.right.startsWith(normalized(word)) ?? true;
  const cut = isBeginning ? cutName(word, longMonths) : null;
  return cut ?? close ?? nearName(word, longMonths, 2, likely);
}

/** The weekday that a word fails to name. */
export function nearWeekday(word: string): NearName | null {
  longWeekdays ??= candidates('weekdays');
  return nearName(word, longWeekdays, 2);
}

function candidates(kind: 'months' | 'weekdays'): Candidates {
  const all = DATE_LANGUAGES.flatMap((language) =>
    languageNames(language)[kind].flatMap((list, index) =>
      list
        .filter((right) => right.length >= SHORTEST)
        .flatMap((right) => formsOf(right).map((name) => ({ name, right, value: index + 1, language }))),
    ),
  );
  const byInitial = new Map<string, Candidate[]>();
  for (const each of all) {
    const initial = each.name.charAt(0);
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), each]);
  }
  return byInitial;
}

/** Where accents are dropped, short names come near to words like others: `about`, without a letter, is August. */
const SHORTEST_BARE = 6;

function formsOf(name: string): readonly string[] {
  const bare = withoutAccents(name);
  return bare === name || name.length < SHORTEST_BARE ? [name] : [name, bare];
}

function nearName(
  word: string,
  all: Candidates,
  most: number,
  likely: DateLanguage | null = null,
): NearName | null {
  const key = normalized(word);
  if (key.length < SHORTEST || key.length > LONGEST || isKnown(key)) return null;
  let best: Candidate | undefined;
  let bestDistance = most + 1;
  const small = !isCapitalized(word);
  for (const each of all.get(key.charAt(0)) ?? []) {
    if (small && each.language.capitalized) continue;
    const allowed = each.name.length > 6 ? 2 : 1;
    if (Math.abs(each.name.length - key.length) > allowed) continue;
    const isLikelier = each.language === likely && best !== undefined && best.language !== likely;
    const distance = editDistance(
      key,
      each.name,
      Math.min(allowed, isLikelier ? bestDistance : bestDistance - 1),
    );
    if (distance <= allowed && (distance < bestDistance || (isLikelier && distance === bestDistance))) {
      best = each;
      bestDistance = distance;
    }
  }
  // Two edits in six letters leave too little of the name.
  if (!best || (bestDistance === 2 && Math.min(key.length, best.name.length) < 6)) return null;
  return { value: best.value, language: best.language, flaw: { kind: 'spelling', right: best.right } };
}

function isKnown(key: string): boolean {
  if (NOT_MISSPELT.has(key) || namesOf(key).length > 0 || isForeignName(key)) return true;
  // `the Februarys of old`, `Mondays`
  return key.endsWith('s') && namesOf(key.slice(0, -1)).some(({ long }) => long);
}

/** `Janu`, `Septem`, `Agst`: a name's beginning, or the name without its vowels. */
function cutName(word: string, all: Candidates): NearName | null {
  const key = normalized(word);
  if (key.length < 3 || key.length > 7 || isKnown(key)) return null;
  const cut = all
    .get(key.charAt(0))
    ?.find(
      ({ name }) =>
        name.length >= 5 &&
        name.length - key.length >= 2 &&
        (name.startsWith(key) || lacksVowelsOnly(key, name)),
    );
  if (!cut) return null;
  return { value: cut.value, language: cut.language, flaw: { kind: 'abbreviation', right: cut.right } };
}

function lacksVowelsOnly(key: string, name: string): boolean {
  let at = 0;
  for (const letter of name) {
    if (letter === key.charAt(at)) at++;
    else if (!'aeiouy'.includes(letter)) return false;
  }
  return at === key.length;
}

/** Optimal string alignment distance (edits and swaps of neighbours); `limit + 1` where it is more than `limit`. */
function editDistance(first: string, second: string, limit: number): number {
  const [a, b] = withoutCommonEnds(first, second);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a === '' || b === '') return a.length + b.length;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? limit + 1;
}

/** What two words do not share at their beginnings and ends: edits are only there. */
function withoutCommonEnds(a: string, b: string): readonly [string, string] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

/** Cyrillic and Greek letters that look like Latin ones. */
const TWINS: Readonly<Record<string, string>> = {
  а: 'a',
  А: 'A',
  В: 'B',
  с: 'c',
  С: 'C',
  е: 'e',
  Е: 'E',
  Н: 'H',
  і: 'i',
  І: 'I',
  ј: 'j',
  Ј: 'J',
  К: 'K',
  М: 'M',
  о: 'o',
  О: 'O',
  р: 'p',
  Р: 'P',
  ѕ: 's',
  Ѕ: 'S',
  Т: 'T',
  у: 'y',
  У: 'Y',
  х: 'x',
  Х: 'X',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  ο: 'o',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  ν: 'v',
  υ: 'u',
};

/** A word of mixed scripts in Latin letters, and the first letter that was none. */
function latinLetters(word: string): { text: string; letter: string } | null {
  if (!/[\u0370-\u04ff]/.test(word)) return null;
  let letter: string | undefined;
  let text = '';
  let latin = false;
  for (const each of word) {
    const twin = TWINS[each];
    if (twin) letter ??= each;
    else latin ||= /[A-Za-z]/.test(each);
    text += twin ?? each;
  }
  return letter !== undefined && latin ? { text, letter } : null;
}
