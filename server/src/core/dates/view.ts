import type { CalendarDate, DateProblem, DateProblemCode, DateRepair } from '../model/date';
import type { Role } from '../model/role';
import type { DateLanguage } from './languages/language';
import type { DateContext, Reading } from './reading';
import type { ScannedDate, Span } from './scanned';
import type { DateStyle, Padding } from './style';

/** A date, its reading, and all that its judges ask for. */
export interface DateView {
  readonly date: ScannedDate;
  readonly line: string;
  /** The line's number. */
  readonly row: number;
  readonly role: Role;
  /** Whether it stands in a field of its own, where form and completeness count, and not in running text. */
  readonly field: boolean;
  readonly reading: Reading;
  /** The real day, where the date as written is one. */
  readonly day: CalendarDate | null;
  readonly language: DateLanguage | null;
  /** The style of its field, where there is one. */
  readonly style: FieldStyle | null;
  readonly facts: PageFacts;
  readonly context: DateContext;
}

/** How the dates of one role are written. */
export interface FieldStyle {
  readonly style: DateStyle;
  readonly padding: Padding;
  /** The language of its names of months, where the site fixes one. */
  readonly language: DateLanguage | null;
}

/** What the dates of a page say together. */
export interface PageFacts {
  /** The day of the capture: the masthead's. */
  readonly captured: CalendarDate | null;
  /** The year of the capture, or the latest that is known. */
  readonly latest: number;
  /** Roles whose dates mostly lack their year, as is the site's way. */
  readonly yearless: ReadonlySet<Role>;
  /** Lines with a whole date in a field. */
  readonly dated: ReadonlySet<number>;
}

/** A replacement inside a line. */
export interface Edit extends Span {
  readonly text: string;
}

/** A problem of a date. */
export function problem(
  code: DateProblemCode,
  values: Readonly<Record<string, string>>,
  repairs: readonly DateRepair[] = [],
): DateProblem {
  return { code, values, repairs };
}

/** The date's text. */
export function textOf({ line, date }: DateView): string {
  return line.slice(date.start, date.end);
}

/** The date's text with replacements; those that stand elsewhere are left out. */
export function edited(view: DateView, edits: readonly Edit[]): string {
  const { date, line } = view;
  let text = '';
  let at = date.start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end > date.end) continue;
    text += line.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + line.slice(at, date.end);
}
