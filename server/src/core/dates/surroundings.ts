import { classOf, DIGIT, LETTER, SPACE } from './characters';
import { DATE_LANGUAGES } from './languages';
import type { DateLanguage } from './languages/language';
import { normalized } from './localeNames';
import type { Span } from './scanned';

// What stands around a date tells whether it is one, and whether its last number belongs to it.

const allCues = wordSet((language) => language.cues?.filter((word) => !/^[a-z]$/.test(word)));
const allFollowers = wordSet((language) => language.followers);
const allRefusals = wordSet((language) => language.refusals);
const allLabels = wordSet((language) => language.labels);

function wordSet(
  of: (language: (typeof DATE_LANGUAGES)[number]) => readonly string[] | undefined,
): ReadonlySet<string> {
  return new Set(DATE_LANGUAGES.flatMap((language) => of(language) ?? []));
}

/** A longer word than this is not looked at. */
const WORD_LENGTH = 24;

/** The word before a column, over white space and a full stop, in the lexicon's form; `''` where there is none. */
export function wordBefore(line: string, at: number): string {
  let end = at;
  while (
    end > 0 &&
    at - end < 3 &&
    (classOf(line.charCodeAt(end - 1)) === SPACE || '.:№°º'.includes(line.charAt(end - 1)))
  ) {
    if ('№°º'.includes(line.charAt(end - 1))) return '№';
    end--;
  }
  let start = end;
  while (start > 0 && end - start < WORD_LENGTH && classOf(line.charCodeAt(start - 1)) >= LETTER) start--;
  return normalized(line.slice(start, end));
}

/** The word directly before a column, over one space, as it is written; `''` where there is none. */
export function wordWritten(line: string, at: number): string {
  if (classOf(line.charCodeAt(at - 1)) !== SPACE) return '';
  const end = at - 1;
  let start = end;
  while (start > 0 && end - start < WORD_LENGTH && classOf(line.charCodeAt(start - 1)) === LETTER) start--;
  return line.slice(start, end);
}

/** The word after a column, over one space; `''` where something else follows. */
export function wordAfter(line: string, at: number): string {
  const start = classOf(line.charCodeAt(at)) === SPACE ? at + 1 : at;
  let end = start;
  while (end < line.length && end - start < WORD_LENGTH && classOf(line.charCodeAt(end)) >= LETTER) end++;
  return normalized(line.slice(start, end));
}

const ownWords = new Map<
  string,
  { readonly cues: ReadonlySet<string>; readonly followers: ReadonlySet<string> }
>();

/** The words of a language, or of all; words of one ASCII letter only count in the language that has them. */
function wordsOf(language: DateLanguage | null): {
  cues: ReadonlySet<string>;
  followers: ReadonlySet<string>;
} {
  if (!language) return { cues: allCues, followers: allFollowers };
  const known = ownWords.get(language.tag);
  if (known) return known;
  const own = { cues: new Set(language.cues), followers: new Set(language.followers) };
  ownWords.set(language.tag, own);
  return own;
}

/**
 * Whether a word such as `on` or `since` stands before.
 * @param language of the text, or null to ask all
 */
export function isCued(line: string, start: number, language: DateLanguage | null = null): boolean {
  return (
    line.charAt(start - 1) === ' ' &&
    !'.:'.includes(line.charAt(start - 2)) &&
    wordsOf(language).cues.has(wordBefore(line, start))
  );
}

/** Whether a word such as `version` or `No.` stands before: what follows is no date. */
export function isRefused(line: string, start: number): boolean {
  const word = wordBefore(line, start);
  return word === '№' || allRefusals.has(word);
}

/** Whether a word introduces dates in fields: `published`. */
export function isLabelWord(word: string): boolean {
  return allLabels.has(word) || allCues.has(word);
}

/** Whether a word often follows a date, unlike a noun that a number counts. */
export function isFollower(word: string): boolean {
  return allFollowers.has(word);
}

/**
 * Whether a date may end at a column: what follows is the line's end, punctuation, or a word like `and`, and not a noun
 * that the last number could count, nor more of a longer number.
 * @param language of the text, or null to ask all
 */
export function endsLikeDate(line: string, end: number, language: DateLanguage | null = null): boolean {
  const unit = line.charCodeAt(end);
  if (end >= line.length) return true;
  const kind = classOf(unit);
  if (kind === DIGIT) return false;
  if (kind >= LETTER) return kind !== LETTER;
  if (kind === SPACE) {
    const next = line.charCodeAt(end + 1);
    if (end + 1 >= line.length) return true;
    if (classOf(next) === LETTER) return wordsOf(language).followers.has(wordAfter(line, end));
    return classOf(next) !== DIGIT && !isMoney(line.charAt(end + 1));
  }
  // A number that goes on is no part of a date: 31,000; 5.5; 10:30; 20%.
  const mark = line.charAt(end);
  // `June 31-point lead`
  if (mark === '-' && classOf(line.charCodeAt(end + 1)) === LETTER) return false;
  if ('.,:/-–'.includes(mark)) return classOf(line.charCodeAt(end + 1)) !== DIGIT;
  return mark !== '%' && mark !== '°' && !isMoney(mark);
}

const FIRST_BEYOND_ASCII = '\u0080';

/** Whether a character is a currency sign. */
export function isMoney(character: string): boolean {
  return character < FIRST_BEYOND_ASCII ? character === '$' : /^\p{Sc}$/u.test(character);
}

/** Before a date that is all of its field: nothing, or a label's colon or a bar. */
const OPENERS = ':|·•：>';
/** After it: nothing, or a separator. */
const CLOSERS = '|·•<';

/** Whether a span is all that its line holds, or all between separators and a label. */
export function standsAlone(line: string, { start, end }: Span): boolean {
  let before = start;
  while (before > 0 && start - before < 4 && isBlankOrBracket(line, before - 1)) before--;
  if (before > 0 && !OPENERS.includes(line.charAt(before - 1))) return false;
  let after = end;
  while (after < line.length && after - end < 4 && isBlankOrBracket(line, after)) after++;
  return after >= line.length || CLOSERS.includes(line.charAt(after));
}

function isBlankOrBracket(line: string, at: number): boolean {
  return classOf(line.charCodeAt(at)) === SPACE || '()[]（）'.includes(line.charAt(at));
}

/** The unbroken run of ASCII characters around a column. Linear over a line, as runs are asked for once. */
export function runAround(line: string, at: number): Span {
  let start = at;
  while (start > 0 && isRunUnit(line.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < line.length && isRunUnit(line.charCodeAt(end))) end++;
  return { start, end };
}

/** All of ASCII but spaces, brackets and quotation marks. */
function isRunUnit(unit: number): boolean {
  return (
    unit > 0x20 &&
    unit < 0x7f &&
    !(unit === 0x28 || unit === 0x29 || unit === 0x22 || unit === 0x3c || unit === 0x3e)
  );
}

const ADDRESS =
  /:\/\/|@\w|^www\.|[?&]\w+=|^[\w-]+(?:\.[\w-]+){0,6}\.[a-z]{2,6}\/|[A-Za-z]:\\|[A-Za-z]\\|\\[A-Za-z]|\w_|_\w|^10\.\d{4,9}\/|~\/|^\.{0,2}\/|\.(?:pdf|html?|jpe?g|png|gif|webp|svg|mp[34]|mov|avi|zip|gz|tgz|tar|docx?|xlsx?|pptx?|txt|csv|json|xml|ya?ml|php|aspx?|log|md|js|ts|py|rs|sql|bak|hwp|epub|exe|deb|rpm|dmg|iso|jsonl|whl|jar)\b/i;

/** A run that is longer than this is no text that dates stand in. */
const LONGEST_RUN = 1000;

/** Every address has one of these. */
const MARKS_OF_ADDRESSES = /[:@?&\\_~.]|^\//;

/** Whether a run is a web or mail address, a file's name or path, an identifier, or data. */
export function isAddress(run: string): boolean {
  return run.length > LONGEST_RUN || (MARKS_OF_ADDRESSES.test(run) && ADDRESS.test(run));
}
