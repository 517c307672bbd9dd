import type { CalendarDate, DateMention } from '../../server/src/core/model/date';
import type { Article, Dump, Field, Page, RelatedItem } from '../../server/src/core/model/page';
import { type Position, type Range, rangeInLine } from '../../server/src/core/model/range';
import { isBody, isRole, type Role } from '../../server/src/core/model/role';
import { buildSections } from '../../server/src/core/sections';
import { TextLines } from '../../server/src/core/text/textLines';

/** A dump that was made by hand, so that features are tested apart from recognition. */
export interface MarkedDump {
  readonly dump: Dump;
  readonly text: string;
  /** What stood between `<|` and `|>`, in order of place in the file. */
  readonly ranges: readonly Range[];
  /** Where `<^>` stood. */
  readonly cursors: readonly Position[];
}

/**
 * Reads lines of the form `role | text`; a blank line is blank, a line of `===` begins another page. In the text stand
 * `{2025-02-05=February 5, 2025}` for a date with its reading, `{?=30 February}` for one without a reading, and
 * `{source=Harbour News}`. A role that ends in `?` was recognized with a confidence of 0.4 in place of 0.95.
 */
export function markedDump(marked: string): MarkedDump {
  const ranges: Range[] = [];
  const cursors: Position[] = [];
  const pages: Page[] = [];
  let startLine = 0;
  for (const part of trimLines(marked).split('\n===\n')) {
    const lines = part.split('\n').map((line, index) => readLine(line, index, startLine, ranges, cursors));
    pages.push(pageOf(lines));
    startLine += lines.length;
  }
  const dump = dumpOfPages(pages);
  return { dump, text: dump.text.text(), ranges, cursors };
}

/** A dump of pages, whatever recognition would make of their texts. */
export function dumpOfPages(pages: readonly Page[]): Dump {
  const text = TextLines.of(pages.map(({ lines }) => lines.join('\n')).join('\n'));
  let startLine = 0;
  const placed = pages.map((page) => {
    const place = { page, startLine, reach: text.lineCount };
    startLine += page.lines.length;
    return place;
  });
  return { text, isDump: true, score: 1, pages: placed };
}

/** The part of a dump's text in a range of one line. */
export function textIn({ text }: MarkedDump, { start, end }: Range): string {
  const lines = text.split('\n');
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n');
}

interface MarkedLine {
  readonly role: Role | '';
  readonly confidence: number;
  readonly text: string;
  readonly dates: readonly DateMention[];
  readonly source: Field<string> | null;
}

function trimLines(marked: string): string {
  return marked.replace(/^\n/, '').replace(/\n *$/, '');
}

function readLine(
  marked: string,
  line: number,
  startLine: number,
  ranges: Range[],
  cursors: Position[],
): MarkedLine {
  const [, name = '', doubt = '', rest = ''] = /^ *([a-z-]+)(\??) +\| ?(.*)$/.exec(marked) ?? [];
  if (name === '') return { role: '', confidence: 1, text: marked.trim(), dates: [], source: null };
  if (!isRole(name)) throw new Error(`There is no role ${name}.`);
  const role = name;
  const dates: DateMention[] = [];
  let source: Field<string> | null = null;
  let text = '';
  let open: { readonly name: string; readonly start: number } | null = null;
  const starts: number[] = [];
  for (let at = 0; at < rest.length; ) {
    const mark = /^(?:<\^>|<\||\|>|\{([^={}]+)=|\})/.exec(rest.slice(at));
    if (mark === null) {
      text += rest[at];
      at++;
      continue;
    }
    at += mark[0].length;
    const position = { line: line + startLine, character: text.length };
    if (mark[0] === '<^>') cursors.push(position);
    else if (mark[0] === '<|') starts.push(text.length);
    else if (mark[0] === '|>') ranges.push(rangeInLine(line + startLine, starts.pop() ?? 0, text.length));
    else if (mark[1] !== undefined) open = { name: mark[1], start: text.length };
    else if (open !== null) {
      const range = rangeInLine(line, open.start, text.length);
      const value = text.slice(open.start);
      if (open.name === 'source') source = { value, range };
      else dates.push(dateMention(open.name, value, range, role));
      open = null;
    }
  }
  return { role, confidence: doubt === '?' ? 0.4 : 0.95, text, dates, source };
}

function dateMention(iso: string, text: string, range: Range, role: Role): DateMention {
  const day = dayOf(iso);
  return { range, text, role, iso: iso === '?' ? null : iso, day, time: null, problems: [] };
}

function dayOf(iso: string): CalendarDate | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

function pageOf(lines: readonly MarkedLine[]): Page {
  const roled = lines.flatMap(({ role, text }, line) => (role === '' ? [] : [{ line, role, text }]));
  return {
    lines: lines.map(({ text }) => text),
    ends: lines.map((_, line) => (line < lines.length - 1 ? '\n' : '')),
    roles: lines.map(({ role }) => role),
    learnt: null,
    confidence: Float32Array.from(lines, ({ confidence }) => confidence),
    dates: lines.flatMap(({ dates }) => dates),
    profile: null,
    language: 'en',
    sections: buildSections(roled),
    article: articleOf(lines),
    corrections: [],
  };
}

function articleOf(lines: readonly MarkedLine[]): Article | null {
  const headline = fieldOf(lines, 'headline');
  if (headline === null && !lines.some(({ role }) => isBody(role))) return null;
  const words = lines
    .filter(({ role }) => role === 'headline' || role === 'deck' || isBody(role))
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return {
    headline,
    deck: fieldOf(lines, 'deck'),
    author: fieldOf(lines, 'byline'),
    source: lines.find(({ source }) => source)?.source ?? null,
    outlet: fieldOf(lines, 'outlet'),
    dateline: null,
    published: dateField(lines, 'metadata'),
    captured: dateField(lines, 'capture-date'),
    url: null,
    language: 'en',
    wordCount: words,
    readingMinutes: Math.max(1, Math.round(words / 240)),
    related: relatedOf(lines),
  };
}

function fieldOf(lines: readonly MarkedLine[], role: Role): Field<string> | null {
  const line = lines.findIndex((each) => each.role === role);
  const text = lines[line]?.text;
  return text === undefined ? null : { value: text, range: rangeInLine(line, 0, text.length) };
}

function dateField(lines: readonly MarkedLine[], role: Role): Field<CalendarDate> | null {
  const date = lines.find((each) => each.role === role && each.dates.length > 0)?.dates[0];
  return date?.day ? { value: date.day, range: date.range } : null;
}

/** A card begins at a title that is not the one above once more. */
function relatedOf(lines: readonly MarkedLine[]): readonly RelatedItem[] {
  const cards: RelatedItem[] = [];
  lines.forEach(({ role, text, dates }, line) => {
    const field = { value: text, range: rangeInLine(line, 0, text.length) };
    const last = cards.at(-1);
    if (role === 'related-title' && last?.title?.value !== text) {
      cards.push({ title: field, teaser: null, published: null });
    } else if (role === 'related-teaser' && last) {
      cards.splice(-1, 1, { ...last, teaser: last.teaser ?? field });
    } else if (role === 'related-date' && last) {
      const [date] = dates;
      cards.splice(-1, 1, {
        ...last,
        published: date?.day ? { value: date.day, range: date.range } : null,
      });
    }
  });
  return cards;
}
