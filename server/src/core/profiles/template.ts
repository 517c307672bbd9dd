import type { CalendarDate, DateOrder } from '../model/date';

/** A typed value that a template took from a line. Columns are UTF-16 units of the line. */
export interface TemplateField {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The field's reading, where its type is a date and the text is a real day. */
  readonly date?: CalendarDate;
}

/** A compiled line template. */
export interface LineTemplate {
  /** As it was written. */
  readonly source: string;
  /** Names of its fields, in order of their first use. */
  readonly fields: readonly string[];
  /** The order of the numbers in its date fields, where it has one. */
  readonly dateOrder: DateOrder | null;
  /** Whether a fitting line, without white space around, can begin with a code point: a cheap test that most lines fail. */
  canBegin(codePoint: number): boolean;
  /** Matches a whole line (white space at both ends is let pass). Time linear in the line's length. */
  match(line: string): readonly TemplateField[] | null;
}

/** Why a template is wrong, and where: `at` is a UTF-16 offset into its source. */
export interface TemplateError {
  readonly message: string;
  readonly at: number;
}
