import type { CalendarDate, DateMention } from '../model/date';
import type { Dump, Page } from '../model/page';
import { type Range, rangeInLine, shiftRange } from '../model/range';
import type { Role } from '../model/role';
import { isoOf } from './calendar';
import { isDateField } from './dateFields';
import { dateLanguage } from './languages';
import { english } from './languages/english';
import type { DateLanguage } from './languages/language';
import { languageOrder, readDate, realDay } from './reading';
import { datesIn } from './scan';
import { isNamed, type ScannedDate, type Span } from './scanned';
import { type DateStyle, orderOf, parseStyle, styleOf, writeDate } from './style';

/** Forms that dates can be brought into, as CLDR patterns. Names are in the language of the date, else of its page. */
export const TARGET_PATTERNS = ['yyyy-MM-dd', 'dd/MM/yyyy', 'MMMM dd, yyyy', 'd MMMM yyyy'] as const;

export type TargetPattern = (typeof TARGET_PATTERNS)[number];

/** A date in another form: what replaces year, month and day, and what stands between them. */
export interface Rewrite {
  readonly range: Range;
  readonly newText: string;
}

/** How dates are written in a place: the fields of a page, or its running text. */
export interface WritingPlace {
  /** BCP 47 tag. */
  readonly language: string | null;
  /** Whether 05/02/2025 is read there as 5 February. Elsewhere it would be another day, or ambiguous. */
  readonly isDayFirst: boolean;
}

/** How dates are written in the fields of a page, or in its running text. */
export function writingPlace({ profile, language, dates }: Page, isField: boolean): WritingPlace {
  const known = (isField ? profile?.dateOrder : null) ?? languageOrder(language)?.order ?? null;
  const shown = new Set(
    dates.flatMap(({ role, order }) => (order && isDateField(role) === isField ? [order.order] : [])),
  );
  return { language, isDayFirst: !shown.has('mdy') && (known === null ? shown.has('dmy') : known === 'dmy') };
}

/**
 * Edits of a file that bring the dates of a role, or of every role where it is null, into one form. Weekdays and times stay.
 * Only dates that are one whole day without any problem change, and only where the new form reads as the same day.
 */
export function normalizeDates(dump: Dump, pattern: TargetPattern, role: Role | null): readonly Rewrite[] {
  return dump.pages.flatMap(({ page, startLine }) => {
    const field = writingPlace(page, true);
    const text = writingPlace(page, false);
    return page.dates.flatMap((date) => {
      if (role !== null && date.role !== role) return [];
      const rewrite = rewriteDate(date, pattern, isDateField(date.role) ? field : text);
      return rewrite ? [{ ...rewrite, range: shiftRange(rewrite.range, startLine) }] : [];
    });
  });
}

/** One date in another form; null where it has that form, or cannot be brought into it with certainty. */
export function rewriteDate(
  mention: DateMention,
  pattern: TargetPattern,
  { language, isDayFirst }: WritingPlace,
): Rewrite | null {
  const { text, day, problems, range } = mention;
  if (!day || problems.length > 0 || (pattern === 'dd/MM/yyyy' && !isDayFirst)) return null;
  const date = onlyDate(text);
  const core = date && coreOf(date, mention, day);
  if (!core) return null;
  const style = STYLES[pattern];
  const newText = writeDate(style, day, languageFor(date, language));
  if (newText === text.slice(core.start, core.end)) return null;
  const after = text.slice(0, core.start) + newText + text.slice(core.end);
  if (!readsAs(after, style, date, day)) return null;
  const { line, character } = range.start;
  return { range: rangeInLine(line, character + core.start, character + core.end), newText };
}

const STYLES: Readonly<Record<TargetPattern, DateStyle>> = {
  'yyyy-MM-dd': parseStyle('yyyy-MM-dd'),
  'dd/MM/yyyy': parseStyle('dd/MM/yyyy'),
  'MMMM dd, yyyy': parseStyle('MMMM dd, yyyy'),
  'd MMMM yyyy': parseStyle('d MMMM yyyy'),
};

/** The one date that a text is, from its first unit to its last. */
function onlyDate(text: string): ScannedDate | null {
  const [date, more] = datesIn(text);
  return date && !more && date.start === 0 && date.end === text.length && !date.glue ? date : null;
}

/** Where year, month and day stand; null where anything but a weekday and a time stands beside or between them. */
function coreOf(date: ScannedDate, { text, order }: DateMention, day: CalendarDate): Span | null {
  const reading = readDate(date, order ?? null, day.year);
  const { yearPart, monthPart, dayPart } = reading;
  const read = realDay(reading);
  if (!yearPart || !monthPart || !dayPart || !read || isoOf(read) !== isoOf(day)) return null;
  if (!styleOf(date, reading, text)) return null;
  const start = Math.min(yearPart.start, monthPart.start, dayPart.start);
  const last = Math.max(yearPart.end, monthPart.end, dayPart.end);
  const core = { start, end: last + (date.form === 'marked' ? 1 : 0) };
  // A time without a space before it belongs to the date's form: `2025-02-05T10:15`.
  if (date.clock?.start === core.end && /[\p{L}\p{N}]/u.test(text.charAt(core.end))) return null;
  const others = [date.weekday, date.clock].filter((part) => part !== null);
  if (others.some((part) => part.start < core.end && core.start < part.end)) return null;
  let rest = text;
  for (const part of [core, ...others]) {
    rest = rest.slice(0, part.start) + ' '.repeat(part.end - part.start) + rest.slice(part.end);
  }
  return /^[\s,，、()（）[\]|·–-]*$/.test(rest) ? core : null;
}

function languageFor({ month }: ScannedDate, page: string | null): DateLanguage {
  const own = dateLanguage(page) ?? english;
  const named = month && isNamed(month) ? month.languages : [];
  return named.includes(own) ? own : (named[0] ?? own);
}

/** Whether a date says in its new form what it said before, its weekday and time included. */
function readsAs(text: string, style: DateStyle, before: ScannedDate, day: CalendarDate): boolean {
  const date = onlyDate(text);
  if (!date) return false;
  const order = orderOf(style) === 'dMy' ? 'dmy' : 'ymd';
  const read = realDay(readDate(date, { order, reason: 'the other dates of this page' }, day.year));
  return (
    read !== null &&
    isoOf(read) === isoOf(day) &&
    date.weekday?.value === before.weekday?.value &&
    date.clock?.value === before.clock?.value
  );
}
