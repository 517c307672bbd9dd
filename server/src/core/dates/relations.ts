import type { CalendarDate, DateMention, DateProblem } from '../model/date';
import { daysBetween, isoOf, isRealDay, padded } from './calendar';
import type { DateContext } from './reading';
import { problem } from './view';

// Codes 22 to 25: dates of a page that cannot all be right.

/** A day ahead is a time zone. */
const TOLERANCE = 1;
/** A wrong year is put right only where the date then falls this close before the capture. */
const NEAR = 60;
/** A report is published so long after its dateline. */
const DATELINE_BEFORE = 3;

/** Adds what is wrong between the dates of a page. */
export function relationProblems(
  mentions: readonly DateMention[],
  lines: readonly string[],
  context: DateContext,
): readonly DateMention[] {
  const captured = mentions.find(({ role, day }) => role === 'capture-date' && day !== null);
  const published = mentions.find(
    ({ role, day }) => (role === 'metadata' || role === 'byline') && day !== null,
  );
  const sound = captured && !isContradicted(captured, mentions) ? captured : undefined;
  const dateline = mentions.find((mention) => mention.role === 'paragraph' && isDateline(mention, lines));
  return mentions.map((mention, index) => {
    const found = [
      sound ? afterCapture(mention, sound) : null,
      future(mention, captured, published, context),
      published && mention === dateline ? datelineMismatch(mention, published) : null,
      endsBeforeStart(mentions[index - 1], mention, lines),
    ];
    if (found.every((each) => each === null)) return mention;
    return { ...mention, problems: [...mention.problems, ...found.filter((each) => each !== null)] };
  });
}

/** So many dates after a capture show that it is none, if they are most. */
const MANY = 3;

function isContradicted({ day: captured }: DateMention, mentions: readonly DateMention[]): boolean {
  if (!captured) return false;
  const days = mentions.flatMap(({ role, day }) =>
    day && (role === 'metadata' || role === 'byline' || role === 'related-date') ? [day] : [],
  );
  const later = days.filter((day) => daysBetween(captured, day) > TOLERANCE).length;
  return later >= MANY && later * 2 > days.length;
}

function afterCapture(mention: DateMention, captured: DateMention): DateProblem | null {
  const { role, day } = mention;
  if (!day || !captured.day || daysBetween(captured.day, day) <= TOLERANCE) return null;
  if (role === 'related-date') return { ...problem('date-related-after-capture', {}), other: captured.range };
  if (role !== 'metadata' && role !== 'byline') return null;
  const values = { a: isoOf(day), b: isoOf(captured.day) };
  const earlier = { ...day, year: day.year - 1 };
  const text = mention.text.replace(padded(day.year, 4), padded(earlier.year, 4));
  const distance = daysBetween(earlier, captured.day);
  const fits =
    distance >= 0 &&
    distance <= NEAR &&
    isRealDay(earlier.year, earlier.month, earlier.day) &&
    text !== mention.text;
  const repairs = fits ? [{ newText: text, preferred: false, label: padded(earlier.year, 4) }] : [];
  return { ...problem('date-after-capture', values, repairs), other: captured.range };
}

/** What stands between the whole dates of a range. */
const LINK =
  /^ ?(?:[-–—~～]|to|until|through|till|bis|zum|au|al|hasta|até|tot|по|до|do|till|sampai|hingga|đến|부터|から|至|到) ?$/;

/** `date-range-order` of two whole dates, `February 5, 2025 – February 3, 2025`. Only years apart are left alone. */
function endsBeforeStart(
  start: DateMention | undefined,
  end: DateMention,
  lines: readonly string[],
): DateProblem | null {
  if (!start?.day || !end.day || start.range.end.line !== end.range.start.line) return null;
  if (end.role !== 'paragraph' && end.role !== 'list-item' && end.role !== 'caption') return null;
  if (start.day.year !== end.day.year || daysBetween(start.day, end.day) >= 0) return null;
  const line = lines[end.range.start.line] ?? '';
  if (!LINK.test(line.slice(start.range.end.character, end.range.start.character))) return null;
  const range = { start: start.range.start, end: end.range.end };
  return { ...problem('date-range-order', {}), range, other: start.range };
}

/** The capture, or without one the article's own date, is later than today. */
function future(
  mention: DateMention,
  captured: DateMention | undefined,
  published: DateMention | undefined,
  { now }: DateContext,
): DateProblem | null {
  if (!now || !mention.day || mention !== (captured ?? published)) return null;
  return daysBetween(now, mention.day) > TOLERANCE
    ? problem('date-future', { iso: isoOf(mention.day) })
    : null;
}

function datelineMismatch(mention: DateMention, published: DateMention): DateProblem | null {
  if (!published.day) return null;
  const day = mention.day ?? nearestDay(mention.iso, published.day);
  if (!day) return null;
  const late = daysBetween(day, published.day);
  if (late <= DATELINE_BEFORE && late >= -TOLERANCE) return null;
  const values = { a: mention.text, b: isoOf(published.day) };
  return { ...problem('date-dateline-mismatch', values), other: published.range };
}

/** `XXXX-12-31` in the year that puts it nearest to another day. */
function nearestDay(iso: string | null, to: CalendarDate): CalendarDate | null {
  const match = /^XXXX-(\d\d)-(\d\d)$/.exec(iso ?? '');
  if (!match) return null;
  const [month, day] = [Number(match[1]), Number(match[2])];
  const days = [to.year, to.year - 1, to.year + 1]
    .filter((year) => isRealDay(year, month, day))
    .map((year) => ({ year, month, day }));
  return days.sort((a, b) => Math.abs(daysBetween(a, to)) - Math.abs(daysBetween(b, to)))[0] ?? null;
}

const BEFORE =
  /^[\s"“(（【[]{0,3}[\p{Lu}\p{Lo}][\p{L}\p{M}.,' -]{0,50}(?:, ?|\. ?)$|^[\s(（【[]{0,3}[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana} =]{1,20}$/u;
const AFTER = /^ ?\.? ?(?:[(（/][\p{L}\p{M}.' ]{2,40}[)）/] ?(?:-{1,2}|–|—|:|\.|=|$)?|발|発|发|电|電)/u;

/** A dateline is no further from its line's start. */
const DATELINE_START = 60;

/** Whether a date stands in the dateline that opens its line: `Pyongyang, December 12 (KCNA) --`, `(평양 12월 12일발`. */
function isDateline({ range, text }: DateMention, lines: readonly string[]): boolean {
  const { line: index, character: start } = range.start;
  if (start === 0 || start > DATELINE_START) return false;
  const line = lines[index] ?? '';
  const end = start + text.length;
  return AFTER.test(line.slice(end, end + DATELINE_START)) && BEFORE.test(line.slice(0, start));
}
