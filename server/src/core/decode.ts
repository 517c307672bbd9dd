import { endWeights, STATES, startWeights, type Transitions } from './weights';

/** The best role of each line and how sure it is. */
export interface Decoded {
  /** State (index of the role) for each line. */
  readonly states: Uint8Array;
  /** Posterior probability of that state, 0 to 1. */
  readonly confidence: Float32Array;
}

/**
 * Finds the likeliest sequence of roles (Viterbi 1967) and the posterior probability of each role in it (forward and
 * backward sums, Rabiner 1989, with scaling) for a linear chain.
 * @param scores lines x states, row by row: log-linear scores of the evidence
 */
export function decode(scores: Float32Array, transitions: Transitions): Decoded {
  const count = scores.length / STATES;
  const states = viterbi(scores, transitions.logs, count);
  return { states, confidence: posteriors(scores, transitions.odds, count, states) };
}

function viterbi(scores: Float32Array, transitions: Float32Array, count: number): Uint8Array {
  const states = new Uint8Array(count);
  if (count === 0) return states;
  const from = new Uint8Array(count * STATES);
  let best = Float64Array.from(startWeights, (weight, to) => weight + (scores[to] ?? 0));
  let next = new Float64Array(STATES);
  for (let line = 1; line < count; line++) {
    for (let to = 0; to < STATES; to++) {
      let top = Number.NEGATIVE_INFINITY;
      let topFrom = 0;
      for (let previous = 0; previous < STATES; previous++) {
        const value = (best[previous] ?? 0) + (transitions[previous * STATES + to] ?? 0);
        if (value > top) {
          top = value;
          topFrom = previous;
        }
      }
      next[to] = top + (scores[line * STATES + to] ?? 0);
      from[line * STATES + to] = topFrom;
    }
    [best, next] = [next, best];
  }
  let last = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let to = 0; to < STATES; to++) {
    const value = (best[to] ?? 0) + (endWeights[to] ?? 0);
    if (value > top) {
      top = value;
      last = to;
    }
  }
  for (let line = count - 1; line >= 0; line--) {
    states[line] = last;
    last = from[line * STATES + last] ?? 0;
  }
  return states;
}

function posteriors(
  scores: Float32Array,
  step: Float64Array,
  count: number,
  states: Uint8Array,
): Float32Array {
  const confidence = new Float32Array(count);
  const emission = exponentials(scores, count);
  const forward = new Float64Array(count * STATES);
  for (let line = 0; line < count; line++) {
    const row = line * STATES;
    let sum = 0;
    for (let to = 0; to < STATES; to++) {
      let value = 0;
      if (line === 0) value = Math.exp(startWeights[to] ?? 0);
      else {
        for (let from = 0; from < STATES; from++) {
          value += (forward[row - STATES + from] ?? 0) * (step[from * STATES + to] ?? 0);
        }
      }
      value *= emission[row + to] ?? 0;
      forward[row + to] = value;
      sum += value;
    }
    for (let to = 0; to < STATES; to++) forward[row + to] = (forward[row + to] ?? 0) / sum;
  }
  let backward = Float64Array.from(endWeights, Math.exp);
  let before = new Float64Array(STATES);
  const ahead = new Float64Array(STATES);
  for (let line = count - 1; line >= 0; line--) {
    const row = line * STATES;
    let sum = 0;
    for (let at = 0; at < STATES; at++) sum += (forward[row + at] ?? 0) * (backward[at] ?? 0);
    const chosen = states[line] ?? 0;
    confidence[line] = ((forward[row + chosen] ?? 0) * (backward[chosen] ?? 0)) / sum;
    let scale = 0;
    for (let to = 0; to < STATES; to++) ahead[to] = (emission[row + to] ?? 0) * (backward[to] ?? 0);
    for (let from = 0; from < STATES; from++) {
      let value = 0;
      for (let to = 0; to < STATES; to++) value += (step[from * STATES + to] ?? 0) * (ahead[to] ?? 0);
      before[from] = value;
      scale += value;
    }
    for (let from = 0; from < STATES; from++) before[from] = (before[from] ?? 0) / scale;
    [backward, before] = [before, backward];
  }
  return confidence;
}

/** Powers of e of the scores, each line's largest taken as 1, so that nothing overflows. */
function exponentials(scores: Float32Array, count: number): Float64Array {
  const emission = new Float64Array(scores.length);
  for (let line = 0; line < count; line++) {
    const row = line * STATES;
    let top = Number.NEGATIVE_INFINITY;
    for (let at = row; at < row + STATES; at++) top = Math.max(top, scores[at] ?? 0);
    for (let at = row; at < row + STATES; at++) emission[at] = Math.exp((scores[at] ?? 0) - top);
  }
  return emission;
}
