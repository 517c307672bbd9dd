import { Session } from 'node:inspector';

/** Tells what code ran for the first time, by V8's own block coverage. */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  /** Begins to measure. Once a process: code that is optimized meanwhile would not be measured again. */
  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How much is known so far: blocks, each counted again where it ran far more often than before. */
  get size(): number {
    return this.#seen.size;
  }

  /** How much of what ran since the last call is new. */
  take(): number {
    const before = this.#seen.size;
    // The session answers before `post` returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      for (const { url, functions } of result) {
        if (url === '' || url.startsWith('node:')) continue;
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            // How often a block ran is told in coarse steps, as AFL does it: else every text would be new.
            if (count > 0)
              this.#seen.add(`${url} ${startOffset} ${endOffset} ${Math.floor(Math.log2(count) / 3)}`);
          }
        }
      }
    });
    return this.#seen.size - before;
  }

  /** Takes all code for new again. */
  forget(): void {
    this.take();
    this.#seen.clear();
  }
}
