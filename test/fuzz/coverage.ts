import { takeRuns } from '../support/runs';

/** Tells what code ran for the first time. */
export class Coverage {
  /** For each place of the code, how often it ran in a run so far: a bit for each coarse step. */
  readonly #seen: number[] = [];
  #size = 0;

  /** How much is known so far: places, each counted again where it ran far more often than before. */
  get size(): number {
    return this.#size;
  }

  /** How much of what ran since the last call is new. */
  take(): number {
    const before = this.#size;
    takeRuns((place, runs) => {
      // How often a place ran is told in coarse steps, as AFL does it: else every text would be new.
      const step = 1 << Math.min(30, Math.floor(Math.log2(runs) / 3));
      const seen = this.#seen[place] ?? 0;
      if ((seen & step) !== 0) return;
      this.#seen[place] = seen | step;
      this.#size++;
    });
    return this.#size - before;
  }

  /** Takes all code for new again. */
  forget(): void {
    this.take();
    this.#seen.length = 0;
    this.#size = 0;
  }
}
