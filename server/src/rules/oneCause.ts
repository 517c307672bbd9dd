import type { Range } from '../core/model/range';
import type { Finding, TextEdit } from './rule';

/** Other places that a finding points to, at most. */
const MAX_RELATED = 10;

/** Places of one cause up to which each is a finding of its own; more are one finding of the file. */
const FEW = 5;

/** A damaged place: what is wrong there, and, where it is known, what is right. */
export interface Damage {
  readonly range: Range;
  readonly message: string;
  readonly edits: readonly TextEdit[];
}

/** What is said of damage that has one cause in many places. */
export interface Cause {
  readonly code: string;
  /** Of one finding for all places. */
  summary(count: number): string;
  /** Title of the fix of one place, or of so many. */
  fixTitle(count: number): string;
  /** Whether the fix is the one right fix. */
  readonly preferred: boolean;
}

/** Findings of one cause that point to each other: the first to those that follow, these to the first. */
export function linked(findings: readonly Finding[]): readonly Finding[] {
  const [first, ...others] = findings;
  if (!first || others.length === 0) return findings;
  return findings.map((finding) => ({ ...finding, related: related(finding === first ? others : [first]) }));
}

/** Damage of one cause: a finding for each of a few places, or one for many. */
export function findingsOfCause(cause: Cause, places: readonly Damage[]): readonly Finding[] {
  if (places.length <= FEW)
    return linked(places.map((place) => finding(cause, place, place.message, [place])));
  const [first, ...others] = places;
  if (!first) return [];
  return [{ ...finding(cause, first, cause.summary(places.length), places), related: related(others) }];
}

function finding(cause: Cause, at: Damage, message: string, places: readonly Damage[]): Finding {
  const edits = places.flatMap((place) => place.edits);
  const { code, preferred } = cause;
  const fixes = edits.length === 0 ? [] : [{ title: cause.fixTitle(places.length), edits, preferred }];
  return { code, range: at.range, message, fixes };
}

function related(places: readonly { readonly range: Range; readonly message: string }[]) {
  return places.slice(0, MAX_RELATED).map(({ range, message }) => ({ range, message }));
}
