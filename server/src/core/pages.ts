import { isSeparator } from './evidence/records';
import type { Role } from './model/role';
import { formsOf } from './profiles/forms';
import { isOf, profileScores } from './profiles/match';
import type { Profile } from './profiles/profile';

/** How many non-blank lines after a separator may stand before the line that shows a page's head. */
const HEAD_REACH = 8;

/** How many non-blank lines before a closing line are looked at for the site's forms: the end of a page is full of them. */
const CLOSE_REACH = 200;

/** Where a page ends, and what tells. */
export interface PageEnd {
  /** The line after the page's last one. */
  readonly endLine: number;
  /** The line after the last one that was looked at to find the end: what stands there and below says nothing of it. */
  readonly reach: number;
}

/** What the splitter must know about lines: the file's lines, the profiles, and which lines are dates alone. */
export interface SplitInput {
  readonly lineCount: number;
  readonly lineAt: (line: number) => string;
  readonly profiles: readonly Profile[];
  readonly isBlank: (text: string) => boolean;
  readonly isDateOnly: (text: string) => boolean;
  /** Whether a line is short and holds a date. */
  readonly isDated: (text: string) => boolean;
}

/**
 * Finds the end of the page that begins at a line, from that line and those below it alone. A page ends before form feeds,
 * WARC record headers, separator lines below which a page's head stands, below a line that closes it, and before the head
 * that belongs to a line which a page has only once and that comes a second time (a profile says which these are).
 */
export function pageEnd(input: SplitInput, startLine: number): PageEnd {
  const solid = new SolidLines(input, startLine);
  const endAt = (index: number): PageEnd => ({
    endLine: solid.at(index) ?? input.lineCount,
    reach: solid.reach,
  });
  let seen = new Set<string>();
  for (let index = 0; ; index++) {
    const line = solid.at(index);
    if (line === undefined) return endAt(index);
    if (index > 0 && (opensPage(input, solid, index) || closesPage(input, solid, index - 1)))
      return endAt(index);
    for (const key of onceLines(input, input.lineAt(line)).keys()) {
      if (seen.has(key)) {
        const head = headAbove(input, solid, index);
        if (head > 0) return endAt(head);
        seen = new Set();
      }
      seen.add(key);
    }
  }
}

/** A page's lines that are not blank, found as far down as they are asked for. */
class SolidLines {
  /** The line after the last one that was looked at; one more at the text's end, which so is looked at, too. */
  reach: number;
  readonly #input: SplitInput;
  readonly #found: number[] = [];

  constructor(input: SplitInput, startLine: number) {
    this.#input = input;
    this.reach = startLine;
  }

  at(index: number): number | undefined {
    const { lineCount, lineAt, isBlank } = this.#input;
    while (this.#found.length <= index && this.reach <= lineCount) {
      const line = this.reach++;
      if (line < lineCount && !isBlank(lineAt(line))) this.#found.push(line);
    }
    return this.#found[index];
  }

  /** The text of a line; `''` where there is none. */
  text(index: number): string {
    const line = this.at(index);
    return line === undefined ? '' : this.#input.lineAt(line);
  }
}

/** What a line is that a page has only once, by the profiles that know its form: key of the form to role. */
function onceLines({ profiles }: SplitInput, text: string): ReadonlyMap<string, Role> {
  const { all, of } = formsOf(profiles);
  const forms = of(text);
  if (forms.length === 0) return NO_ROLES;
  const found = new Map<string, Role>();
  for (const { form } of forms) {
    const own = all[form];
    if (own?.once) found.set(`${profiles[own.profile]?.id} ${own.role}`, own.role);
  }
  return found;
}

const NO_ROLES: ReadonlyMap<string, Role> = new Map();

/** Whether a page begins with this line whatever stood before. */
function opensPage(input: SplitInput, solid: SolidLines, index: number): boolean {
  const line = solid.at(index) ?? 0;
  const text = solid.text(index);
  if (text.startsWith('\f') || text.startsWith('WARC/1.')) return true;
  for (let blank = (solid.at(index - 1) ?? 0) + 1; blank < line; blank++) {
    if (input.lineAt(blank).includes('\f')) return true;
  }
  return isSeparator(text) && headBelow(input, solid, index);
}

/**
 * Whether the line at `index` closes its page. Its form may be usual elsewhere too, so that the page must have shown itself
 * to be of the profile's site.
 */
function closesPage({ profiles }: SplitInput, solid: SolidLines, index: number): boolean {
  const { all, of } = formsOf(profiles);
  const closing = of(solid.text(index)).filter(({ form }) => all[form]?.closes);
  if (closing.length === 0) return false;
  const page: string[] = [];
  for (let above = Math.max(0, index - CLOSE_REACH); above < index; above++) page.push(solid.text(above));
  const scores = profileScores(page, profiles);
  return closing.some(({ form }) => {
    const profile = all[form]?.profile ?? 0;
    return isOf(profiles[profile], scores[profile]);
  });
}

/** Whether a page's head stands below a separator: a date or source line, an address, a line that pages have once. */
function headBelow(input: SplitInput, solid: SolidLines, index: number): boolean {
  for (let below = index + 1; below <= index + HEAD_REACH && solid.at(below) !== undefined; below++) {
    const text = solid.text(below);
    if (isSeparator(text)) return false;
    if (input.isDated(text) || /^(https?:\/\/|URL:|WARC\/1\.)/.test(text.trimStart())) return true;
    if (onceLines(input, text).size > 0) return true;
  }
  return false;
}

/**
 * Index of the first line of the head that the line at `index` belongs to: above a metadata line its headline, above
 * these the outlet, above the outlet the capture date.
 */
function headAbove(input: SplitInput, solid: SolidLines, index: number): number {
  const rolesAt = (at: number) => [...onceLines(input, solid.text(at)).values()];
  let top = index;
  if (rolesAt(top).includes('metadata') && top > 0 && !input.isDateOnly(solid.text(top - 1))) {
    const headline = solid.text(top - 1);
    top--;
    if (top > 0 && solid.text(top - 1) === headline) top--;
    if (top > 0 && rolesAt(top - 1).includes('outlet')) top--;
  }
  if (top > 0 && rolesAt(top).includes('outlet') && input.isDateOnly(solid.text(top - 1))) top--;
  return top;
}
