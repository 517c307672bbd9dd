import { PLAIN } from '../scanned';
import { endsLikeDate } from '../surroundings';
import { NUMBER } from '../tokens';
import { dayAt, endsDay } from './days';
import { monthAt } from './months';
import { type Found, gapBetween, type Stretch } from './stretch';

/** `2015/December/13`, `2025 Jan 5`. */
export function yearFirstNamed(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const number = tokens[index];
  if (number?.kind !== NUMBER || number.digits !== 4 || number.value < 1000) return null;
  const gap = gapBetween(text, number.end, tokens[index + 1]);
  if (!/^[ /.-]$/.test(gap)) return null;
  const month = monthAt(stretch, index + 1);
  if (!month || gapBetween(text, month.month.end, tokens[month.next]) !== gap) return null;
  const at = dayAt(stretch, month.next);
  if (!at || !endsDay(text, at.end) || (gap === ' ' && !endsLikeDate(text, at.end))) return null;
  const day = tokens[at.next];
  // `in 2024 May 5, 2025`: the second year is the date's own.
  if (day?.kind === NUMBER && day.digits === 4 && /^,? $/.test(gapBetween(text, at.end, day))) return null;
  return {
    date: {
      ...PLAIN,
      form: 'named',
      order: 'yMd',
      start: number.start,
      end: at.end,
      year: number,
      month: month.month,
      day: at.day,
      ordinal: at.ordinal,
    },
    next: at.next,
  };
}
