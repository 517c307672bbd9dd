/**
 * The line of the dump that a line of its article stands on.
 * @param lines The line of the dump for each line of the article, never falling.
 */
export function lineInDump(lines: readonly number[], line: number): number {
  return lines[Math.min(line, lines.length - 1)] ?? 0;
}

/** The line of the article that stands on a line of the dump, or the nearest one above it; 0 above all. */
export function lineInArticle(lines: readonly number[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
