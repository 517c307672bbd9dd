import type { Section, SectionKind } from './model/page';
import { isBody, isContent, isRelated, type Role } from './model/role';

/** A non-blank line and its role. */
export interface RoledLine {
  readonly line: number;
  readonly role: Role;
  readonly text: string;
}

/** Groups a page's lines into sections. Sections come in order, do not overlap, and hold their children. */
export function buildSections(lines: readonly RoledLine[]): readonly Section[] {
  const bodyFirst = lines.findIndex(({ role }) => isBody(role));
  const bodyLast = lastIndex(lines, ({ role }) => isBody(role));
  const firstContent = lines.findIndex(({ role }) => isContent(role));
  const sections: Section[] = [];
  if (bodyFirst < 0) return headSections(lines, firstContent < 0 ? lines.length : firstContent);
  sections.push(...headSections(lines.slice(0, bodyFirst), firstContent));
  sections.push(bodySection(lines.slice(bodyFirst, bodyLast + 1)));
  sections.push(...headSections(lines.slice(bodyLast + 1), 0));
  return sections;
}

/**
 * Sections of lines outside the body: runs of lines of one kind.
 * @param content index of the page's first content line; furniture before it is the masthead
 */
function headSections(lines: readonly RoledLine[], content: number): readonly Section[] {
  return runs(lines, ({ role }, index) => kindOutsideBody(role, index < content)).map(
    ({ kind, lines: run }) => (kind === 'related' ? section(kind, run, cards(run)) : section(kind, run, [])),
  );
}

function kindOutsideBody(role: Role, masthead: boolean): SectionKind {
  if (isRelated(role)) return 'related';
  if (role === 'headline' || role === 'deck') return 'headline';
  if (role === 'byline' || role === 'metadata') return 'metadata';
  return masthead ? 'masthead' : 'furniture';
}

/** The body with a passage for each subheading, and with the furniture that stands in it. */
function bodySection(lines: readonly RoledLine[]): Section {
  const parts = runs(lines, ({ role }) => {
    if (isRelated(role)) return 'related';
    return isContent(role) ? 'body' : 'furniture';
  });
  const children = parts.flatMap(({ kind, lines: run }) => {
    if (kind === 'related') return [section(kind, run, cards(run))];
    return kind === 'furniture' ? [section(kind, run, [])] : passages(run);
  });
  return section('body', lines, children);
}

/** A passage from each subheading to the line before the next one. Lines before the first one are in none. */
function passages(lines: readonly RoledLine[]): readonly Section[] {
  const starts = lines.flatMap(({ role }, index) => (role === 'subheading' ? [index] : []));
  return starts.map((start, at) =>
    section('passage', lines.slice(start, starts[at + 1] ?? lines.length), []),
  );
}

/** The cards of a related block. A card has a title or a teaser, each perhaps twice, and a date. */
function cards(lines: readonly RoledLine[]): readonly Section[] {
  const found: RoledLine[][] = [];
  let card: RoledLine[] = [];
  let seen = new Set<string>();
  for (const each of lines) {
    if (each.role === 'related-heading') continue;
    const key = `${each.role} ${each.text}`;
    if (card.length > 0 && opensCard(seen, card[card.length - 1]?.role, each.role, seen.has(key))) {
      found.push(card);
      card = [];
      seen = new Set();
    }
    card.push(each);
    seen.add(each.role).add(key);
  }
  if (card.length > 0) found.push(card);
  return found.map((run) => section('card', run, []));
}

/**
 * Whether a line begins another card.
 * @param seen roles of the card so far
 * @param last role of its last line
 * @param repeat whether the card has the very line already
 */
function opensCard(seen: ReadonlySet<string>, last: Role | undefined, role: Role, repeat: boolean): boolean {
  if (role === 'related-title') {
    // The doubled title of a card stands before its teaser; a date above a title belongs to it.
    if (seen.has('related-teaser')) return true;
    return !repeat && (seen.has('related-title') || (last === 'related-date' && seen.size > 2));
  }
  return !repeat && seen.has(role);
}

interface Run {
  readonly kind: SectionKind;
  readonly lines: readonly RoledLine[];
}

function runs(
  lines: readonly RoledLine[],
  kindOf: (line: RoledLine, index: number) => SectionKind,
): readonly Run[] {
  const found: { kind: SectionKind; lines: RoledLine[] }[] = [];
  lines.forEach((line, index) => {
    const kind = kindOf(line, index);
    const last = found[found.length - 1];
    if (last?.kind === kind) last.lines.push(line);
    else found.push({ kind, lines: [line] });
  });
  return found;
}

function section(kind: SectionKind, lines: readonly RoledLine[], children: readonly Section[]): Section {
  return { kind, startLine: lines[0]?.line ?? 0, endLine: lines[lines.length - 1]?.line ?? 0, children };
}

function lastIndex<T>(values: readonly T[], test: (value: T) => boolean): number {
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index];
    if (value !== undefined && test(value)) return index;
  }
  return -1;
}
