import type { CalendarDate, DateMention, DateOrder, DateProblem, DateRepair } from '../model/date';
import { rangeInLine } from '../model/range';
import type { Role } from '../model/role';
import { isoOf, padded } from './calendar';
import {
  ambiguityProblem,
  dayProblem,
  monthProblem,
  orderProblem,
  rangeProblem,
  shortYearProblem,
  yearCandidates,
  yearProblem,
} from './calendarProblems';
import { datelessFields, isDateField } from './dateFields';
import { isDateInProse, isMarkedDate } from './doubts';
import { type FieldDate, fieldStyles, type OrderVotes, orderByVotes, shownOrder } from './evidence';
import { eraProblem, paddingProblem, separatorProblem, styleProblem, weekdayProblem } from './formProblems';
import { glueProblem, sharedDay } from './glueProblem';
import { incompleteProblem } from './incomplete';
import { dateLanguage } from './languages';
import { languageNames } from './lexicon';
import {
  type DateContext,
  type KnownOrder,
  languageOf,
  languageOrder,
  NOTHING,
  type Reading,
  readDate,
  realDay,
} from './reading';
import { relationProblems } from './relations';
import { scanDates } from './scan';
import { isNamed, type ScannedDate } from './scanned';
import { standsAlone } from './surroundings';
import {
  abbreviationProblem,
  clockProblem,
  ocrProblem,
  ordinalProblem,
  punctuationProblem,
  spellingProblem,
  widthProblem,
} from './textProblems';
import type { DateView, PageFacts } from './view';

/** What can be wrong with a date by itself, in order of precedence: the first that is, is reported. */
const JUDGES: readonly ((view: DateView) => DateProblem | null)[] = [
  glueProblem,
  ocrProblem,
  widthProblem,
  clockProblem,
  yearProblem,
  monthProblem,
  dayProblem,
  spellingProblem,
  abbreviationProblem,
  orderProblem,
  ambiguityProblem,
  shortYearProblem,
  ordinalProblem,
  punctuationProblem,
  separatorProblem,
  paddingProblem,
  styleProblem,
  eraProblem,
  weekdayProblem,
  rangeProblem,
  incompleteProblem,
];

/**
 * The dates of a page with their values and what is wrong with them, in order.
 * @param scanned the page's dates, by `scanDates`
 * @param lines the page's lines, which `context.roles` goes with
 */
export function judgeDates(
  scanned: readonly ScannedDate[],
  lines: readonly string[],
  context: DateContext,
): readonly DateMention[] {
  const views = viewDates(scanned, lines, context);
  const mentions = views.map((view): DateMention => {
    const found = primaryProblem(view);
    return mentionOf(view, found ? [withSoundRepairs(view, found)] : []);
  });
  const dated = new Set(scanned.filter((date) => !isAllZero(date)).map(({ line }) => line));
  const empty = datelessFields(lines, context, dated);
  const all = empty.length === 0 ? mentions : [...mentions, ...empty].sort(inOrder);
  return relationProblems(all, lines, context);
}

function inOrder(a: DateMention, b: DateMention): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

function viewDates(
  scanned: readonly ScannedDate[],
  lines: readonly string[],
  context: DateContext,
): readonly DateView[] {
  const placed = scanned.flatMap((date) => {
    const role = context.roles[date.line];
    if (!role) return [];
    const own = inSiteLanguage(date, role, context);
    return [{ date: own, role, line: lines[date.line] ?? '', field: isDateField(role) }];
  });
  const votes = { field: { dmy: 0, mdy: 0 }, prose: { dmy: 0, mdy: 0 } };
  for (const { date, field } of placed) {
    const shown = date.form === 'numeric' ? shownOrder(date) : null;
    if (shown) votes[field ? 'field' : 'prose'][shown]++;
  }
  const facts = factsOf(placed, context);
  const orders = { field: fieldOrder(context), prose: languageOrder(context.language) };
  const readings = placed.map(({ date, field }) => {
    const place = field ? 'field' : 'prose';
    return readDate(date, knownOrder(date, field, orders[place], votes[place], context), facts.latest);
  });
  const fieldDates = placed.map((each, index) => firstHalf(each, readings[index] ?? NOTHING));
  const styles = fieldStyles(
    fieldDates.filter((_, index) => placed[index]?.field),
    context.forms ?? [],
  );
  return placed
    .map(({ date, role, line, field }, index): DateView => {
      const reading = readings[index] ?? NOTHING;
      const own = fieldDates[index];
      return {
        date,
        role,
        line,
        field,
        reading,
        day: realDay(reading),
        language: languageOf(date, context),
        style: field && own ? styles(own) : null,
        facts,
        context,
      };
    })
    .filter((view) => (view.field ? isDateInField(view) : isDateInProse(view)));
}

/** `Juli` is a month, but not where the site always writes English ones. */
function inSiteLanguage(date: ScannedDate, role: Role, { forms }: DateContext): ScannedDate {
  const form = forms?.find((each) => each.role === role && /MMM/.test(each.pattern));
  const language = dateLanguage(form?.language ?? null);
  const { month } = date;
  if (!language || !month || !isNamed(month) || month.flaw || month.languages.includes(language)) return date;
  const names = languageNames(language);
  const right = (month.long ? names.months : names.shortMonths)[month.value - 1]?.[0];
  if (right === undefined) return date;
  return { ...date, month: { ...month, languages: [language], flaw: { kind: 'spelling', right } } };
}

/** Of two dates that run together the first speaks for the field's style. */
function firstHalf({ date, role, line }: Placed & { readonly line: string }, reading: Reading): FieldDate {
  return { date: date.glue?.other ? { ...date, end: date.glue.other.start } : date, role, line, reading };
}

/** `00/00/0000` stands for no date. */
function isAllZero({ numbers }: ScannedDate): boolean {
  return numbers.length > 0 && numbers.every(({ value }) => value === 0);
}

/** `2 days ago` alone is right as it is, and no day. */
function isDateInField(view: DateView): boolean {
  const { date, line, reading, facts } = view;
  if ((date.form === 'ago' && date.glue === null) || isAllZero(date)) return false;
  if (date.form === 'marked' && !isMarkedDate(view)) return false;
  const { yearPart } = reading;
  if (date.form !== 'numeric' || !yearPart || yearPart.digits === 4 || yearPart.digits === 2) return true;
  // `6.4.102` is a version wherever it stands.
  return (
    standsAlone(line, date) ||
    yearCandidates(line.slice(yearPart.start, yearPart.end), facts.latest).length > 0
  );
}

/** The order that is fixed for the numbers of date fields, by the site or the language. */
function fieldOrder({ order, language }: DateContext): KnownOrder | null {
  return order ? { order, reason: 'the profile of this site' } : languageOrder(language);
}

function knownOrder(
  date: ScannedDate,
  field: boolean,
  fixed: KnownOrder | null,
  votes: OrderVotes,
  { learntOrder }: DateContext,
): KnownOrder | null {
  if (date.form !== 'numeric') return null;
  if (fixed && (fixed.order !== 'ymd' || date.numbers.every(({ digits }) => digits <= 2))) return fixed;
  const learnt = field && learntOrder ? { order: learntOrder, reason: 'other pages of this site' } : null;
  return orderByVotes(votes, shownOrder(date)) ?? learnt;
}

function factsOf(placed: readonly Placed[], context: DateContext): PageFacts {
  const years: number[] = [];
  for (const { date } of placed) {
    for (const part of [date.year, ...date.numbers]) {
      if (part?.digits === 4 && part.value >= 1990 && part.value <= 2100) years.push(part.value);
    }
  }
  const newest = years.reduce((most, year) => Math.max(most, year), 0);
  const fallback = context.now?.year ?? (newest > 0 ? newest : DEFAULT_YEAR);
  const masthead = captureDay(placed, context, fallback);
  // A capture long before most dates of its page is none.
  const later = masthead === null ? 0 : years.filter((year) => year > masthead.year + 1).length;
  const captured = later * 2 > years.length ? null : masthead;
  const dated = placed.filter(({ date }) => isWhole(date)).map(({ date }) => date.line);
  return {
    captured,
    latest: captured?.year ?? fallback,
    yearless: yearlessRoles(placed),
    dated: new Set(dated),
  };
}

interface Placed {
  readonly date: ScannedDate;
  readonly role: Role;
}

function captureDay(placed: readonly Placed[], context: DateContext, latest: number): CalendarDate | null {
  const known = fieldOrder(context);
  for (const { date, role } of placed) {
    const captured = role === 'capture-date' ? realDay(readDate(date, known, latest)) : null;
    if (captured) return captured;
  }
  return null;
}

function isWhole(date: ScannedDate): boolean {
  return date.form === 'numeric' || date.order.length === 3;
}

/** A site that shows days without years does so on most of its cards: three of them, and more than half. */
const SITES_WAY = 3;

function yearlessRoles(placed: readonly Placed[]): ReadonlySet<Role> {
  const counts = new Map<Role, { all: number; yearless: number }>();
  for (const { date, role } of placed) {
    if (date.form === 'ago') continue;
    const count = counts.get(role) ?? { all: 0, yearless: 0 };
    counts.set(role, count);
    count.all++;
    if (!isWhole(date)) count.yearless++;
  }
  const roles = [...counts].filter(([, { all, yearless }]) => yearless >= SITES_WAY && yearless * 2 > all);
  return new Set(roles.map(([role]) => role));
}

/** Where neither text nor caller names a year, two digits are read from 1945 to 2025. */
const DEFAULT_YEAR = 2024;

function primaryProblem(view: DateView): DateProblem | null {
  for (const judge of JUDGES) {
    const found = judge(view);
    if (found) return found;
  }
  return null;
}

/** Keeps the repairs that make a real date of the text, none of them twice. */
function withSoundRepairs(view: DateView, found: DateProblem): DateProblem {
  const seen = new Set<string>();
  const repairs = found.repairs.filter(({ newText }) => {
    if (seen.has(newText) || newText === view.line.slice(view.date.start, view.date.end)) return false;
    seen.add(newText);
    return isSound(view, newText);
  });
  return { ...found, repairs: repairs.map((repair) => settled(view, repair)) };
}

/** Whether a text is read as dates that there are. */
function isSound(view: DateView, text: string): boolean {
  const dates = scanDates([text.trim()]);
  return (
    dates.length > 0 &&
    dates.every((date) => {
      if (date.form === 'ago') return true;
      const reading = readDate(date, view.reading.order, view.facts.latest);
      if (date.clock?.fault || reading.month === null) return date.order === 'y' && !date.clock?.fault;
      return reading.day === null || realDay({ ...reading, year: reading.year ?? LEAP_YEAR }) !== null;
    })
  );
}

/** Any year with a 29 February, for days without a year. */
const LEAP_YEAR = 2024;

/** A field's date may be wrong in two ways: its preferred repair mends both, so that one pass is enough. */
function settled(view: DateView, repair: DateRepair): DateRepair {
  if (!repair.preferred || !view.field) return repair;
  let { newText } = repair;
  for (let pass = 0; pass < 3; pass++) {
    const text = newText.trim();
    const [date, more] = scanDates([text]);
    if (!date || more || date.start !== 0 || date.end !== text.length || date.glue) break;
    const known = view.reading.order;
    const reading = readDate(date, known, view.facts.latest);
    const next: DateView = {
      ...view,
      date,
      line: text,
      reading,
      day: realDay(reading),
      language: languageOf(date, view.context),
    };
    const better = primaryProblem(next)?.repairs.find(({ preferred }) => preferred)?.newText;
    if (better === undefined || better === text || !isSound(next, better)) break;
    newText = newText.replace(text, () => better);
  }
  return { ...repair, newText };
}

function mentionOf(view: DateView, problems: readonly DateProblem[]): DateMention {
  const { date, line, role, reading } = view;
  const { iso, day } = readValue(view, problems[0]);
  const order = orderOf(date, reading);
  return {
    range: rangeInLine(date.line, date.start, date.end),
    text: line.slice(date.start, date.end),
    role,
    iso,
    day,
    time: date.clock?.value ?? null,
    ...(order ? { order } : {}),
    problems,
  };
}

function orderOf(
  date: ScannedDate,
  reading: Reading,
): { readonly order: DateOrder; readonly reason: string } | null {
  return date.form === 'numeric' && !reading.or ? reading.order : null;
}

/** The value as written, or as the one sure repair has it. */
function readValue(
  view: DateView,
  found: DateProblem | undefined,
): { readonly iso: string | null; readonly day: CalendarDate | null } {
  const { date, reading } = view;
  const nothing = { iso: null, day: null };
  if (date.glue?.other) {
    const iso = sharedDay(view);
    return { iso, day: iso === null ? null : view.day };
  }
  if (reading.or || found?.code === 'date-implausible-year' || found?.code === 'date-impossible')
    return nothing;
  const day = view.day ?? reading.swapped;
  if (day && !date.until) return { iso: isoOf(day), day };
  const { year, month } = reading;
  if (month !== null && (month < 1 || month > 12)) return nothing;
  if (reading.day !== null && month !== null) {
    const start = `${year === null ? 'XXXX' : padded(year, 4)}-${padded(month, 2)}-${padded(reading.day, 2)}`;
    if (!date.until) return { iso: start, day: null };
    const end = `${year === null ? 'XXXX' : padded(year, 4)}-${padded(date.until.month?.value ?? month, 2)}-${padded(date.until.day.value, 2)}`;
    return found?.code === 'date-range-order' ? nothing : { iso: `${start}/${end}`, day: null };
  }
  if (year === null) return nothing;
  return { iso: month === null ? padded(year, 4) : `${padded(year, 4)}-${padded(month, 2)}`, day: null };
}
