import type { Position } from '../core/model/range';
import type { LineTable } from '../core/text/lines';

/** Offset of a position; beyond a line's end its end, beyond the text's end that. */
export function offsetAt(table: LineTable, { line, character }: Position): number {
  const start = table.starts[line];
  const end = table.ends[line];
  return start === undefined || end === undefined ? table.text.length : Math.min(start + character, end);
}

/** Position of an offset; inside a line end the end of its line. */
export function positionAt(table: LineTable, offset: number): Position {
  let low = 0;
  let high = table.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: Math.min(offset, table.ends[low] ?? offset) - (table.starts[low] ?? 0) };
}
