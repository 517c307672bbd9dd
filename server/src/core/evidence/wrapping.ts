/** Widths at which mail programs and press offices wrap text, with room for words that did not fit. */
const NARROWEST = 40;
const WIDEST = 100;
/** Lines of a paragraph fill at least this share of its widest line, but for the last one. */
const FILLED = 0.7;
const FEWEST_LINES = 3;

/** A line as far as wrapping is told by it. */
interface WrappedLine {
  /** UTF-16 units. */
  readonly length: number;
  /** Blank lines before it. */
  readonly gap: number;
}

/** For each line whether it is part of a paragraph that was wrapped at one width. */
export function wrappedLines(lines: readonly WrappedLine[]): readonly boolean[] {
  const blocks = blocksOf(lines);
  // A long paragraph shows the width; shorter ones are told by it.
  const width = blocks
    .filter(({ start, end, widest, full }) => end - start >= FEWEST_LINES && full && isWidth(widest))
    .reduce((most, { widest }) => Math.max(most, widest), 0);
  const wrapped = new Array<boolean>(lines.length).fill(false);
  for (const { start, end, widest, full } of blocks) {
    if (end - start >= 2 && full && widest <= width && widest >= width * FILLED)
      wrapped.fill(true, start, end);
  }
  return wrapped;
}

function isWidth(length: number): boolean {
  return length >= NARROWEST && length <= WIDEST;
}

/** Runs of lines without a blank line between. `full`: all lines but the last one fill the width. */
function blocksOf(lines: readonly WrappedLine[]) {
  const blocks: { start: number; end: number; widest: number; full: boolean }[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && lines[end]?.gap === 0) end++;
    const lengths = lines.slice(start, end).map(({ length }) => length);
    const widest = lengths.reduce((most, length) => Math.max(most, length), 0);
    const full = lengths.slice(0, -1).every((length) => length >= widest * FILLED);
    blocks.push({ start, end, widest, full });
    start = end;
  }
  return blocks;
}
