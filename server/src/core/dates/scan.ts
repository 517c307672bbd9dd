import { LONGEST_LINE } from '../text/longLines';
import { perLine } from '../text/perLine';
import { isTimeUnit, relativeDate } from './ago';
import { classOf, DIGIT, isCapitalized, isUpperCase, LETTER } from './characters';
import { clockAfter, clockBefore } from './clock';
import { dayFirst } from './grammar/dayFirst';
import { markedDate } from './grammar/marked';
import { monthFirst } from './grammar/monthFirst';
import { rangeOfTwo } from './grammar/ranges';
import { type Found, type Stretch, textOf } from './grammar/stretch';
import { yearFirstNamed } from './grammar/yearFirst';
import { normalized } from './localeNames';
import { compactDate, numericDate } from './numeric';
import type { Glue, ScannedDate, Span } from './scanned';
import { isAddress, isFollower, isLabelWord, runAround } from './surroundings';
import { CHARACTER, NUMBER, stretches, tokenFrom, tokenize, WORD } from './tokens';
import { weekdayAfter, weekdayBefore } from './weekdays';

/** Finds every date in a line, in order. One linear pass; a date never spans a line. */
export const datesIn: (line: string) => readonly ScannedDate[] = perLine((text) => {
  const places = text.length > LONGEST_LINE ? [] : stretches(text);
  if (places.length === 0) return NONE;
  const found: ScannedDate[] = [];
  for (const [from, to] of places) scanStretch({ text, tokens: tokenize(text, from, to) }, found);
  return found;
});

const NONE: readonly ScannedDate[] = [];

function scanStretch(stretch: Stretch, found: ScannedDate[]): void {
  const { tokens, text } = stretch;
  let index = 0;
  let floor = 0;
  let address: Span & { readonly isAddress: boolean } = { start: 0, end: 0, isAddress: false };
  while (index < tokens.length) {
    const token = tokens[index];
    const next = token && readAt(stretch, index);
    if (!token || !next) {
      index++;
      continue;
    }
    if (next.date.start >= address.end) {
      const run = runAround(text, next.date.start);
      address = { ...run, isAddress: isAddress(text.slice(run.start, run.end)) };
    }
    if (address.isAddress) {
      index++;
      continue;
    }
    const whole = withNeighbours(stretch, index, floor, next);
    if (whole) found.push(whole.date);
    index = whole ? whole.next : index + 1;
    floor = index;
  }
}

/** The bare date that begins at a token. */
function readAt(stretch: Stretch, index: number): Found | null {
  const token = stretch.tokens[index];
  if (token?.kind === NUMBER) {
    const day = dayFirst(stretch, index);
    if (day) return rangeOfTwo(stretch, day, (at) => dayFirst(stretch, at)) ?? day;
    return (
      numericDate(stretch, index) ??
      compactDate(stretch, index) ??
      markedDate(stretch, index) ??
      yearFirstNamed(stretch, index) ??
      relativeDate(stretch, index)
    );
  }
  if (token?.kind === WORD) return monthFirst(stretch, index) ?? eraFromWord(stretch, index);
  return markedDate(stretch, index);
}

function eraFromWord(stretch: Stretch, index: number): Found | null {
  return stretch.tokens[index + 1]?.kind === NUMBER ? markedDate(stretch, index) : null;
}

/** Adds weekday, time, and what the date runs into. Null where its neighbours show that it is none. */
function withNeighbours(stretch: Stretch, index: number, floor: number, bare: Found): Found | null {
  const { text, tokens } = stretch;
  const { date } = bare;
  if (date.form === 'ago') return withTwin(stretch, bare);
  const glueBefore = gluedBefore(stretch, index, floor, date);
  if (glueBefore === 'refused') return null;
  const before = weekdayBefore(stretch, index, floor, date);
  const after = before ? null : weekdayAfter(text, date.end);
  const dateEnd = before?.end ?? after?.end ?? date.end;
  const late = date.glue ? null : clockAfter(text, dateEnd, date.form);
  const early = date.glue || late ? null : clockBefore(text, before?.start ?? date.start);
  const end = late?.end ?? dateEnd;
  const next = tokenFrom(tokens, bare.next, end);
  const isAlone = !before && !after && !late && !early && !glueBefore;
  const whole: ScannedDate = isAlone
    ? date
    : {
        ...date,
        start: early?.start ?? before?.start ?? date.start,
        end,
        weekday: before?.weekday ?? after?.weekday ?? null,
        slips: before?.slip ? [...date.slips, before.slip] : date.slips,
        clock: late ?? early,
        glue: date.glue ?? glueBefore,
      };
  if (whole.glue) return { date: whole, next };
  if (late) {
    const glue = wordAtClock(stretch, next, end);
    return { date: glue ? { ...whole, glue } : whole, next };
  }
  if (whole.clock) return { date: whole, next };
  const twin = withTwin(stretch, { date: whole, next });
  if (twin.date.glue) return twin;
  const glue = gluedAfter(stretch, next, whole);
  if (glue === 'refused') return null;
  return { date: glue ? { ...whole, glue } : whole, next };
}

/** A second date that begins where this one ends: `February 27, 2026Feb 27, 2026`. */
function withTwin(stretch: Stretch, { date, next }: Found): Found {
  const token = stretch.tokens[next];
  if (token?.start !== date.end) return { date, next };
  const other = readAt(stretch, next);
  // Unspaced scripts run on by nature.
  if (!other || (date.form === 'marked' && other.date.form === 'marked')) return { date, next };
  const text = textOf(stretch.text, other.date);
  const glue: Glue = { kind: 'date', text, side: 'after', other: other.date };
  return { date: { ...date, end: other.date.end, glue }, next: other.next };
}

/** The word or clock that runs into a date from the left. */
function gluedBefore(
  { text, tokens }: Stretch,
  index: number,
  floor: number,
  date: ScannedDate,
): Glue | 'refused' | null {
  const before = tokens[index - 1];
  if (!before || before.end !== date.start) {
    const unit = text.charCodeAt(date.start - 1);
    return classOf(unit) === LETTER || classOf(unit) === DIGIT ? 'refused' : null;
  }
  if (before.kind === CHARACTER) return null;
  if (index - 1 < floor) return null;
  const written = textOf(text, before);
  if (before.kind === NUMBER) {
    const clock = /:\d{2}$/.test(text.slice(Math.max(0, date.start - 3), date.start));
    return date.form === 'named' && clock ? { kind: 'clock', text: written, side: 'before' } : 'refused';
  }
  const word = normalized(written);
  if (date.form === 'numeric')
    return isLabelWord(word) || /^\p{L}\p{Ll}{2,}$/u.test(written)
      ? { kind: 'word', text: written, side: 'before' }
      : 'refused';
  return date.order.length === 3 && written.length > 1
    ? { kind: 'word', text: written, side: 'before' }
    : 'refused';
}

/** The word that a date's clock runs into: `09:21:50Updated`. Zones and hours are none. */
function wordAtClock({ text, tokens }: Stretch, index: number, end: number): Glue | null {
  const after = tokens[index];
  if (after?.kind !== WORD || after.start !== end) return null;
  const written = textOf(text, after);
  const isWord = isCapitalized(written) && written.length > 2 && !isUpperCase(written);
  return isWord || isLabelWord(normalized(written)) ? { kind: 'word', text: written, side: 'after' } : null;
}

/** The word that a date runs into. */
function gluedAfter({ text, tokens }: Stretch, index: number, date: ScannedDate): Glue | 'refused' | null {
  const after = tokens[index];
  if (!after || after.start !== date.end) return null;
  if (after.kind === NUMBER) {
    const clock = /^\d{1,2}:\d{2}(?::\d{2})?(?!\d)/.exec(text.slice(after.start, after.start + 9))?.[0];
    return clock ? { kind: 'clock', text: clock, side: 'after' } : 'refused';
  }
  if (after.kind === CHARACTER) return null;
  const written = textOf(text, after);
  // Scripts without case attach their particles.
  if (written.toLowerCase() === written.toUpperCase()) return null;
  const follows = text.charCodeAt(after.end);
  if (classOf(follows) === DIGIT) return 'refused';
  const full = date.form === 'numeric' || date.order.length === 3;
  const word = normalized(written);
  const capital = isCapitalized(written) && written.length > 1;
  if (!capital && !isFollower(word) && !isLabelWord(word) && !isTimeUnit(word))
    return full && date.form !== 'numeric' ? null : 'refused';
  return full ? { kind: 'word', text: written, side: 'after' } : null;
}

/** Whether a line holds a date and nothing else: with brackets, punctuation, white space or a clock around it. */
export function coversLine(dates: readonly ScannedDate[], line: string): boolean {
  if (dates.length === 0) return false;
  let at = 0;
  for (const { start, end } of dates) {
    if (!isPunctuation(line, at, start)) return false;
    at = end;
  }
  return isPunctuation(line, at, line.length);
}

function isPunctuation(line: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (classOf(line.charCodeAt(at)) >= DIGIT) return false;
  }
  return true;
}
