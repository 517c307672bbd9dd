import type { PageView } from './evidence/evidence';
import { ROLES, type Role } from './model/role';
import type { Profile } from './profiles/profile';
import data from './weights.json';
import dataWithModel from './weightsWithModel.json';

type RoleWeights = Readonly<Partial<Record<Role, number>>>;

/** A file of weights. */
interface WeightsFile {
  readonly defaultTransition: number;
  readonly start: RoleWeights;
  readonly end: RoleWeights;
  readonly transitions: Readonly<Partial<Record<Role, RoleWeights>>>;
  readonly cues: Readonly<Record<string, RoleWeights>>;
}

/** Number of roles: the decoder's states. */
export const STATES = ROLES.length;

const stateOf = new Map<string, number>(ROLES.map((role, state) => [role, state]));

/** What evidence is worth; natural logarithms of odds, zero where the data say nothing. */
export interface Weights {
  /** What each cue is worth for each role. */
  readonly cues: ReadonlyMap<string, Float32Array>;
  readonly chain: Chain;
}

/** What it is worth that one role follows another. */
export interface Chain {
  /** That a page begins, or ends, with a role; as logarithms and as odds. */
  readonly start: Float32Array;
  readonly end: Float32Array;
  readonly startOdds: Float64Array;
  readonly endOdds: Float64Array;
  /** That a role (row) is followed by a role (column), states x states: natural logarithms of odds. */
  readonly logs: Float32Array;
  /** The odds. */
  readonly odds: Float64Array;
  /** The odds, by the role that follows (row) and the one before (column). */
  readonly oddsBack: Float64Array;
  /** The largest logarithm less the smallest. */
  readonly span: number;
}

/** For pages that the model of other pages says nothing of: those of known sites, and the beginnings that detection sees. */
const withoutModel = readWeights(data);
/** For all others; fitted by server/training. */
const withModel = readWeights(dataWithModel);

/** The weights of a page's evidence. */
export function weightsOf({ learnt }: Pick<PageView, 'learnt'>): Weights {
  return learnt === null ? withoutModel : withModel;
}

const chainsByProfile = new Map(
  [withoutModel, withModel].map((weights) => [weights, new WeakMap<Profile, Chain>()]),
);

/** The chain of a page, with what the profile that fits it adds. */
export function chainOf(page: Pick<PageView, 'learnt' | 'profile'>): Chain {
  const weights = weightsOf(page);
  const profile = page.profile?.profile;
  if (!profile || profile.transitions.length === 0) return weights.chain;
  const known = chainsByProfile.get(weights)?.get(profile);
  if (known) return known;
  const { start, end, logs: own } = weights.chain;
  const logs = Float32Array.from(own);
  for (const { from, to, weight } of profile.transitions) {
    const at = state(from) * STATES + state(to);
    logs[at] = (logs[at] ?? 0) + weight;
  }
  const chain = makeChain(start, end, logs);
  chainsByProfile.get(weights)?.set(profile, chain);
  return chain;
}

function readWeights({ cues, start, end, transitions, defaultTransition }: WeightsFile): Weights {
  return {
    cues: new Map(Object.entries(cues).map(([cue, weights]) => [cue, row(weights)])),
    chain: makeChain(row(start), row(end), matrix(transitions, defaultTransition)),
  };
}

function makeChain(start: Float32Array, end: Float32Array, logs: Float32Array): Chain {
  const span = Math.max(...logs) - Math.min(...logs);
  const odds = Float64Array.from(logs, Math.exp);
  const oddsBack = odds.map((_, at) => odds[(at % STATES) * STATES + Math.floor(at / STATES)] ?? 0);
  const startOdds = Float64Array.from(start, Math.exp);
  const endOdds = Float64Array.from(end, Math.exp);
  return { start, end, startOdds, endOdds, logs, odds, oddsBack, span };
}

/** The decoder's state of a role. */
export function state(role: Role): number {
  return stateOf.get(role) ?? 0;
}

function row(weights: RoleWeights): Float32Array {
  return Float32Array.from(ROLES, (role) => weights[role] ?? 0);
}

function matrix(rows: WeightsFile['transitions'], otherwise: number): Float32Array {
  const weights = new Float32Array(STATES * STATES).fill(otherwise);
  ROLES.forEach((from, at) => {
    ROLES.forEach((to, column) => {
      const weight = rows[from]?.[to];
      if (weight !== undefined) weights[at * STATES + column] = weight;
    });
  });
  return weights;
}
