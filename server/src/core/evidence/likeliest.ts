/** Index of the largest value; -1 where there is none. */
export function likeliest(odds: Float32Array): number {
  return odds.reduce(
    (best, value, index) => (value > (odds[best] ?? Number.NEGATIVE_INFINITY) ? index : best),
    -1,
  );
}
