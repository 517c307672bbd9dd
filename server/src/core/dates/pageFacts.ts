import type { CalendarDate, KnownOrder } from '../model/date';
import type { Role } from '../model/role';
import { type OrderVotes, shownOrder } from './evidence';
import { readDate, realDay } from './reading';
import type { NumberPart, ScannedDate } from './scanned';
import type { PageFacts } from './view';

/** A date and the line that it stands in. */
export interface Placed {
  readonly date: ScannedDate;
  readonly role: Role;
  readonly line: string;
  /** The line's number. */
  readonly row: number;
  /** Whether it stands in a field of its own. */
  readonly field: boolean;
}

/** What the dates of a page say together, and how many of them show an order of numbers. */
export interface Gathered {
  readonly facts: PageFacts;
  readonly votes: { readonly field: OrderVotes; readonly prose: OrderVotes };
  /** The votes of dates in fields, by role. */
  readonly roleVotes: ReadonlyMap<Role, OrderVotes>;
}

/**
 * Gathers it in one pass.
 * @param known the order of numbers in fields, where it is fixed
 */
export function gatherFacts(
  placed: readonly Placed[],
  known: KnownOrder | null,
  now: CalendarDate | null,
): Gathered {
  const votes = { field: { dmy: 0, mdy: 0 }, prose: { dmy: 0, mdy: 0 } };
  const roleVotes = new Map<Role, { dmy: number; mdy: number }>();
  const years: number[] = [];
  const captures: ScannedDate[] = [];
  const dated = new Set<number>();
  const counts = new Map<Role, Count>();
  for (const { date, role, row, field } of placed) {
    if (role === 'capture-date') captures.push(date);
    noteYear(years, date.year);
    for (const part of date.numbers) noteYear(years, part);
    const shown = date.form === 'numeric' ? shownOrder(date) : null;
    if (shown) {
      votes[field ? 'field' : 'prose'][shown]++;
      const own = roleVotes.get(role) ?? { dmy: 0, mdy: 0 };
      own[shown]++;
      roleVotes.set(role, own);
    }
    if (!field) continue;
    if (isWhole(date)) dated.add(row);
    count(counts, role, date);
  }
  const newest = years.reduce((most, year) => Math.max(most, year), 0);
  const fallback = now?.year ?? (newest > 0 ? newest : DEFAULT_YEAR);
  const captured = captureDay(captures, years, known, fallback);
  const latest = captured?.year ?? fallback;
  return { facts: { captured, latest, yearless: yearlessRoles(counts), dated }, votes, roleVotes };
}

/** Where neither text nor caller names a year, two digits are read from 1945 to 2025. */
const DEFAULT_YEAR = 2024;

/** Pages of the web are not older, and not younger. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

function isWhole(date: ScannedDate): boolean {
  return date.form === 'numeric' || date.order.length === 3;
}

function noteYear(years: number[], part: NumberPart | null): void {
  if (part?.digits === 4 && part.value >= FIRST_YEAR && part.value <= LAST_YEAR) years.push(part.value);
}

function captureDay(
  captures: readonly ScannedDate[],
  years: readonly number[],
  known: KnownOrder | null,
  latest: number,
): CalendarDate | null {
  for (const date of captures) {
    const captured = realDay(readDate(date, known, latest));
    if (!captured || captured.year < FIRST_YEAR || captured.year > LAST_YEAR) continue;
    // A capture long before most dates of its page is none.
    const later = years.filter((year) => year > captured.year + 1).length;
    return later * 2 > years.length ? null : captured;
  }
  return null;
}

/** A site that shows days without years does so on most of its cards: three of them, and more than half. */
const SITES_WAY = 3;

/** How many dates a role has, and how many of them lack a part. */
interface Count {
  all: number;
  yearless: number;
}

function count(counts: Map<Role, Count>, role: Role, date: ScannedDate): void {
  if (date.form === 'ago') return;
  let own = counts.get(role);
  if (!own) {
    own = { all: 0, yearless: 0 };
    counts.set(role, own);
  }
  own.all++;
  if (!isWhole(date)) own.yearless++;
}

function yearlessRoles(counts: ReadonlyMap<Role, Count>): ReadonlySet<Role> {
  const roles = [...counts].filter(([, { all, yearless }]) => yearless >= SITES_WAY && yearless * 2 > all);
  return new Set(roles.map(([role]) => role));
}
