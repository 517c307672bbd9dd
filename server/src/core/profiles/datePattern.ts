import * as l10n from '@vscode/l10n';
import type { DateOrder } from '../model/date';
import { isSpace, Kind, kindOf } from '../text/characters';
import { choice, type DatePart, GAP, literal, one, optional, type Pattern, sequence } from './pattern';
import { type PatternNames, patternNames } from './patternNames';
import type { TemplateError } from './template';

/** A date pattern as it was read, or what is wrong with it. */
export type DatePatternResult =
  | { readonly ok: true; readonly pattern: Pattern; readonly order: DateOrder | null }
  | { readonly ok: false; readonly error: TemplateError };

const isDigit = (codePoint: number) => kindOf(codePoint) === Kind.Digit;
const DIGIT = one(isDigit);
const TWO_DIGITS = sequence(DIGIT, DIGIT);
const ONE_OR_TWO_DIGITS = sequence(DIGIT, optional(DIGIT));
const FOUR_DIGITS = sequence(DIGIT, DIGIT, DIGIT, DIGIT);

/** Each run of pattern letters with what it stands for; null for parts that are written in names. */
const NUMBERS: Readonly<Record<string, Pattern>> = {
  d: part('day', ONE_OR_TWO_DIGITS),
  dd: part('day', TWO_DIGITS),
  M: part('month', ONE_OR_TWO_DIGITS),
  MM: part('month', TWO_DIGITS),
  yy: part('year', TWO_DIGITS),
  yyyy: part('year', FOUR_DIGITS),
  H: ONE_OR_TWO_DIGITS,
  HH: TWO_DIGITS,
  h: ONE_OR_TWO_DIGITS,
  hh: TWO_DIGITS,
  mm: TWO_DIGITS,
  ss: TWO_DIGITS,
};

const NAMES: Readonly<Record<string, (names: PatternNames, language: string) => Pattern>> = {
  MMM: (names, language) => months(names.shortMonths, language),
  MMMM: (names, language) => months(names.longMonths, language),
  EEE: (names, language) => words(names.shortWeekdays, language),
  EEEE: (names, language) => words(names.longWeekdays, language),
  a: (names, language) => words(names.dayPeriods, language),
};

/** Every run of letters that a date pattern may have. */
export const DATE_LETTERS: readonly string[] = [...Object.keys(NUMBERS), ...Object.keys(NAMES)];

/**
 * Reads a date pattern written in the letters of Unicode's LDML (CLDR): `dd/MM/yyyy`, `d 'de' MMMM`. All but letters
 * stands for itself; letters between single quotes too, and two of these are one. The error's place counts from the
 * pattern's first unit.
 */
export function parseDatePattern(source: string, language: string): DatePatternResult {
  const parts: Pattern[] = [];
  const letters: string[] = [];
  let at = 0;
  const fail = (message: string, where = at): DatePatternResult => ({
    ok: false,
    error: { message, at: where },
  });
  while (at < source.length) {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (char === "'") {
      const end = closingQuote(source, at);
      if (end < 0)
        return fail(
          l10n.t('This quote is not closed: letters that stand for themselves go between two {0}.', "'"),
        );
      const text = end === at + 1 ? "'" : source.slice(at + 1, end).replaceAll("''", "'");
      parts.push(...literals(text));
      at = end + 1;
    } else if (/[A-Za-z]/.test(char)) {
      let end = at + 1;
      while (source[end] === char) end++;
      const run = source.slice(at, end);
      if (run === 'mm' && !letters.some((before) => /^[Hh]/.test(before))) {
        return fail(l10n.t('“mm” are minutes and stand after hours; months are “MM”.'));
      }
      const number = NUMBERS[run];
      const named = NAMES[run];
      if (number !== undefined) {
        parts.push(number);
      } else if (named !== undefined) {
        const names = patternNames(language);
        if (names === null)
          return fail(l10n.t('No names of months and weekdays are known for the language “{0}”.', language));
        parts.push(named(names, language));
      } else {
        return fail(notAPart(run));
      }
      letters.push(run);
      at = end;
    } else {
      parts.push(...literals(char));
      at += char.length;
    }
  }
  if (letters.length === 0) return fail(l10n.t('A date has at least one part, such as “d” or “yyyy”.'), 0);
  return { ok: true, pattern: sequence(...parts), order: orderOf(letters) };
}

function notAPart(run: string): string {
  const meant = [run.toLowerCase(), run.toUpperCase()].find((other) => DATE_LETTERS.includes(other));
  return meant !== undefined
    ? l10n.t('“{0}” is not a part of a date; “{1}” is.', run, meant)
    : l10n.t(
        '“{0}” is not a part of a date. These are {1}. Words that stand for themselves go between single quotes, as in “{2}”.',
        run,
        DATE_LETTERS.join(', '),
        "HH:mm 'Uhr'",
      );
}

/** The order of day, month and year where all three are written in digits. */
function orderOf(letters: readonly string[]): DateOrder | null {
  const order = letters
    .filter((run) => /^(?:dd?|MM?|yy|yyyy)$/.test(run))
    .map((run) => run.charAt(0).toLowerCase())
    .join('');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
}

function closingQuote(source: string, open: number): number {
  let at = source.indexOf("'", open + 1);
  // A pair right after the opening quote is that one sign; later pairs are a quote inside.
  if (at === open + 1) return at;
  while (at >= 0 && source[at + 1] === "'") at = source.indexOf("'", at + 2);
  return at;
}

function part(name: DatePart, content: Pattern, value: number | null = null): Pattern {
  return { kind: 'part', part: name, value, content };
}

function months(names: readonly (readonly string[])[], language: string): Pattern {
  const spellings = names.flatMap((each, index) => each.map((name) => ({ name, month: index + 1 })));
  // Longest first: `11月` before `1月`, `Sept` before `Sep`.
  spellings.sort((a, b) => b.name.length - a.name.length);
  return choice(...spellings.map(({ name, month }) => part('month', word(name, language), month)));
}

function words(names: readonly string[], language: string): Pattern {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return choice(...longestFirst.map((name) => word(name, language)));
}

/** A name in small, capital or mixed letters. */
function word(name: string, language: string): Pattern {
  return sequence(
    ...literals(name).map((each) => (each.kind === 'literal' ? anyCase(each.text, language) : each)),
  );
}

function anyCase(text: string, language: string): Pattern {
  return sequence(
    ...Array.from(text, (char) => {
      const forms = [char, char.toLocaleUpperCase(language), char.toLocaleLowerCase(language)];
      // Forms of several letters, as of `ß`, are left out.
      const single = new Set(forms.filter((form) => Array.from(form).length === 1).map(codePointOf));
      return one((codePoint) => single.has(codePoint));
    }),
  );
}

function codePointOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** Text and the gaps in it. */
function literals(text: string): readonly Pattern[] {
  const parts: Pattern[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const space = at < text.length && isSpace(text.charCodeAt(at));
    if (at < text.length && !space) continue;
    if (at > start) parts.push(literal(text.slice(start, at)));
    if (space) parts.push(GAP);
    start = at + 1;
  }
  return parts;
}
