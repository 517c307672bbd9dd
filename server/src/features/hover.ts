import type { Hover, MarkupKind } from 'vscode-languageserver-types';
import { isoOf } from '../core/dates/calendar';
import { clockAndZone } from '../core/dates/clock';
import { explain } from '../core/explain';
import type { CalendarDate, DateMention } from '../core/model/date';
import type { Article, Dump, Field, Page } from '../core/model/page';
import { comparePositions, contains, type Position, type Range, shiftRange } from '../core/model/range';
import type { PlacedFinding } from '../rules/diagnose';
import { ruleOf } from '../rules/registry';
import { dayOfYear, distance, isoWeek, jucheYear, weekdayName } from './calendarFacts';
import { type Block, type Labelled, markup } from './markdown';
import { datesOn, lineAt, normalized, type PlacedLine, pageAt, shortened, trimmedRange } from './places';
import { counted, ROLE_WORDS } from './words';

/** Reasons that are told for a line's role. */
const MAX_REASONS = 6;

/** A reason that weighs less shows as 0.0 and says nothing. */
const MIN_WEIGHT = 0.05;

/** UTF-16 units of a dump's own text in a hover. */
const MAX_LENGTH = 300;

/** What the fields of an article mean. The first that holds a position is told. */
const FIELDS: readonly {
  readonly name: string;
  readonly meaning: string;
  readonly of: (article: Article) => Field<unknown> | null;
}[] = [
  {
    name: 'Captured',
    meaning: 'The day on which the page was scraped. It says nothing of the day of the article.',
    of: (article) => article.captured,
  },
  {
    name: 'Published',
    meaning: 'The article’s own date, as the page gives it.',
    of: (article) => article.published,
  },
  {
    name: 'Source',
    meaning: 'The agency or medium that the page names as the article’s origin.',
    of: (article) => article.source,
  },
  {
    name: 'Outlet',
    meaning: 'The site or channel that showed the article.',
    of: (article) => article.outlet,
  },
  { name: 'Author', meaning: 'The person or body that signed the article.', of: (article) => article.author },
  { name: 'Address', meaning: 'The address of the page itself.', of: (article) => article.url },
  {
    name: 'Dateline',
    meaning: 'The place, date and agency that open a news text.',
    of: (article) => article.dateline,
  },
];

/** What is known of the place under the pointer: a date's reading, an article's card, a field's meaning, a line's role. */
export function hover(
  dump: Dump,
  findings: readonly PlacedFinding[],
  position: Position,
  kind: MarkupKind,
): Hover | null {
  const placed = lineAt(dump, position.line);
  if (placed === null || placed.role === '') return null;
  const { page, startLine, line } = placed;
  const here: Position = { line, character: position.character };
  const date = datesOn(page, line).find(({ range }) => contains(range, here));
  const field = page.article && fieldAt(page.article, here);
  const blocks: Block[] = [];
  let range = trimmedRange(page, line);
  if (date) {
    blocks.push(...dateBlocks(page, date, problemsOf(date, findings, startLine)));
    range = date.range;
  } else if (page.article?.headline && contains(page.article.headline.range, here)) {
    blocks.push(...cardBlocks(dump, page.article, findings, position.line));
  }
  if (field) {
    blocks.push({ kind: 'list', items: [{ label: field.name, text: field.meaning }] });
    if (!date) range = field.range;
  }
  blocks.push(...roleBlocks(placed));
  return { contents: markup(blocks, kind), range: shiftRange(range, startLine) };
}

function fieldAt(
  article: Article,
  position: Position,
): { name: string; meaning: string; range: Range } | null {
  for (const { name, meaning, of } of FIELDS) {
    const range = of(article)?.range;
    if (range && contains(range, position)) return { name, meaning, range };
  }
  return null;
}

/** What is told of a date as wrong: rules that are off and findings that are ignored are not. */
function problemsOf(
  { range, problems }: DateMention,
  findings: readonly PlacedFinding[],
  startLine: number,
): readonly Labelled[] {
  const { start } = shiftRange(range, startLine);
  return findings
    .filter(
      (finding) =>
        comparePositions(finding.range.start, start) === 0 &&
        problems.some(({ code }) => code === finding.code),
    )
    .map(({ code, message }) => ({
      label: ruleOf(code)?.title ?? code,
      text: shortened(message, MAX_LENGTH),
    }));
}

function dateBlocks(page: Page, date: DateMention, problems: readonly Labelled[]): readonly Block[] {
  const { iso, day, time, order, text } = date;
  const items: Labelled[] = [];
  if (day) {
    items.push({ label: 'Weekday', text: weekdayName(day) });
    items.push({ label: 'In the year', text: `${dayOfYear(day)}, week ${isoWeek(day)}` });
    const juche = isNorthKorean(page) ? jucheYear(day) : null;
    if (juche !== null) items.push({ label: 'Era', text: juche });
  }
  if (time !== null) {
    const { clock, zone } = clockAndZone(time);
    items.push({ label: 'Time', text: zone === '' ? `${clock}, no zone given` : `${clock}, zone ${zone}` });
  }
  if (order) items.push({ label: 'Read as', text: `${ORDER_WORDS[order.order]}: ${order.reason}` });
  const captured = page.article?.captured?.value;
  if (day && captured && isoOf(day) !== isoOf(captured)) {
    items.push({ label: 'Capture', text: distance(day, captured, 'the capture of the page') });
  }
  items.push(...problems);
  const heading: Block = { kind: 'heading', text: iso ?? shortened(normalized(text), MAX_LENGTH) };
  if (iso === null) {
    return [
      heading,
      { kind: 'paragraph', text: 'No calendar day can be read from this with certainty.' },
      ...listed(items),
    ];
  }
  return [heading, ...listed(items)];
}

const ORDER_WORDS = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' } as const;

/** Whether a page is of or about the country that counts years by the Juche era. */
function isNorthKorean({ lines }: Page): boolean {
  return ['DPRK', 'Juche', 'Pyongyang', '주체', '조선', '朝鮮', 'チュチェ', 'КНДР'].some((word) =>
    lines.some((line) => line.includes(word)),
  );
}

function cardBlocks(
  dump: Dump,
  article: Article,
  findings: readonly PlacedFinding[],
  line: number,
): readonly Block[] {
  const { headline, source, outlet, author, published, captured, wordCount, readingMinutes, related } =
    article;
  const items: Labelled[] = [];
  const add = (label: string, text: string): unknown =>
    items.push({ label, text: shortened(text, MAX_LENGTH) });
  if (source) add('Source', source.value);
  if (outlet) add('Outlet', outlet.value);
  if (author) add('Author', author.value);
  if (published) add('Published', `${isoOf(published.value)} (${weekdayName(published.value)})`);
  if (captured) {
    const after = published ? `, ${distance(captured.value, published.value, 'publication')}` : '';
    add('Captured', `${isoOf(captured.value)} (${weekdayName(captured.value)})${after}`);
  }
  add('Length', `${counted(wordCount, 'word')}, ${counted(readingMinutes, 'minute')} to read`);
  if (related.length > 0) add('Related', relatedWords(article));
  add('Findings', findingsWords(dump, findings, line));
  return [
    { kind: 'heading', text: shortened(normalized(headline?.value ?? ''), MAX_LENGTH) },
    ...listed(items),
  ];
}

function relatedWords({ related }: Article): string {
  const days = related
    .flatMap(({ published }): CalendarDate[] => (published ? [published.value] : []))
    .map(isoOf)
    .sort();
  const [first] = days;
  const last = days.at(-1);
  const span =
    first === undefined || last === undefined ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return `${counted(related.length, 'item')}${span}`;
}

/** `3 (Space before a comma × 2, Split ordinal)`, of the page that holds a line. */
function findingsWords(dump: Dump, findings: readonly PlacedFinding[], line: number): string {
  const placed = pageAt(dump, line);
  const counts = new Map<string, number>();
  for (const { code, range, unnecessary } of findings) {
    if (unnecessary || pageAt(dump, range.start.line) !== placed) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size === 0) return 'none';
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].map(
    ([code, count]) => `${ruleOf(code)?.title ?? code}${count > 1 ? ` × ${count}` : ''}`,
  );
  return `${total} (${kinds.join(', ')})`;
}

function roleBlocks({ page, line, role }: PlacedLine): readonly Block[] {
  if (role === '') return [];
  const { name, meaning } = ROLE_WORDS[role];
  const sure = Math.round((page.confidence[line] ?? 0) * 100);
  const reasons = explain(page, line)
    .filter(({ weight }) => Math.abs(weight) >= MIN_WEIGHT)
    .slice(0, MAX_REASONS);
  return [
    {
      kind: 'paragraph',
      text: `${name}: ${meaning}. ${sure} % sure${reasons.length > 0 ? ', because:' : '.'}`,
    },
    ...listed(reasons.map(({ text, weight }) => `${text} (${signed(weight)})`)),
  ];
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function listed(items: readonly (string | Labelled)[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
