import { normalized } from '../localeNames';
import type { ScannedDate, Slip, Span } from '../scanned';
import { type Token, WORD } from '../tokens';

// What the forms of dates are made of: a stretch of a line, the text of its tokens and between them.

/** A line's text, and the tokens of one stretch of it. */
export interface Stretch {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A date and the index of the token after it. */
export interface Found {
  readonly date: ScannedDate;
  readonly next: number;
}

/** The text between a column and a token; a long one, which no date has inside, as one NUL. */
export function gapBetween(text: string, from: number | undefined, token: Span | undefined): string {
  if (from === undefined || !token || token.start - from > 6) return '\0';
  return token.start === from + 1 && text.charCodeAt(from) === 0x20 ? ' ' : text.slice(from, token.start);
}

/** A token's text. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** A word in the lexicon's form; `''` for other tokens. */
export function word(text: string, token: Token | undefined): string {
  return token?.kind === WORD ? normalized(textOf(text, token)) : '';
}

/** The gap that belongs between two parts, where the one that stands there is wrong; null where it is right. */
export function slip(span: Span, given: string, right: string, anywhere: boolean): Slip | null {
  return given === right ? null : { start: span.start, end: span.end, right, anywhere };
}

/** Whether one space, of any kind that dates have inside, is all that stands between two parts. */
export const isBlankGap = (gap: string): boolean => gap === ' ' || gap === '\u00a0' || gap === '\u202f';
/** Whether nothing but spaces and the marks of dates stand between two parts. */
export const isLoose = (gap: string): boolean => gap === ' ' || /^[ ,.،，\u00a0\u202f]*$/.test(gap);
