import { isText, ROLES } from './model/role';
import { type Chain, STATES } from './weights';

/** The best role of each line and how sure it is. */
export interface Decoded {
  /** State (index of the role) for each line. */
  readonly states: Uint8Array;
  /** Posterior probability of that state, 0 to 1. */
  readonly confidence: Float32Array;
  /** Posterior probability that the line is of the article's text, whatever its role there, 0 to 1. */
  readonly text: Float32Array;
}

/** The states of the article's text: deck, paragraphs and what stands among them. */
const TEXT_STATES: readonly number[] = ROLES.flatMap((role, own) => (isText(role) ? [own] : []));

/**
 * Finds the likeliest sequence of roles (Viterbi 1967) and the posterior probability of each role in it (forward and
 * backward sums, Rabiner 1989, with scaling) for a linear chain.
 * @param scores lines x states, row by row: log-linear scores of the evidence
 */
export function decode(scores: Float32Array, chain: Chain): Decoded {
  const count = scores.length / STATES;
  const states = viterbi(scores, chain, count);
  return { states, ...posteriors(scores, chain, count, states) };
}

/** A margin for rounding. */
const ROUNDING = 1e-6;

function viterbi(scores: Float32Array, { logs, span, start, end }: Chain, count: number): Uint8Array {
  const states = new Uint8Array(count);
  if (count === 0) return states;
  const from = new Uint8Array(count * STATES);
  let best = Float64Array.from(start, (weight, to) => weight + (scores[to] ?? 0));
  let next = new Float64Array(STATES);
  for (let line = 1; line < count; line++) {
    const row = line * STATES;
    next.fill(Number.NEGATIVE_INFINITY);
    // Whatever follows, the best way does not lead through a state that is further behind than transitions can make up.
    const floor = best.reduce((top, value) => Math.max(top, value)) - span - ROUNDING;
    for (let previous = 0; previous < STATES; previous++) {
      const before = best[previous] ?? 0;
      if (before < floor) continue;
      for (let to = 0, at = previous * STATES; to < STATES; to++, at++) {
        const value = before + (logs[at] ?? 0);
        if (value > (next[to] ?? 0)) {
          next[to] = value;
          from[row + to] = previous;
        }
      }
    }
    for (let to = 0; to < STATES; to++) next[to] = (next[to] ?? 0) + (scores[row + to] ?? 0);
    [best, next] = [next, best];
  }
  let last = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let to = 0; to < STATES; to++) {
    const value = (best[to] ?? 0) + (end[to] ?? 0);
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
  { odds, oddsBack, startOdds, endOdds }: Chain,
  count: number,
  states: Uint8Array,
): Pick<Decoded, 'confidence' | 'text'> {
  const confidence = new Float32Array(count);
  const text = new Float32Array(count);
  const emission = exponentials(scores, count);
  const forward = new Float64Array(count * STATES);
  let ahead = Float64Array.from(startOdds);
  const own = new Float64Array(STATES);
  for (let line = 0; line < count; line++) {
    const row = line * STATES;
    if (line > 0) multiply(own, odds, ahead);
    let sum = 0;
    for (let to = 0; to < STATES; to++) sum += (ahead[to] ?? 0) * (emission[row + to] ?? 0);
    for (let to = 0; to < STATES; to++) {
      const value = ((ahead[to] ?? 0) * (emission[row + to] ?? 0)) / sum;
      own[to] = value;
      forward[row + to] = value;
    }
  }
  let backward = Float64Array.from(endOdds);
  for (let line = count - 1; line >= 0; line--) {
    const row = line * STATES;
    let sum = 0;
    let scale = 0;
    for (let at = 0; at < STATES; at++) {
      const after = backward[at] ?? 0;
      sum += (forward[row + at] ?? 0) * after;
      own[at] = (emission[row + at] ?? 0) * after;
      scale += own[at] ?? 0;
    }
    const chosen = states[line] ?? 0;
    confidence[line] = ((forward[row + chosen] ?? 0) * (backward[chosen] ?? 0)) / sum;
    let ofText = 0;
    for (const at of TEXT_STATES) ofText += (forward[row + at] ?? 0) * (backward[at] ?? 0);
    text[line] = ofText / sum;
    for (let at = 0; at < STATES; at++) own[at] = (own[at] ?? 0) / scale;
    multiply(own, oddsBack, ahead);
    [backward, ahead] = [ahead, backward];
  }
  return { confidence, text };
}

/**
 * A row of states times a matrix, states x states. Six columns at a time, so that their sums stay in registers and need
 * not wait for one another.
 */
function multiply(row: Float64Array, matrix: Float64Array, product: Float64Array): void {
  let to = 0;
  for (; to + 6 <= STATES; to += 6) {
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    for (let from = 0, at = to; from < STATES; from++, at += STATES) {
      const value = row[from] ?? 0;
      a += value * (matrix[at] ?? 0);
      b += value * (matrix[at + 1] ?? 0);
      c += value * (matrix[at + 2] ?? 0);
      d += value * (matrix[at + 3] ?? 0);
      e += value * (matrix[at + 4] ?? 0);
      f += value * (matrix[at + 5] ?? 0);
    }
    product[to] = a;
    product[to + 1] = b;
    product[to + 2] = c;
    product[to + 3] = d;
    product[to + 4] = e;
    product[to + 5] = f;
  }
  for (; to < STATES; to++) {
    let sum = 0;
    for (let from = 0; from < STATES; from++) sum += (row[from] ?? 0) * (matrix[from * STATES + to] ?? 0);
    product[to] = sum;
  }
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
