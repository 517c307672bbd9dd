import { comparePositions, type Range } from '../core/model/range';

/** Ranges that do not overlap, by the lines that they stand on: whether another one touches them is told without looking at all. */
export class TakenRanges {
  readonly #byLine = new Map<number, Range[]>();

  constructor(ranges: Iterable<Range>) {
    for (const range of ranges) this.add(range);
  }

  /** Takes a range. Costs little where ranges come in order. */
  add(range: Range): void {
    for (let line = range.start.line; line <= range.end.line; line++) {
      const there = this.#byLine.get(line) ?? [];
      this.#byLine.set(line, there);
      there.splice(
        firstWhere(there, ({ start }) => comparePositions(start, range.start) > 0),
        0,
        range,
      );
    }
  }

  /** Whether a range overlaps or touches one that is taken. */
  meets(range: Range): boolean {
    for (let line = range.start.line; line <= range.end.line; line++) {
      const there = this.#byLine.get(line) ?? [];
      const next = there[firstWhere(there, ({ end }) => comparePositions(end, range.start) >= 0)];
      if (next && comparePositions(next.start, range.end) <= 0) return true;
    }
    return false;
  }
}

/** Index of the first range of which something holds that holds of all after it; their number where it holds of none. */
function firstWhere(ranges: readonly Range[], holds: (range: Range) => boolean): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && holds(range)) high = middle;
    else low = middle + 1;
  }
  return low;
}
