import { classOf, DIGIT, isUpperCase, LETTER } from '../characters';
import { normalized } from '../localeNames';
import type { NumberPart, OrdinalSlip } from '../scanned';
import { isMoney } from '../surroundings';
import { NUMBER, WORD } from '../tokens';
import { gapBetween, type Stretch, textOf } from './stretch';
import { LONGEST_SUFFIX, ordinals } from './words';

/** A day, and the index of the token after it. */
export interface DayAt {
  readonly day: NumberPart;
  readonly ordinal: OrdinalSlip | null;
  /** Where the day ends, with its suffix. */
  readonly end: number;
  readonly next: number;
}

/** The day at a token: a number of one or two digits with or without a suffix. */
export function dayAt({ text, tokens }: Stretch, index: number): DayAt | null {
  const token = tokens[index];
  if (token?.kind !== NUMBER || token.digits > 2) return null;
  const day = token;
  const after = tokens[index + 1];
  const gap = gapBetween(text, token.end, after);
  if (
    after?.kind === WORD &&
    after.end - after.start <= LONGEST_SUFFIX &&
    (gap === '' || gap === ' ' || gap === '\u00a0' || gap === ':')
  ) {
    const written = textOf(text, after);
    const suffix = normalized(written);
    const known = ordinals.has(suffix) || ordinals.has(gap + suffix);
    // Apart from its number only English and French suffixes are told from words: `2 e`, `1 o`.
    if (known && (gap === '' || gap === ':' || /^(?:st|nd|rd|th|er)$/.test(suffix))) {
      const right = englishSuffix(token.value);
      const english = /^(?:st|nd|rd|th)$/.test(suffix);
      const wrong = gap === ' ' || gap === '\u00a0' || (english && suffix !== right);
      const span = { start: token.end, end: after.end };
      const mended = english ? (isUpperCase(written) ? right.toUpperCase() : right) : suffix;
      const ordinal = wrong ? { ...span, right: mended, anywhere: true, suffix: right } : null;
      return { day, ordinal, end: after.end, next: index + 2 };
    }
  }
  const sign = text.charAt(token.end);
  const end = sign === 'º' || sign === '°' || sign === 'ª' ? token.end + 1 : token.end;
  const own = after && after.start < end ? index + 2 : index + 1;
  return { day, ordinal: null, end, next: own };
}

/** `st`, `nd`, `rd` or `th`. */
export function englishSuffix(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

/** Whether a number ends here, and does not go on as 2,025, 2025.5, 20%, 10:30. */
export function endsNumber(text: string, end: number): boolean {
  const mark = text.charAt(end);
  if (mark === '%' || mark === '°' || isMoney(mark)) return false;
  if (!'.,:'.includes(mark) || mark === '') return true;
  if (classOf(text.charCodeAt(end + 1)) !== DIGIT) return true;
  if (mark !== ',') return false;
  return !/^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5));
}

/** Whether a day's number ends here: no unit, no decimals, no clock. */
export function endsDay(text: string, end: number): boolean {
  if ('/-'.includes(text.charAt(end) || ' ') && classOf(text.charCodeAt(end + 1)) === DIGIT) return false;
  return endsNumber(text, end) && classOf(text.charCodeAt(end)) !== LETTER;
}

/** Whether the number at a column goes on from another: 3.5, 10:30, 2-1, $5. */
export function isTailOfNumber(text: string, start: number): boolean {
  const mark = text.charAt(start - 1);
  if (isMoney(mark) || mark === '#') return true;
  return '.,:/-–'.includes(mark) && mark !== '' && classOf(text.charCodeAt(start - 2)) === DIGIT;
}
