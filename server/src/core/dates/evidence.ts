import type { Role } from '../model/role';
import type { DateForm } from '../profiles/profile';
import { dateLanguage } from './languages';
import type { KnownOrder, Reading } from './reading';
import { realDay } from './reading';
import type { ScannedDate } from './scanned';
import { type DateStyle, isPadded, keyOf, parseStyle, styleOf } from './style';
import type { FieldStyle } from './view';

/** Votes of dates that can be read in one order only. */
export interface OrderVotes {
  readonly dmy: number;
  readonly mdy: number;
}

/** Which order a numeric date shows by a number over 12: `dmy` for 31/12/2024. Null where it shows none. */
export function shownOrder({ numbers: [a, b, c] }: ScannedDate): 'dmy' | 'mdy' | null {
  if (!a || !b || !c || a.digits === 4) return null;
  if (a.value > 12 && a.value <= 31 && b.value >= 1 && b.value <= 12) return 'dmy';
  if (b.value > 12 && b.value <= 31 && a.value >= 1 && a.value <= 12) return 'mdy';
  return null;
}

/** The order that most of the other dates show. */
export function orderByVotes(votes: OrderVotes, own: 'dmy' | 'mdy' | null): KnownOrder | null {
  const dmy = votes.dmy - (own === 'dmy' ? 1 : 0);
  const mdy = votes.mdy - (own === 'mdy' ? 1 : 0);
  if (dmy === mdy) return null;
  return { order: dmy > mdy ? 'dmy' : 'mdy', reason: 'the other dates of this page' };
}

/** A date in a field, for the styles of fields. */
export interface FieldDate {
  readonly date: ScannedDate;
  readonly role: Role;
  readonly reading: Reading;
  readonly line: string;
}

/** At least so many other dates make a style. */
const ENOUGH = 2;

interface Tally {
  readonly style: DateStyle;
  count: number;
  padded: number;
  unpadded: number;
}

/**
 * The style that the other dates of each field's role share: by the site's profile, else by their majority.
 * Tallied once, so that asking takes constant time.
 */
export function fieldStyles(
  dates: readonly FieldDate[],
  forms: readonly DateForm[],
): (own: FieldDate) => FieldStyle | null {
  const bySite = new Map(
    forms.map(({ role, pattern, language }): [Role, FieldStyle] => {
      const style = parseStyle(pattern);
      return [role, { style, padded: isPadded(style), language: dateLanguage(language) }];
    }),
  );
  const tallies = new Map<Role, Map<string, Tally>>();
  for (const each of dates) tally(tallies, each);
  return (own) => {
    const site = bySite.get(own.role);
    if (site) return site;
    const byKey = tallies.get(own.role);
    if (!byKey) return null;
    const ownKey = voteOf(own);
    let best: Tally | undefined;
    let all = 0;
    for (const [key, each] of byKey) {
      const count = each.count - (ownKey?.key === key ? 1 : 0);
      all += count;
      if (!best || count > best.count - (ownKey?.key === keyOf(best.style, true) ? 1 : 0)) best = each;
    }
    if (!best) return null;
    const mine = ownKey?.key === keyOf(best.style, true) ? ownKey : null;
    const count = best.count - (mine ? 1 : 0);
    // More than half of all, the date itself counted: else two styles of equal weight would each ask for the other.
    if (count < ENOUGH || count * 2 <= all + (ownKey && !mine ? 1 : 0)) return null;
    const padded = best.padded - (mine?.padded === true ? 1 : 0);
    const unpadded = best.unpadded - (mine?.padded === false ? 1 : 0);
    const isDecided = padded + unpadded >= ENOUGH && best.padded !== best.unpadded;
    const shown = isDecided ? best.padded > best.unpadded : null;
    return { style: best.style, padded: shown, language: null };
  };
}

function tally(tallies: Map<Role, Map<string, Tally>>, each: FieldDate): void {
  const vote = voteOf(each);
  if (!vote) return;
  const byKey = tallies.get(each.role) ?? new Map<string, Tally>();
  tallies.set(each.role, byKey);
  const known = byKey.get(vote.key) ?? { style: vote.style, count: 0, padded: 0, unpadded: 0 };
  known.count++;
  if (vote.padded === true) known.padded++;
  if (vote.padded === false) known.unpadded++;
  byKey.set(vote.key, known);
}

interface Vote {
  readonly key: string;
  readonly style: DateStyle;
  /** Null for days from 10 to 31: they look the same either way. */
  readonly padded: boolean | null;
}

/** What a sound date shows of its field's style. */
function voteOf({ date, reading, line }: FieldDate): Vote | null {
  if (!realDay(reading) || date.slips.length > 0 || date.ordinal || date.form === 'ago') return null;
  if (date.month && 'flaw' in date.month && date.month.flaw) return null;
  const style = styleOf(date, reading, line);
  if (!style) return null;
  const numbers = [reading.dayPart, date.form === 'numeric' ? reading.monthPart : null].filter(
    (part) => part !== null && part.value < 10,
  );
  const widths = numbers.map((part) => (part ? part.end - part.start : 0));
  const padded = widths.length === 0 ? null : widths.every((width) => width === 2);
  return { key: keyOf(style, true), style, padded };
}
