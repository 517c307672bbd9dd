import { analyzePage } from './analyzePage';
import { SIGNALS } from './detection/signals';
import type { Page } from './model/page';
import { builtInProfiles } from './profiles/builtin';
import type { Profile } from './profiles/profile';
import { linesOfPart, splitText } from './splitText';
import { keyOfLines } from './text/chunk';
import { isBlank } from './text/lines';
import { TextLines } from './text/textLines';

/** Whether a text is an article dump. */
export interface Detection {
  /** 0 (surely not) to 1 (surely). */
  readonly score: number;
  /** What the verdict rests on, the strongest first, for people: `it has share buttons`. */
  readonly reasons: readonly string[];
}

/** From this score on a text counts as a dump. */
export const IS_DUMP = 0.5;

/** From this score on an editor may switch a plain text to a dump without asking. */
export const SURELY_DUMP = 0.9;

/** UTF-16 units that detection looks at. */
export const DETECTION_LENGTH = 8192;

/** Natural logarithm of odds for a text of which nothing is known: few text files are dumps. */
const PRIOR = -3;

/**
 * Judges the first {@link DETECTION_LENGTH} units of a text. Cheap: for every text file that an editor opens.
 * @param known pages that were analysed already, by their texts
 */
export function detect(
  content: string,
  profiles: readonly Profile[] = builtInProfiles(),
  known: ReadonlyMap<string, Page> = new Map(),
): Detection {
  const beginning = content.slice(0, DETECTION_LENGTH);
  if (isBinary(beginning)) return { score: 0, reasons: ['it is no text'] };
  const text = TextLines.of(beginning);
  const { parts } = splitText(text, profiles);
  const pages = parts.map((_, index) => {
    const { lines, ends } = linesOfPart(text, parts, index);
    const page = known.get(keyOfLines(lines, ends));
    // Where no built-in profile fits, the analysis of a whole file knows more than detection may use.
    const options = { profiles, now: null, judge: null, identify: null };
    return page?.profile?.isBuiltIn ? page : analyzePage(lines, ends, options);
  });
  const all = text.lines();
  const lines = all.filter((line) => !isBlank(line));
  if (lines.length === 0) return { score: 0, reasons: ['it is empty'] };
  const packed =
    all.filter((line, index) => index > 0 && !isBlank(line) && !isBlank(all[index - 1] ?? '')).length /
    lines.length;
  const found = SIGNALS.map(({ reason, weight, measure }) => ({
    reason,
    weight: weight * measure({ pages, lines, packed }),
  })).filter(({ weight }) => Math.abs(weight) > 0.3);
  const odds = found.reduce((sum, { weight }) => sum + weight, PRIOR);
  const score = 1 / (1 + Math.exp(-odds));
  return {
    score,
    reasons: found
      .filter(({ weight }) => weight > 0 === score >= IS_DUMP)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map(({ reason }) => reason),
  };
}

/** Whether control characters that no text has make up more than a trace of it. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27) || unit === 0xfffd) controls++;
  }
  return controls > text.length * 0.02;
}
