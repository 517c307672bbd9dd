/** Work that can be left after each step, as a page is, and be gone on with later. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of some work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
