import { scanDates } from './dates';
import { EVIDENCE_SOURCES } from './evidence';
import type { Emit } from './evidence/evidence';
import { viewPage } from './evidence/view';
import type { Page } from './model/page';
import { cueWeights, STATES, state, transitionWeights } from './weights';

/** One reason for a line's role. */
export interface Reason {
  /** For people: `it is short`. */
  readonly text: string;
  /** How much it speaks for (or, negative, against) the role: natural logarithm of odds. */
  readonly weight: number;
}

/**
 * Why a line of the page has its role: reasons for and against, the strongest first. Empty for blank lines. The evidence
 * is looked at again, so that recognition need not keep the reasons of every line.
 */
export function explain(page: Page, line: number): readonly Reason[] {
  const role = page.roles[line];
  if (!role) return [];
  const view = viewPage(page.lines, scanDates(page.lines), page.profile ? [page.profile] : []);
  const index = view.lines.findIndex((each) => each.line === line);
  const column = state(role);
  const reasons: Reason[] = [];
  for (const source of EVIDENCE_SOURCES) {
    const emit: Emit = (at, cue, strength = 1, detail) => {
      const weight = strength * (cueWeights.get(cue)?.[column] ?? 0);
      if (at !== index || weight === 0) return;
      const reason = source.cues[cue] ?? cue;
      reasons.push({ text: detail ? `${reason}: ${detail}` : reason, weight });
    };
    source.observe(view, emit);
  }
  const before = view.lines[index - 1];
  const previous = before && page.roles[before.line];
  if (previous) {
    const weight = transitionWeights(page.profile)[state(previous) * STATES + column] ?? 0;
    reasons.push({ text: `it follows a ${previous} line`, weight });
  }
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
