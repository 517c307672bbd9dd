import { isCapitalized } from './characters';
import { namePart } from './grammar/months';
import { gapBetween, type Stretch, textOf } from './grammar/stretch';
import { dateLanguage } from './languages';
import { beginsName, namesOf, namesOfKey } from './lexicon';
import { normalized } from './localeNames';
import { isNamed, type NamePart, type ScannedDate, type Slip, type Span } from './scanned';
import { nearWeekday } from './spelling';
import { isCued, isLabelWord, wordAfter, wordWritten } from './surroundings';
import { type Token, WORD } from './tokens';

/** What may stand between a weekday and its date: `Mittwoch, den 5. Februar`, `Monday, the 5th`. */
const ARTICLES: ReadonlySet<string> = new Set(['den', 'dem', 'the', 'le', 'ngày']);

/** A weekday before a date, where it starts, and what is wrong between the two. */
export interface WeekdayBefore {
  readonly weekday: NamePart;
  readonly start: number;
  /** Where the date ends, with a bracket that began after the weekday: `Jumat (5/2/2025)`. */
  readonly end: number;
  readonly slip: Slip | null;
}

/** `Monday, February 5, 2025`, `Do, 05.02.2025`, `quarta-feira, 5 de fevereiro`, `Thứ Hai, 5/2/2025`. */
export function weekdayBefore(
  { text, tokens }: Stretch,
  index: number,
  floor: number,
  date: ScannedDate,
): WeekdayBefore | null {
  let last = index - 1;
  let token = tokens[last];
  if (last < floor || token?.kind !== WORD) return null;
  let before = date.start;
  let gap = gapBetween(text, token.end, date);
  let key = normalized(textOf(text, token));
  if (ARTICLES.has(key)) {
    if (gap !== ' ') return null;
    before = token.start;
    last--;
    token = tokens[last];
    if (last < floor || token?.kind !== WORD) return null;
    gap = gapBetween(text, token.end, { start: before, end: before });
    key = normalized(textOf(text, token));
  }
  const bracketed = gap === ' (' && before === date.start && text.charAt(date.end) === ')';
  if (gap !== ' ' && !bracketed && !/^(?:[.,،]{0,2} {1,2}|,)$/.test(gap)) return null;
  let name: Span = token;
  if (key === 'feira') {
    const first = tokens[last - 1];
    if (last - 1 < floor || !first || gapBetween(text, first.end, token) !== '-') return null;
    last--;
    name = { start: first.start, end: token.end };
  }
  const exact = weekdayNamed(text, tokens, last, floor, name, gap, date);
  if (!exact || (bracketed && !exact.long)) return null;
  const right = gap === ',' || /^[.,]* {2}$/.test(gap) ? `${gap.trim()} ` : null;
  const span = { start: exact.end, end: before };
  return {
    weekday: exact,
    start: exact.start,
    end: bracketed ? date.end + 1 : date.end,
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
  if (
    index - 1 >= floor &&
    first?.kind === WORD &&
    gapBetween(text, first.end, span) === ' ' &&
    beginsName(textOf(text, first))
  ) {
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
    if (exact.long || /[.,،]/.test(gap)) return exact;
    const english = isCapitalized(written) && exact.languages.some(({ tag }) => tag === 'en');
    return english && date.form === 'named' && !isNamePlace(text, span.start) ? exact : null;
  }
  if (date.order.length !== 3 || !gap.startsWith(',') || !isCapitalized(written)) return null;
  const near = nearWeekday(written);
  if (!near) return null;
  return { ...span, value: near.value, long: true, languages: [near.language], flaw: near.flaw };
}

/** Whether a name stands at a column rather than a weekday: `the Sun`, `Mr Sat`. */
function isNamePlace(text: string, start: number): boolean {
  const before = wordWritten(text, start);
  return before !== '' && !isCued(text, start) && !isLabelWord(normalized(before));
}

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
export function weekdayAfter(text: string, from: number): WeekdayAfter | null {
  const space = text.charAt(from);
  const at = space === ' ' || space === '\u3000' ? from + 1 : from;
  const first = text.charAt(at);
  if (BRACKETS.has(first)) return weekdayInBrackets(text, at);
  if (EAST_ASIAN.has(first)) return eastAsianWeekday(text, at);
  return space === ' ' && first !== '' ? turkishWeekday(text, from) : null;
}

/** A weekday after a date, and where it ends with what belongs to it. */
interface WeekdayAfter {
  readonly weekday: NamePart;
  readonly end: number;
}

const BRACKETS: ReadonlySet<string> = new Set('(（[［');
const EAST_ASIAN: ReadonlySet<string> = new Set('星禮礼周週月火水木金土日월화수목금토일');
const CHINESE = /^(?:星期|禮拜|礼拜|周|週)([一二三四五六日天])/;
const JAPANESE = /^([月火水木金土日])曜/;
const KOREAN = /^([월화수목금토일])요일/;
/** No weekday with its brackets is longer. */
const LENGTH = 16;

function eastAsianWeekday(text: string, at: number): WeekdayAfter | null {
  const rest = text.slice(at, at + LENGTH);
  const chinese = CHINESE.exec(rest);
  if (chinese) return cjkWeekday(chinese[1] ?? '', at + chinese[0].length - 1, at + chinese[0].length, 'zh');
  const japanese = JAPANESE.exec(rest);
  if (japanese) {
    const end = at + japanese[0].length;
    return cjkWeekday(japanese[1] ?? '', at, text.charAt(end) === '日' ? end + 1 : end, 'ja');
  }
  const korean = text.charAt(at - 1) === ' ' ? KOREAN.exec(rest) : null;
  return korean ? cjkWeekday(korean[1] ?? '', at, at + korean[0].length, 'ko') : null;
}

const BRACKETED = /^[(（［[]([^()（）［\][]{1,12})[)）］\]]/;
const EAST_ASIAN_NAME =
  /^(?:星期|禮拜|礼拜|周|週)?([月火水木金土日월화수목금토일一二三四五六天])(?:曜日?|요일)?$/;

function weekdayInBrackets(text: string, at: number): WeekdayAfter | null {
  const bracket = BRACKETED.exec(text.slice(at, at + LENGTH));
  if (!bracket) return null;
  const [whole, inside = ''] = bracket;
  const start = at + 1;
  const end = at + whole.length;
  const [, day] = EAST_ASIAN_NAME.exec(inside) ?? [];
  if (day !== undefined) {
    const tag = /[월화수목금토일]/.test(day) ? 'ko' : /[月火水木金土]/.test(day) ? 'ja' : 'zh';
    return cjkWeekday(day, start + inside.indexOf(day), end, tag);
  }
  const weekday = namePart({ start, end: end - 1 }, namesOf(inside), 'weekday');
  return weekday ? { weekday, end } : null;
}

function turkishWeekday(text: string, from: number): WeekdayAfter | null {
  const word = wordAfter(text, from);
  const all = namesOfKey(word);
  if (all.length === 0) return null;
  const names = all.filter(({ language, long }) => long && language.tag === 'tr');
  const weekday = namePart({ start: from + 1, end: from + 1 + word.length }, names, 'weekday');
  return weekday ? { weekday, end: weekday.end } : null;
}

function cjkWeekday(day: string, start: number, end: number, tag: string): WeekdayAfter | null {
  const value = CJK_DAYS[day];
  const language = dateLanguage(tag);
  if (value === undefined || !language) return null;
  return { weekday: { start, end: start + 1, value, long: false, languages: [language], flaw: null }, end };
}
