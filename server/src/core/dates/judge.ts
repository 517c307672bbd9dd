import type { CalendarDate, DateMention, DateProblem, DateRepair, KnownOrder } from '../model/date';
import { type Range, rangeInLine } from '../model/range';
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
import { type FieldDate, fieldStyles, NO_VOTES, type OrderVotes, orderByVotes, shownOrder } from './evidence';
import { eraProblem, paddingProblem, separatorProblem, styleProblem, weekdayProblem } from './formProblems';
import { glueProblem, sharedDay } from './glueProblem';
import { incompleteProblem } from './incomplete';
import { dateLanguage } from './languages';
import { languageNames } from './lexicon';
import { normalized } from './localeNames';
import { gatherFacts, type Placed } from './pageFacts';
import { type DateContext, languageOf, languageOrder, type Reading, readDate, realDay } from './reading';
import { relationProblems } from './relations';
import { datesIn } from './scan';
import { isNamed, type NameFlaw, type ScannedDate, type Span } from './scanned';
import { nearMonth } from './spelling';
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
import type { DateView } from './view';

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
 * @param lines the page's lines, which `context.roles` goes with
 */
export function judgeDates(lines: readonly string[], context: DateContext): readonly DateMention[] {
  const scanned = scanLines(lines, context);
  const mentions = mentionsOf(scanned, context);
  const empty = datelessFields(lines, context, rowsOf(scanned));
  const all = empty.length === 0 ? mentions : [...mentions, ...empty].sort(inOrder);
  return relationProblems(all, lines, context);
}

/** What was judged last: the page that is edited is judged again and again, and most edits touch no line with a date. */
let last: {
  readonly scanned: readonly Placed[];
  readonly context: DateContext;
  readonly mentions: readonly DateMention[];
} | null = null;

function mentionsOf(scanned: readonly Placed[], context: DateContext): readonly DateMention[] {
  if (last && isSameScan(last.scanned, scanned) && isSameContext(last.context, context)) return last.mentions;
  const mentions: DateMention[] = [];
  for (const view of viewsOf(inContext(scanned, context), context)) {
    if (view.field ? isDateInField(view) : isDateInProse(view)) mentions.push(mentionOf(view));
  }
  last = { scanned, context, mentions };
  return mentions;
}

/** Dates are one object as long as the text of their line is remembered. */
function isSameScan(a: readonly Placed[], b: readonly Placed[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ date, row, role }, index) => {
      const other = b[index];
      return date === other?.date && row === other.row && role === other.role;
    })
  );
}

function isSameContext(a: DateContext, b: DateContext): boolean {
  return (
    a.order === b.order &&
    a.language === b.language &&
    a.forms === b.forms &&
    a.learntOrder === b.learntOrder &&
    (a.now && isoOf(a.now)) === (b.now && isoOf(b.now))
  );
}

/** The lines with a date. `00/00/0000` stands for none. */
function rowsOf(scanned: readonly Placed[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { date, row } of scanned) if (!isAllZero(date)) rows.add(row);
  return rows;
}

function inOrder(a: DateMention, b: DateMention): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

/** The dates of lines that have a role, as they were scanned. */
function scanLines(lines: readonly string[], { roles }: DateContext): readonly Placed[] {
  const scanned: Placed[] = [];
  for (const [row, line] of lines.entries()) {
    const role = roles[row];
    if (!role) continue;
    const field = isDateField(role);
    for (const date of datesIn(line)) scanned.push({ date, role, line, row, field });
  }
  return scanned;
}

/** The dates as the page's language and site have them. */
function inContext(scanned: readonly Placed[], context: DateContext): readonly Placed[] {
  return scanned.map((placed) => {
    const { date, role, line } = placed;
    const own = inSiteLanguage(inPageLanguage(date, line, context), line, role, context);
    return own === date ? placed : { ...placed, date: own };
  });
}

/** Sees each date of a page in the light of all of them. */
function viewsOf(placed: readonly Placed[], context: DateContext): readonly DateView[] {
  const { votes, roleVotes, facts } = gatherFacts(placed, fieldOrder(context), context.now);
  const page = dateLanguage(context.language);
  const orders = { field: fieldOrder(context), prose: languageOrder(context.language) };
  const readingOf = ({ date, role, field }: Placed): Reading => {
    const place = field ? 'field' : 'prose';
    const evidence = field ? [roleVotes.get(role) ?? NO_VOTES, votes.field] : [votes.prose];
    // What prose shows says something of fields where they show nothing themselves.
    const order =
      knownOrder(date, field, orders[place], evidence, context) ??
      (field && date.form === 'numeric' ? orderByVotes(votes.prose, null) : null);
    return readDate(date, order, facts.latest);
  };
  const read = placed.map((each) => {
    const { date, role, line, row, field } = each;
    return { date, role, line, row, field, reading: readingOf(each) };
  });
  const styles = fieldStyles(read.filter(({ field }) => field).map(firstHalf), context.forms ?? []);
  return read.map((own) => {
    const { date, role, line, row, field, reading } = own;
    return {
      date,
      role,
      line,
      row,
      field,
      reading,
      day: realDay(reading),
      language: languageOf(date, page),
      style: field ? styles(firstHalf(own)) : null,
      facts,
      context,
    };
  });
}

/** A misspelt month is one of the page's own language, where that has one as near. */
function inPageLanguage(date: ScannedDate, line: string, { language }: DateContext): ScannedDate {
  const { month } = date;
  if (!month || !isNamed(month) || month.flaw?.kind !== 'spelling') return date;
  const near = nearMonth(line.slice(month.start, month.end), dateLanguage(language));
  if (near?.flaw.kind !== 'spelling') return date;
  return { ...date, month: { ...month, value: near.value, languages: [near.language], flaw: near.flaw } };
}

/** `Juli` is a month, but not where the site always writes English ones. */
function inSiteLanguage(date: ScannedDate, line: string, role: Role, { forms }: DateContext): ScannedDate {
  const form = forms?.find((each) => each.role === role && /MMM/.test(each.pattern));
  const language = dateLanguage(form?.language ?? null);
  const { month } = date;
  if (!language || !month || !isNamed(month) || month.flaw || month.languages.includes(language)) return date;
  const names = languageNames(language);
  const right = (month.long ? names.months : names.shortMonths)[month.value - 1]?.[0];
  const full = names.months[month.value - 1]?.[0];
  if (right === undefined || full === undefined) return date;
  const written = normalized(line.slice(month.start, month.end));
  const flaw: NameFlaw =
    full.startsWith(written) && full.length - written.length > 1
      ? { kind: 'abbreviation', right: full }
      : { kind: 'spelling', right };
  return { ...date, month: { ...month, languages: [language], flaw } };
}

/** Of two dates that run together the first speaks for the field's style. */
function firstHalf({ date, role, line, row, reading }: Placed & { readonly reading: Reading }): FieldDate {
  return {
    date: date.glue?.other ? { ...date, end: date.glue.other.start } : date,
    role,
    line,
    row,
    reading,
  };
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
  evidence: readonly OrderVotes[],
  { learntOrder }: DateContext,
): KnownOrder | null {
  if (date.form !== 'numeric') return null;
  if (fixed && (fixed.order !== 'ymd' || date.numbers.every(({ digits }) => digits <= 2))) return fixed;
  const shown = shownOrder(date);
  for (const votes of evidence) {
    const order = orderByVotes(votes, shown);
    if (order) return order;
  }
  return field && learntOrder ? learntOrder : null;
}

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
  const dates = datesIn(text.trim());
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
    const [date, more] = datesIn(text);
    if (!date || more || date.start !== 0 || date.end !== text.length || date.glue) break;
    const known = view.reading.order;
    const reading = readDate(date, known, view.facts.latest);
    const next: DateView = {
      ...view,
      date,
      line: text,
      reading,
      day: realDay(reading),
      language: languageOf(date, dateLanguage(view.context.language)),
    };
    const better = primaryProblem(next)?.repairs.find(({ preferred }) => preferred)?.newText;
    if (better === undefined || better === text || !isSound(next, better)) break;
    newText = newText.replace(text, () => better);
  }
  return { ...repair, newText };
}

/** A date with its value, and the first thing that is wrong with it. */
function mentionOf(view: DateView): DateMention {
  const { date, line, row, role, reading } = view;
  const found = primaryProblem(view);
  const { iso, day } = readValue(view, found);
  const range = rangeInLine(row, date.start, date.end);
  const text = line.slice(date.start, date.end);
  const time = date.clock?.value ?? null;
  const problems = found ? [withSoundRepairs(view, found)] : SOUND;
  const order = orderOf(date, reading);
  const mention: DateMention = { range, text, role, iso, day, time, problems };
  const ordered = order ? { ...mention, order } : mention;
  return date.clock ? { ...ordered, dayRange: withoutClock(view, date.clock) } : ordered;
}

const SOUND: readonly DateProblem[] = [];

function withoutClock({ date, row }: DateView, clock: Span): Range {
  const { start, end, weekday, numbers, day, month, year } = date;
  if (clock.start > start) return rangeInLine(row, start, clock.start);
  const parts = [weekday, day, month, year, ...numbers].flatMap((part) => (part ? [part.start] : []));
  return rangeInLine(row, Math.min(...parts), end);
}

function orderOf(date: ScannedDate, reading: Reading): KnownOrder | null {
  return date.form === 'numeric' && !reading.or ? reading.order : null;
}

/** The value as written, or as the one sure repair has it. */
function readValue(
  view: DateView,
  found: DateProblem | null,
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
