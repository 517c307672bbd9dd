import type { PageView } from './evidence';

/** Log odds that a line is the title: below them other signs are better. */
const LIKELY = -1.5;

/** Index of the line that is likest to the titles of other pages; -1 where none is. */
export function likelyTitle({ learnt }: PageView): number {
  return learnt && (learnt.headline[learnt.title] ?? LIKELY) > LIKELY ? learnt.title : -1;
}
