import { isRealDay } from './calendar';
import { yearCandidates } from './calendarProblems';
import { dateLanguage } from './languages';
import type { DateLanguage } from './languages/language';
import { normalized } from './localeNames';
import { languageOrder, realDay } from './reading';
import { hasLookalike, isNamed } from './scanned';
import {
  endsLikeDate,
  isCued,
  isLabelWord,
  isMoney,
  standsAlone,
  wordAfter,
  wordBefore,
  wordWritten,
} from './surroundings';
import type { DateView } from './view';

// In running text most things that look like a date and are none are something else: versions, scores, counts, names.

/** Whether a date in running text is one at all. Its own numbers, and what stands around it, must speak for it. */
export function isDateInProse(view: DateView): boolean {
  const { date } = view;
  if (date.form === 'ago') return date.glue !== null;
  if (date.form === 'numeric') return isNumericDate(view);
  if (date.form === 'named') return isNamedDate(view);
  return date.form !== 'marked' || isMarkedDate(view);
}

function isNumericDate(view: DateView): boolean {
  const { date, line, reading, facts } = view;
  const [a, b, c] = date.numbers;
  const [first, second] = date.separators;
  if (!a || !b || !c || !first || !second || a.script === 'han') return false;
  const mark = first.mark.charAt(0);
  if (first.mark === '') return date.clock !== null;
  if (mark === ',' || mark === ' ' || mark === '\\' || first.mark.charAt(0) !== second.mark.charAt(0))
    return false;
  if (isMoneyAfter(line, date.end)) return false;
  // `image12-03-2025`
  if (date.glue?.side === 'before' && date.glue.kind === 'word' && !isLabelWord(normalized(date.glue.text)))
    return false;
  const real = realDay(reading) !== null || reading.swapped !== null;
  const isExpected = (): boolean =>
    date.weekday !== null || date.clock !== null || isCued(line, date.start, pageLanguage(view));
  const year = reading.yearPart;
  if (!year) return false;
  const paired = date.numbers.every(({ digits }) => digits === 2 || digits === 4);
  if (date.numbers.some(hasLookalike)) {
    return real && year.digits === 4 && year.value >= 1900 && year.value < 2100 && (paired || mark !== '.');
  }
  if (year.digits === 2) {
    if (!real || !paired) return false;
    if (mark === '.') return isDottedLanguage(view) || isExpected();
    // `10/20/30` is a ratio, `12/31/24` a day of these years.
    const near =
      reading.year !== null &&
      Math.abs(reading.year - facts.latest) <= 2 &&
      endsLikeDate(line, date.end, pageLanguage(view));
    return (mark === '/' && (near || standsAlone(line, date))) || isExpected();
  }
  if (year.digits !== 4 || year.value < 1000) {
    const candidates = yearCandidates(line.slice(year.start, year.end), facts.latest);
    return (
      mark === '/' &&
      paired4(view) &&
      candidates.some((each) => isRealDay(each, reading.month ?? 0, reading.day ?? 0))
    );
  }
  if (year.value >= 3000) return false;
  if (mark === '.') return isDotted(view, realDay(reading) !== null, isExpected(), paired);
  if (real) return true;
  // `Permit 31/13/2024`: a noun before makes it a number of its own.
  const before = wordWritten(line, date.start);
  if (/^\p{Lu}/u.test(before) && !isLabelWord(normalized(before)) && !isExpected()) return false;
  // Grid references and serial numbers have larger numbers than a slip of the pen.
  if (a.digits !== 4 && (a.value > 39 || b.value > 39)) return false;
  if (a.digits === 4 && (b.value > 39 || c.value > 39)) return false;
  return year.value >= 1900 && year.value < 2100 && (paired || mark === '/');
}

function paired4({ date }: DateView): boolean {
  return date.numbers.slice(0, 2).every(({ digits }) => digits <= 2);
}

/** Numbers with full stops are versions and sections as often as dates. */
function isDotted(view: DateView, real: boolean, cued: boolean, paired: boolean): boolean {
  const { date, line, reading, context } = view;
  const year = reading.year ?? 0;
  if (year < 1900 || year > 2099) return false;
  const [a] = date.numbers;
  const spaced = line.slice(a?.end, date.numbers[1]?.start) === '. ';
  if (a?.digits === 4) {
    const eastern = /^(?:ko|ja|zh|hu|lt)/.test(context.language ?? '');
    const closed = line.charAt(date.end) === '.' || /[(（[]/.test(line.charAt(date.start - 1));
    if (real) return paired || spaced || eastern || closed || cued;
    return (spaced || eastern || (closed && cued) || (paired && reading.swapped !== null)) && year >= 1990;
  }
  if (real) return paired || cued || isDottedLanguage(view) || date.numbers.length === 3;
  return paired && (cued || isDottedLanguage(view));
}

/** Whether the page's language writes dates with full stops, or may do so. */
function isDottedLanguage({ context }: DateView): boolean {
  const tag = context.language;
  return tag !== null && languageOrder(tag)?.order === 'dmy' && !/^(?:en|fr|es|pt|nl|vi|id|ar|hi)/.test(tag);
}

/** Years of three digits are of the Republic of China, or of antiquity. */
export function isMarkedDate({ reading, line, facts }: DateView): boolean {
  const year = reading.yearPart;
  if (!year || year.digits === 4 || year.digits === 2) return true;
  return yearCandidates(line.slice(year.start, year.end), facts.latest).length > 0;
}

function pageLanguage({ context }: DateView): DateLanguage | null {
  return dateLanguage(context.language);
}

function isMoneyAfter(line: string, end: number): boolean {
  if (isMoney(line.charAt(end)) || isMoney(line.charAt(end + 1))) return true;
  return MONEY.has(wordAfter(line, end));
}

const MONEY: ReadonlySet<string> = new Set([
  ...['eur', 'euro', 'euros', 'usd', 'dollar', 'dollars', 'gbp', 'pound', 'pounds', 'franc', 'francs', 'chf'],
  ...['yen', 'jpy', 'won', 'krw', 'cny', 'rmb', 'руб', 'рублей', 'kr', 'pln', 'zł', 'tl', 'rp'],
]);

function isNamedDate(view: DateView): boolean {
  const { date, line, reading, context, facts } = view;
  const { month } = date;
  if (!month || !isNamed(month) || !date.day) return date.order === 'My';
  const page = dateLanguage(context.language);
  if (date.order.length === 3) {
    const year = reading.yearPart;
    if (!year) return true;
    if (year.digits === 2) return date.clipped || date.order === 'dMy' || isLong(view);
    if (year.digits !== 4) return yearCandidates(line.slice(year.start, year.end), facts.latest).length > 0;
    return true;
  }
  const inLanguage =
    page === null || month.languages.includes(page) || month.languages.some(({ tag }) => tag === 'en');
  if (!month.long && !inLanguage) return false;
  if (month.flaw) return month.flaw.kind === 'spelling' && date.day.value <= 31;
  const real =
    isRealDay(null, month.value, date.day.value) &&
    (!date.until || date.until.month !== null || isRealDay(null, month.value, date.until.day.value));
  if (real) return !hasLookalike(date.day);
  return isYearlessSlip(view);
}

function isLong({ date }: DateView): boolean {
  return date.weekday !== null;
}

/** Whether `June 31` is a day that does not exist, and not June and 31 of something. */
function isYearlessSlip(view: DateView): boolean {
  const { date, line, context } = view;
  const { month, day } = date;
  if (!month || !isNamed(month) || !day || hasLookalike(day) || date.until) return false;
  const suffixed = /^(?:st|nd|rd|th)/.test(line.slice(day.end, day.end + 2));
  if (day.value > 31 && !suffixed) return false;
  const page = dateLanguage(context.language);
  if (page !== null && !month.languages.includes(page)) return false;
  if (!month.long && page === null && date.order === 'dM') return false;
  const ends = endsLikeDate(line, date.end, pageLanguage(view));
  const english = month.languages.some((language) => language.monthFirst);
  if (!english) return month.long || ends;
  // `In June 31, in July 40 ...`: months of a count.
  if (
    /^(?:in|during|of|this|last|next|for|late|early|mid)$/.test(wordBefore(line, date.start)) &&
    date.order === 'Md'
  )
    return false;
  return ends || (suffixed && isCued(line, date.start, pageLanguage(view)));
}
