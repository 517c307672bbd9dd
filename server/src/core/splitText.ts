import { coversLine, datesIn } from './dates';
import type { Dump, PlacedPage, TextPart } from './model/page';
import { pageEnd, type SplitInput } from './pages';
import type { Profile } from './profiles/profile';
import { finish, type Steps } from './steps';
import type { LineEnd } from './text/chunk';
import { isBlank } from './text/lines';
import type { Difference, TextLines } from './text/textLines';

/** Lines with the date of an article are no longer than this. */
const DATED_LENGTH = 80;

/** An earlier text that was parted under the same profiles, and what differs from it now. */
export interface EarlierSplit extends Pick<Dump, 'text' | 'pages'> {
  readonly difference: Difference;
}

/** A text's parts in order, and the pages of the earlier text that are not among them. */
export interface Split {
  readonly parts: readonly (TextPart | PlacedPage)[];
  readonly dropped: readonly PlacedPage[];
}

/** Parts a text into pages that cover all its lines. */
export function splitText(text: TextLines, profiles: readonly Profile[]): Split {
  return finish(splitInSteps(text, profiles));
}

/**
 * The same, part by part. Where a page ends is told by its own lines and a few below: beside an earlier text only the pages
 * around what differs are looked for, and the others are taken over.
 */
export function* splitInSteps(
  text: TextLines,
  profiles: readonly Profile[],
  earlier?: EarlierSplit,
): Steps<Split> {
  const input = inputOf(text, profiles);
  const known = earlier?.pages ?? [];
  const startLine = earlier?.difference.startLine ?? 0;
  const end = earlier?.difference.end ?? text.lineCount;
  const shift = text.lineCount - (earlier?.text.lineCount ?? 0);
  const first = known.findIndex((part) => part.startLine + part.reach > startLine);
  const parts: (TextPart | PlacedPage)[] = known.slice(0, Math.max(0, first));
  let next = parts.length;
  for (let line = known[next]?.startLine ?? 0; line < text.lineCount; ) {
    if (line >= end) {
      while (next < known.length && (known[next]?.startLine ?? 0) + shift < line) next++;
      if ((known[next]?.startLine ?? -1) + shift === line) {
        const rest = known.slice(next);
        parts.push(...(shift === 0 ? rest : rest.map((part) => moved(part, shift))));
        return { parts, dropped: known.slice(first, next) };
      }
    }
    const { endLine, reach } = pageEnd(input, line);
    parts.push({ startLine: line, reach: reach - line });
    line = endLine;
    yield;
  }
  return { parts, dropped: known.slice(Math.max(0, first)) };
}

/** The lines of one of a text's parts, and how they end. */
export function linesOfPart(
  text: TextLines,
  parts: readonly TextPart[],
  index: number,
): { readonly lines: readonly string[]; readonly ends: readonly LineEnd[] } {
  const start = parts[index]?.startLine ?? 0;
  const end = parts[index + 1]?.startLine ?? text.lineCount;
  return { lines: text.lines(start, end), ends: text.lineEnds(start, end) };
}

function moved({ startLine, ...part }: PlacedPage, lines: number): PlacedPage {
  return { ...part, startLine: startLine + lines };
}

function inputOf(text: TextLines, profiles: readonly Profile[]): SplitInput {
  return {
    lineCount: text.lineCount,
    lineAt: (line) => text.line(line),
    profiles,
    isBlank,
    isDateOnly: (line) => coversLine(datesIn(line), line),
    isDated: (line) => line.length <= DATED_LENGTH && datesIn(line).length > 0,
  };
}
