import { dateAfterCapture } from './date-after-capture';
import { dateAmbiguous } from './date-ambiguous';
import { dateDatelineMismatch } from './date-dateline-mismatch';
import { dateDigitWidth } from './date-digit-width';
import { dateEraMismatch } from './date-era-mismatch';
import { dateFieldOrder } from './date-field-order';
import { dateFieldRange } from './date-field-range';
import { dateFuture } from './date-future';
import { dateGlued } from './date-glued';
import { dateImplausibleYear } from './date-implausible-year';
import { dateImpossible } from './date-impossible';
import { dateIncomplete } from './date-incomplete';
import { dateMissing } from './date-missing';
import { dateMonthAbbrev } from './date-month-abbrev';
import { dateNameSpelling } from './date-name-spelling';
import { dateOcr } from './date-ocr';
import { dateOrdinal } from './date-ordinal';
import { datePadding } from './date-padding';
import { datePunctuation } from './date-punctuation';
import { dateRangeOrder } from './date-range-order';
import { dateRelatedAfterCapture } from './date-related-after-capture';
import { dateSeparator } from './date-separator';
import { dateStyle } from './date-style';
import { dateTimestamp } from './date-timestamp';
import { dateTwoDigitYear } from './date-two-digit-year';
import { dateWeekdayMismatch } from './date-weekday-mismatch';
import type { Rule } from './rule';

/** The rules of dates, in their order of precedence. */
export const DATE_RULES: readonly Rule[] = [
  dateMissing,
  dateGlued,
  dateOcr,
  dateDigitWidth,
  dateTimestamp,
  dateImplausibleYear,
  dateFieldRange,
  dateImpossible,
  dateNameSpelling,
  dateMonthAbbrev,
  dateFieldOrder,
  dateAmbiguous,
  dateTwoDigitYear,
  dateOrdinal,
  datePunctuation,
  dateSeparator,
  datePadding,
  dateStyle,
  dateEraMismatch,
  dateWeekdayMismatch,
  dateRangeOrder,
  dateAfterCapture,
  dateRelatedAfterCapture,
  dateFuture,
  dateDatelineMismatch,
  dateIncomplete,
];
