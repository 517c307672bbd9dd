import { perLine } from '../core/text/perLine';

const NONE: readonly RegExpExecArray[] = [];

/** All places of a line that a pattern fits, found once for a text. @param pattern with the flag `g` */
export function lineMatches(pattern: RegExp): (text: string) => readonly RegExpExecArray[] {
  return perLine((text) => {
    const found = [...text.matchAll(pattern)];
    return found.length === 0 ? NONE : found;
  });
}
