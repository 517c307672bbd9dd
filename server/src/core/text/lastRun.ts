import { isSpace } from './characters';

/** What stands after the last white space of a text, at most so many units of it from its end. */
export function lastRun(text: string, longest: number): string {
  const least = Math.max(0, text.length - longest);
  let start = text.length;
  while (start > least && !isSpace(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}
