/** How a line ends; `''` for a text's last line alone. */
export type LineEnd = '\n' | '\r\n' | '\r' | '';

/** A run of lines of a text. Immutable: texts that came from one another share it. */
export interface Chunk {
  /** Without line ends. */
  readonly lines: readonly string[];
  readonly ends: readonly LineEnd[];
  /** UTF-16 units, line ends included. */
  readonly length: number;
}

/** Lines of a chunk where chunks are cut anew, and up to which one is left whole. */
const USUAL_LINES = 256;
const MOST_LINES = 2 * USUAL_LINES;

/** The same in UTF-16 units. A chunk of one line may be longer. */
const USUAL_LENGTH = 32_768;
const MOST_LENGTH = 2 * USUAL_LENGTH;

/**
 * The lines of a text in chunks, in one linear pass; always at least one line. Each chunk's lines are cut from a copy of
 * its own, for an engine keeps a whole text in memory as long as one line that was cut from it lives.
 */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let cut = new Cut();
  const finish = (from: number, to: number): void => {
    chunks.push(cut.of(ownCopy(text.slice(from, to)), from));
    cut = new Cut();
  };
  let start = 0;
  let at = 0;
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    const isReturn = carriage >= 0 && (feed < 0 || carriage < feed);
    const lineEnd = isReturn ? carriage : feed;
    const end = !isReturn ? '\n' : feed === carriage + 1 ? '\r\n' : '\r';
    cut.add(at, lineEnd, end);
    at = lineEnd + end.length;
    if (feed >= 0 && feed < at) feed = text.indexOf('\n', at);
    if (carriage >= 0 && carriage < at) carriage = text.indexOf('\r', at);
    if (cut.size === USUAL_LINES || at - start >= USUAL_LENGTH) {
      finish(start, at);
      start = at;
    }
  }
  cut.add(at, text.length, '');
  finish(start, text.length);
  return chunks;
}

/** Lines in one chunk, or where that would be too long in several. */
export function cutChunks(lines: readonly string[], ends: readonly LineEnd[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const isSmall = lines.length <= MOST_LINES && lengthOf(lines, ends) <= MOST_LENGTH;
  for (let from = 0; from < lines.length; ) {
    let to = isSmall ? lines.length : from;
    for (let length = 0; to < lines.length && to - from < USUAL_LINES && length < USUAL_LENGTH; to++) {
      length += (lines[to]?.length ?? 0) + (ends[to]?.length ?? 0);
    }
    const own = { lines: lines.slice(from, to), ends: ends.slice(from, to) };
    chunks.push({ ...own, length: lengthOf(own.lines, own.ends) });
    from = to;
  }
  return chunks;
}

/** A text that tells lines with their ends from all others: the last one may be empty, which their text does not show. */
export function keyOfLines(lines: readonly string[], ends: readonly LineEnd[]): string {
  return `${lines.length} ${joinLines(lines, ends)}`;
}

/** Whether a chunk is so small that it should be made one with the next. */
export function isScrap({ lines, length }: Chunk): boolean {
  return lines.length < USUAL_LINES / 4 && length < USUAL_LENGTH / 4;
}

/** The text that lines with their ends make. */
export function joinLines(lines: readonly string[], ends: readonly LineEnd[]): string {
  return lines.map((line, index) => line + (ends[index] ?? '')).join('');
}

/** Where lines stand in a text, until they are cut from it. */
class Cut {
  readonly #starts: number[] = [];
  readonly #lineEnds: number[] = [];
  readonly #ends: LineEnd[] = [];

  get size(): number {
    return this.#ends.length;
  }

  add(start: number, lineEnd: number, end: LineEnd): void {
    this.#starts.push(start);
    this.#lineEnds.push(lineEnd);
    this.#ends.push(end);
  }

  /** @param text that the lines stand in, which begins at `offset` of what they were found in */
  of(text: string, offset: number): Chunk {
    const lines = this.#starts.map((start, index) =>
      text.slice(start - offset, (this.#lineEnds[index] ?? 0) - offset),
    );
    return { lines, ends: this.#ends, length: text.length };
  }
}

/** The same text, which no longer is a view of a longer one: joining makes a copy, and the view is of that. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

function lengthOf(lines: readonly string[], ends: readonly LineEnd[]): number {
  let length = 0;
  for (const line of lines) length += line.length;
  for (const end of ends) length += end.length;
  return length;
}
