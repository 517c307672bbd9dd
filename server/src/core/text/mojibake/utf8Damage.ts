import { isEastAsian, isPlausible } from './plausible';
import { type SingleByteLabel, type Utf8Sequence, utf8Sequences } from './utf8Sequences';

/** A stretch of a line and what stood there before it was damaged. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The damaged characters of a line. */
export interface LineDamage {
  /** Damaged whatever stands around the line. */
  readonly sure: readonly Repair[];
  /** Damaged if other text of the page is: what is correct, if unusual, in a page without damage. */
  readonly likely: readonly Repair[];
  /** Letters of East Asia, damaged if others of them are: a letter that ends a quotation (`tombé…”`) makes one by chance. */
  readonly eastAsian: readonly Repair[];
}

/** Of lines without damage. */
export const NO_DAMAGE: LineDamage = { sure: [], likely: [], eastAsian: [] };

/**
 * Characters of a line that are UTF-8 read in an encoding of one byte a character: `cafÃ©`, `donâ€™t`, `РџСЂРёРІРµС‚`.
 * Letters with marks that may follow them in correct text (`CAFÉ»`, `tombé…”`) are told apart by what stands around. What
 * was damaged twice is given back as what was damaged once.
 */
export function utf8Damage(line: string, label: SingleByteLabel): LineDamage {
  if (!CANDIDATE[label].test(line)) return NO_DAMAGE;
  const sequences = utf8Sequences(line, label).filter(({ code }) => isPlausible(code));
  if (ANOTHER_DAMAGE.test(without(line, sequences))) return NO_DAMAGE;
  const sure: Repair[] = [];
  const likely: Repair[] = [];
  const eastAsian: Repair[] = [];
  for (let at = 0; at < sequences.length; ) {
    const run = runFrom(sequences, at);
    at += run.length;
    const facts = factsOf(line, run);
    for (const sequence of run) {
      const { start, end, code } = sequence;
      const repair = { start, end, text: String.fromCodePoint(code) };
      if (JUDGES[label](line, sequence, facts)) sure.push(repair);
      else (isEastAsian(code) ? eastAsian : likely).push(repair);
    }
  }
  return sequences.length === 0 ? NO_DAMAGE : { sure, likely, eastAsian };
}

/** What must stand in a line before it is looked at closely. */
const CANDIDATE: Readonly<Record<SingleByteLabel, RegExp>> = {
  'windows-1252': /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/,
  'windows-1251': /[РСТВв][^\x00-\x7f]/,
  macintosh: /[\u00ac\u221a\u201a][^\x00-\x7f]/,
};

/** Many bytes without ASCII between them, which are no UTF-8: the line was in another encoding, and UTF-8 in it is chance. */
const ANOTHER_DAMAGE = /[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{5}/;

function without(line: string, sequences: readonly Utf8Sequence[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of sequences) {
    rest += `${line.slice(at, start)} `;
    at = end;
  }
  return rest + line.slice(at);
}

/** Whether a sequence is surely damage. */
type Judge = (line: string, sequence: Utf8Sequence, run: RunFacts) => boolean;

const JUDGES: Readonly<Record<SingleByteLabel, Judge>> = {
  'windows-1252': isSurelyLatin,
  'windows-1251': isSurelyCyrillic,
  macintosh: isSurelyMacintosh,
};

/** Sequences that follow each other without anything between them. */
function runFrom(sequences: readonly Utf8Sequence[], from: number): readonly Utf8Sequence[] {
  let to = from + 1;
  while (to < sequences.length && sequences[to]?.start === sequences[to - 1]?.end) to++;
  return sequences.slice(from, to);
}

/** What a run tells of each of its sequences. */
interface RunFacts {
  readonly isAlone: boolean;
  /** Whether it is a word of damaged letters: several, and not all of what may stand in correct text. */
  readonly isWord: boolean;
  /** How many of its characters are Cyrillic. */
  readonly cyrillic: number;
}

function factsOf(line: string, run: readonly Utf8Sequence[]): RunFacts {
  return {
    isAlone: run.length === 1,
    isWord: run.length > 1 && run.some((each) => marksOf(line, each).some(isUnusual)),
    cyrillic: run.filter(({ code }) => code >= 0x400 && code < 0x500).length,
  };
}

/** Marks that stand right after a letter in correct text: closing quotation marks, dashes, signs, note numbers. */
const AFTER_LETTER =
  /^[\u00a0\u00a7\u00a9-\u00ab\u00ad\u00ae\u00b0\u00b2-\u00b4\u00b7\u00b9-\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u2020-\u2022\u2026\u2030\u2039\u203a\u2122]$/;
const LETTER = /^\p{L}$/u;
const LOWER = /^\p{Ll}$/u;
const UPPER = /^\p{Lu}$/u;
const OPENING = /^[«‹“‘„‚"'([{`]$/;
const CLOSING = /^[»›”’"')\]}`]$/;

function isSurelyLatin(line: string, sequence: Utf8Sequence, { isAlone, isWord }: RunFacts): boolean {
  const { start, end, code } = sequence;
  const before = line.charAt(start - 1);
  const after = line.charAt(end);
  const marks = marksOf(line, sequence);
  // Who writes about such damage quotes it.
  if (isAlone && OPENING.test(before) && CLOSING.test(after)) return false;
  // Emoji, the byte order mark `ï»¿`.
  if (code >= 0x10000 || code === 0xfeff) return true;
  // What begins letters of other scripts (`×`, `Ø`, `Ñ` ...) is sure in words of several such letters.
  if (code >= 0x300 && code < 0x800) {
    return isWord || (code < 0x330 && marks.every(isUnusual) && LETTER.test(before));
  }
  if (marks.every(isUnusual)) return true;
  if (code < 0xc0) return !UPPER.test(before) && !OPENING.test(before);
  if (code < 0x300) return isWord || LOWER.test(before) || (LOWER.test(after) && !OPENING.test(before));
  if (code >= 0x2000 && code < 0x3000) return marks.some(isUnusual) || !LETTER.test(before);
  if (code >= 0x1e00 && code < 0x1f00) return isWord || isUnusual(marks.at(-1) ?? '') || LOWER.test(after);
  return isWord;
}

/** Cyrillic words alternate between `Р` or `С` and signs or letters of other languages. */
function isSurelyCyrillic(line: string, { start, code }: Utf8Sequence, { cyrillic }: RunFacts): boolean {
  if (code >= 0x2010 && code < 0x2100) return line.startsWith('вЂ', start) || line.startsWith('в‚', start);
  return cyrillic >= 3;
}

/** `‚Äô` for an apostrophe, `√©` inside a word: a root sign alone may stand before letters. */
function isSurelyMacintosh(line: string, { start, code }: Utf8Sequence): boolean {
  if (code >= 0x2010 && code < 0x2100) return line.startsWith('‚Ä', start);
  return line[start] === '√' && LOWER.test(line.charAt(start - 1)) && LETTER.test(line.charAt(start - 2));
}

/** The characters of a sequence behind its first. */
function marksOf(line: string, { start, end }: Utf8Sequence): readonly string[] {
  return [...line.slice(start + 1, end)];
}

function isUnusual(mark: string): boolean {
  return !AFTER_LETTER.test(mark);
}
