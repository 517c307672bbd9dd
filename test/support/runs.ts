/** Counts by number, as istanbul's code keeps them. */
type Counts = Record<number, number>;

interface Located {
  readonly loc: { readonly start: { readonly line: number } };
}

/** What the code of one file counted: runs of each statement, each function, and each way of each branch. */
interface FileRuns {
  readonly path: string;
  readonly s: Counts;
  readonly f: Counts;
  readonly b: Readonly<Record<number, Counts>>;
  readonly statementMap: Readonly<Record<number, Located['loc']>>;
  readonly fnMap: Readonly<Record<number, Located>>;
  readonly branchMap: Readonly<Record<number, Located>>;
}

/** The counts of places that follow one another. */
interface PlaceCounts {
  readonly counts: Counts;
  readonly length: number;
  /** Where in the sources one of them is. */
  readonly where: (key: number) => string;
}

declare global {
  /** By file; only in bundles whose sources `countRuns` instrumented. */
  var __runs__: Readonly<Record<string, FileRuns>> | undefined;
}

/**
 * Tells how often each place of the server's code ran since this was last called.
 * @param tell is given a number that is the place's own for as long as the process lives, and the runs, more than 0
 */
export function takeRuns(tell: (place: number, runs: number) => void): void {
  let place = 0;
  for (const { counts, length } of allCounts()) {
    for (let key = 0; key < length; key++, place++) {
      const runs = counts[key] ?? 0;
      if (runs === 0) continue;
      counts[key] = 0;
      tell(place, runs);
    }
  }
}

/** File and line of a place that {@link takeRuns} told of. */
export function placeName(place: number): string {
  let key = place;
  for (const { length, where } of allCounts()) {
    if (key < length) return where(key);
    key -= length;
  }
  throw new RangeError(`There is no place ${place}.`);
}

let known: readonly PlaceCounts[] | null = null;

/** The counts of all files, which all are loaded before the first of them is asked for. */
function allCounts(): readonly PlaceCounts[] {
  known ??= Object.values(globalThis.__runs__ ?? {}).flatMap(countsOf);
  if (known.length === 0) throw new Error('This bundle was not instrumented.');
  return known;
}

function countsOf({ path, s, f, b, statementMap, fnMap, branchMap }: FileRuns): readonly PlaceCounts[] {
  const at = (loc?: Located['loc']) => `${path}:${loc?.start.line}`;
  const places = (counts: Counts, where: PlaceCounts['where']) => ({
    counts,
    length: Object.keys(counts).length,
    where,
  });
  return [
    places(s, (key) => at(statementMap[key])),
    places(f, (key) => at(fnMap[key]?.loc)),
    ...Object.entries(b).map(([branch, ways]) => places(ways, () => at(branchMap[Number(branch)]?.loc))),
  ];
}
