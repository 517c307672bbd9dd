import { ERAS } from '../eras';
import { normalized } from '../localeNames';
import type { EraPart, NumberPart } from '../scanned';
import { CHARACTER, NUMBER, type Token, WORD } from '../tokens';
import { gapBetween, type Stretch, textOf, word } from './stretch';
import { beginningsOf, yearWords } from './words';

/** A year of an era. */
export interface EraAt {
  readonly year: NumberPart | null;
  readonly era: EraPart;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** `Juche 113 (2024)`, `令和6年`, `112 года чучхе (2023)`: an era year with the Gregorian one where that is given. */
export function eraAt({ text, tokens }: Stretch, index: number): EraAt | null {
  const token = tokens[index];
  if (!token) return null;
  let found = token.kind === NUMBER ? null : eraWordAt(text, tokens, index);
  let number: Token | undefined;
  let next: number;
  if (found) {
    number = tokens[found.next];
    next = found.next + 1;
    const gap = gapBetween(text, tokens[found.next - 1]?.end, number);
    if (number?.kind !== NUMBER || number.digits > 3 || (gap !== '' && gap !== ' ' && gap !== '\u00a0'))
      return null;
  } else {
    // Russian puts the number first.
    if (token.kind !== NUMBER || token.digits > 3) return null;
    number = token;
    next = yearWords.has(word(text, tokens[index + 1])) ? index + 2 : index + 1;
    found = tokens[next]?.kind === WORD ? eraWordAt(text, tokens, next) : null;
    if (!found || gapBetween(text, tokens[next - 1]?.end, tokens[next]) !== ' ') return null;
    next = found.next;
  }
  const last = tokens[next - 1] ?? number;
  const era: EraPart = { start: token.start, end: last.end, era: found.era, year: number };
  const bracket = gregorianInBrackets(text, tokens, next, last.end);
  return {
    year: bracket?.year ?? null,
    era,
    start: token.start,
    end: bracket?.end ?? last.end,
    next: bracket?.next ?? next,
  };
}

/** ` (2024)`, `（2024年）`. */
export function gregorianInBrackets(
  text: string,
  tokens: readonly Token[],
  index: number,
  from: number,
): { year: NumberPart; end: number; next: number } | null {
  const token = tokens[index];
  if (token?.kind !== NUMBER || token.digits !== 4) return null;
  if (!/^[ \u3000]?[(（]$/.test(gapBetween(text, from, token))) return null;
  const after = tokens[index + 1];
  const marked =
    after?.kind === CHARACTER && after.start === token.end && '年년'.includes(textOf(text, after));
  const close = marked ? after.end : token.end;
  if (!/[)）]/.test(text.charAt(close))) return null;
  return { year: token, end: close + 1, next: marked ? index + 2 : index + 1 };
}

const eraWords = new Map(ERAS.flatMap((era) => era.words.map((name) => [name, era] as const)));

const eraBeginnings = beginningsOf(eraWords.keys());

const unspacedEraWords = [...eraWords].filter(([name]) => /\p{Lo}/u.test(name));

function eraWordAt(
  text: string,
  tokens: readonly Token[],
  index: number,
): { era: EraPart['era']; next: number } | null {
  const token = tokens[index];
  if (!token || !eraBeginnings.has(text.charAt(token.start))) return null;
  if (token.kind === WORD) {
    const era = eraWords.get(normalized(textOf(text, token)));
    return era ? { era, next: index + 1 } : null;
  }
  const found = unspacedEraWords.find(([name]) => text.startsWith(name, token.start));
  return found ? { era: found[1], next: index + found[0].length } : null;
}
