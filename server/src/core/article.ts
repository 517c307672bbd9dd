import { readDateline } from './dateline';
import { readByline, readInnerByline, readLabel } from './metadataLines';
import type { CalendarDate, DateMention } from './model/date';
import type { Article, Field, RelatedItem, Section } from './model/page';
import { type Range, rangeInLine } from './model/range';
import { isBody, isRelated } from './model/role';
import type { TemplateField } from './profiles/template';
import type { RoledLine } from './sections';
import { countWords, readingMinutes } from './text/words';

/** A page's lines as they were recognized. */
export interface ArticleInput {
  readonly lines: readonly string[];
  readonly roled: readonly RoledLine[];
  readonly sections: readonly Section[];
  readonly dates: readonly DateMention[];
  /** What the profile's templates took from the lines; columns count from `indent`. */
  readonly fields: readonly (TemplateField & { readonly line: number; readonly indent: number })[];
  readonly language: string | null;
}

/** Words of body that make an article, with a headline and without one. Fewer are a teaser or an error message. */
const WORDS_UNDER_HEADLINE = 8;
const WORDS_ALONE = 25;

/** Labels after which a date is not that of publication. */
const UPDATED =
  /(updated?|modified|edited|aktualisiert|mis à jour|modifié|actualizado|atualizado|modificação|aggiornato|обновлено|оновлено|güncelleme|güncellenme|수정|更新|更新日|更新时间|diperbarui|cập nhật|تحديث|अपडेट)[^\d]{0,20}$/i;

/** Reads an article's metadata from its recognized lines; null where the page has no article. */
export function buildArticle(input: ArticleInput): Article | null {
  const { roled, language } = input;
  const body = roled.filter(({ role }) => isBody(role));
  const text = body.map((line) => line.text).join('\n');
  const headline = joined(input, 'headline');
  const bodyCount = countWords(text);
  const size = bodyCount.words + bodyCount.ideographs / 2;
  if (size < (headline ? WORDS_UNDER_HEADLINE : WORDS_ALONE)) return null;
  const deck = joined(input, 'deck');
  const count = countWords([headline?.value ?? '', deck?.value ?? '', text].join('\n'));
  return {
    headline,
    deck,
    author:
      templateField(input, 'author') ??
      firstOf(input, 'byline', readByline) ??
      firstOf(input, 'metadata', readInnerByline),
    source: templateField(input, 'source') ?? firstOf(input, 'metadata', (line) => readLabel(line, 'source')),
    outlet: templateField(input, 'outlet') ?? firstOf(input, 'outlet', wholeLine),
    dateline: datelineOf(input),
    published: publishedOf(input),
    captured: capturedOf(input),
    url: addressOf(input),
    language,
    wordCount: count.words + count.ideographs,
    readingMinutes: readingMinutes(count),
    related: relatedItems(input),
  };
}

/** The first run of lines of a role as one text; a line that repeats the one before adds nothing. */
function joined({ roled, lines }: ArticleInput, role: 'headline' | 'deck'): Field<string> | null {
  const first = roled.findIndex((line) => line.role === role);
  const start = roled[first];
  if (!start) return null;
  const run = [start];
  const seen = new Set([start.text]);
  for (let index = first + 1; roled[index]?.role === role; index++) {
    const next = roled[index];
    if (!next || seen.has(next.text)) break;
    run.push(next);
    seen.add(next.text);
  }
  const last = run[run.length - 1] ?? start;
  const head = trimmedRange(lines[start.line] ?? '', start.line);
  const tail = trimmedRange(lines[last.line] ?? '', last.line);
  return { value: run.map(({ text }) => text).join(' '), range: { start: head.start, end: tail.end } };
}

/** A column range of one line, read from it. */
type ReadLine = (line: string) => { readonly start: number; readonly end: number } | null;

function firstOf({ roled, lines }: ArticleInput, role: string, read: ReadLine): Field<string> | null {
  for (const each of roled) {
    if (each.role !== role) continue;
    const raw = lines[each.line] ?? '';
    const span = read(raw);
    if (span)
      return { value: raw.slice(span.start, span.end), range: rangeInLine(each.line, span.start, span.end) };
  }
  return null;
}

function wholeLine(line: string): { start: number; end: number } {
  const start = line.length - line.trimStart().length;
  return { start, end: line.trimEnd().length };
}

function trimmedRange(line: string, at: number): Range {
  const { start, end } = wholeLine(line);
  return rangeInLine(at, start, end);
}

function templateField({ fields, lines }: ArticleInput, name: string): Field<string> | null {
  const field = fields.find((each) => each.name === name);
  if (!field) return null;
  const start = field.start + field.indent;
  const end = field.end + field.indent;
  return { value: (lines[field.line] ?? '').slice(start, end), range: rangeInLine(field.line, start, end) };
}

function datelineOf({ roled, lines }: ArticleInput): Article['dateline'] {
  const first = roled.find(({ role }) => role === 'paragraph');
  return first ? readDateline(lines[first.line] ?? '', first.line) : null;
}

/** The template's own field, else the first date of a metadata or author line that is not labelled as an update. */
function publishedOf(input: ArticleInput): Field<CalendarDate> | null {
  const field = input.fields.find(({ name }) => name === 'published');
  const inField =
    field &&
    dayOf(
      input.dates.find(
        ({ range }) =>
          range.start.line === field.line &&
          range.start.character < field.end + field.indent &&
          range.end.character > field.start + field.indent,
      ),
    );
  if (inField) return inField;
  const own = input.dates.filter(({ role }) => role === 'metadata' || role === 'byline');
  const published = own.filter((mention) => !UPDATED.test(textBefore(input, mention)));
  for (const mention of [...published, ...own]) {
    const day = dayOf(mention);
    if (day) return day;
  }
  return fullDatelineDate(input) ?? dateNearHeadline(input);
}

/** Lines around a headline in which its date can stand, whatever else they say. */
const NEAR = 3;

function dateNearHeadline({ roled, dates }: ArticleInput): Field<CalendarDate> | null {
  const headline = roled.findIndex(({ role }) => role === 'headline');
  const near = new Set(
    roled
      .slice(Math.max(0, headline - NEAR), headline + NEAR + 1)
      .filter(({ role, text }) => FURNITURE_WITH_DATE.has(role) && text.length <= 80)
      .map(({ line }) => line),
  );
  return headline < 0
    ? null
    : dayOf(dates.find(({ range, day }) => day !== null && near.has(range.start.line)));
}

/** Roles that a date line is easily taken for. */
const FURNITURE_WITH_DATE: ReadonlySet<string> = new Set([
  'navigation',
  'boilerplate',
  'deck',
  'caption',
  'share',
  'promo',
]);

function fullDatelineDate(input: ArticleInput): Field<CalendarDate> | null {
  const dateline = datelineOf(input);
  const line = dateline?.range.start.line;
  return dayOf(
    input.dates.find(
      ({ range }) => range.start.line === line && range.end.character <= (dateline?.range.end.character ?? 0),
    ),
  );
}

function capturedOf(input: ArticleInput): Field<CalendarDate> | null {
  const masthead = input.dates.find(({ role, day }) => role === 'capture-date' && day !== null);
  const record = input.dates.find(({ range }) => input.lines[range.start.line]?.startsWith('WARC-Date:'));
  return dayOf(masthead) ?? dayOf(record);
}

function textBefore({ lines }: ArticleInput, { range }: DateMention): string {
  return (lines[range.start.line] ?? '').slice(
    Math.max(0, range.start.character - 40),
    range.start.character,
  );
}

function dayOf(mention: DateMention | undefined): Field<CalendarDate> | null {
  return mention?.day ? { value: mention.day, range: mention.range } : null;
}

/** The page's address, where a record header or a line of its own has it. */
function addressOf(input: ArticleInput): Field<string> | null {
  const link = templateField(input, 'link');
  if (link && /^https?:\/\//.test(link.value)) return link;
  for (const { line } of input.roled.slice(0, 12)) {
    const raw = input.lines[line] ?? '';
    const found = /^(?:WARC-Target-URI:|URL Source:|URL:)?\s*(https?:\/\/\S+)\s*$/.exec(raw);
    const address = found?.[1];
    if (!address) continue;
    const start = raw.indexOf(address);
    return { value: address, range: rangeInLine(line, start, start + address.length) };
  }
  return null;
}

/** The cards of a page, in order; lines and dates are walked once along with them. */
function relatedItems({ sections, roled, lines, dates }: ArticleInput): readonly RelatedItem[] {
  const relatedLines = roled.filter(({ role }) => isRelated(role));
  const relatedDates = dates.filter(({ role }) => role === 'related-date');
  let line = 0;
  let date = 0;
  return cardsOf(sections).map(({ startLine, endLine }) => {
    let title: Field<string> | null = null;
    let teaser: Field<string> | null = null;
    let published: Field<CalendarDate> | null = null;
    for (let each = relatedLines[line]; each && each.line <= endLine; each = relatedLines[++line]) {
      if (each.line < startLine) continue;
      const field = { value: each.text, range: trimmedRange(lines[each.line] ?? '', each.line) };
      if (each.role === 'related-title') title ??= field;
      if (each.role === 'related-teaser') teaser ??= field;
    }
    for (
      let each = relatedDates[date];
      each && each.range.start.line <= endLine;
      each = relatedDates[++date]
    ) {
      if (each.range.start.line >= startLine) published ??= dayOf(each);
    }
    return { title, teaser, published };
  });
}

function cardsOf(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => (section.kind === 'card' ? [section] : cardsOf(section.children)));
}
