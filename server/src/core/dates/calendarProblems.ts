import * as l10n from '@vscode/l10n';
import type { CalendarDate, DateProblem, DateRepair } from '../model/date';
import { monthName } from '../text/display';
import { daysInMonth, isoOf, isRealDay, padded } from './calendar';
import { inCaseOf } from './characters';
import { englishSuffix } from './grammar/days';
import { english } from './languages/english';
import { languageNames } from './lexicon';
import { mended } from './mend';
import { renumbered } from './numerals';
import { isNamed, type NumberPart, type Span } from './scanned';
import { parseStyle, writeDate } from './style';
import { type DateView, type Edit, problem } from './view';

// Codes 6 to 8, 11 to 13 and 21: what the numbers say.

/** Earliest year that a page of the web can carry in a date field. */
const FIRST_YEAR = 1990;

/** `date-implausible-year`. */
export function yearProblem(view: DateView): DateProblem | null {
  const { date, field, facts, reading, line } = view;
  const { yearPart } = reading;
  if (!yearPart || yearPart.digits === 2) return null;
  const written = line.slice(yearPart.start, yearPart.end);
  const malformed = yearPart.digits !== 4 || yearPart.value < 1000;
  const last = Math.max(
    view.context.now?.year ?? 0,
    view.role === 'capture-date' ? 0 : (facts.captured?.year ?? 0),
  );
  const outside = yearPart.value < FIRST_YEAR || (last > 0 && yearPart.value > last + 1);
  if (!malformed && !(field && outside && date.order !== 'y')) return null;
  const candidates = yearCandidates(written, facts.latest);
  const repairs = candidates.map(
    (year): DateRepair => ({
      newText: mended(view, [renumbered(yearPart, String(year))]),
      preferred: false,
      label: String(year),
    }),
  );
  return problem('date-implausible-year', { y: written }, repairs);
}

/**
 * Years near the capture that one digit more, less, other or moved makes of what is written, the nearest first; then years
 * of which a digit is written twice, `19999`.
 */
export function yearCandidates(written: string, latest: number): readonly number[] {
  const near = [0, -1, 1, -2, -3].map((distance) => latest + distance);
  const once = [...written].flatMap((digit, at) =>
    digit === written.charAt(at + 1) ? [Number(written.slice(0, at) + written.slice(at + 1))] : [],
  );
  const found = [
    ...near.filter((year) => isOneSlip(written, String(year))),
    ...once.filter((year) => year >= FIRST_DOUBLED && year <= latest),
  ];
  return [...new Set(found)].slice(0, 3);
}

/** Of the years that only a doubled digit tells, the first: older ones are hardly ever written with their day. */
const FIRST_DOUBLED = 1900;

function isOneSlip(written: string, right: string): boolean {
  const [long, short] = written.length >= right.length ? [written, right] : [right, written];
  let at = 0;
  while (at < short.length && long.charAt(at) === short.charAt(at)) at++;
  const rest = short.slice(at);
  if (long.length - short.length === 1) return long.slice(at + 1) === rest;
  if (long.length !== short.length) return false;
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return long.slice(at + 1) === rest.slice(1) || (rest.length > 1 && long.slice(at) === swapped);
}

/** `date-field-range`: a number that is no month, whichever way it is read. */
export function monthProblem({ reading, date }: DateView): DateProblem | null {
  if (reading.month === null || isMonth(reading.month) || reading.swapped) return null;
  const until = date.until?.month;
  if (until && !isMonth(until.value)) return problem('date-field-range', { n: String(until.value) });
  return problem('date-field-range', { n: String(reading.month) });
}

/** `date-impossible`: a day that its month does not have. */
export function dayProblem(view: DateView): DateProblem | null {
  const { reading, date } = view;
  const { year, month, day, dayPart } = reading;
  if (month === null || day === null || !dayPart || !isMonth(month)) return null;
  const untilMonth = date.until?.month?.value ?? month;
  const [wrongMonth, wrongDay, part] = !isRealDay(year, month, day)
    ? [month, day, dayPart]
    : date.until && !isRealDay(year, untilMonth, date.until.day.value)
      ? [untilMonth, date.until.day.value, date.until.day]
      : [0, 0, dayPart];
  if (wrongMonth === 0) return null;
  const n = daysInMonth(year, wrongMonth);
  const values = { month: monthName(wrongMonth), year: year === null ? '' : String(year), n: String(n) };
  return problem(
    'date-impossible',
    values,
    dayRepairs(view, { year, month: wrongMonth, day: wrongDay }, part),
  );
}

function dayRepairs(
  view: DateView,
  wrong: { readonly year: number | null; readonly month: number; readonly day: number },
  part: NumberPart,
): readonly DateRepair[] {
  const { year, month, day } = wrong;
  const last = daysInMonth(year, month);
  const repairs: DateRepair[] = [
    {
      newText: mended(view, dayEdits(view, part, last)),
      preferred: false,
      label: l10n.t('last day of {0}', monthName(month)),
    },
  ];
  const nextMonth = month === 12 ? 1 : month + 1;
  const nextYear = month === 12 && year !== null ? year + 1 : year;
  const move = (to: number, label: string): void => {
    const monthEdit = monthEdits(view, nextMonth);
    if (!monthEdit) return;
    const yearPart = view.reading.yearPart;
    const yearEdit =
      nextYear !== year && nextYear !== null && yearPart ? [renumbered(yearPart, String(nextYear))] : [];
    repairs.push({
      newText: mended(view, [...dayEdits(view, part, to), ...monthEdit, ...yearEdit]),
      preferred: false,
      label,
    });
  };
  if (view.date.until) return repairs;
  if (isRealDay(nextYear, nextMonth, day)) move(day, l10n.t('the same day of {0}', monthName(nextMonth)));
  if (month === 2 && day > last) move(1, l10n.t('the day after the last of February'));
  return repairs;
}

/** A day's number replaced by another, with its suffix. */
export function dayEdits(view: DateView, part: NumberPart, day: number): readonly Edit[] {
  const { ordinal } = view.date;
  const suffix = view.line.slice(part.end, part.end + 2).toLowerCase();
  const edit = renumbered(part, padded(day, dayWidth(view, part)));
  if (ordinal || !/^(?:st|nd|rd|th)$/.test(suffix)) return [edit];
  return [edit, { start: part.end, end: part.end + 2, text: englishSuffix(day) }];
}

/** How many digits a day is written with: a day over 9 does not show whether zeros are usual where it stands. */
export function dayWidth({ date, field, style }: DateView, part: NumberPart): number {
  if (part.value < 10) return part.digits;
  return date.form === 'numeric' || (field && style?.padding.day !== false && date.form === 'named') ? 2 : 1;
}

/** The month in the text replaced by another, in the same form. */
export function monthEdits(view: DateView, month: number): readonly Edit[] | null {
  const { line, language, reading } = view;
  const { monthPart } = reading;
  if (!monthPart) return null;
  if (!isNamed(monthPart)) return [renumbered(monthPart, padded(month, monthPart.digits))];
  const [own] = monthPart.languages;
  const names = own ?? language;
  if (!names || names.tag === 'vi') return null;
  const { months, shortMonths } = languageNames(names);
  const name = (monthPart.long ? months : shortMonths)[month - 1]?.[0];
  return name === undefined
    ? null
    : [replaced(monthPart, inCaseOf(name, line.slice(monthPart.start, monthPart.end)))];
}

/** `date-field-order`: two numbers of a known order swapped. */
export function orderProblem(view: DateView): DateProblem | null {
  const { reading, date } = view;
  const { swapped, monthPart, dayPart, order } = reading;
  if (!swapped || !monthPart || isNamed(monthPart) || !dayPart || !order) return null;
  const edits = [
    renumbered(monthPart, padded(swapped.month, monthPart.digits)),
    renumbered(dayPart, padded(swapped.day, dayPart.digits)),
  ];
  const values = {
    n: String(reading.month),
    order: orderName(order.order, date.separators[0]?.mark ?? '/'),
    iso: isoOf(swapped),
  };
  return problem('date-field-order', values, [{ newText: mended(view, edits), preferred: true }]);
}

/** `dd/mm/yyyy`. */
function orderName(order: string, mark: string): string {
  const names: Readonly<Record<string, string>> = { d: 'dd', m: 'mm', y: 'yyyy' };
  return [...order].map((letter) => names[letter] ?? letter).join(mark);
}

/** `date-ambiguous`: two readings and nothing to choose between them. */
export function ambiguityProblem(view: DateView): DateProblem | null {
  const { reading, day, date, line } = view;
  if (!reading.or || !day) return null;
  const text = line.slice(date.start, date.end);
  const first = date.numbers[0];
  const last = date.numbers[2];
  if (!first || !last) return null;
  const whole = { start: first.start, end: last.end };
  const names = view.language ?? english;
  const longForm = (each: CalendarDate): string => writeDate(parseStyle(names.long), each, names);
  const choice = (each: CalendarDate): DateRepair => ({
    newText: mended(view, [replaced(whole, longForm(each))]),
    preferred: false,
    label: isoOf(each),
  });
  return problem('date-ambiguous', { t: text, a: longForm(day), b: longForm(reading.or) }, [
    choice(day),
    choice(reading.or),
  ]);
}

/** `date-two-digit-year`. */
export function shortYearProblem(view: DateView): DateProblem | null {
  const { reading, day, line } = view;
  const { yearPart } = reading;
  if (yearPart?.digits !== 2 || !day) return null;
  const clip = /['’‘]/.test(line.charAt(yearPart.start - 1)) ? 1 : 0;
  const edit = { start: yearPart.start - clip, end: yearPart.end, text: padded(day.year, 4) };
  return problem('date-two-digit-year', { yyyy: padded(day.year, 4) }, [
    { newText: mended(view, [edit]), preferred: true },
  ]);
}

/** `date-range-order`: the end before the start. */
export function rangeProblem(view: DateView): DateProblem | null {
  const { date, reading, day } = view;
  const { until } = date;
  if (!until || !day || !reading.dayPart || !reading.monthPart) return null;
  const endMonth = until.month?.value ?? day.month;
  if (!isRealDay(day.year, endMonth, until.day.value)) return null;
  if (endMonth > day.month || (endMonth === day.month && until.day.value >= day.day)) return null;
  const text = (part: Span): string => view.line.slice(part.start, part.end);
  const edits: Edit[] = [
    replaced(reading.dayPart, text(until.day)),
    replaced(until.day, text(reading.dayPart)),
  ];
  if (until.month)
    edits.push(
      replaced(reading.monthPart, text(until.month)),
      replaced(until.month, text(reading.monthPart)),
    );
  return problem('date-range-order', {}, [
    { newText: mended(view, edits), preferred: false, label: l10n.t('swap start and end') },
  ]);
}

/** A replacement of a part. */
export function replaced(part: Span, text: string): Edit {
  return { start: part.start, end: part.end, text };
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}
