import { EVIDENCE_SOURCES } from '../src/core/evidence';
import type { PageView } from '../src/core/evidence/evidence';
import { ROLES, type Role } from '../src/core/model/role';

/** Weights of a linear chain over roles, as the file of them holds them; natural logarithms of odds. */
export interface ChainWeights {
  readonly defaultTransition: number;
  readonly start: RoleRow;
  readonly end: RoleRow;
  readonly transitions: Readonly<Record<string, RoleRow>>;
  readonly cues: Readonly<Record<string, RoleRow>>;
}

type RoleRow = Readonly<Record<string, number>>;

/** A page as cues, with what is known of the roles of its lines. */
export interface CuedPage {
  readonly name: string;
  /** How much it counts. */
  readonly weight: number;
  /** For each line the roles that it may have, a bit each by the role's state: one where its role is known. */
  readonly allowed: Uint32Array;
  /** For each line its cues and how strong each is. */
  readonly cues: readonly (readonly Cue[])[];
  /** What the site's profile adds to transitions, states x states; null where there is none. */
  readonly more: Float64Array | null;
}

interface Cue {
  readonly index: number;
  readonly strength: number;
}

const STATES = ROLES.length;
const stateOf = new Map<string, number>(ROLES.map((role, state) => [role, state]));

/** Every cue of every source, in a fixed order: the rows of the weights. */
export const CUES: readonly string[] = EVIDENCE_SOURCES.flatMap(({ cues }) => Object.keys(cues));
const cueIndex = new Map(CUES.map((cue, index) => [cue, index]));

const TRANSITIONS_AT = CUES.length * STATES;
const START_AT = TRANSITIONS_AT + STATES * STATES;
const END_AT = START_AT + STATES;
const LENGTH = END_AT + STATES;

/** The bits of some roles. */
export function bitsOf(roles: readonly Role[]): number {
  return roles.reduce((bits, role) => bits | (1 << (stateOf.get(role) ?? 0)), 0);
}

/**
 * What the sources see on a page.
 * @param allowed for each line the {@link bitsOf} the roles that it may have
 */
export function cuedPage(name: string, view: PageView, allowed: readonly number[], weight: number): CuedPage {
  const cues = view.lines.map((): Cue[] => []);
  for (const source of EVIDENCE_SOURCES) {
    source.observe(view, (line, cue, strength = 1) => {
      const index = cueIndex.get(cue);
      if (index !== undefined) cues[line]?.push({ index, strength });
    });
  }
  const transitions = view.profile?.profile.transitions ?? [];
  const more = transitions.length > 0 ? new Float64Array(STATES * STATES) : null;
  for (const { from, to, weight: own } of transitions) {
    const at = (stateOf.get(from) ?? 0) * STATES + (stateOf.get(to) ?? 0);
    if (more) more[at] = (more[at] ?? 0) + own;
  }
  return { name, weight, allowed: Uint32Array.from(allowed), cues, more };
}

/** How the weights are fitted. */
export interface FitOptions {
  /** How strongly a weight is drawn to where it was: the precision of a normal prior. */
  readonly precision: number;
  readonly rounds: number;
  /** Cues whose weights stay. */
  readonly fixed: readonly string[];
}

/**
 * The weights of a conditional random field (Lafferty, McCallum and Pereira 2001) that make the pages' roles likeliest,
 * under a normal prior around the weights that a person set. Steps by Adam (Kingma and Ba 2015) over all pages at once, so
 * that the result does not depend on chance.
 */
export function fitWeights(
  pages: readonly CuedPage[],
  before: ChainWeights,
  { precision, rounds, fixed }: FitOptions,
): ChainWeights {
  const prior = flatten(before);
  const weights = Float64Array.from(prior);
  const isFixed = new Uint8Array(LENGTH);
  for (const cue of fixed) {
    const at = (cueIndex.get(cue) ?? 0) * STATES;
    isFixed.fill(1, at, at + STATES);
  }
  const mean = new Float64Array(LENGTH);
  const variance = new Float64Array(LENGTH);
  for (let round = 1; round <= rounds; round++) {
    const slope = prior.map((value, at) => precision * (value - (weights[at] ?? 0)));
    for (const page of pages) addSlope(page, weights, slope);
    // Steps get smaller towards the end.
    const rate = 0.05 * (1 - (round - 1) / rounds);
    for (let at = 0; at < LENGTH; at++) {
      if (isFixed[at]) continue;
      const own = slope[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * own;
      variance[at] = 0.99 * (variance[at] ?? 0) + 0.01 * own * own;
      const first = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const second = (variance[at] ?? 0) / (1 - 0.99 ** round);
      weights[at] = (weights[at] ?? 0) + (rate * first) / (Math.sqrt(second) + 1e-8);
    }
  }
  return unflatten(weights);
}

/** The likeliest roles of a page under some weights. */
export function likeliestRoles(page: CuedPage, chain: ChainWeights): readonly Role[] {
  const weights = flatten(chain);
  const scores = scoresOf(page, weights);
  const steps = stepsOf(page, weights);
  const count = page.cues.length;
  const from = new Uint8Array(count * STATES);
  let best = Float64Array.from(
    { length: STATES },
    (_, state) => (weights[START_AT + state] ?? 0) + (scores[state] ?? 0),
  );
  for (let line = 1; line < count; line++) {
    const next = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY);
    for (let before = 0; before < STATES; before++) {
      for (let to = 0; to < STATES; to++) {
        const value = (best[before] ?? 0) + (steps[before * STATES + to] ?? 0);
        if (value <= (next[to] ?? 0)) continue;
        next[to] = value;
        from[line * STATES + to] = before;
      }
    }
    best = next.map((value, to) => value + (scores[line * STATES + to] ?? 0));
  }
  const last = best.map((value, state) => value + (weights[END_AT + state] ?? 0));
  let state = last.indexOf(Math.max(...last));
  const roles: Role[] = [];
  for (let line = count - 1; line >= 0; line--) {
    roles.unshift(ROLES[state] ?? 'boilerplate');
    state = from[line * STATES + state] ?? 0;
  }
  return roles;
}

/**
 * Adds the slope of a page's log likelihood: what is expected where lines have roles that they may have, less what is
 * expected where they have any.
 */
function addSlope(page: CuedPage, weights: Float64Array, slope: Float64Array): void {
  if (page.cues.length === 0) return;
  const lattice = latticeOf(page, weights);
  addExpected(page, lattice, page.allowed, page.weight, slope);
  addExpected(page, lattice, null, -page.weight, slope);
}

/** Odds of a page's lines and steps; of each line the largest is 1. */
interface Lattice {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly steps: Float64Array;
  readonly emission: Float64Array;
}

function latticeOf(page: CuedPage, weights: Float64Array): Lattice {
  const scores = scoresOf(page, weights);
  const emission = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row += STATES) {
    const own = scores.subarray(row, row + STATES);
    const top = Math.max(...own);
    for (let state = 0; state < STATES; state++) emission[row + state] = Math.exp((own[state] ?? 0) - top);
  }
  return {
    start: weights.slice(START_AT, END_AT).map(Math.exp),
    end: weights.slice(END_AT).map(Math.exp),
    steps: stepsOf(page, weights).map(Math.exp),
    emission,
  };
}

/** Adds how often each weight is expected to count on a page, times a factor: forward and backward sums. */
function addExpected(
  { cues }: CuedPage,
  { start, end, steps, emission: all }: Lattice,
  allowed: Uint32Array | null,
  factor: number,
  slope: Float64Array,
): void {
  const count = cues.length;
  const emission = allowed
    ? all.map((value, at) => ((allowed[Math.floor(at / STATES)] ?? 0) & (1 << (at % STATES)) ? value : 0))
    : all;
  const forward = new Float64Array(count * STATES);
  const backward = new Float64Array(count * STATES);
  const own = new Float64Array(STATES);
  for (let line = 0; line < count; line++) {
    const row = line * STATES;
    own.fill(0);
    if (line === 0) own.set(start);
    for (let before = 0; line > 0 && before < STATES; before++) {
      const value = forward[row - STATES + before] ?? 0;
      if (value === 0) continue;
      for (let to = 0, at = before * STATES; to < STATES; to++, at++)
        own[to] = (own[to] ?? 0) + value * (steps[at] ?? 0);
    }
    let sum = 0;
    for (let to = 0; to < STATES; to++) {
      own[to] = (own[to] ?? 0) * (emission[row + to] ?? 0);
      sum += own[to] ?? 0;
    }
    for (let to = 0; to < STATES; to++) forward[row + to] = (own[to] ?? 0) / sum;
  }
  backward.set(end, (count - 1) * STATES);
  const after = new Float64Array(STATES);
  for (let line = count - 1; line >= 0; line--) {
    const row = line * STATES;
    let sum = 0;
    for (let at = 0; at < STATES; at++) {
      own[at] = (forward[row + at] ?? 0) * (backward[row + at] ?? 0);
      sum += own[at] ?? 0;
    }
    for (let at = 0; at < STATES; at++) {
      const expected = (factor * (own[at] ?? 0)) / sum;
      if (expected === 0) continue;
      for (const { index, strength } of cues[line] ?? [])
        add(slope, index * STATES + at, strength * expected);
      if (line === 0) add(slope, START_AT + at, expected);
      if (line === count - 1) add(slope, END_AT + at, expected);
    }
    if (line === 0) break;
    for (let to = 0; to < STATES; to++) after[to] = (emission[row + to] ?? 0) * (backward[row + to] ?? 0);
    let total = 0;
    for (let before = 0; before < STATES; before++) {
      let value = 0;
      for (let to = 0, at = before * STATES; to < STATES; to++, at++)
        value += (steps[at] ?? 0) * (after[to] ?? 0);
      own[before] = value;
      total += value * (forward[row - STATES + before] ?? 0);
    }
    for (let before = 0; before < STATES; before++) {
      const share = (factor * (forward[row - STATES + before] ?? 0)) / total;
      if (share === 0) continue;
      for (let to = 0, at = before * STATES; to < STATES; to++, at++)
        add(slope, TRANSITIONS_AT + at, share * (steps[at] ?? 0) * (after[to] ?? 0));
    }
    const largest = Math.max(...own);
    for (let at = 0; at < STATES; at++) backward[row - STATES + at] = (own[at] ?? 0) / largest;
  }
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value;
}

function scoresOf({ cues }: CuedPage, weights: Float64Array): Float64Array {
  const scores = new Float64Array(cues.length * STATES);
  cues.forEach((own, line) => {
    for (const { index, strength } of own) {
      for (let state = 0; state < STATES; state++)
        add(scores, line * STATES + state, strength * (weights[index * STATES + state] ?? 0));
    }
  });
  return scores;
}

function stepsOf({ more }: CuedPage, weights: Float64Array): Float64Array {
  const steps = weights.slice(TRANSITIONS_AT, START_AT);
  for (const [at, value] of more?.entries() ?? []) add(steps, at, value);
  return steps;
}

function flatten(chain: ChainWeights): Float64Array {
  const weights = new Float64Array(LENGTH);
  const put = (from: number, row: RoleRow, otherwise: number) => {
    for (const [state, role] of ROLES.entries()) weights[from + state] = row[role] ?? otherwise;
  };
  for (const [index, cue] of CUES.entries()) put(index * STATES, chain.cues[cue] ?? {}, 0);
  for (const [state, role] of ROLES.entries())
    put(TRANSITIONS_AT + state * STATES, chain.transitions[role] ?? {}, chain.defaultTransition);
  put(START_AT, chain.start, 0);
  put(END_AT, chain.end, 0);
  return weights;
}

/** Weights are kept to one place: finer ones say nothing (measured), and the package has little room. */
function unflatten(weights: Float64Array): ChainWeights {
  const row = (from: number, otherwise: number): RoleRow =>
    Object.fromEntries(
      ROLES.flatMap((role, state) => {
        const value = Math.round((weights[from + state] ?? 0) * 10) / 10;
        return value === otherwise ? [] : [[role, value]];
      }),
    );
  return {
    defaultTransition: 0,
    start: row(START_AT, 0),
    end: row(END_AT, 0),
    transitions: Object.fromEntries(
      ROLES.map((role, state) => [role, row(TRANSITIONS_AT + state * STATES, 0)]),
    ),
    cues: Object.fromEntries(CUES.map((cue, index) => [cue, row(index * STATES, 0)])),
  };
}
