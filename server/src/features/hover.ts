import * as l10n from '@vscode/l10n';
import type { Hover, MarkupKind } from 'vscode-languageserver-types';
import { isoOf } from '../core/dates/calendar';
import { clockAndZone } from '../core/dates/clock';
import { explain } from '../core/explain';
import type { CalendarDate, DateMention, DateOrder, KnownOrder } from '../core/model/date';
import type { Article, Dump, Field, Page } from '../core/model/page';
import { comparePositions, contains, type Position, type Range, shiftRange } from '../core/model/range';
import { isRelated } from '../core/model/role';
import { roleWords } from '../core/model/roleWords';
import { shownNumber, translated } from '../core/text/display';
import type { PlacedFinding } from '../rules/diagnose';
import { fromCapture, fromPublication, jucheYear, placeInYear, weekdayName } from './calendarFacts';
import { type Block, type Labelled, markup } from './markdown';
import { datesOn, lineAt, normalized, type PlacedLine, pageAt, shortened, trimmedRange } from './places';
import { daySpan, ruleTitle, wordsCounted } from './words';

/** Reasons that are told for a line's role. */
const MAX_REASONS = 6;

/** A reason that weighs less shows as 0.0 and says nothing. */
const MIN_WEIGHT = 0.05;

/** UTF-16 units of a dump's own text in a hover. */
const MAX_LENGTH = 300;

/** What the fields of an article mean. The first that holds a position is told. */
const FIELDS: readonly {
  readonly of: (article: Article) => Field<unknown> | null;
  readonly words: () => Labelled;
}[] = [
  {
    of: (article) => article.captured,
    words: () => ({
      label: l10n.t('Captured'),
      text: l10n.t('The day on which the page was scraped. It says nothing of the day of the article.'),
    }),
  },
  {
    of: (article) => article.published,
    words: () => ({
      label: l10n.t('Published'),
      text: l10n.t('The article’s own date, as the page gives it.'),
    }),
  },
  {
    of: (article) => article.source,
    words: () => ({
      label: l10n.t('Source'),
      text: l10n.t('The agency or medium that the page names as the article’s origin.'),
    }),
  },
  {
    of: (article) => article.outlet,
    words: () => ({ label: l10n.t('Outlet'), text: l10n.t('The site or channel that showed the article.') }),
  },
  {
    of: (article) => article.author,
    words: () => ({ label: l10n.t('Author'), text: l10n.t('The person or body that signed the article.') }),
  },
  {
    of: (article) => article.url,
    words: () => ({ label: l10n.t('Address'), text: l10n.t('The address of the page itself.') }),
  },
  {
    of: (article) => article.dateline,
    words: () => ({
      label: l10n.t('Dateline'),
      text: l10n.t('The place, date and agency that open a news text.'),
    }),
  },
];

/**
 * What is known of the place under the pointer: a date's reading, an article's card, a field's meaning, a line's role.
 * @param elsewhere paths of the dumps that the line leads to: of the same article, or of a card's
 */
export function hover(
  dump: Dump,
  findings: readonly PlacedFinding[],
  position: Position,
  kind: MarkupKind,
  elsewhere: () => readonly string[] = () => [],
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
    blocks.push({ kind: 'list', items: [field.words] });
    if (!date) range = field.range;
  }
  blocks.push(...listed(elsewhereItems(placed, elsewhere())));
  blocks.push(...roleBlocks(placed));
  return { contents: markup(blocks, kind), range: shiftRange(range, startLine) };
}

function fieldAt(article: Article, position: Position): { words: Labelled; range: Range } | null {
  for (const { of, words } of FIELDS) {
    const range = of(article)?.range;
    if (range && contains(range, position)) return { words: words(), range };
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
      label: ruleTitle(code),
      text: shortened(message, MAX_LENGTH),
    }));
}

function dateBlocks(page: Page, date: DateMention, problems: readonly Labelled[]): readonly Block[] {
  const { iso, day, time, order, text } = date;
  const items: Labelled[] = [];
  if (day) {
    items.push({ label: l10n.t('Weekday'), text: weekdayName(day) });
    items.push({ label: l10n.t('In the year'), text: placeInYear(day) });
    const juche = isNorthKorean(page) ? jucheYear(day) : null;
    if (juche !== null) items.push({ label: l10n.t('Era'), text: juche });
  }
  if (time !== null) {
    const { clock, zone } = clockAndZone(time);
    items.push({
      label: l10n.t('Time'),
      text: zone === '' ? l10n.t('{0}, no zone given', clock) : l10n.t('{0}, zone {1}', clock, zone),
    });
  }
  if (order)
    items.push({ label: l10n.t('Read as'), text: `${orderWords(order.order)}: ${orderReason(order)}` });
  const captured = page.article?.captured?.value;
  if (day && captured && isoOf(day) !== isoOf(captured)) {
    items.push({ label: l10n.t('Capture'), text: fromCapture(day, captured) });
  }
  items.push(...problems);
  const heading: Block = { kind: 'heading', text: iso ?? shortened(normalized(text), MAX_LENGTH) };
  if (iso === null) {
    return [
      heading,
      { kind: 'paragraph', text: l10n.t('No calendar day can be read from this with certainty.') },
      ...listed(items),
    ];
  }
  return [heading, ...listed(items)];
}

function orderReason({ reason, language, votes }: KnownOrder): string {
  const text = translated(reason);
  if (votes) return l10n.t('{0} ({1} of {2})', text, shownNumber(votes.agree), shownNumber(votes.of));
  return language === undefined ? text : `${text} (${language})`;
}

function orderWords(order: DateOrder): string {
  switch (order) {
    case 'dmy':
      return l10n.t('day, month, year');
    case 'mdy':
      return l10n.t('month, day, year');
    case 'ymd':
      return l10n.t('year, month, day');
  }
}

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
  if (source) add(l10n.t('Source'), source.value);
  if (outlet) add(l10n.t('Outlet'), outlet.value);
  if (author) add(l10n.t('Author'), author.value);
  if (published) add(l10n.t('Published'), dayWithWeekday(published.value));
  if (captured) {
    const after = published ? `, ${fromPublication(captured.value, published.value)}` : '';
    add(l10n.t('Captured'), `${dayWithWeekday(captured.value)}${after}`);
  }
  add(l10n.t('Length'), `${wordsCounted(wordCount)}, ${minutesToRead(readingMinutes)}`);
  if (related.length > 0) add(l10n.t('Related'), relatedWords(article));
  add(l10n.t('Findings'), findingsWords(dump, findings, line));
  return [
    { kind: 'heading', text: shortened(normalized(headline?.value ?? ''), MAX_LENGTH) },
    ...listed(items),
  ];
}

/** How many paths are named. */
const MOST_PATHS = 4;

/** Where else the article is, or where the one of a card is. */
function elsewhereItems({ role }: PlacedLine, paths: readonly string[]): readonly Labelled[] {
  if (paths.length === 0) return [];
  const named = paths.slice(0, MOST_PATHS).join(', ');
  const more = paths.length - MOST_PATHS;
  const text = more > 0 ? l10n.t('{0} and {1} more', named, shownNumber(more)) : named;
  return [{ label: isRelated(role) ? l10n.t('This article is in') : l10n.t('The same article is in'), text }];
}

function dayWithWeekday(day: CalendarDate): string {
  return `${isoOf(day)} (${weekdayName(day)})`;
}

function minutesToRead(minutes: number): string {
  return minutes === 1 ? l10n.t('1 minute to read') : l10n.t('{0} minutes to read', shownNumber(minutes));
}

function relatedWords({ related }: Article): string {
  const items = related.length === 1 ? l10n.t('1 item') : l10n.t('{0} items', shownNumber(related.length));
  const span = daySpan(related.flatMap(({ published }) => (published ? [published.value] : [])));
  return span === null ? items : `${items}, ${span}`;
}

/** `3 (Space before a comma × 2, Split ordinal)`, of the page that holds a line. */
function findingsWords(dump: Dump, findings: readonly PlacedFinding[], line: number): string {
  const placed = pageAt(dump, line);
  const counts = new Map<string, number>();
  for (const { code, range, unnecessary } of findings) {
    if (unnecessary || pageAt(dump, range.start.line) !== placed) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size === 0) return l10n.t('none');
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].map(([code, count]) => `${ruleTitle(code)}${count > 1 ? ` × ${count}` : ''}`);
  return `${total} (${kinds.join(', ')})`;
}

function roleBlocks({ page, line, role }: PlacedLine): readonly Block[] {
  if (role === '') return [];
  const { name, meaning } = roleWords(role);
  const sure = Math.round((page.confidence[line] ?? 0) * 100);
  const reasons = explain(page, line)
    .filter(({ weight }) => Math.abs(weight) >= MIN_WEIGHT)
    .slice(0, MAX_REASONS);
  const text =
    reasons.length > 0
      ? l10n.t('{0}: {1}. {2} % sure, because:', name, meaning, sure)
      : l10n.t('{0}: {1}. {2} % sure.', name, meaning, sure);
  return [
    { kind: 'paragraph', text },
    ...listed(reasons.map(({ text, weight }) => `${text} (${signed(weight)})`)),
  ];
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function listed(items: readonly (string | Labelled)[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
