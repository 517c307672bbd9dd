import { isAuthorWord, readAuthors } from './authors/spans';
import type { Correction } from './corrections';
import { readDateline } from './dateline';
import type { LearntOdds } from './evidence/evidence';
import { titleRunsOn } from './evidence/headlines';
import { likeliest } from './evidence/likeliest';
import { measure } from './evidence/measures';
import { readLabel } from './metadataLines';
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
  /** How sure each of them is, in the same order. */
  readonly confidence: Float32Array;
  readonly sections: readonly Section[];
  readonly dates: readonly DateMention[];
  /** What the profile's templates took from the lines; columns count from `indent`. */
  readonly fields: readonly (TemplateField & { readonly line: number; readonly indent: number })[];
  readonly language: string | null;
  /** What was learnt from other pages, of the same lines. */
  readonly learnt: LearntOdds | null;
  /** What a person said of lines, by their index. */
  readonly corrected: ReadonlyMap<number, Correction>;
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
  const texts = body.map(({ text }) => text);
  const headline = joined(input, 'headline');
  const bodyCount = countWords(texts);
  const size = bodyCount.words + bodyCount.ideographs / 2;
  if (size < (headline ? WORDS_UNDER_HEADLINE : WORDS_ALONE)) return null;
  const deck = joined(input, 'deck');
  const count = countWords([headline?.value ?? '', deck?.value ?? '', ...texts]);
  return {
    headline,
    deck,
    author: templateField(input, 'author') ?? authorOf(input),
    source: templateField(input, 'source') ?? sourceOf(input),
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

/**
 * The surest line of a role, with the lines after it that go on with it, as one text. A line that repeats another adds
 * nothing.
 */
function joined(input: ArticleInput, role: 'headline' | 'deck'): Field<string> | null {
  const { roled, lines } = input;
  const [surestLine] = surest(input, role);
  if (surestLine === undefined) return null;
  const first = role === 'headline' ? withoutTrail(input, surestLine) : surestLine;
  let start = first;
  while (role === 'headline' && goesOn(roled, start - 1)) start--;
  let end = first;
  const isMore = (index: number) =>
    role === 'deck' ? roled[index + 1]?.role === role : goesOn(roled, index);
  const seen = new Set([roled[first]?.text]);
  while (isMore(end) && !seen.has(roled[end + 1]?.text)) seen.add(roled[++end]?.text);
  const run = roled.slice(start, end + 1);
  const head = run[0]?.line ?? 0;
  const last = run[run.length - 1]?.line ?? head;
  return {
    value: run.map(({ text }) => text).join(' '),
    range: {
      start: trimmedRange(lines[head] ?? '', head).start,
      end: trimmedRange(lines[last] ?? '', last).end,
    },
  };
}

/** Shorter lines end others by chance. */
const LEAST_TITLE = 12;

/** `News / Harbour / The Title`: where the next line has the title alone, that one; else the line itself. */
function withoutTrail({ roled, learnt }: ArticleInput, index: number): number {
  const own = roled[index]?.text ?? '';
  const next = roled[index + 1]?.text ?? '';
  const isTrail = learnt !== null && next.length >= LEAST_TITLE && next.length < own.length;
  return isTrail && own.endsWith(next) ? index + 1 : index;
}

/** Whether the headline of the line at `index` goes on in the next one. */
function goesOn(roled: readonly RoledLine[], index: number): boolean {
  const line = roled[index];
  const next = roled[index + 1];
  if (line?.role !== 'headline' || next?.role !== 'headline') return false;
  return titleRunsOn(asTitle(line), asTitle(next), index);
}

function asTitle({ text }: RoledLine) {
  return { text, measures: measure(text), dates: [] };
}

/** Confidences that differ by less are the same: the earlier line is meant. */
const SAME = 0.1;

/** Indices of the lines of a role, the surest first, the earlier first of those that are as sure. */
function surest({ roled, confidence }: ArticleInput, role: string): readonly number[] {
  return roled
    .flatMap((line, index) => (line.role === role ? [index] : []))
    .sort((a, b) => Math.round(((confidence[b] ?? 0) - (confidence[a] ?? 0)) / SAME) || a - b);
}

/** A column range of one line, read from it. */
type ReadLine = (line: string) => { readonly start: number; readonly end: number } | null;

function firstOf(input: ArticleInput, role: string, read: ReadLine): Field<string> | null {
  for (const index of surest(input, role)) {
    const line = input.roled[index]?.line ?? 0;
    const raw = input.lines[line] ?? '';
    const span = read(raw);
    if (span)
      return { value: raw.slice(span.start, span.end), range: rangeInLine(line, span.start, span.end) };
  }
  return null;
}

/** Lines beside the headline among which a label tells the source, whatever their role. */
const NEAR_HEADLINE = 8;
const LONGEST_LABELLED = 80;

/** The source by its label: of metadata and author lines, else of a short line near the headline that begins with it. */
function sourceOf(input: ArticleInput): Field<string> | null {
  const read: ReadLine = (line) => readLabel(line, 'source');
  const own = firstOf(input, 'metadata', read) ?? firstOf(input, 'byline', read);
  if (own) return own;
  const { roled, lines } = input;
  const headline = roled.findIndex(({ role }) => role === 'headline');
  for (const { line, role, text } of roled.slice(Math.max(0, headline), headline + NEAR_HEADLINE)) {
    const raw = lines[line] ?? '';
    if (isBody(role) || role === 'caption' || text.length > LONGEST_LABELLED) continue;
    const span = read(raw);
    if (span)
      return { value: raw.slice(span.start, span.end), range: rangeInLine(line, span.start, span.end) };
  }
  return null;
}

const LONGEST_BYLINE = 120;

/**
 * What a person's author lines say; else the likeliest of the names on the page, where a model compared them; else what
 * author lines say, and metadata lines after a word for authors.
 */
function authorOf(input: ArticleInput): Field<string> | null {
  const { roled, learnt, corrected } = input;
  const given = roled.flatMap((_, index) => (corrected.get(index)?.role === 'byline' ? [index] : []));
  if (given.length > 0) return firstAuthors(input, given, true);
  if (learnt) return corrected.has(learnt.author?.index ?? -1) ? null : chosenAuthor(input, learnt.author);
  const signed = surest(input, 'byline').filter(
    (index) => (roled[index]?.text.length ?? 0) <= LONGEST_BYLINE,
  );
  return firstAuthors(input, signed, true) ?? firstAuthors(input, surest(input, 'metadata'), false);
}

function chosenAuthor({ roled, lines }: ArticleInput, span: LearntOdds['author']): Field<string> | null {
  const own = span && roled[span.index];
  if (!own) return null;
  const raw = lines[own.line] ?? '';
  const indent = raw.length - raw.trimStart().length;
  const [start, end] = [span.start + indent, span.end + indent];
  return { value: raw.slice(start, end), range: rangeInLine(own.line, start, end) };
}

/** The authors in the first of some lines that names any or, where it holds the word for them alone, in the next one. */
function firstAuthors(
  input: ArticleInput,
  indices: readonly number[],
  isSigned: boolean,
): Field<string> | null {
  for (const index of indices) {
    const own = input.roled[index];
    const next = input.roled[index + 1];
    const below = own && next && isAuthorWord(own.text);
    const found = authorsIn(input, below ? next.line : (own?.line ?? 0), isSigned);
    if (found) return found;
  }
  return null;
}

function authorsIn({ lines, dates }: ArticleInput, line: number, isSigned: boolean): Field<string> | null {
  const raw = lines[line] ?? '';
  const taken = dates
    .filter(({ range }) => range.start.line === line && range.end.line === line)
    .map(({ range }) => ({ start: range.start.character, end: range.end.character }));
  const span = readAuthors(raw, taken, isSigned);
  return span && { value: raw.slice(span.start, span.end), range: rangeInLine(line, span.start, span.end) };
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

/** The template's own field, else the first date of the likeliest line for it, or of a metadata or author line, that is not labelled as an update. */
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
  const likely = likeliestDateLine(input);
  const own = [
    ...input.dates.filter(({ range }) => range.start.line === likely),
    ...input.dates.filter(({ role }) => role === 'metadata' || role === 'byline'),
  ];
  const published = own.filter((mention) => !UPDATED.test(textBefore(input, mention)));
  for (const mention of [...published, ...own]) {
    const day = dayOf(mention);
    if (day) return day;
  }
  return fullDatelineDate(input) ?? dateNearHeadline(input);
}

/** Log odds from which on a line is taken for the one with the article's date whatever else it may be. */
const SURE_DATE_LINE = 1;

/** The line that a model finds the likeliest for the article's date; null where a person named the lines for it. */
function likeliestDateLine({ roled, learnt, corrected }: ArticleInput): number | null {
  if (!learnt || [...corrected.values()].some(({ role }) => role === 'metadata')) return null;
  const best = likeliest(learnt.metadata);
  const line = roled[best];
  const isOpen = line && !corrected.has(best) && line.role !== 'capture-date' && !isRelated(line.role);
  return isOpen && (learnt.metadata[best] ?? 0) >= SURE_DATE_LINE ? line.line : null;
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
