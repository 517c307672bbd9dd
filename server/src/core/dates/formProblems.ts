import * as l10n from '@vscode/l10n';
import type { DateProblem, DateRepair } from '../model/date';
import { weekdayName } from '../text/display';
import { isoOf, isRealDay, padded, weekdayOf } from './calendar';
import { dayEdits, replaced } from './calendarProblems';
import { inCaseOf } from './characters';
import { dateLanguage } from './languages';
import { english } from './languages/english';
import type { DateLanguage } from './languages/language';
import { languageNames } from './lexicon';
import { mended } from './mend';
import { renumbered } from './numerals';
import { isNamed, type MonthPart, type NamePart } from './scanned';
import {
  asFullName,
  type DateStyle,
  exampleOf,
  isShortAndFull,
  keyOf,
  numericShape,
  orderOf,
  styleOf,
  writeDate,
} from './style';
import { wordBefore } from './surroundings';
import { type DateView, type Edit, edited, type FieldStyle, problem } from './view';

// Codes 16 to 20: the form of a field, and parts that contradict each other.

/** `date-separator`: numbers in the field's order with other marks between them. */
export function separatorProblem(view: DateView): DateProblem | null {
  const { date, field, style, reading, line } = view;
  if (!field || date.form !== 'numeric') return null;
  const own = styleOf(date, reading, line);
  const shape = style && numericShape(style.style);
  if (shape && own) {
    if (orderOf(own) !== shape.order || numericShape(own)?.mark === shape.mark) return null;
    return withSeparators(view, shape.mark);
  }
  const [first, second] = date.separators;
  if (!first || !second) return null;
  // Commas and backslashes are nobody's style.
  if (first.mark === ',' || first.mark === '\\') return withSeparators(view, '/');
  return first.mark === second.mark ? null : withSeparators(view, first.mark);
}

function withSeparators(view: DateView, mark: string): DateProblem {
  const [a, b, c] = view.date.numbers;
  const edits: Edit[] =
    a && b && c
      ? [
          { start: a.end, end: b.start, text: mark },
          { start: b.end, end: c.start, text: mark },
        ]
      : [];
  return problem('date-separator', { s: mark }, [{ newText: mended(view, edits), preferred: true }]);
}

/** `date-padding`: a zero before a day or month that the field's style has not, or lacks. */
export function paddingProblem(view: DateView): DateProblem | null {
  const { date, field, style, reading, line } = view;
  const own = field && style ? styleOf(date, reading, line) : null;
  if (!own || !style || !isSameForm(view, own, style.style)) return null;
  const edits: Edit[] = [];
  const pad = (part: MonthPart | null, isPadded: boolean | null): void => {
    if (!part || isNamed(part) || isPadded === null || part.value > 9) return;
    const width = isPadded ? 2 : 1;
    if (part.digits !== width) edits.push(renumbered(part, padded(part.value, width)));
  };
  const { day, month } = style.padding;
  pad(reading.dayPart, day);
  if (date.form !== 'named') pad(reading.monthPart, month);
  if (edits.length === 0) return null;
  // `5/2/2025`: who left out the one zero left out the other.
  if (date.form === 'numeric' && day === null) pad(reading.dayPart, month);
  const repair = { newText: mended(view, edits), preferred: true };
  return problem('date-padding', { example: example(view, style) }, [repair]);
}

/** `date-style`: another form than the field's dates have. */
export function styleProblem(view: DateView): DateProblem | null {
  const { date, field, style, reading, line, day } = view;
  const own = field && style ? styleOf(date, reading, line) : null;
  if (!own || !style || !day || isSameForm(view, own, style.style)) return null;
  const parts = [reading.yearPart, reading.monthPart, reading.dayPart].filter((part) => part !== null);
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end)) + (date.form === 'marked' ? 1 : 0);
  const text = edited(view, [{ start, end, text: writeDate(style.style, day, namesFor(view, style)) }]);
  return problem('date-style', { example: example(view, style) }, [{ newText: text, preferred: true }]);
}

/** Whether a date has the form of a style, apart from padding. */
function isSameForm({ date }: DateView, own: DateStyle, style: DateStyle): boolean {
  if (keyOf(own, true) === keyOf(style, true)) return true;
  return isShortAndFull(date) && keyOf(own, true) === keyOf(asFullName(style), true);
}

function example(view: DateView, { style, language }: FieldStyle): string {
  return exampleOf(style, namesFor(view, { language }));
}

/** The language whose names of months a field's dates have. */
function namesFor({ language, context }: DateView, style: Pick<FieldStyle, 'language'>): DateLanguage {
  return style.language ?? language ?? dateLanguage(context.language) ?? english;
}

/** `date-era-mismatch`: era year and Gregorian year disagree. */
export function eraProblem(view: DateView): DateProblem | null {
  const { era, year } = view.date;
  if (!era || year?.digits !== 4) return null;
  const fromEra = era.year.value + era.era.offset;
  if (fromEra === year.value) return null;
  const eraYear = year.value - era.era.offset;
  const repairs: DateRepair[] = [];
  if (eraYear > 0) {
    const isFirst = eraYear === 1 && era.year.script === 'han';
    const edit = isFirst ? replaced(era.year, '元') : renumbered(era.year, String(eraYear));
    repairs.push({ newText: mended(view, [edit]), preferred: true });
  }
  repairs.push({
    newText: mended(view, [renumbered(year, String(fromEra))]),
    preferred: false,
    label: String(fromEra),
  });
  return problem(
    'date-era-mismatch',
    { era: era.era.name, n: String(era.year.value), y1: String(fromEra), y: String(year.value) },
    repairs,
  );
}

const CJK_WEEKDAYS = ['月火水木金土日', '월화수목금토일', '一二三四五六日'];

/** `date-weekday-mismatch`: the weekday beside a date is not its own. */
export function weekdayProblem(view: DateView): DateProblem | null {
  const { date, day, reading, facts } = view;
  const { weekday } = date;
  if (!weekday || !day || date.until || reading.or || (reading.yearPart?.digits !== 4 && !date.era))
    return null;
  const real = weekdayOf(day);
  if (real === weekday.value) return null;
  const name = nameOfWeekday(weekday, real, view);
  if (name === null) return null;
  const repairs: DateRepair[] = [{ newText: mended(view, [replaced(weekday, name)]), preferred: true }];
  const distance = ((weekday.value - real + 10) % 7) - 3;
  const moved = day.day + distance;
  if (reading.dayPart && isRealDay(day.year, day.month, moved)) {
    repairs.push({
      newText: mended(view, dayEdits(view, reading.dayPart, moved)),
      preferred: false,
      label: l10n.t('the nearest {0}', weekdayName(weekday.value)),
    });
  }
  const year = [facts.latest, facts.latest - 1, facts.latest + 1].find(
    (each) =>
      each !== day.year &&
      Math.abs(each - day.year) <= 1 &&
      isRealDay(each, day.month, day.day) &&
      weekdayOf({ ...day, year: each }) === weekday.value,
  );
  if (year !== undefined && reading.yearPart) {
    repairs.push({
      newText: mended(view, [renumbered(reading.yearPart, String(year))]),
      preferred: false,
      label: String(year),
    });
  }
  const values = {
    iso: isoOf(day),
    real: weekdayName(real),
    given: weekdayName(weekday.value),
  };
  return problem('date-weekday-mismatch', values, repairs);
}

/** Prepositions before a weekday in Slavic languages. */
const PREPOSITIONS: ReadonlySet<string> = new Set(['в', 'во', 'у', 'w', 'we']);

/** A weekday's name in the language, length and case of the one that is written. */
function nameOfWeekday(weekday: NamePart, value: number, { line, context }: DateView): string | null {
  const written = line.slice(weekday.start, weekday.end);
  const row = CJK_WEEKDAYS.find((each) => each.includes(written));
  if (row) return row.charAt(value - 1);
  const page = dateLanguage(context.language);
  const language = weekday.languages.find((each) => each === page) ?? weekday.languages[0];
  if (!language) return null;
  const names = languageNames(language);
  const lists = weekday.long ? names.weekdays : names.shortWeekdays;
  const list = lists[value - 1] ?? [];
  // Forms beside the first are those after a preposition: «в среду», "w środę", «måndagen den».
  const form = weekday.long ? (lists[weekday.value - 1]?.indexOf(written.toLowerCase()) ?? -1) : -1;
  const isInflected = form > 0 || (weekday.long && PREPOSITIONS.has(wordBefore(line, weekday.start)));
  const name = (isInflected ? list[1] : undefined) ?? list[0];
  return name === undefined ? null : inCaseOf(name, written);
}
