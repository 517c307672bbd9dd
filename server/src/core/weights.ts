import { ROLES, type Role } from './model/role';
import type { Profile } from './profiles/profile';
import data from './weights.json';

type RoleWeights = Readonly<Partial<Record<Role, number>>>;

/** Number of roles: the decoder's states. */
export const STATES = ROLES.length;

const stateOf = new Map<string, number>(ROLES.map((role, state) => [role, state]));

/** What each cue is worth for each role; natural logarithms of odds, zero where the data say nothing. */
export const cueWeights: ReadonlyMap<string, Float32Array> = new Map(
  Object.entries<RoleWeights>(data.cues).map(([cue, weights]) => [cue, row(weights)]),
);

/** What it is worth that a page begins, or ends, with a role. */
export const startWeights: Float32Array = row(data.start);
export const endWeights: Float32Array = row(data.end);

/** What it is worth that a role (row) is followed by a role (column), states x states. */
export interface Transitions {
  /** Natural logarithms of odds. */
  readonly logs: Float32Array;
  /** The odds. */
  readonly odds: Float64Array;
  /** The odds, by the role that follows (row) and the one before (column). */
  readonly oddsBack: Float64Array;
  /** The largest logarithm less the smallest. */
  readonly span: number;
}

const baseTransitions = transitionsFrom(matrix(data.transitions, data.defaultTransition));

const transitionsByProfile = new WeakMap<Profile, Transitions>();

/** The transitions of a page of a profile's site, or of a site without one. */
export function transitionsOf(profile: Profile | null): Transitions {
  if (!profile || profile.transitions.length === 0) return baseTransitions;
  const known = transitionsByProfile.get(profile);
  if (known) return known;
  const logs = Float32Array.from(baseTransitions.logs);
  for (const { from, to, weight } of profile.transitions) {
    const at = state(from) * STATES + state(to);
    logs[at] = (logs[at] ?? 0) + weight;
  }
  const transitions = transitionsFrom(logs);
  transitionsByProfile.set(profile, transitions);
  return transitions;
}

function transitionsFrom(logs: Float32Array): Transitions {
  const span = Math.max(...logs) - Math.min(...logs);
  const odds = Float64Array.from(logs, Math.exp);
  const oddsBack = odds.map((_, at) => odds[(at % STATES) * STATES + Math.floor(at / STATES)] ?? 0);
  return { logs, odds, oddsBack, span };
}

/** The decoder's state of a role. */
export function state(role: Role): number {
  return stateOf.get(role) ?? 0;
}

function row(weights: RoleWeights): Float32Array {
  return Float32Array.from(ROLES, (role) => weights[role] ?? 0);
}

function matrix(rows: Readonly<Partial<Record<Role, RoleWeights>>>, otherwise: number): Float32Array {
  const weights = new Float32Array(STATES * STATES).fill(otherwise);
  ROLES.forEach((from, at) => {
    ROLES.forEach((to, column) => {
      const weight = rows[from]?.[to];
      if (weight !== undefined) weights[at * STATES + column] = weight;
    });
  });
  return weights;
}
