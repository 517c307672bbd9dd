import type { PageView } from '../evidence';
import { CONTEXT_WIDTH } from './context';
import { FEATURES } from './features';

/** Columns that {@link headFeatures} adds to those of lines and of their surroundings. */
const ADDED = 8;

/** Columns of {@link headFeatures}. */
export const HEAD_WIDTH = FEATURES.length + CONTEXT_WIDTH + ADDED;

/** Lines of the head are no longer than this, in words. */
const MOST_WORDS = 45;
const FAR = 60;

/** Whether a line can be title, author or date line. */
export function isHeadCandidate({ lines }: PageView, index: number): boolean {
  const line = lines[index];
  return (
    line !== undefined &&
    line.measures.words <= MOST_WORDS &&
    line.measures.letters + line.measures.digits > 1
  );
}

/**
 * Features for finding title, author and date: what is known of lines and of their surroundings, and how they stand to
 * the text. Row by row, in linear time.
 */
export function headFeatures(
  page: PageView,
  own: Float32Array,
  around: Float32Array,
  content: Float32Array,
): Float32Array {
  const { lines } = page;
  const matrix = new Float32Array(lines.length * HEAD_WIDTH);
  const first = content.findIndex((odds, index) => odds > 0 && (lines[index]?.measures.words ?? 0) >= 10);
  const last = content.reduce((at, odds, index) => (odds > 0 ? index : at), -1);
  const text = new Set<number>();
  lines.forEach((line, index) => {
    if ((content[index] ?? 0) > 0 && text.size < 3000) for (const word of line.tellingWords) text.add(word);
  });
  lines.forEach((line, index) => {
    let at = index * HEAD_WIDTH;
    matrix.set(own.subarray(index * FEATURES.length, (index + 1) * FEATURES.length), at);
    at += FEATURES.length;
    matrix.set(around.subarray(index * CONTEXT_WIDTH, (index + 1) * CONTEXT_WIDTH), at);
    at += CONTEXT_WIDTH;
    const words = line.measures.words > MOST_WORDS ? [] : line.tellingWords;
    const shared = words.filter((word) => text.has(word)).length;
    matrix[at++] = first < 0 ? FAR : Math.max(-FAR, Math.min(FAR, index - first));
    matrix[at++] = last < 0 ? FAR : Math.max(-FAR, Math.min(FAR, index - last));
    matrix[at++] = words.length === 0 ? 0 : shared / words.length;
    matrix[at++] = shared;
    matrix[at++] = datesOf(page, index + 1);
    matrix[at++] = datesOf(page, index - 1);
    matrix[at++] = line.isName ? 1 : 0;
    matrix[at++] = lines[index + 1]?.text === line.text ? 1 : 0;
  });
  return matrix;
}

function datesOf({ lines }: PageView, index: number): number {
  const line = lines[index];
  if (!line) return -1;
  return line.dateOnly ? 2 : line.dates.length > 0 ? 1 : 0;
}
