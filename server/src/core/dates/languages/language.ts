import type { DateOrder } from '../../model/date';

/** Names by number: months from 1 to 12, weekdays from 1 (Monday) to 7. */
export type NumberedNames = Readonly<Partial<Record<number, readonly string[]>>>;

/**
 * How one language writes dates: what `Intl` does not know. Month and weekday names come from CLDR through `Intl`;
 * those given here are further ones that are just as right. All words are in lower case.
 */
export interface DateLanguage {
  /** BCP 47 tag. */
  readonly tag: string;
  /** Locales whose names count beside those of `tag`. */
  readonly locales?: readonly string[];
  /** The order of a numeric date; null where usage is divided. */
  readonly order: DateOrder | null;
  /** Whether `Month D` is usual; elsewhere the day comes first. */
  readonly monthFirst?: true;
  /** Whether months and weekdays begin with a capital: `may` is then no month by itself. */
  readonly capitalized?: true;
  /** CLDR pattern of a date with the month's full name. */
  readonly long: string;
  readonly months?: NumberedNames;
  readonly shortMonths?: NumberedNames;
  readonly weekdays?: NumberedNames;
  readonly shortWeekdays?: NumberedNames;
  /** Words between day, month and year: `of`, `de`. */
  readonly joiners?: readonly string[];
  /** Words that may follow the year and belong to the date: `г`, `года`. */
  readonly yearWords?: readonly string[];
  /** What may directly follow a day's number: `st`, `er`, `º`. */
  readonly ordinals?: readonly string[];
  /** Words between the ends of a range. */
  readonly links?: readonly string[];
  /** Words after which a date is expected: `on`, `since`. */
  readonly cues?: readonly string[];
  /** Words that often follow a date; a noun after a number is rather what is counted. */
  readonly followers?: readonly string[];
  /** What stands before the date of a field: `published`, `last updated`. */
  readonly labels?: readonly string[];
  /** Words after which numbers are no date: `version`, `law`, `no`. */
  readonly refusals?: readonly string[];
  /** `2 days ago`: the units, and the words before or after them. */
  readonly ago?: {
    readonly days: readonly string[];
    readonly weeks?: readonly string[];
    readonly units: readonly string[];
    readonly before?: readonly string[];
    readonly after?: readonly string[];
  };
}
