import type { CurvePoint } from '../src/core/calibration';

/** A line's log odds, and whether it is what they speak for. */
export interface Judgement {
  readonly odds: number;
  readonly is: boolean;
}

/** Log odds beyond these are rare. */
const FARTHEST = 5;
const STEP = 0.5;

/**
 * Fits the shares of lines that are what they are said to be by their log odds: means of bins, made to rise (pool adjacent
 * violators, Ayer et al. 1955).
 */
export function fitCurve(judgements: readonly Judgement[]): readonly CurvePoint[] {
  const bins = Array.from({ length: (2 * FARTHEST) / STEP + 1 }, () => ({ odds: 0, hits: 0, count: 0 }));
  for (const { odds, is } of judgements) {
    const near = Math.max(-FARTHEST, Math.min(FARTHEST, odds));
    const bin = bins[Math.round((near + FARTHEST) / STEP)];
    if (!bin) continue;
    bin.odds += near;
    bin.count++;
    if (is) bin.hits++;
  }
  const pooled: (typeof bins)[number][] = [];
  for (const bin of bins.filter(({ count }) => count > 0)) {
    let next = bin;
    for (
      let last = pooled.at(-1);
      last && last.hits * next.count >= next.hits * last.count;
      last = pooled.at(-1)
    ) {
      pooled.pop();
      next = { odds: last.odds + next.odds, hits: last.hits + next.hits, count: last.count + next.count };
    }
    pooled.push(next);
  }
  return pooled.map(({ odds, hits, count }) => ({ odds: round(odds / count), share: round(hits / count) }));
}

/** Something that was said with a confidence, and whether it was right. */
export interface Said {
  readonly confidence: number;
  readonly right: boolean;
}

/** Rows of a table: of what was said with about the same confidence, the share that was right; and the mean distance of the two. */
export function calibrationTable(said: readonly Said[]): {
  readonly rows: readonly string[];
  readonly error: number;
} {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    said.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin),
  )
    .filter(({ length }) => length > 0)
    .map((bin) => ({
      lines: bin.length,
      confidence: bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length,
      right: bin.filter(({ right }) => right).length / bin.length,
    }));
  return {
    rows: bins.map(
      ({ confidence, lines, right }) => `| ${confidence.toFixed(2)} | ${lines} | ${right.toFixed(2)} |`,
    ),
    error: bins.reduce(
      (sum, { lines, confidence, right }) => sum + (lines / said.length) * Math.abs(confidence - right),
      0,
    ),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
