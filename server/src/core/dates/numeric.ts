import { isRealDay } from './calendar';
import { classOf, DIGIT, LETTER } from './characters';
import { type Found, gapBetween, type Stretch } from './grammar/stretch';
import { yearEnd } from './grammar/years';
import { isAlone } from './labels';
import { type Glue, PLAIN, type Separator, type Slip, type Span } from './scanned';
import { isMoney, isRefused, standsAlone } from './surroundings';

import { NUMBER, partOfNumber, type Token } from './tokens';

const SEPARATOR = /^ {0,2}(\/{1,2}|\.{1,2}|-{1,2}|,|\\|／|．|－|‐|‑|–|،) {0,2}$/;

/** The usual ones. */
const PLAIN_MARKS: ReadonlySet<string> = new Set('/.-');

/** What may not touch a numeric date on its left: it would be part of a price, an address, a longer number. */
const NOT_BEFORE = '#/／\\_=~.@&+%-–‑';
/** And on its right. */
const NOT_AFTER = '/／\\_=@%°~';

/**
 * Three numbers with separators, one of which can be a year: `31/12/2024`, `2024-12-31`, `31.12.24`. Whether they are a
 * date is judged where more is known: here only what is surely something else is refused.
 */
export function numericDate(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const [a, b, c] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (a?.kind !== NUMBER || b?.kind !== NUMBER || c?.kind !== NUMBER) return null;
  const first = separator(text, a, b);
  const second = first && separator(text, b, c);
  if (!first || !second) return null;
  if (!isDateShape(a, b, c)) return null;
  if (isRefusedBefore(text, a) || isRefused(text, a.start)) return null;
  const split = a.digits === 4 && c.digits > 2;
  const last = split ? partOfNumber(text, c.start, c.start + 2) : c;
  if (!split && isRefusedAfter(text, c.end)) return null;
  if (a.digits === 5 && !isAlone(text, a.start, c.end)) return null;
  if (first.mark === ' ' || second.mark === ' ') {
    const isEven = first.mark === second.mark && b.digits === 2 && a.digits + c.digits === 6;
    if (!isEven || !isAlone(text, a.start, c.end)) return null;
  }
  if (first.mark === ',' && (second.mark !== ',' || c.digits !== 4)) return null;
  const words = yearEnd(stretch, index + 3, c.end);
  const rest: Glue | null = split
    ? {
        kind: text.charAt(c.end) === ':' ? 'clock' : 'number',
        text: text.slice(last.end, c.end),
        side: 'after',
      }
    : null;
  return {
    date: {
      ...PLAIN,
      form: 'numeric',
      start: a.start,
      end: split ? last.end : words.end,
      numbers: [a, b, last],
      separators: [first, second],
      slips: slips(text, [a, b, last], [first, second]),
      glue: rest,
    },
    next: split ? index + 3 : words.next,
  };
}

/** `20241231T101500Z`, and `20241231` where it is all of its field. */
export function compactDate({ text, tokens }: Stretch, index: number): Found | null {
  const token = tokens[index];
  if (token?.kind !== NUMBER || token.digits !== 8 || token.script !== 'ascii') return null;
  const timed = /^T\d{2}/.test(text.slice(token.end, token.end + 3));
  if (isRefusedBefore(text, token) || !(timed || standsAlone(text, token))) return null;
  const parts = [
    partOfNumber(text, token.start, token.start + 4),
    partOfNumber(text, token.start + 4, token.start + 6),
    partOfNumber(text, token.start + 6, token.end),
  ] as const;
  const [year, month, day] = parts;
  if (year.value < 1900 || year.value > 2100 || !isRealDay(year.value, month.value, day.value)) return null;
  const separators = [month, day].map(({ start }) => ({ start, end: start, mark: '' }));
  const base = { ...PLAIN, form: 'numeric' as const, start: token.start, end: token.end };
  return { date: { ...base, numbers: parts, separators }, next: index + 1 };
}

/** The separator between two numbers, without spaces around it. */
function separator(text: string, a: Token, b: Token): Separator | null {
  const gap = gapBetween(text, a.end, b);
  if (PLAIN_MARKS.has(gap) || gap === ' ') return { start: a.end, end: b.start, mark: gap };
  const mark = SEPARATOR.exec(gap)?.[1];
  if (mark === undefined) return null;
  const start = a.end + gap.indexOf(mark);
  return { start, end: start + mark.length, mark };
}

/** Lengths of the numbers: a year of four digits first or last, or a last number of two, three or five digits. */
function isDateShape(a: Token, b: Token, c: Token): boolean {
  if (b.digits > 2) return false;
  if (a.digits === 4) return c.digits <= 2 || (c.digits <= 6 && c.script === 'ascii');
  if (a.digits === 5) return b.digits === 2 && c.digits === 2;
  if (a.digits > 2) return false;
  return c.digits >= 2 && c.digits <= 5;
}

function isRefusedBefore(text: string, { start }: Token): boolean {
  const mark = text.charAt(start - 1);
  if (mark === '') return false;
  if (isMoney(mark) || NOT_BEFORE.includes(mark)) return true;
  if (mark === ':' || mark === ',') return classOf(text.charCodeAt(start - 2)) === DIGIT;
  if (mark === ' ') {
    const before = text.charAt(start - 2);
    return isMoney(before) || before === '#' || before === '+';
  }
  return mark === '第' || mark === '제';
}

function isRefusedAfter(text: string, end: number): boolean {
  const mark = text.charAt(end);
  if (mark === '') return false;
  if (isMoney(mark) || NOT_AFTER.includes(mark)) return true;
  const next = text.charCodeAt(end + 1);
  if (mark === ' ') return isMoney(text.charAt(end + 1));
  if ('.:,-–'.includes(mark)) return classOf(next) === DIGIT || (mark === '-' && classOf(next) === LETTER);
  return false;
}

const NO_SLIPS: readonly Slip[] = [];

/** Doubled separators, and spaces on one side of one. Korean dates have a space after each full stop. */
function slips(text: string, [a, b, c]: Three<Span>, [first, second]: Pair<Separator>): readonly Slip[] {
  const gaps = [text.slice(a.end, b.start), text.slice(b.end, c.start)] as const;
  const mark = first.mark.charAt(0);
  if (gaps[0] === mark && gaps[1] === mark) return NO_SLIPS;
  if (gaps[0] === '. ' && gaps[1] === '. ') return NO_SLIPS;
  const even = gaps.every((gap) => gap === ` ${mark} `);
  const slipOf = (gap: string, { mark: own }: Separator, start: number, end: number): readonly Slip[] =>
    gap === own.charAt(0) ? NO_SLIPS : [{ start, end, right: own.charAt(0), anywhere: !even }];
  return [...slipOf(gaps[0], first, a.end, b.start), ...slipOf(gaps[1], second, b.end, c.start)];
}

type Pair<T> = readonly [T, T];
type Three<T> = readonly [T, T, T];
