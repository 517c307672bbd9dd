import { EVIDENCE_SOURCES } from './evidence';
import type { Emit, PageView } from './evidence/evidence';
import { STATES, weightsOf } from './weights';

/** Sums what all evidence sources say: lines x roles, row by row; natural logarithms of odds. */
export function scorePage(page: PageView): Float32Array {
  const { cues } = weightsOf(page);
  const scores = new Float32Array(page.lines.length * STATES);
  const emit: Emit = (index, cue, strength = 1) => {
    const weights = cues.get(cue);
    if (!weights) return;
    const row = index * STATES;
    for (let state = 0; state < STATES; state++) {
      scores[row + state] = (scores[row + state] ?? 0) + strength * (weights[state] ?? 0);
    }
  };
  for (const source of EVIDENCE_SOURCES) source.observe(page, emit);
  return scores;
}
