import type { Range } from './range';
import type { Role } from './role';

/** A day of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** In which order the numbers of a date stand. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Why numbers are read in an order, for people. */
export const ORDER_REASONS = [
  'the profile of this site',
  'other dumps of this site',
  'the other dates of this page',
  'American English',
  'English of the Commonwealth',
  'the convention of the language',
  'the year stands first',
  'numbers with full stops',
  'the only order that gives a day',
] as const;

/** An order of day, month and year, and where it is known from. */
export interface KnownOrder {
  readonly order: DateOrder;
  readonly reason: (typeof ORDER_REASONS)[number];
  /** BCP 47 tag of the language whose convention it is. */
  readonly language?: string;
  /** How many of the dumps that say something of it say this. */
  readonly votes?: { readonly agree: number; readonly of: number };
}

/** What can be wrong with a date, in order of precedence: one primary code a date. */
export const DATE_PROBLEM_CODES = [
  'date-missing',
  'date-glued',
  'date-ocr',
  'date-digit-width',
  'date-timestamp',
  'date-implausible-year',
  'date-field-range',
  'date-impossible',
  'date-name-spelling',
  'date-month-abbrev',
  'date-field-order',
  'date-ambiguous',
  'date-two-digit-year',
  'date-ordinal',
  'date-punctuation',
  'date-separator',
  'date-padding',
  'date-style',
  'date-era-mismatch',
  'date-weekday-mismatch',
  'date-range-order',
  'date-after-capture',
  'date-related-after-capture',
  'date-future',
  'date-dateline-mismatch',
  'date-incomplete',
] as const;

export type DateProblemCode = (typeof DATE_PROBLEM_CODES)[number];

/** One way to mend a date: the text that replaces the mention's whole range. */
export interface DateRepair {
  readonly newText: string;
  /** Whether it is the one right repair (goes into fix-all), or a choice for a person. */
  readonly preferred: boolean;
  /** What the choice means, where there are several: `last day of the month`. */
  readonly label?: string;
}

/** What is wrong with a date mention. */
export interface DateProblem {
  readonly code: DateProblemCode;
  /** The message's values by name; which ones, the rule of this code says. */
  readonly values: Readonly<Record<string, string>>;
  readonly repairs: readonly DateRepair[];
  /** What the problem is about, where that is not the mention as a whole. */
  readonly range?: Range;
  /** The other date, where two disagree. */
  readonly other?: Range;
}

/** A date found in the text, with its span and its reading. Ranges are relative to the page. */
export interface DateMention {
  /** The date with its weekday, era and time, and nothing else; never more than one line. */
  readonly range: Range;
  readonly text: string;
  /** The date without its time, where one stands with it. */
  readonly dayRange?: Range;
  /** The role of the line that it stands in. */
  readonly role: Role;
  /**
   * The value as written: `YYYY-MM-DD` where year, month and day are all there and the reading is unique; a reduced
   * or interval EDTF form (ISO 8601-2:2019, level 1) where parts are missing; null for impossible and ambiguous dates.
   */
  readonly iso: string | null;
  /** The day, where `iso` is a full date. */
  readonly day: CalendarDate | null;
  /** `HH:MM` or `HH:MM:SS` with the zone as written, where a time stands with the date. */
  readonly time: string | null;
  /** The order that numbers were read in, and why, where that was a choice. */
  readonly order?: KnownOrder;
  /** The primary problem, then relations to other dates. Empty for a sound date. */
  readonly problems: readonly DateProblem[];
}
