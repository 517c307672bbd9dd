import type { DateProblem } from '../model/date';
import { isRealDay, padded } from './calendar';
import { isAlone } from './labels';
import { isNamed } from './scanned';
import { type DateView, problem } from './view';

/** `date-incomplete`: a field whose date lacks a part. In running text nothing is missing. */
export function incompleteProblem(view: DateView): DateProblem | null {
  const { date, field, role, line, row, reading, facts } = view;
  if (!field || role === 'byline' || date.form === 'era' || date.until) return null;
  if (!isAlone(line, date.start, date.end)) return null;
  if (facts.dated.has(row) || facts.yearless.has(role)) return null;
  const part =
    date.order === 'Md' || date.order === 'dM'
      ? 'year'
      : date.order === 'My' || date.order === 'yM'
        ? 'day'
        : null;
  if (part === null) return null;
  const { month, day } = reading;
  const year = facts.captured?.year ?? null;
  if (
    part !== 'year' ||
    year === null ||
    month === null ||
    day === null ||
    !date.month ||
    !isNamed(date.month)
  ) {
    return problem('date-incomplete', { part });
  }
  // A page shows days that are past when it is captured.
  const captured = facts.captured;
  const isLater =
    captured !== null && (month > captured.month || (month === captured.month && day > captured.day));
  const likely = isLater ? year - 1 : year;
  if (!isRealDay(likely, month, day)) return problem('date-incomplete', { part });
  const text = line.slice(date.start, date.end) + (date.order === 'Md' ? ', ' : ' ') + padded(likely, 4);
  return problem('date-incomplete', { part }, [{ newText: text, preferred: false, label: String(likely) }]);
}
