import type { DateMention } from '../model/date';
import { rangeInLine } from '../model/range';
import type { Role } from '../model/role';
import { DATE_LANGUAGES } from './languages';
import { normalized } from './lexicon';
import type { DateContext } from './reading';
import { problem } from './view';

/** What programs write where they have no date. */
const PLACEHOLDER =
  /^(?:invalid date(?: invalid date)?|invalid datetime|nan[/.-]nan[/.-]nan|null|undefined|none|n\/a|nil|0?0[/.-]0?0[/.-]0000|0000[/.-]00[/.-]00|(?:dd|mm|d|m)[/.-](?:dd|mm|d|m)[/.-]yyyy|yyyy[/.-]mm[/.-]dd|-{2,4}[/.-]-{2,4}[/.-]-{2,4}|_{2,4}[/.-]_{2,4}[/.-]_{2,4}|\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|\$\{[^{}]{0,80}\}|<%[^<>]{0,80}%>|%[a-z][ /.-]%[a-z][ /.-]%[a-z]|\[(?:date|data|datum|fecha)\])$/i;

/** Placeholders that say nothing of dates by themselves. */
const VAGUE = /^(?:null|undefined|none|n\/a|nil|\{|\$|<|\[)/i;

/** No field is longer. */
const LONGEST = 200;

const labels: ReadonlySet<string> = new Set(DATE_LANGUAGES.flatMap((language) => language.labels ?? []));

/** Labels so long that none has more words. */
const LABEL_LENGTH = 32;

/** `date-missing`: fields of dates that hold none: nothing after their label, or a placeholder. */
export function emptyFields(
  lines: readonly string[],
  context: DateContext,
  mentions: readonly DateMention[],
): readonly DateMention[] {
  const dated = new Set(mentions.map(({ range }) => range.start.line));
  const found: DateMention[] = [];
  lines.forEach((line, index) => {
    const role = context.roles[index];
    if (!role || dated.has(index) || line.length > LONGEST) return;
    const field = emptyField(line, role);
    if (!field) return;
    const text = line.slice(field.start, field.end);
    found.push({
      range: rangeInLine(index, field.start, field.end),
      text,
      role,
      iso: null,
      day: null,
      time: null,
      problems: [problem('date-missing', { t: text })],
    });
  });
  return found;
}

function emptyField(line: string, role: Role): { readonly start: number; readonly end: number } | null {
  const start = line.length - line.trimStart().length;
  const text = line.trim();
  if (PLACEHOLDER.test(text)) {
    const field = role === 'capture-date' || role === 'related-date' || role === 'metadata';
    return field || !VAGUE.test(text) ? { start, end: start + text.length } : null;
  }
  const colon = /[:：]/.exec(line.slice(0, start + LABEL_LENGTH));
  if (!colon || !labels.has(normalized(line.slice(start, colon.index)).trim())) return null;
  const valueStart = colon.index + 1;
  const bar = line.slice(valueStart).search(/[|·•]/);
  const valueEnd = bar < 0 ? line.length : valueStart + bar;
  const value = line.slice(valueStart, valueEnd).trim();
  const isField =
    role === 'metadata' || role === 'byline' || role === 'related-date' || role === 'capture-date';
  if (value === '') {
    // A label alone on its line may be the heading of what follows.
    return bar >= 0 || isField ? { start, end: colon.index + 1 } : null;
  }
  if (!PLACEHOLDER.test(value) || !(isField || bar >= 0 || !VAGUE.test(value))) return null;
  const from = line.indexOf(value, valueStart);
  return { start: from, end: from + value.length };
}
