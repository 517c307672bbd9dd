import type { Clock } from './clock';
import type { Era } from './eras';
import type { DateLanguage } from './languages/language';
import type { Token } from './tokens';

/** A stretch of the line that a date stands in. Columns are UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number of a date as it is written. */
export type NumberPart = Token;

/** Whether letters stand for some of a number's digits. */
export function hasLookalike({ script }: NumberPart): boolean {
  return script === 'lookalike';
}

/** A month or weekday written as a word. */
export interface NamePart extends Span {
  /** Month from 1; weekday from 1 (Monday). */
  readonly value: number;
  readonly long: boolean;
  /** Languages that have the name; the first is the likeliest. */
  readonly languages: readonly DateLanguage[];
  /** What it should be, where it is no name as it stands. */
  readonly flaw: NameFlaw | null;
}

/** How a name is wrong, and the right name in lower case. */
export interface NameFlaw {
  readonly kind: 'spelling' | 'abbreviation' | 'letters';
  readonly right: string;
  /** Of `letters`: the first letter of another script. */
  readonly letter?: string;
}

/** A month: a name or a number. */
export type MonthPart = NamePart | NumberPart;

/** The end of a range such as `January 25-28, 2025`; null for what it shares with the start. */
export interface RangeEnd {
  readonly day: NumberPart;
  readonly month: MonthPart | null;
}

/** A year of another calendar: `Juche 113`. */
export interface EraPart extends Span {
  readonly era: Era;
  readonly year: NumberPart;
}

/** A stretch that is wrong, and what should stand there. */
export interface Slip extends Span {
  readonly right: string;
  /** Whether it is wrong in running text too, and not only in a field of its own style. */
  readonly anywhere: boolean;
}

/** A suffix of a day that is wrong or stands apart. */
export interface OrdinalSlip extends Slip {
  readonly suffix: string;
}

/** What a date runs into. */
export interface Glue {
  readonly kind: 'word' | 'number' | 'clock' | 'date';
  readonly text: string;
  readonly side: 'before' | 'after';
  /** The other date, whose columns follow or go before. */
  readonly other?: ScannedDate;
}

/** What stands between two numbers, without white space. */
export interface Separator extends Span {
  readonly mark: string;
}

/** How a date is written. */
export type DateForm =
  /** Three numbers and separators; which number is what, is for the reader to decide. */
  | 'numeric'
  /** With the month's name. */
  | 'named'
  /** With a mark after every number: `2025年2月5日`, `2025년 2월 5일`. */
  | 'marked'
  /** An era year, with or without month and day as numbers: `Juche 113 (2024)`, `Juche113.4.2.` */
  | 'era'
  /** `2 days ago`. */
  | 'ago';

/** A date as it stands in a line, before anything is known of the line. */
export interface ScannedDate extends Span {
  readonly form: DateForm;
  /** Of `numeric`: the numbers in the order written. */
  readonly numbers: readonly NumberPart[];
  /** Order of the parts that are there, as CLDR letters: `Mdy`, `dM`, `yMd`. Empty for `numeric`. */
  readonly order: string;
  readonly year: NumberPart | null;
  readonly month: MonthPart | null;
  readonly day: NumberPart | null;
  readonly until: RangeEnd | null;
  readonly weekday: NamePart | null;
  readonly era: EraPart | null;
  readonly clock: Clock | null;
  /** Of `numeric`: what stands between the numbers. */
  readonly separators: readonly Separator[];
  readonly slips: readonly Slip[];
  readonly ordinal: OrdinalSlip | null;
  /** Commas and colons of another script. */
  readonly foreign: readonly Slip[];
  readonly glue: Glue | null;
  /** Of `ago`: how many days before, where the unit is days or weeks. */
  readonly daysAgo: number | null;
  /** Of `named`: the year has an apostrophe, `'24`. */
  readonly clipped: boolean;
}

/**
 * A date without anything special about it, to build others from. It has every property, as engines copy objects fast
 * that get no new ones.
 */
export const PLAIN: ScannedDate = {
  start: 0,
  end: 0,
  form: 'named',
  numbers: [],
  order: '',
  year: null,
  month: null,
  day: null,
  until: null,
  weekday: null,
  era: null,
  clock: null,
  separators: [],
  slips: [],
  ordinal: null,
  foreign: [],
  glue: null,
  daysAgo: null,
  clipped: false,
};

/** Whether a month is written as a word. */
export function isNamed(month: MonthPart): month is NamePart {
  return 'languages' in month;
}
