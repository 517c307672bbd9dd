import type { Range } from '../core/model/range';
import { grouped } from './grouped';
import type { Finding, TextEdit } from './rule';

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

/** Damage of one cause: a finding for each of a few places, or one for many. */
export function findingsOfCause(cause: Cause, places: readonly Damage[]): readonly Finding[] {
  const each = [...grouped(places.map((place) => findingAt(cause, place, place.message, [place])))];
  const [first] = each;
  if (!first || places.length <= FEW) return each;
  const whole = findingAt(cause, first, cause.summary(places.length), places);
  return [{ ...whole, ...(first.related && { related: first.related }) }];
}

function findingAt(
  cause: Cause,
  at: { readonly range: Range },
  message: string,
  places: readonly Damage[],
): Finding {
  const edits = places.flatMap((place) => place.edits);
  const { code, preferred } = cause;
  const fixes = edits.length === 0 ? [] : [{ title: cause.fixTitle(places.length), edits, preferred }];
  return { code, range: at.range, message, fixes };
}
