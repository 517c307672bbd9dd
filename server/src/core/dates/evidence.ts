import type { KnownOrder } from '../model/date';
import type { Role } from '../model/role';
import type { DateForm } from '../profiles/profile';
import { isAlone } from './labels';
import { dateLanguage } from './languages';
import type { Reading } from './reading';
import { realDay } from './reading';
import { isNamed, type ScannedDate } from './scanned';
import {
  asFullName,
  type DateStyle,
  isShortAndFull,
  keyOf,
  numericShape,
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

/** Nothing is shown. */
export const NO_VOTES: OrderVotes = { dmy: 0, mdy: 0 };

/** Which order a numeric date shows by a number over 12: `dmy` for 31/12/2024. Null where it shows none. */
export function shownOrder({ numbers: [a, b, c] }: ScannedDate): 'dmy' | 'mdy' | null {
  if (!a || !b || !c || a.digits >= 4) return null;
  if (a.value > 12 && a.value <= 31 && b.value >= 1 && b.value <= 12) return 'dmy';
  if (b.value > 12 && b.value <= 31 && a.value >= 1 && a.value <= 12) return 'mdy';
  return null;
}

/** The order that most dates show, others than the date itself among them. */
export function orderByVotes(votes: OrderVotes, own: 'dmy' | 'mdy' | null): KnownOrder | null {
  const dmy = votes.dmy - (own === 'dmy' ? 1 : 0);
  const mdy = votes.mdy - (own === 'mdy' ? 1 : 0);
  // Of one for each order neither shows that the other is wrong.
  if (dmy === mdy || votes.dmy === votes.mdy) return null;
  return { order: dmy > mdy ? 'dmy' : 'mdy', reason: 'the other dates of this page' };
}

/** A date in a field, for the styles of fields. */
export interface FieldDate {
  readonly date: ScannedDate;
  readonly role: Role;
  readonly reading: Reading;
  readonly line: string;
  /** The line's number. */
  readonly row: number;
}

/** The dates of at least so many other lines make a style. */
const ENOUGH = 2;

interface Tally {
  readonly style: DateStyle;
  /** How many lines have a date in it. */
  lines: number;
  lastLine: number;
  /** How many pad their days and months, and how many leave them bare. */
  readonly day: PaddingVotes;
  readonly month: PaddingVotes;
}

interface PaddingVotes {
  padded: number;
  bare: number;
}

/** The tallies of one kind of field, by the key of their style. */
type Tallies = Map<string, Tally>;

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
  const byKind = tallied(dates.filter(({ role }) => !bySite.has(role)));
  return (own) => {
    const site = bySite.get(own.role);
    // `www.kcna.kp (2024.12.31.)` is no field of the site's.
    if (site) return isAlone(own.line, own.date.start, own.date.end) ? site : null;
    const tallies = byKind.get(kindOf(own));
    return tallies ? majorityStyle(tallies, voteIn(tallies, own)) : null;
  };
}

/** The style of most lines of a role, the date's own line apart. */
function majorityStyle(tallies: Tallies, vote: Vote | null): FieldStyle | null {
  let best: { readonly tally: Tally; readonly others: number; readonly isOwn: boolean } | undefined;
  let all = 0;
  for (const [key, each] of tallies) {
    const isOwn = vote?.key === key;
    const others = each.lines - (isOwn ? 1 : 0);
    all += others;
    if (!best || others > best.others) best = { tally: each, others, isOwn };
  }
  // More than half of all, the date itself counted: else two styles of equal weight would each ask for the other.
  if (!best || best.others < ENOUGH || best.others * 2 <= all + (vote && !best.isOwn ? 1 : 0)) return null;
  const { style, day, month } = best.tally;
  const mine = best.isOwn ? vote : null;
  const padding = { day: decided(day, mine?.day ?? null), month: decided(month, mine?.month ?? null) };
  return { style: withPadding(style, usual(padding, numericShape(style) !== null)), padding, language: null };
}

/** What to write where nothing shows the padding: numbers of one date are padded alike, days before names are not. */
function usual({ day, month }: Padding, isNumeric: boolean): Padding {
  return isNumeric
    ? { day: day ?? month ?? true, month: month ?? day ?? true }
    : { day: day ?? false, month };
}

/** Whether most pad, where at least two others show it. */
function decided({ padded, bare }: PaddingVotes, own: boolean | null): boolean | null {
  const others = padded + bare - (own === null ? 0 : 1);
  return others >= ENOUGH && padded !== bare ? padded > bare : null;
}

/** Fields are alike that have one role, and a time or none. */
function kindOf({ role, date }: FieldDate): string {
  return date.clock ? `${role} with time` : role;
}

function tallied(dates: readonly FieldDate[]): ReadonlyMap<string, Tallies> {
  const byKind = new Map<string, Tallies>();
  // `May 5` says less than others of its style, and goes where they went.
  const [telling, vague] = [
    dates.filter(({ date }) => !isShortAndFull(date)),
    dates.filter(({ date }) => isShortAndFull(date)),
  ];
  for (const each of [...telling, ...vague]) {
    const kind = kindOf(each);
    const tallies = byKind.get(kind) ?? new Map<string, Tally>();
    byKind.set(kind, tallies);
    const vote = voteIn(tallies, each);
    if (vote) count(tallies, vote, each.row);
  }
  return byKind;
}

function count(tallies: Tallies, vote: Vote, line: number): void {
  const none = (): PaddingVotes => ({ padded: 0, bare: 0 });
  const known = tallies.get(vote.key) ?? {
    style: vote.style,
    lines: 0,
    lastLine: -1,
    day: none(),
    month: none(),
  };
  tallies.set(vote.key, known);
  if (known.lastLine !== line) known.lines++;
  known.lastLine = line;
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
function voteIn(tallies: Tallies, { date, reading, line }: FieldDate): Vote | null {
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
  if (!style) return null;
  const isPadded = (part: Reading['monthPart']): boolean | null =>
    part === null || part.value > 9 ? null : part.end - part.start === 2;
  return {
    key: isShortAndFull(date) ? vagueKey(tallies, style) : keyOf(style, true),
    style,
    day: isPadded(reading.dayPart),
    month: date.month && isNamed(date.month) ? null : isPadded(reading.monthPart),
  };
}

/** Of a date whose month is a full name and a short one alike: the key of the style beside it that it fits, else its own. */
function vagueKey(tallies: Tallies, style: DateStyle): string {
  const own = keyOf(style, true);
  if (tallies.has(own)) return own;
  for (const [key, tally] of tallies) {
    if (keyOf(asFullName(tally.style), true) === own) return key;
  }
  return own;
}
