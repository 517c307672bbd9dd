import { pagesAlone } from '../core/dates/siteOrders';
import type { Dump } from '../core/model/page';
import { comparePositions, type Position } from '../core/model/range';
import { diagnose, type PlacedFinding } from './diagnose';
import { EditedText } from './edits';
import type { RuleFailure } from './findings';
import type { TextEdit } from './rule';
import type { Settings } from './settings';

/** What fixing needs to know beside the text. */
export interface FixAllOptions {
  readonly settings: Settings;
  /** Recognizes a text under the options that the first dump was recognized under. */
  readonly recognize: (text: string, previous: Dump) => Dump;
  readonly onFailure: (failure: RuleFailure) => void;
  /** Fix the findings of this rule alone. */
  readonly code?: string;
}

/** The outcome of fixing a text. */
export interface FixAllResult {
  /** What to change in the text that was given: in order, without overlaps. Empty where nothing was to fix. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
  /** The fixed text's dump. */
  readonly dump: Dump;
  /** Number of findings that were fixed. */
  readonly fixed: number;
}

/**
 * One fix can uncover another: the findings of a line that was damaged twice. Dumps need one or two rounds; the bound
 * is for rules that would undo each other, which tests forbid.
 */
const MAX_ROUNDS = 8;

/**
 * Applies the preferred fixes of a dump until none is left. Where two overlap, the one that stands first goes first,
 * and the other is looked at again in the text that came of it. Only what the file itself shows is mended.
 */
export function fixAll(text: string, dump: Dump, options: FixAllOptions): FixAllResult {
  let edited = new EditedText(text);
  let current = dump;
  let fixed = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const findings = diagnose(pagesAlone(current), options.settings, options.onFailure);
    const fixes = compatibleFixes(
      options.code === undefined ? findings : findings.filter((finding) => finding.code === options.code),
    );
    if (fixes.length === 0) break;
    edited = edited.apply(fixes.flat());
    current = options.recognize(edited.text, current);
    fixed += fixes.length;
  }
  return { edits: edited.edits(), text: edited.text, dump: current, fixed };
}

/** The preferred fixes in order of place, without those that overlap or touch an earlier one. */
function compatibleFixes(findings: readonly PlacedFinding[]): readonly (readonly TextEdit[])[] {
  const spans = findings.flatMap((finding) => {
    const edits = finding.fixes.find((fix) => fix.preferred)?.edits ?? [];
    const start = edits[0]?.range.start;
    const end = edits.at(-1)?.range.end;
    return start && end ? [{ edits, start, end }] : [];
  });
  spans.sort((a, b) => comparePositions(a.start, b.start));
  const compatible: (readonly TextEdit[])[] = [];
  let last: Position | null = null;
  for (const { edits, start, end } of spans) {
    if (last && comparePositions(start, last) <= 0) continue;
    compatible.push(edits);
    last = end;
  }
  return compatible;
}
