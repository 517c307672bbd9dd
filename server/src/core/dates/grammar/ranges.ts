import { hasLookalike, type RangeEnd } from '../scanned';
import { NUMBER, WORD } from '../tokens';
import { type DayAt, dayAt, endsDay, endsNumber } from './days';
import { monthAt } from './months';
import { type Found, gapBetween, isBlankGap, type Stretch, word } from './stretch';
import { links } from './words';

/** `-28`, ` and 10`, ` to 28` after a day; for month-first dates also ` – March 3`. */
export function rangeAfterDay(
  stretch: Stretch,
  at: DayAt,
  kind: 'month-first' | 'day-first',
): { until: RangeEnd; end: number; next: number } | null {
  const { text, tokens } = stretch;
  let index = at.next;
  let token = tokens[index];
  let gap = gapBetween(text, at.end, token);
  // German days have a full stop: `5. bis 7. Mai`, `5.–7. Mai`.
  const dot = kind === 'day-first' && gap.startsWith('.') ? 1 : 0;
  gap = gap.slice(dot);
  const after = tokens[index + 1];
  if (after && isBlankGap(gap) && links.has(word(text, token))) {
    index++;
    gap = isBlankGap(gapBetween(text, token?.end, after)) ? '-' : '\0';
    token = after;
  }
  if (!token || gap === ' ' || !/^ ?[-–—~〜]{1,2} ?$|^\/$/.test(gap)) return null;
  if (kind === 'month-first' && token.kind === WORD) {
    const month = monthAt(stretch, index);
    const end = month && dayAt(stretch, month.next);
    if (!month || !end || !/^\.? $/.test(gapBetween(text, month.month.end, tokens[month.next]))) return null;
    return { until: { day: end.day, month: month.month }, end: end.end, next: end.next };
  }
  const end = dayAt(stretch, index);
  if (!end || hasLookalike(end.day)) return null;
  if (kind === 'month-first' && !endsDay(text, end.end) && !endsNumber(text, end.end)) return null;
  return { until: { day: end.day, month: null }, end: end.end, next: end.next };
}

/** `12 May to 3 May 2024`: a second date that begins where the first lets go, both without more than one year. */
export function rangeOfTwo(
  stretch: Stretch,
  first: Found,
  read: (index: number) => Found | null,
): Found | null {
  const { text, tokens } = stretch;
  const { date } = first;
  if (date.form !== 'named' || date.order !== 'dM' || date.until) return null;
  let index = first.next;
  let token = tokens[index];
  let gap = gapBetween(text, date.end, token);
  const after = tokens[index + 1];
  if (after?.kind === NUMBER && isBlankGap(gap) && links.has(word(text, token))) {
    index++;
    gap = isBlankGap(gapBetween(text, token?.end, after)) ? '-' : '\0';
    token = after;
  }
  if (token?.kind !== NUMBER || !/^ ?[-–—] ?$/.test(gap)) return null;
  const second = read(index);
  if (second?.date.form !== 'named' || !second.date.day || !second.date.month || second.date.until)
    return null;
  if (second.date.order !== 'dMy' && second.date.order !== 'dM') return null;
  return {
    date: {
      ...date,
      order: second.date.order,
      end: second.date.end,
      year: second.date.year,
      until: { day: second.date.day, month: second.date.month },
      slips: [...date.slips, ...second.date.slips],
    },
    next: second.next,
  };
}
