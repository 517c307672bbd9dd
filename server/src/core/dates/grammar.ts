import { classOf, DIGIT, isCapitalized, isUpperCase, LETTER } from './characters';
import { ERAS } from './eras';
import { DATE_LANGUAGES } from './languages';
import type { DateLanguage } from './languages/language';
import { beginsName, type DateName, languageNames, namesOf, normalized } from './lexicon';
import {
  type EraPart,
  hasLookalike,
  type NamePart,
  type NumberPart,
  type OrdinalSlip,
  PLAIN,
  type RangeEnd,
  type ScannedDate,
  type Slip,
  type Span,
} from './scanned';
import { type NearName, nearMonth } from './spelling';
import { endsLikeDate, isCued, isMoney, standsAlone } from './surroundings';
import { CHARACTER, NUMBER, type Token, WORD } from './tokens';

/** A line's number and text, and the tokens of one stretch of it. */
export interface Stretch {
  readonly line: number;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A date and the index of the token after it. */
export interface Found {
  readonly date: ScannedDate;
  readonly next: number;
}

const joiners = wordSet((language) => language.joiners);
const yearWords = wordSet((language) => language.yearWords);
const yearWordBeginnings = beginningsOf(yearWords);
const links = wordSet((language) => language.links);
const ordinals: ReadonlySet<string> = wordSet((language) => language.ordinals);
/** No ordinal suffix, joiner or word after a year is longer: most words need not be looked up. */
const LONGEST_SUFFIX = 5;

function wordSet(of: (language: DateLanguage) => readonly string[] | undefined): ReadonlySet<string> {
  return new Set(DATE_LANGUAGES.flatMap((language) => of(language) ?? []));
}

/** What words begin with, as a small letter or a capital. */
function beginningsOf(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].flatMap((each) => [each.charAt(0), each.charAt(0).toUpperCase()]));
}

/** The text between a column and a token; a long one, which no date has inside, as one NUL. */
export function gapBetween(text: string, from: number | undefined, token: Span | undefined): string {
  if (from === undefined || !token || token.start - from > 6) return '\0';
  return token.start === from + 1 && text.charCodeAt(from) === 0x20 ? ' ' : text.slice(from, token.start);
}

/** A token's text. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

function word(text: string, token: Token | undefined): string {
  return token?.kind === WORD ? normalized(textOf(text, token)) : '';
}

/** A word that may be a joiner, in the lexicon's form. */
function shortWord(text: string, token: Token | undefined): string {
  return token && token.end - token.start <= LONGEST_SUFFIX ? word(text, token) : '';
}

// --- parts ---

interface MonthAt {
  readonly month: NamePart;
  readonly next: number;
}

/** The month that begins at a token: a name of one or two words, or Vietnamese `tháng 12`. */
function monthAt({ text, tokens }: Stretch, index: number): MonthAt | null {
  const token = tokens[index];
  if (token?.kind !== WORD || token.end - token.start < 2) return null;
  const written = textOf(text, token);
  const month = namePart(token, namesOf(written), 'month');
  if (month) {
    const twin = tokens[index + 1];
    return twin && isTwinName(text, month, twin)
      ? { month: { ...month, end: twin.end }, next: index + 2 }
      : { month, next: index + 1 };
  }
  const second = tokens[index + 1];
  if (second?.kind === WORD && beginsName(written) && gapBetween(text, token.end, second) === ' ') {
    const both = { start: token.start, end: second.end };
    const name = namePart(both, namesOf(textOf(text, both)), 'month');
    if (name) return { month: name, next: index + 2 };
  }
  if (second?.kind === NUMBER && second.digits <= 2 && normalized(written) === 'tháng') {
    const vietnamese = DATE_LANGUAGES.filter(({ tag }) => tag === 'vi');
    const both = { start: token.start, end: second.end };
    return {
      month: { ...both, value: second.value, long: true, languages: vietnamese, flaw: null },
      next: index + 2,
    };
  }
  return null;
}

/** Whether a second name of the same month follows: Arabic texts write «فبراير/شباط». */
function isTwinName(text: string, month: NamePart, twin: Token): boolean {
  if (twin.kind !== WORD || text.charAt(month.end) !== '/' || twin.start !== month.end + 1) return false;
  return namePart(twin, namesOf(textOf(text, twin)), 'month')?.value === month.value;
}

/** A word as a month or weekday, with all the languages that have it so. */
export function namePart(span: Span, names: readonly DateName[], kind: 'month' | 'weekday'): NamePart | null {
  if (names.length === 0) return null;
  const byKind = meanings.get(names) ?? {
    month: meaningOf(names, 'month'),
    weekday: meaningOf(names, 'weekday'),
  };
  meanings.set(names, byKind);
  const meaning = byKind[kind];
  if (!meaning) return null;
  const { value, long, languages } = meaning;
  return { start: span.start, end: span.end, value, long, languages, flaw: null };
}

type Meaning = Pick<NamePart, 'value' | 'long' | 'languages'>;

/** What the words of the lexicon mean; asked for often, and always the same. */
const meanings = new WeakMap<
  readonly DateName[],
  { readonly month: Meaning | null; readonly weekday: Meaning | null }
>();

function meaningOf(names: readonly DateName[], kind: 'month' | 'weekday'): Meaning | null {
  const own = names.filter((name) => name.kind === kind);
  const [first] = own;
  if (!first) return null;
  const same = own.filter(({ value }) => value === first.value);
  return {
    value: first.value,
    long: same.some(({ long }) => long),
    languages: same.map(({ language }) => language),
  };
}

function flawedMonth(span: Span, near: NearName): NamePart {
  return {
    start: span.start,
    end: span.end,
    value: near.value,
    long: near.flaw.kind !== 'abbreviation',
    languages: [near.language],
    flaw: near.flaw,
  };
}

interface DayAt {
  readonly day: NumberPart;
  readonly ordinal: OrdinalSlip | null;
  /** Where the day ends, with its suffix. */
  readonly end: number;
  readonly next: number;
}

/** The day at a token: a number of one or two digits with or without a suffix. */
function dayAt({ text, tokens }: Stretch, index: number): DayAt | null {
  const token = tokens[index];
  if (token?.kind !== NUMBER || token.digits > 2) return null;
  const day = token;
  const after = tokens[index + 1];
  const gap = gapBetween(text, token.end, after);
  if (
    after?.kind === WORD &&
    after.end - after.start <= LONGEST_SUFFIX &&
    (gap === '' || gap === ' ' || gap === '\u00a0' || gap === ':')
  ) {
    const written = textOf(text, after);
    const suffix = normalized(written);
    const known = ordinals.has(suffix) || ordinals.has(gap + suffix);
    // Apart from its number only English and French suffixes are told from words: `2 e`, `1 o`.
    if (known && (gap === '' || gap === ':' || /^(?:st|nd|rd|th|er)$/.test(suffix))) {
      const right = englishSuffix(token.value);
      const english = /^(?:st|nd|rd|th)$/.test(suffix);
      const wrong = gap === ' ' || gap === '\u00a0' || (english && suffix !== right);
      const span = { start: token.end, end: after.end };
      const mended = english ? (isUpperCase(written) ? right.toUpperCase() : right) : suffix;
      const ordinal = wrong ? { ...span, right: mended, anywhere: true, suffix: right } : null;
      return { day, ordinal, end: after.end, next: index + 2 };
    }
  }
  const sign = text.charAt(token.end);
  const end = sign === 'º' || sign === '°' || sign === 'ª' ? token.end + 1 : token.end;
  const own = after && after.start < end ? index + 2 : index + 1;
  return { day, ordinal: null, end, next: own };
}

/** `st`, `nd`, `rd` or `th`. */
export function englishSuffix(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

interface YearAt {
  readonly year: NumberPart | null;
  readonly era: EraPart | null;
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly clipped: boolean;
}

/** The year at a token, as number or era; null where the number is something else. */
function yearAt(stretch: Stretch, index: number, from: number, hyphen = false): YearAt | null {
  const { text, tokens } = stretch;
  const token = tokens[index];
  if (!token) return null;
  const era = eraAt(stretch, index);
  if (era) return { ...era, clipped: false };
  if (token.kind !== NUMBER || !endsNumber(text, token.end)) return null;
  const clipped = /['’‘]/.test(text.charAt(token.start - 1));
  const year = token;
  const words = yearEnd(stretch, index + 1, token.end);
  const after = token.digits === 4 ? eraAfter(stretch, words.next, words.end) : null;
  const found = {
    year,
    era: after?.era ?? null,
    start: token.start,
    end: after?.end ?? words.end,
    next: after?.next ?? words.next,
    clipped,
  };
  if (token.digits === 4 && token.value >= 1000) return found;
  if (token.digits === 2 || clipped) {
    if (token.digits !== 2) return null;
    const alone = standsAlone(text, { start: from, end: token.end });
    return clipped || alone || hyphen || words.next > index + 1 ? found : null;
  }
  if (token.digits < 3 || token.digits > 6) return null;
  return endsLikeDate(text, token.end) ? found : null;
}

/** The era after a Gregorian year: `March 4, 2025, Juche 114`. */
function eraAfter(stretch: Stretch, index: number, end: number): EraAt | null {
  const token = stretch.tokens[index];
  if (token?.kind !== WORD || !/^,? $/.test(gapBetween(stretch.text, end, token))) return null;
  const era = eraAt(stretch, index);
  return era?.year === null ? era : null;
}

/** Whether a number ends here, and does not go on as 2,025, 2025.5, 20%, 10:30. */
function endsNumber(text: string, end: number): boolean {
  const mark = text.charAt(end);
  if (mark === '%' || mark === '°' || isMoney(mark)) return false;
  if (!'.,:'.includes(mark) || mark === '') return true;
  if (classOf(text.charCodeAt(end + 1)) !== DIGIT) return true;
  if (mark !== ',') return false;
  return !/^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5));
}

/** `2025 года`, `2025г.`: the words and the full stop that belong to the year. */
export function yearEnd(
  { text, tokens }: Stretch,
  index: number,
  end: number,
): { end: number; next: number } {
  const token = tokens[index];
  const gap = gapBetween(text, end, token);
  if (!token || !yearWordBeginnings.has(text.charAt(token.start)) || (gap !== '' && !isBlankGap(gap)))
    return { end, next: index };
  const own = shortWord(text, token);
  if (!yearWords.has(own)) return { end, next: index };
  const dotted = own.length === 1 && text.charAt(token.end) === '.';
  return { end: dotted ? token.end + 1 : token.end, next: index + 1 };
}

interface EraAt {
  readonly year: NumberPart | null;
  readonly era: EraPart;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** `Juche 113 (2024)`, `令和6年`, `112 года чучхе (2023)`: an era year with the Gregorian one where that is given. */
export function eraAt({ text, tokens }: Stretch, index: number): EraAt | null {
  const token = tokens[index];
  if (!token) return null;
  let found = token.kind === NUMBER ? null : eraWordAt(text, tokens, index);
  let number: Token | undefined;
  let next: number;
  if (found) {
    number = tokens[found.next];
    next = found.next + 1;
    const gap = gapBetween(text, tokens[found.next - 1]?.end, number);
    if (number?.kind !== NUMBER || number.digits > 3 || (gap !== '' && gap !== ' ' && gap !== '\u00a0'))
      return null;
  } else {
    // Russian puts the number first.
    if (token.kind !== NUMBER || token.digits > 3) return null;
    number = token;
    next = yearWords.has(word(text, tokens[index + 1])) ? index + 2 : index + 1;
    found = tokens[next]?.kind === WORD ? eraWordAt(text, tokens, next) : null;
    if (!found || gapBetween(text, tokens[next - 1]?.end, tokens[next]) !== ' ') return null;
    next = found.next;
  }
  const last = tokens[next - 1] ?? number;
  const era: EraPart = { start: token.start, end: last.end, era: found.era, year: number };
  const bracket = gregorianInBrackets(text, tokens, next, last.end);
  return {
    year: bracket?.year ?? null,
    era,
    start: token.start,
    end: bracket?.end ?? last.end,
    next: bracket?.next ?? next,
  };
}

/** ` (2024)`, `（2024年）`. */
function gregorianInBrackets(
  text: string,
  tokens: readonly Token[],
  index: number,
  from: number,
): { year: NumberPart; end: number; next: number } | null {
  const token = tokens[index];
  if (token?.kind !== NUMBER || token.digits !== 4) return null;
  if (!/^[ \u3000]?[(（]$/.test(gapBetween(text, from, token))) return null;
  const after = tokens[index + 1];
  const marked =
    after?.kind === CHARACTER && after.start === token.end && '年년'.includes(textOf(text, after));
  const close = marked ? after.end : token.end;
  if (!/[)）]/.test(text.charAt(close))) return null;
  return { year: token, end: close + 1, next: marked ? index + 2 : index + 1 };
}

const eraWords = new Map(ERAS.flatMap((era) => era.words.map((name) => [name, era] as const)));
const eraBeginnings = beginningsOf(eraWords.keys());
const unspacedEraWords = [...eraWords].filter(([name]) => /\p{Lo}/u.test(name));

function eraWordAt(
  text: string,
  tokens: readonly Token[],
  index: number,
): { era: EraPart['era']; next: number } | null {
  const token = tokens[index];
  if (!token || !eraBeginnings.has(text.charAt(token.start))) return null;
  if (token.kind === WORD) {
    const era = eraWords.get(normalized(textOf(text, token)));
    return era ? { era, next: index + 1 } : null;
  }
  const found = unspacedEraWords.find(([name]) => text.startsWith(name, token.start));
  return found ? { era: found[1], next: index + found[0].length } : null;
}

// --- forms ---

/** The gap that belongs between two parts, where the one that stands there is wrong; null where it is right. */
function slip(span: Span, given: string, right: string, anywhere: boolean): Slip | null {
  return given === right ? null : { start: span.start, end: span.end, right, anywhere };
}

const isBlankGap = (gap: string): boolean => gap === ' ' || gap === '\u00a0' || gap === '\u202f';
const isLoose = (gap: string): boolean => gap === ' ' || /^[ ,.،，\u00a0\u202f]*$/.test(gap);

/** `February 05, 2025`, `Feb. 5`, `January 25-28, 2025`, `February 1 – March 3, 2025`. */
export function monthFirst(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const first = tokens[index];
  if (first?.kind !== WORD) return null;
  const second = tokens[index + 1]?.kind;
  // Only words before a number are looked up.
  if (second !== NUMBER && (second !== WORD || tokens[index + 2]?.kind !== NUMBER)) return null;
  const exact = monthAt(stretch, index);
  if (exact && !isNamedNumber(exact.month)) return monthThenDay(stretch, exact.month, exact.next);
  const after = tokens[index + 1];
  if (exact || after?.kind !== NUMBER || after.digits > 2 || first.end - first.start < 3) return null;
  if (!isCapitalized(textOf(text, first)) || !isLoose(gapBetween(text, first.end, after))) return null;
  const year = tokens[index + 2];
  const full =
    year?.kind === NUMBER && year.digits === 4 && /^ ?,? {0,2}$/.test(gapBetween(text, after.end, year));
  const cued = isCued(text, first.start);
  if (!full && !cued && !standsAlone(text, { start: first.start, end: after.end })) return null;
  const near = nearMonth(textOf(text, first));
  if (!near || (!full && cued && near.flaw.kind === 'abbreviation')) return null;
  return monthThenDay(stretch, flawedMonth(first, near), index + 1);
}

/** Vietnamese months begin with a word and end with a number: the day goes before. */
function isNamedNumber(month: NamePart): boolean {
  return month.languages.every(({ tag }) => tag === 'vi') && month.long;
}

function monthThenDay(stretch: Stretch, month: NamePart, index: number): Found | null {
  const { text, tokens } = stretch;
  const number = tokens[index];
  if (number?.kind !== NUMBER) return null;
  const gap = gapBetween(text, month.end, number);
  if (number.digits === 4) return monthThenYear(stretch, month, index, gap);
  const at = dayAt(stretch, index);
  if (!at || !(isLoose(gap) || gap === '-' || gap === '/')) return null;
  const hyphen = gap === '-' || gap === '/' ? gap : null;
  const slips: Slip[] = [];
  if (!hyphen && !isBlankGap(gap)) {
    const right = gap.startsWith('.') ? '. ' : ' ';
    if (gap !== right) slips.push({ start: month.end, end: number.start, right, anywhere: true });
  }
  const until = rangeAfterDay(stretch, at, 'month-first');
  const dayEnd = until?.end ?? at.end;
  const afterDay = until?.next ?? at.next;
  // `January, 6 2026`: the comma has slipped.
  const tail = yearAfterDay(stretch, afterDay, dayEnd, hyphen, month.start, gap.includes(','));
  if (!tail) {
    if (hyphen || gap.includes(',') || !endsDay(text, dayEnd)) return null;
    // Without a year only languages that write the month first mean a day.
    const monthFirstOnes = month.languages.filter((language) => language.monthFirst);
    const isDay = monthFirstOnes.length > 0 && mayStandAlone(text, month, monthFirstOnes);
    if (!month.flaw && !isDay) return null;
  }
  if (tail?.gapSlip) slips.push(tail.gapSlip);
  // A full name has no full stop.
  if (tail && gap === '. ' && month.long && !month.languages.some((each) => isShortName(text, month, each)))
    slips.push({ start: month.end, end: number.start, right: ' ', anywhere: true });
  const date: ScannedDate = {
    ...PLAIN,
    line: stretch.line,
    form: 'named',
    order: tail ? 'Mdy' : 'Md',
    start: month.start,
    end: tail?.found.end ?? dayEnd,
    month,
    day: at.day,
    year: tail?.found.year ?? null,
    era: tail?.found.era ?? null,
    until: until?.until ?? null,
    ordinal: at.ordinal,
    clipped: tail?.found.clipped ?? false,
    slips,
    foreign: tail?.foreign ?? [],
  };
  return { date, next: tail?.found.next ?? afterDay };
}

/** Whether a month's name is written as a language abbreviates it. */
function isShortName(text: string, month: NamePart, language: DateLanguage): boolean {
  return (languageNames(language).shortMonths[month.value - 1] ?? []).includes(
    normalized(textOf(text, month)),
  );
}

/** Whether a day's number ends here: no unit, no decimals, no clock. */
function endsDay(text: string, end: number): boolean {
  if ('/-'.includes(text.charAt(end) || ' ') && classOf(text.charCodeAt(end + 1)) === DIGIT) return false;
  return endsNumber(text, end) && classOf(text.charCodeAt(end)) !== LETTER;
}

/** `may` and `march` are words; in languages that write months with a capital only a capital makes them months. */
function mayStandAlone(
  text: string,
  month: NamePart,
  languages: readonly DateLanguage[] = month.languages,
): boolean {
  return isCapitalized(textOf(text, month)) || languages.some((language) => !language.capitalized);
}

function yearAfterDay(
  stretch: Stretch,
  index: number,
  dayEnd: number,
  hyphen: string | null,
  from: number,
  isCommaLost: boolean,
): { found: YearAt; gapSlip: Slip | null; foreign: readonly Slip[] } | null {
  const { text, tokens } = stretch;
  const token = tokens[index];
  const span = { start: dayEnd, end: token?.start ?? dayEnd };
  const gap = gapBetween(text, dayEnd, token);
  if (!token || gap === '\0') return null;
  const found = yearAt(stretch, index, from);
  if (!found) return null;
  const bare = gap.replace(/['’‘]$/, '');
  const clip = gap.slice(bare.length);
  if (hyphen) return bare === hyphen ? { found, gapSlip: null, foreign: [] } : null;
  if (!isLoose(bare) || bare === '') return null;
  if (/[،，]/.test(bare)) {
    return { found, gapSlip: null, foreign: [{ ...span, right: `, ${clip}`, anywhere: false }] };
  }
  if (isBlankGap(bare)) {
    // `May 5 2000 soldiers`: only a likely year may do without its comma.
    const year = found.year?.value ?? 0;
    const isYear = year >= 1900 && year < 2100 && year % 1000 !== 0;
    const likely = found.era !== null || isYear || endsLikeDate(text, found.end);
    return likely
      ? { found, gapSlip: { ...span, right: `, ${clip}`, anywhere: isCommaLost }, foreign: [] }
      : null;
  }
  // `March 4. 2025` is the way of some sites.
  if (bare === '. ') return { found, gapSlip: slip(span, gap, `, ${clip}`, false), foreign: [] };
  const counts = bare === ',' && !endsLikeDate(text, found.end) && !isGlueAt(text, found.end);
  // `August 1,2025 tons` counts something.
  if (counts) return null;
  return { found, gapSlip: slip(span, gap, `, ${clip}`, true), foreign: [] };
}

function isGlueAt(text: string, end: number): boolean {
  return classOf(text.charCodeAt(end)) === LETTER;
}

/** `March 2024`, `March, 2024`. */
function monthThenYear(stretch: Stretch, month: NamePart, index: number, gap: string): Found | null {
  const { text, tokens } = stretch;
  const joined = /^(?:\.?,? |-|\/|\u00a0)$/.test(gap);
  if (
    !joined ||
    (month.flaw && !standsAlone(text, { start: month.start, end: tokens[index]?.end ?? month.end }))
  )
    return null;
  if (month.languages.every((language) => language.capitalized) && !isCapitalized(textOf(text, month)))
    return null;
  const found = yearAt(stretch, index, month.start);
  if (!found) return null;
  return {
    date: {
      ...PLAIN,
      line: stretch.line,
      form: 'named',
      order: 'My',
      start: month.start,
      end: found.end,
      month,
      year: found.year,
      era: found.era,
    },
    next: found.next,
  };
}

/** `5 February 2025`, `5. Februar 2025`, `5 de febrero de 2025`, `25–28 January 2025`, `5 tháng 2 năm 2025`. */
export function dayFirst(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const number = tokens[index];
  if (number?.kind !== NUMBER || number.digits > 2 || isTailOfNumber(text, number.start)) return null;
  const at = dayAt(stretch, index);
  if (!at) return null;
  const range = rangeAfterDay(stretch, at, 'day-first');
  const last = range ? { end: range.end, next: range.next } : { end: at.end, next: at.next };
  const found = thenMonth(stretch, index, at, range?.until ?? null, last.end, last.next);
  if (found || !range) return found;
  return null;
}

function thenMonth(
  stretch: Stretch,
  index: number,
  at: DayAt,
  until: RangeEnd | null,
  dayEnd: number,
  next: number,
): Found | null {
  const { text, tokens } = stretch;
  let token = tokens[next];
  if (token?.kind !== WORD) return null;
  const slips: Slip[] = [];
  let gap = gapBetween(text, dayEnd, token);
  let from = dayEnd;
  let monthIndex = next;
  const joiner = isBlankGap(gap) && tokens[next + 1]?.kind === WORD ? shortWord(text, token) : '';
  const joined = joiners.has(joiner);
  if (joined) {
    from = token.end;
    monthIndex = next + 1;
    token = tokens[monthIndex];
    gap = gapBetween(text, from, token);
  }
  if (token?.kind !== WORD) return null;
  // `05-Feb-2025`, `05.Feb.2025`: the same mark on both sides.
  const isDotted = gap === '.' && /^\.\d/.test(text.slice(token.end, token.end + 2));
  const hyphen = gap === '-' || gap === '/' || isDotted ? gap : null;
  if (!hyphen && gap !== '» ' && !isLoose(gap)) return null;
  const exact = monthAt(stretch, monthIndex);
  const month = exact?.month ?? misspeltMonth(stretch, index, monthIndex);
  if (!month) return null;
  if (joined && exact && !month.languages.some((language) => language.joiners?.includes(joiner))) return null;
  const quoted = gap === '» ' && text.charAt(at.day.start - 1) === '«';
  if (gap === '» ' && !quoted) return null;
  const glued = gap === '' && /^[A-Z]/.test(text.charAt(month.start)) && !month.long;
  if (!hyphen && !quoted && !isBlankGap(gap)) {
    // `31DEC`: airlines write so; a full name without a space is a slip.
    if (glued) return null;
    const right = gap.startsWith('.') ? '. ' : ' ';
    if (gap !== right) slips.push({ start: from, end: month.start, right, anywhere: true });
  }
  if (/[,،，]/.test(gap)) return null;
  const afterMonth = exact?.next ?? monthIndex + 1;
  const tail = yearAfterMonth(stretch, month, afterMonth, hyphen, at.day.start);
  if (!tail && (hyphen || !mayStandAlone(text, month))) return null;
  if (tail?.gapSlip) slips.push(tail.gapSlip);
  const date: ScannedDate = {
    ...PLAIN,
    line: stretch.line,
    form: 'named',
    order: tail ? 'dMy' : 'dM',
    start: quoted ? at.day.start - 1 : at.day.start,
    end: tail?.found.end ?? month.end,
    month,
    day: at.day,
    year: tail?.found.year ?? null,
    era: tail?.found.era ?? null,
    until,
    ordinal: at.ordinal,
    clipped: tail?.found.clipped ?? false,
    slips,
  };
  return { date, next: tail?.found.next ?? afterMonth };
}

/** A word after a day that is nearly a month, where a year follows or the word is long enough to be nothing else. */
function misspeltMonth(stretch: Stretch, index: number, monthIndex: number): NamePart | null {
  const { text, tokens } = stretch;
  const token = tokens[monthIndex];
  const day = tokens[index];
  if (!token || !day || token.end - token.start < 3) return null;
  const year = tokens[monthIndex + 1];
  const full =
    year?.kind === NUMBER && year.digits === 4 && /^[.,]{0,2} ?$/.test(gapBetween(text, token.end, year));
  const joinedYear = tokens[monthIndex + 2];
  const fullJoined = joinedYear?.kind === NUMBER && joinedYear.digits === 4 && joiners.has(word(text, year));
  const alone = standsAlone(text, { start: day.start, end: token.end });
  if (!full && !fullJoined && !alone && !isCued(text, day.start)) return null;
  const near = nearMonth(textOf(text, token));
  if (!near) return null;
  if (near.flaw.kind === 'abbreviation' && !full && !fullJoined) return null;
  // English months have a capital: `10 octopus 2024` has none.
  if (near.language.capitalized && !isCapitalized(textOf(text, token))) return null;
  return flawedMonth(token, near);
}

/** Whether the number at a column goes on from another: 3.5, 10:30, 2-1, $5. */
function isTailOfNumber(text: string, start: number): boolean {
  const mark = text.charAt(start - 1);
  if (isMoney(mark) || mark === '#') return true;
  return '.,:/-–'.includes(mark) && mark !== '' && classOf(text.charCodeAt(start - 2)) === DIGIT;
}

function yearAfterMonth(
  stretch: Stretch,
  month: NamePart,
  index: number,
  hyphen: string | null,
  from: number,
): { found: YearAt; gapSlip: Slip | null } | null {
  const { text, tokens } = stretch;
  let token = tokens[index];
  let left = month.end;
  let next = index;
  let gap = gapBetween(text, month.end, token);
  const joiner = shortWord(text, token);
  const dot = gap.startsWith('.') ? 1 : 0;
  if (joiner !== '' && joiners.has(joiner) && isBlankGap(gap.slice(dot))) {
    left = token?.end ?? left;
    next = index + 1;
    token = tokens[next];
    gap = gapBetween(text, left, token);
  }
  if (!token || gap === '\0') return null;
  const found = yearAt(stretch, next, from, hyphen === '-');
  if (!found) return null;
  const bare = gap.replace(/['’‘]$/, '');
  const clip = gap.slice(bare.length);
  if (hyphen) return bare === hyphen || isBlankGap(bare) ? { found, gapSlip: null } : null;
  if (!isLoose(bare)) return null;
  const span = { start: left, end: token.start };
  if (isBlankGap(bare) || bare === ', ' || bare === '. ' || bare === '., ' || bare === '، ')
    return { found, gapSlip: null };
  const right = bare.includes(',') ? ', ' : bare.includes('.') ? '. ' : ' ';
  if (bare === ',' && !endsLikeDate(text, found.end)) return null;
  return { found, gapSlip: slip(span, gap, right + clip, true) };
}

/** `-28`, ` and 10`, ` to 28` after a day; for month-first dates also ` – March 3`. */
function rangeAfterDay(
  stretch: Stretch,
  at: DayAt,
  kind: 'month-first' | 'day-first',
): { until: RangeEnd; end: number; next: number } | null {
  const { text, tokens } = stretch;
  let index = at.next;
  let token = tokens[index];
  let gap = gapBetween(text, at.end, token);
  // German days have a full stop: `5. bis 7. Mai`, `5.–7. Mai`.
  const dot = kind === 'day-first' && gap.startsWith('.') ? 1 : 0;
  gap = gap.slice(dot);
  const after = tokens[index + 1];
  if (after && isBlankGap(gap) && links.has(word(text, token))) {
    index++;
    gap = isBlankGap(gapBetween(text, token?.end, after)) ? '-' : '\0';
    token = after;
  }
  if (!token || gap === ' ' || !/^ ?[-–—~〜]{1,2} ?$|^\/$/.test(gap)) return null;
  if (kind === 'month-first' && token.kind === WORD) {
    const month = monthAt(stretch, index);
    const end = month && dayAt(stretch, month.next);
    if (!month || !end || !/^\.? $/.test(gapBetween(text, month.month.end, tokens[month.next]))) return null;
    return { until: { day: end.day, month: month.month }, end: end.end, next: end.next };
  }
  const end = dayAt(stretch, index);
  if (!end || hasLookalike(end.day)) return null;
  if (kind === 'month-first' && !endsDay(text, end.end) && !endsNumber(text, end.end)) return null;
  return { until: { day: end.day, month: null }, end: end.end, next: end.next };
}

/** `12 May to 3 May 2024`: a second date that begins where the first lets go, both without more than one year. */
export function rangeOfTwo(
  stretch: Stretch,
  first: Found,
  read: (index: number) => Found | null,
): Found | null {
  const { text, tokens } = stretch;
  const { date } = first;
  if (date.form !== 'named' || date.order !== 'dM' || date.until) return null;
  let index = first.next;
  let token = tokens[index];
  let gap = gapBetween(text, date.end, token);
  const after = tokens[index + 1];
  if (after?.kind === NUMBER && isBlankGap(gap) && links.has(word(text, token))) {
    index++;
    gap = isBlankGap(gapBetween(text, token?.end, after)) ? '-' : '\0';
    token = after;
  }
  if (token?.kind !== NUMBER || !/^ ?[-–—] ?$/.test(gap)) return null;
  const second = read(index);
  if (second?.date.form !== 'named' || !second.date.day || !second.date.month || second.date.until)
    return null;
  if (second.date.order !== 'dMy' && second.date.order !== 'dM') return null;
  return {
    date: {
      ...date,
      order: second.date.order,
      end: second.date.end,
      year: second.date.year,
      until: { day: second.date.day, month: second.date.month },
      slips: [...date.slips, ...second.date.slips],
    },
    next: second.next,
  };
}

/** `2015/December/13`, `2025 Jan 5`. */
export function yearFirstNamed(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const number = tokens[index];
  if (number?.kind !== NUMBER || number.digits !== 4 || number.value < 1000) return null;
  const gap = gapBetween(text, number.end, tokens[index + 1]);
  if (!/^[ /.-]$/.test(gap)) return null;
  const month = monthAt(stretch, index + 1);
  if (!month || gapBetween(text, month.month.end, tokens[month.next]) !== gap) return null;
  const at = dayAt(stretch, month.next);
  if (!at || !endsDay(text, at.end) || (gap === ' ' && !endsLikeDate(text, at.end))) return null;
  const day = tokens[at.next];
  // `in 2024 May 5, 2025`: the second year is the date's own.
  if (day?.kind === NUMBER && day.digits === 4 && /^,? $/.test(gapBetween(text, at.end, day))) return null;
  return {
    date: {
      ...PLAIN,
      line: stretch.line,
      form: 'named',
      order: 'yMd',
      start: number.start,
      end: at.end,
      year: number,
      month: month.month,
      day: at.day,
      ordinal: at.ordinal,
    },
    next: at.next,
  };
}

// --- marked dates: 2025年2月5日, 2025년 2월 5일 ---

const MARKS = { year: '年년', month: '月월', day: '日일号號' } as const;

interface Marked {
  readonly part: NumberPart;
  readonly end: number;
  readonly next: number;
}

function markedAt(
  { text, tokens }: Stretch,
  index: number,
  from: number,
  mark: keyof typeof MARKS,
): Marked | null {
  const token = tokens[index];
  const after = tokens[index + 1];
  if (token?.kind !== NUMBER || after?.kind !== CHARACTER || !MARKS[mark].includes(textOf(text, after)))
    return null;
  if (from >= 0 && token.start !== from && !/^[ 　\u00a0]{1,2}$/.test(gapBetween(text, from, token)))
    return null;
  if (after.start !== token.end && !/^[ \u00a0]$/.test(gapBetween(text, token.end, after))) return null;
  return { part: token, end: after.end, next: index + 2 };
}

/** A date with a mark after every number, from a number or an era's name on. */
export function markedDate(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const first = tokens[index];
  if (!first) return null;
  const era = first.kind === CHARACTER || first.kind === WORD ? eraAt(stretch, index) : null;
  if (era) return markedEra(stretch, era);
  if (first.kind !== NUMBER) return null;
  const year = markedAt(stretch, index, -1, 'year');
  if (!year) {
    if (first.digits > 2 || isTailOfNumber(text, first.start)) return null;
    const month = markedAt(stretch, index, -1, 'month');
    const day = month && markedAt(stretch, month.next, month.end, 'day');
    if (!month || !day || isLongerWord(text, day.end)) return null;
    const range = untilMarked(stretch, day.next, day.end);
    return {
      date: {
        ...PLAIN,
        line: stretch.line,
        form: 'marked',
        order: 'Md',
        start: first.start,
        end: range?.end ?? day.end,
        month: month.part,
        day: day.part,
        until: range?.until ?? null,
      },
      next: range?.next ?? day.next,
    };
  }
  if (first.digits === 1 || first.digits > 5) return null;
  const inBrackets = eraInBrackets(stretch, year.next, year.end);
  return marked(stretch, {
    start: first.start,
    year: year.part,
    era: inBrackets?.era ?? null,
    end: inBrackets?.end ?? year.end,
    next: inBrackets?.next ?? year.next,
  });
}

/** `日本` and `일본` go on after their first character. */
function isLongerWord(text: string, end: number): boolean {
  return text.charAt(end) === '本' || text.charAt(end) === '본';
}

/** `（令和6年）` after a Gregorian year. */
function eraInBrackets(
  stretch: Stretch,
  index: number,
  from: number,
): { era: EraPart; end: number; next: number } | null {
  const { text, tokens } = stretch;
  if (!/^ ?[(（]$/.test(gapBetween(text, from, tokens[index]))) return null;
  const era = eraAt(stretch, index);
  if (!era || era.year) return null;
  const mark = tokens[era.next];
  const end =
    mark?.kind === CHARACTER && mark.start === era.end && MARKS.year.includes(textOf(text, mark))
      ? mark.end
      : era.end;
  if (!/[)）]/.test(text.charAt(end))) return null;
  return { era: era.era, end: end + 1, next: end === era.end ? era.next : era.next + 1 };
}

/** Era years: `令和6年12月31日`, `주체113(2024)년 12월 31일`, `Juche113.4.2.`, `Juche 113 (2024)`, `令和6年（2024年）`. */
function markedEra(stretch: Stretch, era: EraAt): Found | null {
  const { text, tokens } = stretch;
  const mark = tokens[era.next];
  const markGap = gapBetween(text, era.end, mark);
  if (mark?.kind === CHARACTER && /^ ?$/.test(markGap) && MARKS.year.includes(textOf(text, mark))) {
    const bracket = era.year ? null : gregorianInBrackets(text, tokens, era.next + 1, mark.end);
    return marked(stretch, {
      start: era.start,
      year: era.year ?? bracket?.year ?? null,
      era: era.era,
      end: bracket?.end ?? mark.end,
      next: bracket?.next ?? era.next + 1,
    });
  }
  const base = { ...PLAIN, line: stretch.line, start: era.start, year: era.year, era: era.era };
  const month = tokens[era.next];
  const day = tokens[era.next + 1];
  if (month?.kind === NUMBER && day?.kind === NUMBER && month.digits <= 2 && day.digits <= 2) {
    const first = gapBetween(text, era.end, month);
    if (/^[./-] ?$/.test(first) && gapBetween(text, month.end, day) === first) {
      return {
        date: {
          ...base,
          form: 'era',
          order: 'yMd',
          month: month,
          day: day,
          end: day.end,
        },
        next: era.next + 2,
      };
    }
  }
  return { date: { ...base, form: 'era', order: 'y', end: era.end }, next: era.next };
}

interface MarkedYear {
  readonly start: number;
  readonly year: NumberPart | null;
  readonly era: EraPart | null;
  readonly end: number;
  readonly next: number;
}

/** Month and day after a marked year. A year alone is a date only with an era. */
function marked(stretch: Stretch, head: MarkedYear): Found | null {
  const { text } = stretch;
  const base = {
    ...PLAIN,
    line: stretch.line,
    form: 'marked' as const,
    start: head.start,
    year: head.year,
    era: head.era,
  };
  const month = markedAt(stretch, head.next, head.end, 'month');
  if (!month || month.part.digits > 2) {
    return head.era ? { date: { ...base, form: 'era', order: 'y', end: head.end }, next: head.next } : null;
  }
  const day = markedAt(stretch, month.next, month.end, 'day');
  if (!day || day.part.digits > 2 || isLongerWord(text, day.end)) {
    return { date: { ...base, order: 'yM', month: month.part, end: month.end }, next: month.next };
  }
  const range = untilMarked(stretch, day.next, day.end);
  return {
    date: {
      ...base,
      order: 'yMd',
      month: month.part,
      day: day.part,
      until: range?.until ?? null,
      end: range?.end ?? day.end,
    },
    next: range?.next ?? day.next,
  };
}

const RANGE_MARK = /^(?: ?[~～〜–—-] ?|から|至|到|부터 ?)$/;

/** `～28日`, `から2月3日`, `부터 28일`: the end of a range. */
function untilMarked(
  stretch: Stretch,
  index: number,
  from: number,
): { readonly until: RangeEnd; readonly end: number; readonly next: number } | null {
  const { text, tokens } = stretch;
  // Words of the link are tokens of one character each.
  for (let at = index; at <= index + 2; at++) {
    const token = tokens[at];
    if (token?.kind !== NUMBER) continue;
    if (!RANGE_MARK.test(gapBetween(text, from, token))) return null;
    const month = markedAt(stretch, at, -1, 'month');
    const day = markedAt(stretch, month?.next ?? at, month?.end ?? -1, 'day');
    if (!day || day.part.digits > 2 || isLongerWord(text, day.end)) return null;
    return { until: { day: day.part, month: month?.part ?? null }, end: day.end, next: day.next };
  }
  return null;
}
