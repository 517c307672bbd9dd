import { isTimeUnit, relativeDate } from './ago';
import { classOf, DIGIT, isCapitalized, LETTER } from './characters';
import { clockAfter, clockBefore } from './clock';
import {
  dayFirst,
  type Found,
  gapBetween,
  markedDate,
  monthFirst,
  namePart,
  rangeOfTwo,
  type Stretch,
  textOf,
  yearFirstNamed,
} from './grammar';
import { dateLanguage } from './languages';
import { namesOf, normalized } from './lexicon';
import { compactDate, numericDate } from './numeric';
import { type Glue, isNamed, type NamePart, type ScannedDate, type Span } from './scanned';
import { nearWeekday } from './spelling';
import { isAddress, isFollower, isLabelWord, runAround, wordAfter } from './surroundings';
import { CHARACTER, NUMBER, stretches, type Token, tokenFrom, tokenize, WORD } from './tokens';

/** Finds every date in the lines of a text, in order. One linear pass; a date never spans a line. */
export function scanDates(lines: readonly string[]): readonly ScannedDate[] {
  const found: ScannedDate[] = [];
  lines.forEach((text, line) => {
    for (const [from, to] of stretches(text))
      scanStretch({ line, text, tokens: tokenize(text, from, to) }, found);
  });
  return found;
}

function scanStretch(stretch: Stretch, found: ScannedDate[]): void {
  const { tokens, text } = stretch;
  let index = 0;
  let floor = 0;
  let address: Span & { readonly isAddress: boolean } = { start: 0, end: 0, isAddress: false };
  while (index < tokens.length) {
    const token = tokens[index];
    const next = token && readAt(stretch, index);
    if (!token || !next) {
      index++;
      continue;
    }
    if (next.date.start >= address.end) {
      const run = runAround(text, next.date.start);
      address = run
        ? { start: run.start, end: run.end, isAddress: isAddress(text.slice(run.start, run.end)) }
        : { start: next.date.start, end: next.date.end, isAddress: true };
    }
    if (address.isAddress) {
      index++;
      continue;
    }
    const whole = withNeighbours(stretch, index, floor, next);
    if (whole) found.push(whole.date);
    index = whole ? whole.next : index + 1;
    floor = index;
  }
}

/** The bare date that begins at a token. */
function readAt(stretch: Stretch, index: number): Found | null {
  const token = stretch.tokens[index];
  if (token?.kind === NUMBER) {
    const day = dayFirst(stretch, index);
    if (day) return rangeOfTwo(stretch, day, (at) => dayFirst(stretch, at)) ?? day;
    return (
      numericDate(stretch, index) ??
      compactDate(stretch, index) ??
      markedDate(stretch, index) ??
      yearFirstNamed(stretch, index) ??
      relativeDate(stretch, index)
    );
  }
  if (token?.kind === WORD) return monthFirst(stretch, index) ?? eraFromWord(stretch, index);
  return markedDate(stretch, index);
}

function eraFromWord(stretch: Stretch, index: number): Found | null {
  return stretch.tokens[index + 1]?.kind === NUMBER ? markedDate(stretch, index) : null;
}

/** Adds weekday, time, and what the date runs into. Null where its neighbours show that it is none. */
function withNeighbours(stretch: Stretch, index: number, floor: number, bare: Found): Found | null {
  const { text, tokens } = stretch;
  const { date } = bare;
  if (date.form === 'ago') return withTwin(stretch, bare);
  const glueBefore = gluedBefore(stretch, index, floor, date);
  if (glueBefore === 'refused') return null;
  const before = weekdayBefore(stretch, index, floor, date);
  const after = before ? null : weekdayAfter(text, date.end);
  const dateEnd = after?.end ?? date.end;
  const late = date.glue ? null : clockAfter(text, dateEnd, date.form);
  const early = date.glue || late ? null : clockBefore(text, before?.start ?? date.start);
  const end = late?.end ?? dateEnd;
  const next = tokenFrom(tokens, bare.next, end);
  const isAlone = !before && !after && !late && !early && !glueBefore;
  const whole: ScannedDate = isAlone
    ? date
    : {
        ...date,
        start: early?.start ?? before?.start ?? date.start,
        end,
        weekday: before?.weekday ?? after?.weekday ?? null,
        slips: before?.slip ? [...date.slips, before.slip] : date.slips,
        clock: late ?? early,
        glue: date.glue ?? glueBefore,
      };
  if (whole.glue || whole.clock) return { date: whole, next };
  const twin = withTwin(stretch, { date: whole, next });
  if (twin.date.glue) return twin;
  const glue = gluedAfter(stretch, next, whole);
  if (glue === 'refused') return null;
  return { date: glue ? { ...whole, glue } : whole, next };
}

/** A second date that begins where this one ends: `February 27, 2026Feb 27, 2026`. */
function withTwin(stretch: Stretch, { date, next }: Found): Found {
  const token = stretch.tokens[next];
  if (token?.start !== date.end) return { date, next };
  const other = readAt(stretch, next);
  // Unspaced scripts run on by nature.
  if (!other || (date.form === 'marked' && other.date.form === 'marked')) return { date, next };
  const text = textOf(stretch.text, other.date);
  const glue: Glue = { kind: 'date', text, side: 'after', other: other.date };
  return { date: { ...date, end: other.date.end, glue }, next: other.next };
}

/** The word or clock that runs into a date from the left. */
function gluedBefore(
  { text, tokens }: Stretch,
  index: number,
  floor: number,
  date: ScannedDate,
): Glue | 'refused' | null {
  const before = tokens[index - 1];
  if (!before || before.end !== date.start) {
    const unit = text.charCodeAt(date.start - 1);
    return classOf(unit) === LETTER || classOf(unit) === DIGIT ? 'refused' : null;
  }
  if (before.kind === CHARACTER) return null;
  if (index - 1 < floor) return null;
  const written = textOf(text, before);
  if (before.kind === NUMBER) {
    const clock = /:\d{2}$/.test(text.slice(Math.max(0, date.start - 3), date.start));
    return date.form === 'named' && clock ? { kind: 'clock', text: written, side: 'before' } : 'refused';
  }
  const word = normalized(written);
  if (date.form === 'numeric')
    return isLabelWord(word) ? { kind: 'word', text: written, side: 'before' } : 'refused';
  return date.order.length === 3 && written.length > 1
    ? { kind: 'word', text: written, side: 'before' }
    : 'refused';
}

/** The word that a date runs into. */
function gluedAfter({ text, tokens }: Stretch, index: number, date: ScannedDate): Glue | 'refused' | null {
  const after = tokens[index];
  if (!after || after.start !== date.end) return null;
  if (after.kind === NUMBER) {
    const clock = /^\d{1,2}:\d{2}(?::\d{2})?(?!\d)/.exec(text.slice(after.start, after.start + 9))?.[0];
    return clock ? { kind: 'clock', text: clock, side: 'after' } : 'refused';
  }
  if (after.kind === CHARACTER) return null;
  const written = textOf(text, after);
  // Scripts without case attach their particles.
  if (written.toLowerCase() === written.toUpperCase()) return null;
  const follows = text.charCodeAt(after.end);
  if (classOf(follows) === DIGIT) return 'refused';
  const full = date.form === 'numeric' || date.order.length === 3;
  const word = normalized(written);
  const capital = isCapitalized(written) && written.length > 1;
  if (!capital && !isFollower(word) && !isLabelWord(word) && !isTimeUnit(word))
    return full && date.form !== 'numeric' ? null : 'refused';
  return full ? { kind: 'word', text: written, side: 'after' } : null;
}

// --- weekdays ---

/** What may stand between a weekday and its date: `Mittwoch, den 5. Februar`, `Monday, the 5th`. */
const ARTICLES: ReadonlySet<string> = new Set(['den', 'dem', 'the', 'le', 'ngày']);

interface WeekdayBefore {
  readonly weekday: NamePart;
  readonly start: number;
  readonly slip: {
    readonly start: number;
    readonly end: number;
    readonly right: string;
    readonly anywhere: boolean;
  } | null;
}

/** `Monday, February 5, 2025`, `Do, 05.02.2025`, `quarta-feira, 5 de fevereiro`, `Thứ Hai, 5/2/2025`. */
function weekdayBefore(
  { text, tokens }: Stretch,
  index: number,
  floor: number,
  date: ScannedDate,
): WeekdayBefore | null {
  let last = index - 1;
  let token = tokens[last];
  let before = date.start;
  if (last >= floor && token?.kind === WORD && ARTICLES.has(normalized(textOf(text, token)))) {
    if (gapBetween(text, token.end, date) !== ' ') return null;
    before = token.start;
    last--;
    token = tokens[last];
  }
  if (last < floor || token?.kind !== WORD) return null;
  const gap = gapBetween(text, token.end, { start: before, end: before });
  if (!/^(?:[.,،]{0,2} {1,2}|,)$/.test(gap)) return null;
  let name: Span = token;
  if (normalized(textOf(text, token)) === 'feira') {
    const first = tokens[last - 1];
    if (last - 1 < floor || !first || gapBetween(text, first.end, token) !== '-') return null;
    last--;
    name = { start: first.start, end: token.end };
  }
  const exact = weekdayNamed(text, tokens, last, floor, name, gap, date);
  if (!exact) return null;
  const right = gap === ',' || /^[.,]* {2}$/.test(gap) ? `${gap.trim()} ` : null;
  const span = { start: exact.end, end: before };
  return {
    weekday: exact,
    start: exact.start,
    slip: right === null ? null : { ...span, right, anywhere: true },
  };
}

function weekdayNamed(
  text: string,
  tokens: readonly Token[],
  index: number,
  floor: number,
  span: Span,
  gap: string,
  date: ScannedDate,
): NamePart | null {
  const first = tokens[index - 1];
  const written = textOf(text, span);
  if (index - 1 >= floor && first?.kind === WORD && gapBetween(text, first.end, span) === ' ') {
    const both = { start: first.start, end: span.end };
    const name = namePart(both, namesOf(textOf(text, both)), 'weekday');
    if (name) return name;
  }
  const exact = namePart(span, namesOf(written), 'weekday');
  if (exact) {
    // `Sam December 20`: a name of another language than the month's is no weekday.
    const { month } = date;
    if (month && isNamed(month) && !exact.languages.some((language) => month.languages.includes(language)))
      return null;
    // Short names are words of other languages: `do 5 mei`, `mar 5 Feb`; a mark or capital must show what they are.
    const english = isCapitalized(written) && exact.languages.some(({ tag }) => tag === 'en');
    return exact.long || /[.,،]/.test(gap) || (english && date.form === 'named') ? exact : null;
  }
  if (date.order.length !== 3 || !gap.startsWith(',') || !isCapitalized(written)) return null;
  const near = nearWeekday(written);
  if (!near) return null;
  return { ...span, value: near.value, long: true, languages: [near.language], flaw: near.flaw };
}

const CJK_WEEKDAY = /^[ 　]?(?:星期|禮拜|礼拜|周|週)([一二三四五六日天])/;
const JAPANESE_WEEKDAY = /^[ 　]?([月火水木金土日])曜/;
const KOREAN_WEEKDAY = /^ ([월화수목금토일])요일/;
const BRACKETED = /^[ 　]?[(（［[]([^()（）［\][]{1,12})[)）］\]]/;
const CJK_DAYS: Readonly<Record<string, number>> = {
  月: 1,
  火: 2,
  水: 3,
  木: 4,
  金: 5,
  土: 6,
  日: 7,
  월: 1,
  화: 2,
  수: 3,
  목: 4,
  금: 5,
  토: 6,
  일: 7,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  天: 7,
};

/** `(Wed)`, `(月)`, `(화요일)`, ` 星期三`, and Turkish `5 Şubat 2025 Çarşamba`. */
function weekdayAfter(text: string, from: number): { weekday: NamePart; end: number } | null {
  const rest = text.slice(from, from + 24);
  const chinese = CJK_WEEKDAY.exec(rest);
  if (chinese)
    return cjkWeekday(chinese[1] ?? '', from + chinese[0].length - 1, from + chinese[0].length, 'zh');
  const japanese = JAPANESE_WEEKDAY.exec(rest);
  if (japanese) {
    const end = from + japanese[0].length;
    return cjkWeekday(japanese[1] ?? '', end - 2, text.charAt(end) === '日' ? end + 1 : end, 'ja');
  }
  const korean = KOREAN_WEEKDAY.exec(rest);
  if (korean) return cjkWeekday(korean[1] ?? '', from + 1, from + korean[0].length, 'ko');
  const bracket = BRACKETED.exec(rest);
  if (bracket) {
    const inside = bracket[1] ?? '';
    const start = from + bracket[0].indexOf(inside, 1);
    const end = from + bracket[0].length;
    const cjk =
      /^(?:星期|禮拜|礼拜|周|週)?([月火水木金土日월화수목금토일一二三四五六天])(?:曜日?|요일)?$/.exec(inside);
    if (cjk) {
      const day = cjk[1] ?? '';
      const tag = /[월화수목금토일]/.test(day) ? 'ko' : /[月火水木金土]/.test(day) ? 'ja' : 'zh';
      return cjkWeekday(day, start + inside.indexOf(day), end, tag);
    }
    const weekday = namePart({ start, end: start + inside.length }, namesOf(inside), 'weekday');
    return weekday ? { weekday, end } : null;
  }
  if (rest.charAt(0) === ' ') {
    const word = wordAfter(text, from);
    const names = namesOf(word).filter(({ language, long }) => long && language.tag === 'tr');
    const weekday = namePart({ start: from + 1, end: from + 1 + word.length }, names, 'weekday');
    if (weekday) return { weekday, end: weekday.end };
  }
  return null;
}

function cjkWeekday(
  day: string,
  start: number,
  end: number,
  tag: string,
): { weekday: NamePart; end: number } | null {
  const value = CJK_DAYS[day];
  const language = dateLanguage(tag);
  if (value === undefined || !language) return null;
  return { weekday: { start, end: start + 1, value, long: false, languages: [language], flaw: null }, end };
}

/** Whether a line holds a date and nothing else: with brackets, punctuation, white space or a clock around it. */
export function coversLine(dates: readonly ScannedDate[], line: string): boolean {
  if (dates.length === 0) return false;
  let at = 0;
  for (const { start, end } of dates) {
    if (!isPunctuation(line, at, start)) return false;
    at = end;
  }
  return isPunctuation(line, at, line.length);
}

function isPunctuation(line: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (classOf(line.charCodeAt(at)) >= DIGIT) return false;
  }
  return true;
}
