import { patternOf } from '../dates/patterns';
import type { DateMention } from '../model/date';
import type { Dump, Field, Page } from '../model/page';
import type { Role } from '../model/role';
import { compileTemplate } from './compileTemplate';
import { ENOUGH } from './match';

/** Lines that a site writes alike on every page, and how much one tells the site. The rest is the article's own. */
const SIGNATURES: Readonly<Partial<Record<Role, number>>> = {
  outlet: 0.3,
  metadata: 0.3,
  byline: 0.1,
  'capture-date': 0.1,
  'related-heading': 0.2,
  legal: 0.2,
  promo: 0.1,
  share: 0.1,
  comments: 0.1,
  navigation: 0,
  boilerplate: 0,
  'related-date': 0,
};

/** UTF-16 units of a line that is one of the site's; longer ones are texts. */
const LONGEST_LINE = 200;

/** Templates of a draft: a person reads them all. */
const MOST_TEMPLATES = 60;

/** A profile as it is written in JSON. */
export interface ProfileDraft {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly dateForms?: readonly { readonly role: Role; readonly pattern: string }[];
  readonly lines: readonly DraftLine[];
}

interface DraftLine {
  readonly role: Role;
  readonly signature?: number;
  readonly templates: readonly string[];
}

/**
 * A profile made of what was recognized in a dump, for a person to review: the lines that belong to the site as
 * templates, with their dates, names and numbers as fields. Null where there are none.
 */
export function draftProfile({ pages }: Dump): ProfileDraft | null {
  const language = pages.map(({ page }) => page.language).find((tag) => tag !== null) ?? null;
  const byRole = new Map<Role, Set<string>>();
  let count = 0;
  for (const { page } of pages) {
    for (const [line, role] of page.roles.entries()) {
      if (role === '' || SIGNATURES[role] === undefined || count >= MOST_TEMPLATES) continue;
      const template = templateOf(page, line, role, language);
      const templates = byRole.get(role) ?? new Set();
      if (template === null || templates.has(template)) continue;
      byRole.set(role, templates.add(template));
      count++;
    }
  }
  if (byRole.size === 0) return null;
  const title = titleOf(pages.map(({ page }) => page));
  const forms = dateForms(pages.flatMap(({ page }) => page.dates));
  return {
    id: slug(title),
    title,
    ...(language !== null && { language }),
    ...(forms.length > 0 && { dateForms: forms }),
    lines: signed([...byRole].map(([role, templates]) => ({ role, templates: [...templates] }))),
  };
}

/** Lines with their signatures, raised together where they would not tell the site. */
function signed(lines: readonly DraftLine[]): readonly DraftLine[] {
  const sum = lines.reduce((all, { role, templates }) => all + (SIGNATURES[role] ?? 0) * templates.length, 0);
  const missing = Math.max(0, ENOUGH - sum);
  const [first] = [...lines].sort((a, b) => (SIGNATURES[b.role] ?? 0) - (SIGNATURES[a.role] ?? 0));
  return lines.map(({ role, templates }) => {
    const own = (SIGNATURES[role] ?? 0) + (role === first?.role ? missing : 0);
    return { role, ...(own > 0 && { signature: Number(own.toFixed(2)) }), templates };
  });
}

/** A stretch of a line that a template takes as a field. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly field: string;
}

function templateOf(page: Page, line: number, role: Role, language: string | null): string | null {
  const raw = page.lines[line] ?? '';
  if (raw.length > LONGEST_LINE) return null;
  const slots = slotsOf(page, line, role);
  let template = '';
  let at = 0;
  for (const { start, end, field } of slots) {
    if (start < at) continue;
    template += escaped(raw.slice(at, start)) + field;
    at = end;
  }
  template = (template + escaped(raw.slice(at))).trim();
  const compiled = compileTemplate(template, language === null ? {} : { language });
  return compiled.ok && compiled.template.match(raw) ? template : null;
}

function slotsOf(page: Page, line: number, role: Role): readonly Slot[] {
  const { article } = page;
  const onLine = (field: Field<unknown> | null | undefined, name: string): Slot[] =>
    field?.range.start.line === line && field.range.end.line === line
      ? [{ start: field.range.start.character, end: field.range.end.character, field: `{${name}}` }]
      : [];
  const dates = page.dates.flatMap((date): Slot[] => {
    const { start, end } = date.range;
    if (start.line !== line) return [];
    const pattern = patternOf(date);
    const name = nameOf(page, date, role);
    // One digit stands for two as well: the next page's day may be another.
    const type =
      pattern === null ? '' : `:${pattern.replace(/(?<![dM])(?:dd|MM)(?![dM])/g, (two) => two.charAt(0))}`;
    return [{ start: start.character, end: end.character, field: `{${name}${type}}` }];
  });
  const names =
    role === 'outlet'
      ? []
      : [...onLine(article?.source, 'source'), ...onLine(article?.author, 'author:name')];
  const numbers =
    role === 'legal' || role === 'comments' || role === 'share'
      ? [...(page.lines[line] ?? '').matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
          start: index,
          end: index + digits.length,
          field: '{number:number}',
        }))
      : [];
  const taken = [...dates, ...names];
  const free = numbers.filter(
    ({ start, end }) => !taken.some((slot) => slot.start < end && start < slot.end),
  );
  return [...taken, ...free].sort((a, b) => a.start - b.start);
}

function nameOf({ article }: Page, { range }: DateMention, role: Role): string {
  if (role === 'capture-date') return 'captured';
  const { start } = article?.published?.range ?? {};
  return start?.line === range.start.line && start.character === range.start.character ? 'published' : 'date';
}

/** A text in which the marks of templates stand for themselves. */
function escaped(text: string): string {
  return text.replace(/[\\{}()[\]|]/g, '\\$&');
}

/** The form of the dates of each role of fields, by the first date that is sound. */
function dateForms(dates: readonly DateMention[]): readonly { role: Role; pattern: string }[] {
  const forms = new Map<Role, string>();
  for (const date of dates) {
    if (date.problems.length > 0 || SIGNATURES[date.role] === undefined || forms.has(date.role)) continue;
    const pattern = patternOf(date);
    if (pattern !== null) forms.set(date.role, pattern);
  }
  return [...forms].map(([role, pattern]) => ({ role, pattern }));
}

function titleOf(pages: readonly Page[]): string {
  const articles = pages.flatMap(({ article }) => article ?? []);
  const names = articles.flatMap(({ outlet, source }) => [outlet?.value, source?.value]);
  const name = names.find((each) => each !== undefined && each.trim() !== '') ?? 'New site';
  return name.replace(/\s+/g, ' ').trim().slice(0, 100);
}

/** Small letters and digits, joined by `-`. */
function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 60).replace(/-$/, '') ?? 'new-site';
}
