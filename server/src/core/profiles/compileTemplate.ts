import * as l10n from '@vscode/l10n';
import { isRealDay } from '../dates/calendar';
import { isLanguageTag } from '../intlNames';
import type { CalendarDate, DateOrder } from '../model/date';
import { isSpace } from '../text/characters';
import { type Mark, runProgram } from './matcher';
import { parseTemplate } from './parseTemplate';
import { canBeEmpty, type DatePart, isTelling, requiredTexts } from './pattern';
import { buildProgram, type Program, reachOf } from './program';
import { rejector } from './rejector';
import type { LineTemplate, TemplateError, TemplateField } from './template';

/** UTF-16 units that a template may have. */
export const LONGEST_TEMPLATE = 1000;

/** A template ready for use, or what is wrong with it. */
export type CompileResult =
  | { readonly ok: true; readonly template: LineTemplate }
  | { readonly ok: false; readonly errors: readonly TemplateError[] };

/**
 * Compiles a line template. `language` is the BCP 47 tag of the names of months and weekdays in it, English if left
 * out. Never throws. The language of templates is described in README.md beside this file.
 */
export function compileTemplate(source: string, options: { readonly language?: string } = {}): CompileResult {
  const language = options.language ?? 'en';
  const fail = (message: string, at = 0): CompileResult => ({ ok: false, errors: [{ message, at }] });
  if (source.length > LONGEST_TEMPLATE) {
    return fail(l10n.t('A template has at most {0} characters.', LONGEST_TEMPLATE), LONGEST_TEMPLATE);
  }
  if (!isLanguageTag(language))
    return fail(l10n.t('“{0}” is not a language tag, such as “en” or “pt-BR”.', language));
  const { pattern, fields, orders, errors } = parseTemplate(source, language);
  if (errors.length > 0) return { ok: false, errors };
  if (canBeEmpty(pattern)) return fail(l10n.t('This template would fit a line without text.'));
  if (!isTelling(pattern))
    return fail(l10n.t('This template would fit every line: give it a word or a typed field.'));
  const program = buildProgram(pattern);
  const canBegin = beginnings(program);
  const required = requiredTexts(pattern);
  const mayFit = rejector(program);
  const template: LineTemplate = {
    source,
    fields: [...fields.keys()],
    dateOrder: commonOrder(orders),
    canBegin,
    match(line) {
      let start = 0;
      while (start < line.length && isSpace(line.charCodeAt(start))) start++;
      if (!canBegin(line.codePointAt(start) ?? -1)) return null;
      if (required.length > 0 && !required.some((text) => line.includes(text, start))) return null;
      let end = line.length;
      while (end > start && isSpace(line.charCodeAt(end - 1))) end--;
      if (!mayFit(line, start, end)) return null;
      const { fits, last } = runProgram(program, line, start, end);
      return fits ? readFields(line, last) : null;
    },
  };
  return { ok: true, template };
}

/** Which code points a fitting line can begin with: a cheap test that nearly all lines fail. */
function beginnings({ steps, start }: Program): (codePoint: number) => boolean {
  const takes = [...reachOf(steps, [start]).takes.values()];
  const any = (codePoint: number) => takes.some(({ accepts }) => accepts(codePoint));
  const ascii = Array.from({ length: 128 }, (_, codePoint) => any(codePoint));
  return (codePoint) => (codePoint < 128 ? ascii[codePoint] === true : any(codePoint));
}

function commonOrder(orders: readonly DateOrder[]): DateOrder | null {
  const [first] = orders;
  return first !== undefined && orders.every((order) => order === first) ? first : null;
}

/** What the way through the automaton took from the line, in order of place. Fields without text are left out. */
function readFields(line: string, last: Mark | null): readonly TemplateField[] {
  const fields: TemplateField[] = [];
  let closed = 0;
  let partClosed = 0;
  let parts: Partial<CalendarDate> = {};
  // The way is read backwards: a stretch's end comes before its beginning.
  for (let mark = last; mark !== null; mark = mark.before) {
    const { kind, capture, at } = mark;
    if (kind === 'close') {
      if (capture.kind === 'part') partClosed = at;
      else closed = at;
    } else if (capture.kind === 'part') {
      parts = {
        ...parts,
        [capture.part]: capture.value ?? readNumber(line.slice(at, partClosed), capture.part),
      };
    } else {
      const { start, end } = trimmed(line, at, closed);
      const date = capture.type === 'date' ? readDate(parts) : null;
      const field = { name: capture.name, start, end };
      if (end > start) fields.push(date === null ? field : { ...field, date });
      parts = {};
    }
  }
  return fields.reverse();
}

function readDate({ year, month, day }: Partial<CalendarDate>): CalendarDate | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  return isRealDay(year, month, day) ? { year, month, day } : null;
}

/** A number in ASCII or full-width digits. Years of two digits are those of 1969 to 2068, as in POSIX `strptime`. */
function readNumber(digits: string, part: DatePart): number {
  const value = Number(digits.normalize('NFKC'));
  if (part !== 'year' || digits.length > 2) return value;
  return value + (value < 69 ? 2000 : 1900);
}

function trimmed(line: string, from: number, to: number): { readonly start: number; readonly end: number } {
  let start = from;
  let end = to;
  while (start < end && isSpace(line.charCodeAt(start))) start++;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end--;
  return { start, end };
}
