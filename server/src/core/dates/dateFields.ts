import type { DateMention } from '../model/date';
import { rangeInLine } from '../model/range';
import type { Role } from '../model/role';
import { isBlank } from '../text/lines';
import { isRealDay, padded } from './calendar';
import { DATE_LANGUAGES } from './languages';
import { normalized } from './lexicon';
import type { DateContext } from './reading';
import type { Span } from './scanned';
import { problem } from './view';

const FIELD_ROLES: ReadonlySet<string> = new Set(['capture-date', 'metadata', 'related-date', 'byline']);

/** Whether dates of lines of a role stand in a field of their own, and not in running text. */
export function isDateField(role: Role): boolean {
  return FIELD_ROLES.has(role);
}

/** What programs write where they have no date. */
const PLACEHOLDER =
  /^(?:invalid date(?: invalid date)?|invalid datetime|nan[/.-]nan[/.-]nan|null|undefined|none|n\/a|nil|0?0[/.-]0?0[/.-]0000|0000[/.-]00[/.-]00|(?:dd|mm|d|m)[/.-](?:dd|mm|d|m)[/.-]yyyy|yyyy[/.-]mm[/.-]dd|-{2,4}[/.]-{2,4}[/.]-{2,4}|_{2,4}[/.-]_{2,4}[/.-]_{2,4}|\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|\$\{[^{}]{0,80}\}|<%[^<>]{0,80}%>|%[a-z][ /.-]%[a-z][ /.-]%[a-z]|\[(?:date|data|datum|fecha)\])$/i;

/** Placeholders that say nothing of dates by themselves. */
const VAGUE = /^(?:null|undefined|none|n\/a|nil|\{|\$|<|\[)/i;

/** Two numbers of a date without the third. */
const TWO_NUMBERS = /^(?:(\d{1,2})[/.-](\d{4})|(\d{2})[/.-](\d{2})|(\d{1,2})\/(\d{1,2}))$/;

/** No field is longer. */
const LONGEST = 200;
/** Nor a label. */
const LABEL_LENGTH = 32;

const labels: ReadonlySet<string> = new Set(DATE_LANGUAGES.flatMap((language) => language.labels ?? []));

/** Fields of dates that hold none: nothing after their label, a placeholder, or two numbers only. */
export function datelessFields(
  lines: readonly string[],
  context: DateContext,
  dated: ReadonlySet<number>,
): readonly DateMention[] {
  const found: DateMention[] = [];
  lines.forEach((line, index) => {
    const role = context.roles[index];
    if (!role || dated.has(index) || line.length > LONGEST) return;
    const isField = role === 'capture-date' || role === 'related-date' || role === 'metadata';
    const field = fieldOf(line);
    if (!field.labelled && !isField && !isPlaceholder(field.value)) return;
    // The value of a label may stand on the next line.
    if (field.value === '' && !field.barred && (!isField || dated.has(nextLine(lines, index)))) return;
    const mention = dateless(line, index, role, field, isField, context);
    if (mention) found.push(mention);
  });
  return found;
}

interface FieldValue extends Span {
  readonly value: string;
  readonly labelled: boolean;
  /** Whether a bar ends it, so that the line is surely made of fields. */
  readonly barred: boolean;
}

/** The first value of a line: what stands after its label, or the whole line. */
function fieldOf(line: string): FieldValue {
  const start = line.length - line.trimStart().length;
  const colon = /[:：]/.exec(line.slice(0, start + LABEL_LENGTH));
  const labelled = colon !== null && labels.has(normalized(line.slice(start, colon.index)).trim());
  if (!labelled) {
    const value = line.trim();
    return { start, end: start + value.length, value, labelled, barred: false };
  }
  const from = colon.index + 1;
  const bar = line.slice(from).search(/[|·•]/);
  const value = line.slice(from, bar < 0 ? line.length : from + bar).trim();
  if (value === '') return { start, end: from, value, labelled, barred: bar >= 0 };
  const valueStart = line.indexOf(value, from);
  return { start: valueStart, end: valueStart + value.length, value, labelled, barred: bar >= 0 };
}

/** Whether a text is what programs write where they have no date: `Invalid Date`, `00/00/0000`. */
export function isDatePlaceholder(text: string): boolean {
  return text.length <= LONGEST && isPlaceholder(text);
}

function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) && !VAGUE.test(value);
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
  if (value === '' || (PLACEHOLDER.test(value) && (sure || !VAGUE.test(value)))) {
    return { ...base, problems: [problem('date-missing', { t: value })] };
  }
  // Unlabelled, 5/9 and 12.10 in a metadata line may be anything.
  const numbers = (sure && field.labelled) || role !== 'metadata' ? TWO_NUMBERS.exec(value) : null;
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
