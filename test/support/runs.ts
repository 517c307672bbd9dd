/** Counts by number, as istanbul's code keeps them. */
type Counts = Record<number, number>;

/** What the code of one file counted: runs of each statement, each function, and each way of each branch. */
interface FileRuns {
  readonly s: Counts;
  readonly f: Counts;
  readonly b: Readonly<Record<number, Counts>>;
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

let known: readonly { readonly counts: Counts; readonly length: number }[] | null = null;

/** The counts of all files, which all are loaded before the first of them is asked for. */
function allCounts() {
  known ??= Object.values(globalThis.__runs__ ?? {})
    .flatMap(({ s, f, b }) => [s, f, ...Object.values(b)])
    .map((counts) => ({ counts, length: Object.keys(counts).length }));
  if (known.length === 0) throw new Error('This bundle was not instrumented.');
  return known;
}
