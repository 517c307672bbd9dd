import { DATE_LANGUAGES } from './languages';
import { normalized } from './localeNames';
import { standsAlone } from './surroundings';

// What introduces the date of a field: `Published:`, `Publié le`.

const labels: ReadonlySet<string> = new Set(DATE_LANGUAGES.flatMap((language) => language.labels ?? []));

/** No label is longer, nor has more words. */
const LONGEST = 32;
const MOST_WORDS = 4;

/** A label at the beginning of a stretch of a line. */
export interface FieldLabel {
  /** The column after it and its colon. */
  readonly end: number;
  /** Whether a colon ends it. */
  readonly hasColon: boolean;
  /** Whether it cannot stand for itself: `Published on`, `Publié le`. */
  readonly asksForMore: boolean;
}

/** The label that a line has from a column on, over white space; null where there is none. */
export function labelAt(line: string, from: number): FieldLabel | null {
  const start = startOf(line, from);
  const head = line.slice(start, start + LONGEST);
  const end = colonAfterLabel(head);
  if (end >= 0) return { end: start + end + 1, hasColon: true, asksForMore: true };
  let words = 0;
  let longest: FieldLabel | null = null;
  for (let at = 1; at <= head.length && words < MOST_WORDS; at++) {
    if (at < head.length ? head.charAt(at) !== ' ' : start + at < line.length) continue;
    words++;
    const text = head.slice(0, at);
    if (isLabel(text))
      longest = { end: start + at, hasColon: false, asksForMore: / \p{Ll}{1,3}$/u.test(text) };
  }
  return longest;
}

/** Whether a line begins with a label and its colon. */
export function beginsWithLabel(line: string): boolean {
  const start = startOf(line, 0);
  return colonAfterLabel(line.slice(start, start + LONGEST)) >= 0;
}

function startOf(line: string, from: number): number {
  return from + (line.slice(from).search(/\S/) || 0);
}

/** The column of the colon up to which a text is a label; -1 where it is none. */
function colonAfterLabel(head: string): number {
  const colon = head.search(/[:：]/);
  return colon >= 0 && isLabel(head.slice(0, colon)) ? colon : -1;
}

/** Whether a stretch is all of its field: of its line, or between a label and a bar. */
export function isAlone(line: string, start: number, end: number): boolean {
  return (
    standsAlone(line, { start, end }) || (isLabelled(line, start) && standsAlone(line, { start: 0, end }))
  );
}

/** Whether a line begins with a label that goes up to a column. */
function isLabelled(line: string, to: number): boolean {
  const label = to <= LONGEST ? labelAt(line, 0) : null;
  return label !== null && line.slice(label.end, to).trim() === '';
}

function isLabel(text: string): boolean {
  return labels.has(normalized(text).trim());
}
