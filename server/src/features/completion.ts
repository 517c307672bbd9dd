import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { isoOf } from '../core/dates/calendar';
import { isDateField } from '../core/dates/dateFields';
import { dateWriter } from '../core/dates/fieldWriter';
import type { CalendarDate, DateMention } from '../core/model/date';
import type { Dump, Page } from '../core/model/page';
import { contains, type Position, type Range, rangeInLine, shiftRange } from '../core/model/range';
import type { Role } from '../core/model/role';
import { weekdayName } from './calendarFacts';
import { clamp, datesOn, lineAt, normalized, trimmedRange } from './places';

/** Dates and names that are offered at one place. */
const MAX_ITEMS = 20;

/** Pages of a file whose names are looked at. */
const MAX_PAGES = 200;

/** What may stand at a place: dates of the page where a date field is, in that field's style, and outlets where one is named. */
export function completions(dump: Dump, position: Position): CompletionItem[] {
  const placed = lineAt(dump, position.line);
  if (placed === null || placed.role === '') return [];
  const { page, startLine, line, role, text } = placed;
  const here: Position = { line, character: clamp(text, position) };
  const items =
    datePlace(page, here, role)?.flatMap((place) => dateItems(page, place)) ??
    namePlace(page, here, role).flatMap((range) => nameItems(dump, page, range));
  return items.slice(0, MAX_ITEMS).map(({ textEdit: { range, newText }, ...item }, index) => ({
    ...item,
    sortText: String(index).padStart(2, '0'),
    textEdit: { range: shiftRange(range, startLine), newText },
  }));
}

interface Item extends Omit<CompletionItem, 'textEdit'> {
  readonly textEdit: { readonly range: Range; readonly newText: string };
}

/** A place for a date. */
interface DatePlace {
  /** What the date replaces. */
  readonly range: Range;
  readonly role: Role;
  readonly prefix: string;
}

/** Where a date goes: into the place of the one that is there, or behind the label that has none. Null elsewhere. */
function datePlace(page: Page, here: Position, role: Role): DatePlace[] | null {
  if (!isDateField(role)) return null;
  const text = page.lines[here.line] ?? '';
  for (const date of datesOn(page, here.line)) {
    if (isEmptyField(date)) {
      const between = text.slice(date.range.end.character, here.character);
      if (here.character < date.range.end.character || between.trim() !== '') continue;
      const range = rangeInLine(here.line, date.range.end.character, here.character);
      return [{ range, role, prefix: ' ' }];
    }
    if (contains(date.range, here)) return [{ range: date.range, role, prefix: '' }];
  }
  return null;
}

/** Whether a label has no date behind it, not even a placeholder. */
function isEmptyField({ problems, text }: DateMention): boolean {
  return problems.some(({ code, values }) => code === 'date-missing' && values['t'] === '') && text !== '';
}

function dateItems(page: Page, { range, role, prefix }: DatePlace): Item[] {
  const write = dateWriter(page, role);
  const current = textOf(page, range);
  const offered = new Map<string, Item>();
  for (const { day, what } of daysOf(page)) {
    const newText = write(day);
    if (newText === current || offered.has(newText)) continue;
    offered.set(newText, {
      label: newText,
      kind: CompletionItemKind.Value,
      detail: `${what} · ${isoOf(day)} ${weekdayName(day)}`,
      // Editors compare what is offered with the text that it would replace.
      filterText: current.trim() === '' ? newText : current,
      textEdit: { range, newText: prefix + newText },
    });
  }
  return [...offered.values()];
}

/** The days that a page names, those of its fields first. */
function daysOf({ article, dates }: Page): readonly { readonly day: CalendarDate; readonly what: string }[] {
  return [
    ...(article?.published ? [{ day: article.published.value, what: l10n.t('published') }] : []),
    ...(article?.captured ? [{ day: article.captured.value, what: l10n.t('captured') }] : []),
    ...dates.flatMap(({ day, role }) =>
      day && role === 'paragraph' ? [{ day, what: l10n.t('in the text') }] : [],
    ),
  ];
}

/** Where an outlet or a source is named. */
function namePlace(page: Page, here: Position, role: Role): readonly Range[] {
  if (role === 'outlet') return [trimmedRange(page, here.line)];
  const { source = null } = page.article ?? {};
  return source && contains(source.range, here) ? [source.range] : [];
}

function nameItems({ pages }: Dump, page: Page, range: Range): Item[] {
  const current = textOf(page, range);
  const names = [{ page }, ...pages.slice(0, MAX_PAGES)].flatMap((placed) => {
    const { article } = placed.page;
    return [article?.outlet, article?.source].flatMap((field) => (field ? [normalized(field.value)] : []));
  });
  return [...new Set(names)]
    .filter((name) => name !== '' && name !== current)
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Text,
      filterText: current,
      textEdit: { range, newText: name },
    }));
}

function textOf({ lines }: Page, { start, end }: Range): string {
  return (lines[start.line] ?? '').slice(start.character, end.character);
}
