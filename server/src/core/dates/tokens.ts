import {
  classOf,
  DIGIT,
  type DigitScript,
  digitScript,
  digitValue,
  isCapitalUnit,
  isSmallUnit,
  LETTER,
  SYLLABLE,
} from './characters';

/** A run of digits. */
export const NUMBER = 0;
/** A run of letters; a capital after a small letter begins a new one. */
export const WORD = 1;
/** One Han, kana or hangul character. */
export const CHARACTER = 2;

/** A number, word or character of a line; what stands between two of them is a gap. Columns are UTF-16 units. */
export interface Token {
  readonly kind: typeof NUMBER | typeof WORD | typeof CHARACTER;
  readonly start: number;
  readonly end: number;
  /** The number's value; -1 for others. */
  readonly value: number;
  /** How many digits the number is written with. */
  readonly digits: number;
  /**
   * What the number is written with: digits of one script or, `mixed`, of several; `han` are the numerals 〇一二 ... 十;
   * `lookalike` are digits among letters that look like them.
   */
  readonly script: DigitScript | 'mixed' | 'han' | 'lookalike';
}

/** Letters, by digit, that stand in for digits where text was read from pictures or typed with the wrong layout. */
const LOOKALIKES: ReadonlyMap<number, number> = new Map(
  ['OoОоΟο', 'lI|', 'Z', 'Зз', '', 'S'].flatMap((letters, digit) =>
    [...letters].map((letter) => [letter.charCodeAt(0), digit] as const),
  ),
);

/** The numerals of 0 to 9. */
export const HAN_DIGITS = '〇一二三四五六七八九';

/** How far from a digit the words of its date may stand, in UTF-16 units. */
const REACH = 48;
/** How much further a stretch may go so as not to cut a word. */
const WORD_REACH = 32;

/**
 * The stretches of a line in which a date could be, as pairs of columns: the surroundings of digits and of 年 and 月.
 * In order, without overlaps; most lines have none.
 */
export function stretches(line: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let last: [number, number] | undefined;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit < 0x80 ? unit < 0x30 || unit > 0x39 : unit < 0x660 || !isRareTrigger(unit)) continue;
    if (last && at - REACH <= last[1]) {
      last[1] = Math.min(line.length, at + 1 + REACH);
    } else {
      let from = Math.max(0, at - REACH);
      for (let step = 0; from > 0 && step < WORD_REACH && classOf(line.charCodeAt(from - 1)) >= DIGIT; step++)
        from--;
      last = [from, Math.min(line.length, at + 1 + REACH)];
      found.push(last);
    }
  }
  for (const each of found) {
    for (
      let step = 0;
      each[1] < line.length && step < WORD_REACH && classOf(line.charCodeAt(each[1])) >= DIGIT;
      step++
    ) {
      each[1]++;
    }
  }
  return found;
}

function isRareTrigger(unit: number): boolean {
  return unit === 0x5e74 || unit === 0x6708 || classOf(unit) === DIGIT;
}

/** The tokens of a stretch of a line. */
export function tokenize(line: string, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const token = tokenAt(line, at, to);
    if (token) tokens.push(token);
    at = token ? token.end : at + 1;
  }
  return tokens;
}

function tokenAt(line: string, at: number, to: number): Token | undefined {
  const unit = line.charCodeAt(at);
  switch (classOf(unit)) {
    case SYLLABLE:
      return hanNumber(line, at, to) ?? plain(CHARACTER, at, at + 1);
    case DIGIT:
      return numberAt(line, at, to);
    case LETTER:
      return (
        (LOOKALIKES.has(unit) ? lookalikeNumber(line, at, to) : undefined) ??
        plain(WORD, at, wordEnd(line, at, to))
      );
    default:
      return unit === BAR ? lookalikeNumber(line, at, to) : undefined;
  }
}

const BAR = 0x7c;

/** The number at a digit, with the letters that stand for its further digits. */
function numberAt(line: string, at: number, to: number): Token {
  const own = number(line, at, endOfNumber(line, at, to));
  const goesOn = own.digits < 4 && LOOKALIKES.has(line.charCodeAt(own.end));
  return (goesOn ? lookalikeNumber(line, at, to) : undefined) ?? own;
}

function plain(kind: typeof WORD | typeof CHARACTER, start: number, end: number): Token {
  return { kind, start, end, value: -1, digits: 0, script: 'ascii' };
}

/** The index of the first token at or after `index` that starts at or after a column. */
export function tokenFrom(tokens: readonly Token[], index: number, column: number): number {
  let at = index;
  for (let token = tokens[at]; token && token.start < column; token = tokens[at]) at++;
  return at;
}

/** A number of its own from part of the digits of another. */
export function partOfNumber(line: string, start: number, end: number): Token {
  return number(line, start, end);
}

const GLUED_YEAR =
  /^(?:19|20)\d\d(?=\d{1,2}(?::\d|[/.-]\d{1,2}[/.-]\d{4}| \p{L}{3,9} ago\b|\.? \p{L}{3,12}\.?,? \d{4}(?!\d)))/u;

/** How far a number may go: up to `to`, or to the end of a year that a date or clock runs into (`202510:14`). */
function endOfNumber(line: string, start: number, to: number): number {
  const end = start + 4;
  if (end >= to || classOf(line.charCodeAt(end)) !== DIGIT) return to;
  return GLUED_YEAR.test(line.slice(start, start + 28)) ? end : to;
}

function number(line: string, start: number, to: number): Token {
  const script = digitScript(line.charCodeAt(start));
  let value = 0;
  let end = start;
  let mixed = false;
  for (; end < to; end++) {
    const unit = line.charCodeAt(end);
    const digit = digitValue(unit);
    if (digit < 0) break;
    // Serial numbers may be longer than a number holds; no part of a date is.
    if (end - start < 9) value = value * 10 + digit;
    if (digitScript(unit) !== script) mixed = true;
  }
  return { kind: NUMBER, start, end, value, digits: end - start, script: mixed ? 'mixed' : script };
}

/** `2O25`, `l5`: up to four digits and lookalikes, at least one of each, that no letter touches. */
function lookalikeNumber(line: string, start: number, to: number): Token | undefined {
  let end = start;
  let value = 0;
  let digits = 0;
  let bar = false;
  for (; end < to && end - start <= 4; end++) {
    const unit = line.charCodeAt(end);
    const digit = digitValue(unit);
    const letter = digit < 0 ? LOOKALIKES.get(unit) : undefined;
    if (digit < 0 && letter === undefined) break;
    value = value * 10 + (letter ?? digit);
    if (letter === undefined) digits++;
    else bar ||= unit === BAR;
  }
  const length = end - start;
  if (digits === length || digits === 0 || length > 4 || length === 3) return undefined;
  if (isWordUnit(line.charCodeAt(start - 1)) || isWordUnit(line.charCodeAt(end))) return undefined;
  // `10:00Z` ends in a time zone, and a bar between numbers mostly is a separator.
  if (line.charAt(start - 1) === ':') return undefined;
  if (bar && length !== 2) return undefined;
  return { kind: NUMBER, start, end, value, digits: length, script: 'lookalike' };
}

/** A letter or digit of a script that has words. Beyond the line's ends there is none. */
function isWordUnit(unit: number): boolean {
  const kind = classOf(unit);
  return kind === DIGIT || kind === LETTER;
}

function wordEnd(line: string, start: number, to: number): number {
  let end = start + 1;
  let small = isSmallUnit(line.charCodeAt(start));
  for (; end < to; end++) {
    const unit = line.charCodeAt(end);
    if (classOf(unit) !== LETTER) {
      if (
        isApostrophe(unit) &&
        line.charCodeAt(end - 1) >= 0x400 &&
        classOf(line.charCodeAt(end + 1)) === LETTER
      )
        continue;
      break;
    }
    if (small && isCapitalUnit(unit)) break;
    small = isSmallUnit(unit);
  }
  return end;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
}

/** 二〇二四, 十二, 三十一, 元 before 年, 月, 日 or 号. */
function hanNumber(line: string, start: number, to: number): Token | undefined {
  const first = line.charAt(start);
  if (first === '元' && line.charAt(start + 1) === '年') return han(start, start + 1, 1, 1);
  if (hanValue(first) < 0) return undefined;
  let end = start + 1;
  while (end < to && end - start < 5 && hanValue(line.charAt(end)) >= 0) end++;
  if (!'年月日号號'.includes(line.charAt(end) || ' ')) return undefined;
  let tens = 0;
  let ones = 0;
  let positional = 0;
  let hasTens = false;
  for (let at = start; at < end; at++) {
    const value = hanValue(line.charAt(at));
    if (value === 10) {
      hasTens = true;
      tens = at === start ? 1 : ones;
      ones = 0;
    } else if (value > 10) {
      hasTens = true;
      tens = value / 10;
      ones = 0;
    } else {
      ones = value;
      positional = positional * 10 + value;
    }
  }
  return han(start, end, hasTens ? tens * 10 + ones : positional, hasTens ? 2 : end - start);
}

function han(start: number, end: number, value: number, digits: number): Token {
  return { kind: NUMBER, start, end, value, digits, script: 'han' };
}

function hanValue(character: string): number {
  if (character === '零' || character === '○') return 0;
  if (character === '十') return 10;
  if (character === '廿') return 20;
  if (character === '卅') return 30;
  return character === '' ? -1 : HAN_DIGITS.indexOf(character);
}
