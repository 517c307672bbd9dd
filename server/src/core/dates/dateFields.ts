import { readLabel } from '../metadataLines';
import type { DateMention } from '../model/date';
import { rangeInLine } from '../model/range';
import type { Role } from '../model/role';
import { isBlank } from '../text/lines';
import { perLine } from '../text/perLine';
import { isRealDay, padded } from './calendar';
import { beginsWithLabel, type FieldLabel, labelAt } from './labels';
import { isDatePlaceholder, isPlaceholder } from './placeholders';
import type { DateContext } from './reading';
import type { Span } from './scanned';
import { problem } from './view';

const FIELD_ROLES: ReadonlySet<string> = new Set(['capture-date', 'metadata', 'related-date', 'byline']);

/** Whether dates of lines of a role stand in a field of their own, and not in running text. */
export function isDateField(role: Role): boolean {
  return FIELD_ROLES.has(role);
}

/** A year alone. */
const YEAR = /^(?:19|20)\d\d$/;

/** Two numbers of a date without the third. */
const TWO_NUMBERS = /^(?:(\d{1,2})[/.-](\d{4})|(\d{2})[/.-](\d{2})|(\d{1,2})\/(\d{1,2}))$/;

/** No field is longer. */
const LONGEST = 200;
/** Nor a label. */
const LABEL_LENGTH = 32;

/** Fields of dates that hold none: nothing after their label, a placeholder, or two numbers only. */
export function datelessFields(
  lines: readonly string[],
  context: DateContext,
  dated: ReadonlySet<number>,
): readonly DateMention[] {
  const found: DateMention[] = [];
  lines.forEach((line, index) => {
    const role = context.roles[index];
    if (!role || line.length > LONGEST) return;
    const isField = role === 'capture-date' || role === 'related-date' || role === 'metadata';
    if (!isField && (dated.has(index) || !mayBeField(line, role))) return;
    for (const field of fieldsOf(line)) {
      // Of a line with a date only other fields than the date's can be empty.
      if (dated.has(index) && !(field.label && field.barred)) continue;
      if (!field.label && !isField && !isDatePlaceholder(field.value)) continue;
      const isLast = (isField || role === 'byline') && !dated.has(nextLine(lines, index));
      if (field.value === '' && !isEmptyField(field, isLast)) continue;
      const mention = dateless(line, index, role, field, isField, context);
      if (mention) found.push(mention);
      if (mention) break;
    }
  });
  return found;
}

/** Whether a text is a label with what programs write in place of a date: `Published: Invalid Date`. */
export const isDatelessField: (text: string) => boolean = perLine((text) => {
  const label = text.length <= LONGEST ? labelAt(text, 0) : null;
  return label !== null && label.end < text.length && isPlaceholder(text.slice(label.end).trim());
});

/** Whether a line outside of fields may be one after all: that with a label, or a placeholder alone. */
function mayBeField(line: string, role: Role): boolean {
  return role === 'byline' || looksLikeField(line);
}

const looksLikeField = perLine((line) => beginsWithLabel(line) || isDatePlaceholder(line.trim()));

/**
 * Whether a label without a value is an empty field, and not a word that is all of its line.
 * @param isLast whether no value follows on the next line
 */
function isEmptyField({ label, barred }: FieldValue, isLast: boolean): boolean {
  return label !== null && (barred || isLast) && (label.hasColon || label.asksForMore);
}

interface FieldValue extends Span {
  readonly value: string;
  readonly label: FieldLabel | null;
  /** Whether bars part it from others, so that the line is surely made of fields. */
  readonly barred: boolean;
}

/** The values of a line: what stands after each label up to the next bar, or without a label the whole line. */
const fieldsOf = perLine((line): readonly FieldValue[] => {
  const found: FieldValue[] = [];
  let from = 0;
  while (from <= line.length) {
    const label = labelAt(line, from);
    const bar = label && isLabelNext(line, label.end) ? label.end - from : line.slice(from).search(/[|·•]/);
    const to = bar < 0 ? line.length : from + bar;
    const valueFrom = label && label.end <= to ? label.end : from;
    const value = line.slice(valueFrom, to).trim();
    const isWhole = from === 0 && bar < 0;
    if ((label && label.end <= to) || isWhole) {
      const start = value === '' ? from + spaceAt(line, from) : valueFrom + spaceAt(line, valueFrom);
      const end = value === '' ? valueFrom : start + value.length;
      found.push({
        start,
        end,
        value,
        label: valueFrom === from ? null : label,
        barred: bar >= 0 || from > 0,
      });
    }
    from = to + 1;
  }
  return found;
});

/** Whether the next label follows where a label's value should: `Published: Source: X`. */
function isLabelNext(line: string, from: number): boolean {
  const rest = line.slice(from);
  if (!/^[ \u3000]/.test(rest)) return false;
  if (beginsWithLabel(rest)) return true;
  return /^\s+\p{L}+ ?[:：]/u.test(rest.slice(0, LABEL_LENGTH)) && readLabel(rest, 'source') !== null;
}

/** How much white space stands at a column. */
function spaceAt(line: string, from: number): number {
  const rest = line.slice(from);
  return rest.length - rest.trimStart().length;
}

function dateless(
  line: string,
  index: number,
  role: Role,
  field: FieldValue,
  isField: boolean,
  context: DateContext,
): DateMention | null {
  const { start, end, value } = field;
  const text = line.slice(start, end);
  const base = { range: rangeInLine(index, start, end), text, role, iso: null, day: null, time: null };
  const sure = isField || field.barred;
  if (value === '' || (sure ? isPlaceholder(value) : isDatePlaceholder(value))) {
    return { ...base, problems: [problem('date-missing', { t: value })] };
  }
  if (field.label?.hasColon && sure && YEAR.test(value)) {
    return { ...base, iso: value, problems: [problem('date-incomplete', { part: 'month' })] };
  }
  // Unlabelled, 5/9 and 12.10 in a metadata line may be anything.
  const numbers = (sure && field.label) || role !== 'metadata' ? TWO_NUMBERS.exec(value) : null;
  const [first, second] = numbers?.slice(1).filter((part) => part !== undefined) ?? [];
  if (first === undefined || second === undefined) return null;
  const part = second.length === 4 ? 'day' : 'year';
  if (part === 'day' && !isRealDay(null, Number(first), 1)) return null;
  const monthDay = [first, second].map(Number);
  const [a = 0, b = 0] = monthDay;
  if (part === 'year' && !isRealDay(null, b, a) && !isRealDay(null, a, b)) return null;
  const iso = part === 'day' ? `${second}-${padded(Number(first), 2)}` : dayOfYear(a, b, context);
  return { ...base, iso, problems: [problem('date-incomplete', { part })] };
}

/** `XXXX-12-31`, where the order of the two is known. */
function dayOfYear(a: number, b: number, { order }: DateContext): string | null {
  const [day, month] =
    order === 'mdy' || b > 12 ? [b, a] : order === 'dmy' || a > 12 || a === b ? [a, b] : [0, 0];
  return isRealDay(null, month, day) ? `XXXX-${padded(month, 2)}-${padded(day, 2)}` : null;
}

function nextLine(lines: readonly string[], index: number): number {
  let next = index + 1;
  while (next < lines.length && isBlank(lines[next] ?? '')) next++;
  return next;
}
