import type { Role } from '../model/role';
import { isBody } from '../model/role';
import { lineTemplates } from '../profiles/match';
import type { PageLine, PageView } from './evidence';
import type { CueCategory } from './words';

/** Where the running text of a page lies: indices into its non-blank lines, both inside. */
export interface BodySegment {
  readonly first: number;
  readonly last: number;
}

/** Roles above the text, and below it. */
const ABOVE: ReadonlySet<Role> = new Set(['capture-date', 'outlet', 'headline', 'metadata']);
const BELOW: ReadonlySet<Role> = new Set(['related-heading', 'legal', 'navigation', 'comments', 'metadata']);

/**
 * The stretch with the most running text and the least else: the maximal subsequence of the lines' values, found in
 * one pass. (The idea is that of "body text extraction", Finn, Kushmerick and Smyth 2001, on lines in place of tags.)
 * Where the site's profile knows the lines around the text, it is what stands between them. Null where no line reads
 * like running text.
 */
export function bodySegment(page: PageView): BodySegment | null {
  const before = known.get(page);
  if (before !== undefined) return before;
  const segment = findSegment(page);
  known.set(page, segment);
  return segment;
}

/** Several sources ask for it. */
const known = new WeakMap<PageView, BodySegment | null>();

function findSegment(page: PageView): BodySegment | null {
  const { lines } = page;
  const { from, to, headline } = bounds(page);
  const seen = new Set<string>();
  const content = page.learnt?.content;
  let best: BodySegment | null = null;
  let bestSum = 0;
  let sum = 0;
  let first = from;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (!line) break;
    const value = content ? learntValue(line, content[index] ?? 0) : textValue(line, seen.has(line.text));
    seen.add(line.text);
    if (sum <= 0) {
      sum = 0;
      first = index;
    }
    sum += value;
    if (sum > bestSum) {
      bestSum = sum;
      best = { first, last: index };
    }
  }
  if (!best) return null;
  return { first: headline ? from : best.first, last: to < lines.length ? to - 1 : best.last };
}

/**
 * Index after the last profile line above the text, and index of the first one below it.
 * `headline` tells whether a line that the profile does not know stands above `from`: then no title can follow it.
 */
function bounds({ lines, profile }: PageView): { from: number; to: number; headline: boolean } {
  let from = 0;
  let unknown = 0;
  let headline = false;
  let text = false;
  for (let index = 0; profile && index < lines.length; index++) {
    const roles = lineTemplates(profile, index).map(({ role }) => role);
    if (roles.length === 0) unknown++;
    if (roles.length === 0 || roles.some(isBody)) {
      text ||= isRunningText(lines[index]);
      continue;
    }
    if (text && roles.some((role) => BELOW.has(role))) return { from, to: index, headline };
    if (!text && roles.some((role) => ABOVE.has(role))) {
      from = index + 1;
      headline = unknown > 0;
    }
  }
  return { from, to: lines.length, headline };
}

/** Whether a line reads like running text rather than a title or a menu entry. */
export function isRunningText(line: PageLine | undefined): boolean {
  if (!line || line.dateOnly) return false;
  if (line.wrapped) return true;
  const { measures } = line;
  const words = measures.words;
  if (measures.end === 'sentence') return words >= 8;
  return words >= 30 || (measures.sentences > 0 && words >= 15);
}

/** More words than these say no more. */
const MOST_WORDS = 60;
/** What words of furniture cost a short line: the text does not run over them. */
const FURNITURE_COST = 3;
const FURNITURE: readonly CueCategory[] = ['share', 'legal', 'comments', 'related'];

/** What a line is worth for the segment by its log odds of being text. */
function learntValue(line: PageLine, odds: number): number {
  const probability = 1 / (1 + Math.exp(-odds));
  const value = (probability - 0.5) * (Math.min(MOST_WORDS, line.measures.words) + 2);
  return FURNITURE.some((category) => line.categories.has(category)) ? value - FURNITURE_COST : value;
}

function textValue(line: PageLine, repeated: boolean): number {
  if (repeated) return -2;
  const { words, end } = line.measures;
  if (isRunningText(line)) return Math.max(0.5, Math.min(4, words / 15));
  if (line.measures.bullet) return words >= 6 ? 0.5 : 0;
  // A quotation's intro or a subheading between paragraphs costs little; a run of menu entries costs much.
  return end === 'colon' || end === 'sentence' ? -0.2 : -0.5;
}
