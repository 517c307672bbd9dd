import { coversLine, scanDates } from './dates';
import { splitPages } from './pages';
import type { Profile } from './profiles/profile';
import { isBlank, scanLines } from './text/lines';

/** Lines with the date of an article are no longer than this. */
const DATED_LENGTH = 80;

/** A page's text and place. */
export interface TextPart {
  readonly startLine: number;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Parts a text into pages. */
export function splitText(
  text: string,
  profiles: readonly Profile[],
): { readonly lineCount: number; readonly parts: readonly TextPart[] } {
  const { starts, ends } = scanLines(text);
  const lines = starts.map((start, line) => text.slice(start, ends[line]));
  const split = splitPages({
    lines,
    profiles,
    isBlank: (line) => isBlank(lines[line] ?? ''),
    isDateOnly: (line) => coversLine(scanDates([lines[line] ?? '']), lines[line] ?? ''),
    isDated: (line) =>
      (lines[line] ?? '').length <= DATED_LENGTH && scanDates([lines[line] ?? '']).length > 0,
  });
  const parts = split.map(({ startLine, endLine }) => ({
    startLine,
    text: text.slice(starts[startLine], starts[endLine + 1]),
    lines: lines.slice(startLine, endLine + 1),
  }));
  return { lineCount: lines.length, parts };
}
