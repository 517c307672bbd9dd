import type { KnownOrder } from '../model/date';
import type { Role } from '../model/role';
import type { DateForm } from '../profiles/profile';
import { dateLanguage } from './languages';
import type { Reading } from './reading';
import { realDay } from './reading';
import { isNamed, type ScannedDate } from './scanned';
import {
  type DateStyle,
  isShortAndFull,
  keyOf,
  type Padding,
  paddingOf,
  parseStyle,
  styleOf,
  withPadding,
} from './style';
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
  /** How many pad their days and months, and how many leave them bare. */
  readonly day: PaddingVotes;
  readonly month: PaddingVotes;
}

interface PaddingVotes {
  padded: number;
  bare: number;
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
      return [role, { style, padding: paddingOf(style), language: dateLanguage(language) }];
    }),
  );
  const tallies = new Map<Role, Map<string, Tally>>();
  for (const each of dates) tally(tallies, each);
  return (own) => {
    const site = bySite.get(own.role);
    if (site) return site;
    const byKey = tallies.get(own.role);
    if (!byKey) return null;
    const vote = voteOf(own);
    const othersOf = (key: string, { count }: Tally): number => count - (vote?.key === key ? 1 : 0);
    let best: { readonly tally: Tally; readonly others: number; readonly isOwn: boolean } | undefined;
    let all = 0;
    for (const [key, each] of byKey) {
      const others = othersOf(key, each);
      all += others;
      if (!best || others > best.others) best = { tally: each, others, isOwn: vote?.key === key };
    }
    // More than half of all, the date itself counted: else two styles of equal weight would each ask for the other.
    if (!best || best.others < ENOUGH || best.others * 2 <= all + (vote && !best.isOwn ? 1 : 0)) return null;
    const { style, day, month } = best.tally;
    const mine = best.isOwn ? vote : null;
    const padding = { day: decided(day, mine?.day ?? null), month: decided(month, mine?.month ?? null) };
    return { style: withPadding(style, padding), padding, language: null };
  };
}

/** Whether most pad, where at least two others show it. */
function decided({ padded, bare }: PaddingVotes, own: boolean | null): boolean | null {
  const others = padded + bare - (own === null ? 0 : 1);
  return others >= ENOUGH && padded !== bare ? padded > bare : null;
}

function tally(tallies: Map<Role, Map<string, Tally>>, each: FieldDate): void {
  const vote = voteOf(each);
  if (!vote) return;
  const byKey = tallies.get(each.role) ?? new Map<string, Tally>();
  tallies.set(each.role, byKey);
  const none = (): PaddingVotes => ({ padded: 0, bare: 0 });
  const known = byKey.get(vote.key) ?? { style: vote.style, count: 0, day: none(), month: none() };
  byKey.set(vote.key, known);
  known.count++;
  for (const part of ['day', 'month'] as const) {
    if (vote[part] === true) known[part].padded++;
    if (vote[part] === false) known[part].bare++;
  }
}

interface Vote extends Padding {
  readonly key: string;
  readonly style: DateStyle;
}

/** What a sound date shows of its field's style. Numbers from 10 up look the same with and without padding. */
function voteOf({ date, reading, line }: FieldDate): Vote | null {
  if (
    !realDay(reading) ||
    date.slips.some(({ anywhere }) => anywhere) ||
    date.ordinal ||
    date.form === 'ago'
  ) {
    return null;
  }
  if (date.month && isNamed(date.month) && date.month.flaw) return null;
  const style = styleOf(date, reading, line);
  // `May 5` is in the style of `Feb 5` and of `February 5`.
  if (!style || isShortAndFull(date)) return null;
  const isPadded = (part: Reading['monthPart']): boolean | null =>
    part === null || part.value > 9 ? null : part.end - part.start === 2;
  return {
    key: keyOf(style, true),
    style,
    day: isPadded(reading.dayPart),
    month: date.month && isNamed(date.month) ? null : isPadded(reading.monthPart),
  };
}
