import * as l10n from '@vscode/l10n';
import type { DateProblem, DateRepair } from '../model/date';
import { dateOfDayNumber, dayNumber, isoOf } from './calendar';
import { mended } from './mend';
import { readDate, realDay } from './reading';
import { isNamed, type ScannedDate } from './scanned';
import { keyOf, styleOf } from './style';
import { type DateView, problem } from './view';

/** `date-glued`: two dates, or a date and a word or clock, without anything between them. */
export function glueProblem(view: DateView): DateProblem | null {
  const { glue } = view.date;
  if (!glue) return null;
  if (glue.other) return twinProblem(view, glue.other);
  const text = mended(view, []);
  const join = (gap: string): string => (glue.side === 'after' ? text + gap : gap + text);
  const repairs: DateRepair[] = [{ newText: join(' '), preferred: true }];
  if (glue.kind === 'word')
    repairs.push({ newText: join('\n'), preferred: false, label: l10n.t('line break') });
  return problem('date-glued', { w: glue.text }, repairs);
}

function twinProblem(view: DateView, other: ScannedDate): DateProblem {
  const { date, line } = view;
  const first: ScannedDate = { ...date, end: other.start, glue: null };
  const a = line.slice(first.start, first.end);
  const b = line.slice(other.start, other.end);
  const days = [dayOf(view, first), dayOf(view, other)] as const;
  const same = days[0] !== null && days[1] !== null && dayNumber(days[0]) === dayNumber(days[1]);
  const apart: DateRepair = { newText: `${a} ${b}`, preferred: false, label: l10n.t('space between') };
  if (!same)
    return problem('date-glued', { a, b }, [
      { ...apart, preferred: first.form === 'ago' || other.form === 'ago' },
    ]);
  const [kept, dropped] = better(view, first, other) ? [a, b] : [b, a];
  return problem('date-glued', { a, b }, [
    { newText: kept, preferred: true },
    { newText: dropped, preferred: false },
  ]);
}

/** The day of either half; of `2 days ago`, counted from the capture. */
export function dayOf(view: DateView, date: ScannedDate) {
  const { facts, reading } = view;
  if (date.form === 'ago') {
    if (date.daysAgo === null || !facts.captured) return null;
    return dateOfDayNumber(dayNumber(facts.captured) - date.daysAgo);
  }
  return realDay(readDate(date, reading.order, facts.latest));
}

/** Whether the first of two equal dates is the one to keep: that in the field's style, else the fuller one. */
function better(view: DateView, first: ScannedDate, other: ScannedDate): boolean {
  const { style, line, facts } = view;
  if (style) {
    const isStyle = (date: ScannedDate): boolean => {
      const own = styleOf(date, readDate(date, view.reading.order, facts.latest), line);
      return own !== null && keyOf(own, true) === keyOf(style.style, true);
    };
    if (isStyle(first) !== isStyle(other)) return isStyle(first);
  }
  return fullness(first) >= fullness(other);
}

function fullness(date: ScannedDate): number {
  if (date.form === 'ago') return 0;
  return date.month && isNamed(date.month) ? (date.month.long ? 3 : 2) : 1;
}

/** The day that both halves of a glued pair mean, for the mention's value. */
export function sharedDay(view: DateView): string | null {
  const { other } = view.date.glue ?? {};
  if (!other) return null;
  const days = [dayOf(view, { ...view.date, glue: null }), dayOf(view, other)].filter((day) => day !== null);
  const [first, second] = days.map(isoOf);
  return first !== undefined && (second === undefined || first === second) ? first : null;
}
