/** Which way a step goes. */
export type Direction = 'next' | 'previous';

/** A place in a text, counted from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The place to go to from another: the nearest in that direction, and beyond the last the first again. */
export function stepTo<P extends Place>(
  places: readonly P[],
  from: Place,
  direction: Direction,
): P | undefined {
  const ordered = places.toSorted(compare);
  if (direction === 'next') return ordered.find((place) => compare(place, from) > 0) ?? ordered[0];
  return ordered.findLast((place) => compare(place, from) < 0) ?? ordered.at(-1);
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}
