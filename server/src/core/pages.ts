import { isSeparator } from './evidence/records';
import type { Role } from './model/role';
import { matchProfile } from './profiles/match';
import type { Profile } from './profiles/profile';

/** How many non-blank lines after a separator may stand before the line that shows a page's head. */
const HEAD_REACH = 8;

/** How many non-blank lines before a closing line are looked at for the site's forms: the end of a page is full of them. */
const CLOSE_REACH = 200;

/** A run of a file's lines, both inside. */
export interface PageLines {
  readonly startLine: number;
  readonly endLine: number;
}

/** What the splitter must know about lines: the file's lines, the profiles, and which lines are dates alone. */
export interface SplitInput {
  readonly lines: readonly string[];
  readonly profiles: readonly Profile[];
  readonly isBlank: (line: number) => boolean;
  readonly isDateOnly: (line: number) => boolean;
  /** Whether a line is short and holds a date. */
  readonly isDated: (line: number) => boolean;
}

/**
 * Parts a file into pages: at form feeds, at WARC record headers, at separator lines below which a page's head stands,
 * below a line that closes its page, and where a line that a page has only once comes a second time (a profile says
 * which these are). The pages cover all lines.
 */
export function splitPages(input: SplitInput): readonly PageLines[] {
  const solid = nonBlankLines(input);
  const starts = new Set<number>([0]);
  let seen = new Set<string>();
  let first = 0;
  const open = (index: number) => {
    starts.add(solid[index] ?? 0);
    seen = new Set();
    first = index;
  };
  solid.forEach((line, index) => {
    if (index > 0 && opensPage(input, solid, index)) open(index);
    else if (index > first && closesPage(input, solid, first, index - 1)) open(index);
    for (const key of onceLines(input, line).keys()) {
      if (seen.has(key)) open(headAbove(input, solid, index));
      seen.add(key);
    }
  });
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((startLine, at) => ({ startLine, endLine: (sorted[at + 1] ?? input.lines.length) - 1 }));
}

function nonBlankLines({ lines, isBlank }: SplitInput): readonly number[] {
  const solid: number[] = [];
  for (let line = 0; line < lines.length; line++) if (!isBlank(line)) solid.push(line);
  return solid;
}

/** What a line is that a page has only once, by the profiles that know its form: key of the form to role. */
function onceLines({ lines, profiles }: SplitInput, line: number): ReadonlyMap<string, Role> {
  const text = lines[line] ?? '';
  const found = new Map<string, Role>();
  for (const profile of profiles) {
    for (const { once, role, template } of profile.lines) {
      if (once && template.match(text)) found.set(`${profile.id} ${role}`, role);
    }
  }
  return found;
}

/** Whether a page begins with this line whatever stood before. */
function opensPage(input: SplitInput, solid: readonly number[], index: number): boolean {
  const line = solid[index] ?? 0;
  const text = input.lines[line] ?? '';
  if (text.startsWith('\f') || text.startsWith('WARC/1.')) return true;
  for (let blank = (solid[index - 1] ?? 0) + 1; blank < line; blank++) {
    if (input.lines[blank]?.includes('\f')) return true;
  }
  return isSeparator(text) && headBelow(input, solid, index);
}

/**
 * Whether the line at `index` closes its page, which began at `first`. Its form may be usual elsewhere too, so that the
 * page must have shown itself to be of the profile's site.
 */
function closesPage(
  { lines, profiles }: SplitInput,
  solid: readonly number[],
  first: number,
  index: number,
): boolean {
  const text = lines[solid[index] ?? 0] ?? '';
  return profiles.some((profile) => {
    if (!profile.lines.some(({ closes, template }) => closes && template.match(text))) return false;
    const page = solid.slice(Math.max(first, index - CLOSE_REACH), index).map((line) => lines[line] ?? '');
    return matchProfile(page, [profile]) !== null;
  });
}

/** Whether a page's head stands below a separator: a date or source line, an address, a line that pages have once. */
function headBelow(input: SplitInput, solid: readonly number[], index: number): boolean {
  for (const line of solid.slice(index + 1, index + 1 + HEAD_REACH)) {
    const text = input.lines[line] ?? '';
    if (isSeparator(text)) return false;
    if (input.isDated(line) || /^(https?:\/\/|URL:|WARC\/1\.)/.test(text.trimStart())) return true;
    if (onceLines(input, line).size > 0) return true;
  }
  return false;
}

/**
 * Index of the first line of the head that the line at `index` belongs to: above a metadata line its headline, above
 * these the outlet, above the outlet the capture date.
 */
function headAbove(input: SplitInput, solid: readonly number[], index: number): number {
  const rolesAt = (at: number) => [...onceLines(input, solid[at] ?? 0).values()];
  let top = index;
  if (rolesAt(top).includes('metadata') && top > 0 && !input.isDateOnly(solid[top - 1] ?? 0)) {
    const headline = input.lines[solid[top - 1] ?? 0];
    top--;
    if (input.lines[solid[top - 1] ?? 0] === headline) top--;
    if (top > 0 && rolesAt(top - 1).includes('outlet')) top--;
  }
  if (top > 0 && rolesAt(top).includes('outlet') && input.isDateOnly(solid[top - 1] ?? 0)) top--;
  return top;
}
