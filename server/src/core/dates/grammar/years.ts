import type { EraPart, NumberPart } from '../scanned';
import { endsLikeDate, standsAlone } from '../surroundings';
import { NUMBER, WORD } from '../tokens';
import { endsNumber } from './days';
import { type EraAt, eraAt } from './eras';
import { gapBetween, isBlankGap, type Stretch } from './stretch';
import { shortWord, yearWordBeginnings, yearWords } from './words';

/** A year with what belongs to it, and the index of the token after it. */
export interface YearAt {
  readonly year: NumberPart | null;
  readonly era: EraPart | null;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly clipped: boolean;
}

/** The year at a token, as number or era; null where the number is something else. */
export function yearAt(stretch: Stretch, index: number, from: number, hyphen = false): YearAt | null {
  const { text, tokens } = stretch;
  const token = tokens[index];
  if (!token) return null;
  const era = eraAt(stretch, index);
  if (era) return { ...era, clipped: false };
  if (token.kind !== NUMBER || !endsNumber(text, token.end)) return null;
  const clipped = /['’‘]/.test(text.charAt(token.start - 1));
  const year = token;
  const words = yearEnd(stretch, index + 1, token.end);
  const after = token.digits === 4 ? eraAfter(stretch, words.next, words.end) : null;
  const found = {
    year,
    era: after?.era ?? null,
    start: token.start,
    end: after?.end ?? words.end,
    next: after?.next ?? words.next,
    clipped,
  };
  if (token.digits === 4 && token.value >= 1000) return found;
  if (token.digits === 2 || clipped) {
    if (token.digits !== 2) return null;
    const alone = standsAlone(text, { start: from, end: token.end });
    return clipped || alone || hyphen || words.next > index + 1 ? found : null;
  }
  if (token.digits < 3 || token.digits > 6) return null;
  return endsLikeDate(text, token.end) ? found : null;
}

/** The era after a Gregorian year: `March 4, 2025, Juche 114`. */
function eraAfter(stretch: Stretch, index: number, end: number): EraAt | null {
  const token = stretch.tokens[index];
  if (token?.kind !== WORD || !/^,? $/.test(gapBetween(stretch.text, end, token))) return null;
  const era = eraAt(stretch, index);
  return era?.year === null ? era : null;
}

/** `2025 года`, `2025г.`: the words and the full stop that belong to the year. */
export function yearEnd(
  { text, tokens }: Stretch,
  index: number,
  end: number,
): { end: number; next: number } {
  const token = tokens[index];
  const gap = gapBetween(text, end, token);
  if (!token || !yearWordBeginnings.has(text.charAt(token.start)) || (gap !== '' && !isBlankGap(gap)))
    return { end, next: index };
  const own = shortWord(text, token);
  if (!yearWords.has(own)) return { end, next: index };
  const dotted = own.length === 1 && text.charAt(token.end) === '.';
  return { end: dotted ? token.end + 1 : token.end, next: index + 1 };
}
