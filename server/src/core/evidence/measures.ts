import { Kind, kindOf } from '../text/characters';

/** How a line ends: what its last mark says. */
export type LineEnd = 'sentence' | 'ellipsis' | 'colon' | 'comma' | 'other';

/** What a line's characters say of its shape. Counts are of UTF-16 units, but for `words`. */
export interface LineMeasures {
  /** Without white space at the ends. */
  readonly length: number;
  /**
   * Runs between white space that hold a letter or a digit; each ideograph counts as half a word,
   * and Hangul syllables more, as Korean words hold more than English ones.
   */
  readonly words: number;
  readonly letters: number;
  readonly digits: number;
  readonly upper: number;
  readonly ideographs: number;
  /** Words that begin with an upper-case letter, and words that begin with a letter that has case. */
  readonly capitalized: number;
  readonly cased: number;
  /** Marks that stand between menu entries, breadcrumbs and fields: `|`, `>`, `»`, `›`, `·`, `•`, `/` between spaces. */
  readonly separators: number;
  /** Sentence marks inside the line, followed by a space. */
  readonly sentences: number;
  /** Commas of any script, and plain spaces, as far as {@link LOOKED_AT}. */
  readonly commas: number;
  readonly spaces: number;
  readonly end: LineEnd;
  /** Begins with a bullet (`-`, `•`, `*`, `―`, `·`, `▲` ...) and a space. */
  readonly bullet: boolean;
  /** Begins with `1.`, `(1)` or `1)` and a space. */
  readonly numbered: boolean;
  readonly startsLower: boolean;
}

const bullets = new Set('-–—―•*·▲■●◆○▪◦‣※+'.split(''));
const separators = new Set('|>»›·•/｜＞'.split(''));
const sentenceMarks = new Set('.!?。！？।؟…'.split(''));
const commaMarks = new Set(',，、،'.split(''));
const closers = new Set('"\'”’»)]）」』》】'.split(''));

/** Of longer lines commas and spaces further on are not counted. */
const LOOKED_AT = 2000;

/** How news agencies of the region close a text. */
const endMarks = ['-0-', '—0—', '–0–', '---', '(끝)', '(完)', '（完）'];

/** Measures one line in one pass. */
export function measure(line: string): LineMeasures {
  const text = line.trim();
  let letters = 0;
  let digits = 0;
  let upper = 0;
  let ideographs = 0;
  let hangul = 0;
  let spacedWords = 0;
  let capitalized = 0;
  let cased = 0;
  let separatorCount = 0;
  let sentences = 0;
  let commas = 0;
  let spaces = 0;
  let inWord = false;
  let previous = Kind.Space;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    switch (kind) {
      case Kind.Space:
        if (unit === 0x20 && at < LOOKED_AT) spaces++;
        inWord = false;
        break;
      case Kind.Mark: {
        const mark = text.charAt(at);
        const next = at + 1 < text.length ? kindOf(text.charCodeAt(at + 1)) : Kind.Space;
        if (commaMarks.has(mark) && at < LOOKED_AT) commas++;
        if (separators.has(mark) && previous === Kind.Space && next === Kind.Space) separatorCount++;
        else if (mark === '|' || mark === '»' || mark === '›') separatorCount++;
        if (sentenceMarks.has(mark) && (next === Kind.Space || mark > '⿿') && at + 1 < text.length)
          sentences++;
        break;
      }
      case Kind.Digit:
        digits++;
        if (!inWord) spacedWords++;
        inWord = true;
        break;
      case Kind.Ideograph:
        ideographs++;
        letters++;
        inWord = false;
        break;
      default:
        letters++;
        if (kind === Kind.Hangul) hangul++;
        if (kind === Kind.Upper) upper++;
        if (!inWord) {
          spacedWords++;
          if (kind === Kind.Upper) capitalized++;
          if (kind === Kind.Upper || kind === Kind.Lower) cased++;
        }
        inWord = true;
    }
    previous = kind;
  }
  return {
    length: text.length,
    words: spacedWords + ideographs / 2 + hangul / 5,
    letters,
    digits,
    upper,
    ideographs,
    capitalized,
    cased,
    separators: separatorCount,
    sentences,
    commas,
    spaces,
    end: endOf(text),
    bullet: startsWithBullet(text),
    numbered: startsWithNumber(text),
    startsLower: kindOf(text.charCodeAt(0)) === Kind.Lower,
  };
}

function endOf(text: string): LineEnd {
  let at = text.length - 1;
  while (at > 0 && closers.has(text.charAt(at))) at--;
  const mark = text.charAt(at);
  if (mark === '…' || text.endsWith('...') || text.endsWith('[…]')) return 'ellipsis';
  if (sentenceMarks.has(mark)) return 'sentence';
  if (endMarks.some((endMark) => text.endsWith(endMark))) return 'sentence';
  if (mark === ':' || mark === '：') return 'colon';
  if (mark === ',' || mark === '，' || mark === '、' || mark === ';') return 'comma';
  return 'other';
}

function startsWithBullet(text: string): boolean {
  const first = text.charAt(0);
  // East Asian typesetting puts no space after the bullet.
  return bullets.has(first) && (kindOf(text.charCodeAt(1)) === Kind.Space || first === '―' || first > '▀');
}

function startsWithNumber(text: string): boolean {
  const first = text.charAt(0);
  const start = first === '(' || first === '（' ? 1 : 0;
  let end = start;
  while (end < start + 2 && kindOf(text.charCodeAt(end)) === Kind.Digit) end++;
  if (end === start || kindOf(text.charCodeAt(end + 1)) !== Kind.Space) return false;
  const mark = text.charAt(end);
  return mark === ')' || mark === '）' || (start === 0 && mark === '.');
}
