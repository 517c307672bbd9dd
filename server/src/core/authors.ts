/** More of a line than this is not looked at: author lines are short, and patterns must stay cheap on any text. */
const LONGEST = 400;
/** A name has no more words than these, a line no more words before the one for its author. */
const MOST_WORDS = 4;
const MOST_BEFORE = 4;
/** Words of an office, an agency or a board that signs. */
const MOST_OF_OFFICE = 6;

/** A stretch of a line in UTF-16 columns. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that stand before an author's name. */
const AUTHOR_WORDS =
  /(?:(?:written|reported|story|text|words|submitted|posted|published|created|reviewed|edited)\s+by|reporting\s+by|by|auth[oe]rs?|von|autorin\/autor|autor(?:in|en|es|a|e)?|par|por|di|a cura di|oleh|penulis|редактор|автор|автори|авторы|текст|muhabir|haber|yazar|tác giả|av|af|door|tekst|作者|责任编辑|責任編輯|编辑|編輯|执笔人|文|글|بقلم|लेखक)(?:\s*[:：=]\s*|\s+)|\p{Script=Han}{0,8}(?:记者|記者|通讯员)\s*[:：]?\s*/iuy;

/** What stands between the parts of a line that says more than its author. */
const SEPARATORS = /[|｜·•\t()（）[\]【】<>;；]|\s[-–—/]+(?=\s|$)|\s{2,}/gu;

/** What stands between two names. */
const JOINT =
  /\s*(?:[,，、&]\s*(?:(?:and|und|et|y|e|и|та|ve|og|och|en|dan)\s+)?|\s(?:and|und|et|y|e|и|й|та|ve|og|och|en|dan|with|mit)\s+)/iuy;

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{Nd}'’ʼ.\-‐&]*/uy;

/** Chinese, Japanese and Korean: names are short runs, and what names their bearers may touch them. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]{2,8}/uy;
const REPORTER_AFTER = /(?:기자|특파원|記者|记者|编辑|編集委員|特派員)$/u;

const particles = new Set(
  'van von de der den del della di da do dos das du la le el al bin ibn ben zu zum af ter y'.split(' '),
);

/** Small words inside the names of offices. */
const linking = new Set([
  'of',
  'for',
  'and',
  'the',
  'der',
  'des',
  'für',
  'und',
  'de',
  'la',
  'du',
  'del',
  'di',
  'do',
  'da',
]);

/** Words that follow a name or stand in place of one, and are no part of it. */
const offices = new Set(
  (
    'the a an staff writer writers reporter reporters editor editors editorial correspondent contributor contributing columnist journalist author ' +
    'producer photographer freelance freelancer senior junior chief associate special deputy assistant managing executive director manager analyst ' +
    'fellow professor member news press agency media times post tribune telegram gazette journal daily herald globe telegraph guardian reuters bloomberg ' +
    'ap afp dpa apa sid cnn bbc nbc abc cbs cbc npr pbs updated published posted last modified by on at in for from via tags share save read more ' +
    'redaktion redakteur redakteurin korrespondent korrespondentin reporterin autorin autor volontärin volontär stand uhr aktualisiert ' +
    'rédaction journaliste redacción redactor redactora redazione redação periodista corresponsal giornalista uhr am pm est edt pst gmt utc ' +
    'monday tuesday wednesday thursday friday saturday sunday ph.d. m.d. phd md rd jr. comments comment follow photo photos image video credit'
  ).split(' '),
);

/** Pictures and films have their authors too: `Photographs of the harbour by`. */
const OF_PICTURES =
  /photo|image|picture|video|illustration|graphic|foto|bild|grafik|imagen?|credit|©|摄|图/iu;

/**
 * The author or authors in a line: `By Erica Gokey, Editor –`, `March 5, 2024 | Jane Doe and John Roe`, `이은춘 기자`.
 * @param taken spans that are no names, such as dates, in order
 * @param isSigned whether the line is known for an author's: then a name needs no word before it, and may be an office's
 */
export function readAuthors(whole: string, taken: readonly Span[], isSigned: boolean): Span | null {
  const line = whole.slice(0, LONGEST);
  const pieces = piecesOf(line, taken);
  for (const piece of pieces) {
    const start = afterAuthorWord(line, piece);
    if (start === null) continue;
    const rest = { start, end: piece.end };
    const found = namesAt(line, rest, isSigned) ?? (isSigned ? officeAt(line, rest) : null);
    if (found) return found;
  }
  if (!isSigned) return null;
  for (const piece of pieces) {
    const found = namesAt(line, piece, false);
    if (found) return found;
  }
  const [only] = pieces;
  const office = only ? officeAt(line, only) : null;
  return office?.end === only?.end ? office : null;
}

/** Whether a line is no more than the word that stands before an author: `By`, `Autor:`. */
export function isAuthorWord(text: string): boolean {
  return text.length <= 30 && skipAuthorWords(`${text} `, 0) >= text.length;
}

function piecesOf(line: string, taken: readonly Span[]): readonly Span[] {
  const cuts = [
    ...taken.filter(({ start }) => start < line.length),
    ...Array.from(line.matchAll(SEPARATORS), ({ index, 0: mark }) => ({
      start: index,
      end: index + mark.length,
    })),
    { start: line.length, end: line.length },
  ].sort((a, b) => a.start - b.start);
  const pieces: Span[] = [];
  let from = 0;
  for (const { start, end } of cuts) {
    const piece = trimmed(line, from, start);
    if (piece.end - piece.start > 1) pieces.push(piece);
    from = Math.max(from, end);
  }
  return pieces;
}

/** Without white space and marks around. */
function trimmed(line: string, from: number, to: number): Span {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /[^\p{L}\p{N}]/u.test(line.charAt(start)) && !isHalf(line, start)) start++;
  while (end > start && /[\s,:：–—-]/u.test(line.charAt(end - 1))) end--;
  return { start, end };
}

function isHalf(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Index after the word for an author that opens a piece or stands in it after a few words; null where none does. */
function afterAuthorWord(line: string, { start, end }: Span): number | null {
  let at = start;
  for (let word = 0; word <= MOST_BEFORE && at < end; word++) {
    const after = skipAuthorWords(line, at);
    if (after > at && after < end && !OF_PICTURES.test(lastPhrase(line.slice(start, at)))) return after;
    const space = line.indexOf(' ', at);
    if (space < 0 || space >= end) return null;
    at = space + 1;
  }
  return null;
}

/** What stands behind the last mark of a text; the sign of a copyright is no such mark. */
function lastPhrase(text: string): string {
  return text.split(/[^\p{L}\s©]/u).at(-1) ?? '';
}

/** Bylines double their preposition where a template adds one: `von Von Reinhard Schmitz`. */
function skipAuthorWords(line: string, from: number): number {
  let at = from;
  for (;;) {
    AUTHOR_WORDS.lastIndex = at;
    if (!AUTHOR_WORDS.test(line)) return at;
    at = AUTHOR_WORDS.lastIndex;
  }
}

/** Names from a piece's beginning on; null where it begins with none. */
function namesAt(line: string, { start, end }: Span, isMarked: boolean): Span | null {
  let last = -1;
  let at = start;
  for (;;) {
    const name = nameAt(line, { start: at, end }, isMarked && last < 0);
    if (name === null || (last >= 0 && !endsThere(line, name, end))) break;
    last = name;
    JOINT.lastIndex = name;
    if (!JOINT.test(line)) break;
    at = JOINT.lastIndex;
  }
  return last < 0 ? null : { start, end: last };
}

/** Whether a name after a comma is all that stands there: `Doe, Cherry Hill Courier` names no second author. */
function endsThere(line: string, end: number, limit: number): boolean {
  if (end >= limit) return true;
  JOINT.lastIndex = end;
  return JOINT.test(line) || !/^\s+\p{Lu}/u.test(line.slice(end, limit));
}

/** Index after the name at the beginning of a span; null where there is none. */
function nameAt(line: string, { start, end }: Span, isMarked: boolean): number | null {
  EAST_ASIAN.lastIndex = start;
  const run = EAST_ASIAN.exec(line)?.[0];
  if (run !== undefined) return eastAsianName(line, start, run, isMarked);
  let words = 0;
  let last = start;
  let at = start;
  while (words < MOST_WORDS && at < end) {
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined) break;
    if (isOffice(word)) {
      if (words < 2) return null;
      break;
    }
    const isCapital = !/^\p{Ll}/u.test(word);
    if (!isCapital && !(particles.has(word) && (words > 0 || isMarked))) break;
    if (isCapital) {
      words++;
      last = at + word.length;
    }
    at += word.length;
    if (line.charAt(at) !== ' ' && line.charAt(at) !== '\u00a0') break;
    at++;
  }
  if (words < (isMarked ? 1 : 2)) return null;
  return withoutEcho(line, start, last);
}

/** `Eric Berger Eric Berger`: an author's picture and his name. */
function withoutEcho(line: string, start: number, end: number): number {
  const half = (end - start - 1) / 2;
  const isEcho = line.slice(start, start + half) === line.slice(end - half, end);
  return Number.isInteger(half) && half > 2 && isEcho ? start + half : end;
}

function eastAsianName(line: string, start: number, run: string, isMarked: boolean): number | null {
  const name = run.replace(REPORTER_AFTER, '');
  const isReporter = name !== run || /^\s*(?:기자|특파원)/u.test(line.slice(start + run.length));
  return name.length >= 2 && (name.length <= 4 || isMarked || isReporter) ? start + name.length : null;
}

function isOffice(word: string): boolean {
  return offices.has(word.toLowerCase().replace(/[.]$/, ''));
}

/** An office or an agency that signs, `The Associated Press`: a run of capitalized words, with small ones between them. */
function officeAt(line: string, { start, end }: Span): Span | null {
  let last = -1;
  let at = start;
  for (let words = 0; words < MOST_OF_OFFICE && at < end; words++) {
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined) break;
    if (/^\p{Ll}/u.test(word) && !/\./.test(word) && (last < 0 ? word.length > 4 : !linking.has(word))) break;
    if (!linking.has(word)) last = at + word.length;
    at += word.length;
    if (line.charAt(at) !== ' ') break;
    at++;
  }
  return last < 0 ? null : { start, end: last };
}
