import type { PageLine } from './evidence';
import type { CueCategory } from './words';

/** Headings have no more. */
const FEW_WORDS = 10;

/** Whether a line is short and has words of one of these kinds, as what opens a block of furniture does. */
export function opensBlock({ measures, categories }: PageLine, ...kinds: readonly CueCategory[]): boolean {
  return measures.words <= FEW_WORDS && kinds.some((kind) => categories.has(kind));
}
