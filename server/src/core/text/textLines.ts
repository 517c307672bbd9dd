import { comparePositions, type Position, type Range } from '../model/range';
import { type Chunk, chunksOf, cutChunks, isScrap, joinLines, type LineEnd } from './chunk';

/** A stretch of lines in which two texts differ; before and after it they are the same. */
export interface Difference {
  /** The first line that differs, in both texts. */
  readonly startLine: number;
  /** The line after the last one that differs, in the text before and in this one. */
  readonly endBefore: number;
  readonly end: number;
}

/**
 * A text as its lines: an immutable value. A changed text shares with the one before all but a few hundred lines, so that a
 * change costs about what it is long, and what differs is found without reading the texts. Line breaks are `\r\n`, `\n` and
 * `\r`, as in LSP; a byte order mark is part of line 0. There is always at least one line.
 */
export class TextLines {
  readonly lineCount: number;
  /** UTF-16 units, line ends included. */
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  /** Each chunk's first line, and the offset of that. */
  readonly #firstLines: readonly number[];
  readonly #offsets: readonly number[];

  private constructor(chunks: readonly Chunk[]) {
    const firstLines: number[] = [];
    const offsets: number[] = [];
    let lines = 0;
    let length = 0;
    for (const chunk of chunks) {
      firstLines.push(lines);
      offsets.push(length);
      lines += chunk.lines.length;
      length += chunk.length;
    }
    this.#chunks = chunks;
    this.#firstLines = firstLines;
    this.#offsets = offsets;
    this.lineCount = lines;
    this.length = length;
  }

  static of(text: string): TextLines {
    return new TextLines(chunksOf(text));
  }

  /** A line without its end; `''` for a line that is not there. */
  line(line: number): string {
    const at = lastUpTo(this.#firstLines, line);
    return this.#chunks[at]?.lines[line - (this.#firstLines[at] ?? 0)] ?? '';
  }

  /** How a line ends. */
  lineEnd(line: number): LineEnd {
    const at = lastUpTo(this.#firstLines, line);
    return this.#chunks[at]?.ends[line - (this.#firstLines[at] ?? 0)] ?? '';
  }

  /** The lines from `from` up to, and without, `to`, without their ends. */
  lines(from = 0, to = this.lineCount): readonly string[] {
    return this.#gather(from, to, ({ lines }) => lines);
  }

  /** The ends of those lines. */
  lineEnds(from = 0, to = this.lineCount): readonly LineEnd[] {
    return this.#gather(from, to, ({ ends }) => ends);
  }

  /** The text, or what stands in a range of it. */
  text(range?: Range): string {
    if (range === undefined) return this.#chunks.map(({ lines, ends }) => joinLines(lines, ends)).join('');
    const [start, end] = this.#wellFormed(range);
    if (start.line === end.line) return this.line(start.line).slice(start.character, end.character);
    const ends = this.lineEnds(start.line, end.line);
    const lines = this.lines(start.line, end.line).map((line, index) => line + (ends[index] ?? ''));
    return lines.join('').slice(start.character) + this.line(end.line).slice(0, end.character);
  }

  /** This text with a range of it replaced. Positions beyond a line's end mean that, as in LSP. */
  replace(range: Range, newText: string): TextLines {
    const [start, end] = this.#wellFormed(range);
    const head = this.line(start.line).slice(0, start.character);
    const tail = this.line(end.line).slice(end.character) + this.lineEnd(end.line);
    const changed = head + newText + tail;
    // A line feed that comes to stand behind a carriage return makes one line break with it.
    const joins = start.line > 0 && changed.startsWith('\n') && this.lineEnd(start.line - 1) === '\r';
    const from = joins ? start.line - 1 : start.line;
    return this.#splice(from, end.line + 1, joins ? `${this.line(from)}\r${changed}` : changed);
  }

  /** What differs in this text from another, told by whole lines; null where nothing does. */
  differenceFrom(before: TextLines): Difference | null {
    let chunk = 0;
    while (chunk < this.#chunks.length && this.#chunks[chunk] === before.#chunks[chunk]) chunk++;
    let startLine = this.#firstLines[chunk] ?? this.lineCount;
    let tail = 0;
    let shared = 0;
    const most = Math.min(this.#chunks.length, before.#chunks.length) - chunk;
    while (shared < most && this.#chunks.at(-1 - shared) === before.#chunks.at(-1 - shared)) {
      tail += this.#chunks.at(-1 - shared)?.lines.length ?? 0;
      shared++;
    }
    const shorter = Math.min(this.lineCount, before.lineCount);
    while (startLine < shorter - tail && this.#isSame(before, startLine, startLine)) startLine++;
    const isSameFromEnd = () => this.#isSame(before, this.lineCount - 1 - tail, before.lineCount - 1 - tail);
    while (tail < shorter - startLine && isSameFromEnd()) tail++;
    const difference = { startLine, endBefore: before.lineCount - tail, end: this.lineCount - tail };
    return difference.end === startLine && difference.endBefore === startLine ? null : difference;
  }

  /** Offset of a position; beyond a line's end its end, beyond the text's end that. */
  offsetAt(position: Position): number {
    const { line, character } = this.#clamped(position);
    const at = lastUpTo(this.#firstLines, line);
    const { lines = [], ends = [] } = this.#chunks[at] ?? {};
    let offset = (this.#offsets[at] ?? 0) + character;
    for (let index = line - (this.#firstLines[at] ?? 0) - 1; index >= 0; index--) {
      offset += (lines[index]?.length ?? 0) + (ends[index]?.length ?? 0);
    }
    return offset;
  }

  /** Position of an offset; inside a line end the end of its line. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.length));
    const at = lastUpTo(this.#offsets, within);
    const { lines = [], ends = [] } = this.#chunks[at] ?? {};
    let left = within - (this.#offsets[at] ?? 0);
    let index = 0;
    for (; index < lines.length - 1; index++) {
      const length = (lines[index]?.length ?? 0) + (ends[index]?.length ?? 0);
      if (left < length) break;
      left -= length;
    }
    const character = Math.min(left, lines[index]?.length ?? 0);
    return { line: (this.#firstLines[at] ?? 0) + index, character };
  }

  #gather<T>(from: number, to: number, of: (chunk: Chunk) => readonly T[]): readonly T[] {
    const found: T[] = [];
    for (let at = lastUpTo(this.#firstLines, from); at < this.#chunks.length; at++) {
      const first = this.#firstLines[at] ?? 0;
      const chunk = this.#chunks[at];
      if (!chunk || first >= to) break;
      const all = of(chunk);
      const end = Math.min(all.length, to - first);
      for (let index = Math.max(0, from - first); index < end; index++) {
        const value = all[index];
        if (value !== undefined) found.push(value);
      }
    }
    return found;
  }

  /** Puts a text in place of whole lines. */
  #splice(from: number, to: number, text: string): TextLines {
    const first = lastUpTo(this.#firstLines, from);
    let last = lastUpTo(this.#firstLines, to - 1);
    const begin = this.#firstLines[first] ?? 0;
    let end = this.#firstLines[last + 1] ?? this.lineCount;
    const inner = chunksOf(text);
    let lines = inner.flatMap((chunk) => chunk.lines);
    let ends = inner.flatMap((chunk) => chunk.ends);
    // What ends with a line break has no line of its own behind that, unless the text ends there.
    if (to < this.lineCount) {
      lines.pop();
      ends.pop();
    }
    lines = [...this.lines(begin, from), ...lines, ...this.lines(to, end)];
    ends = [...this.lineEnds(begin, from), ...ends, ...this.lineEnds(to, end)];
    let chunks = cutChunks(lines, ends);
    const next = this.#chunks[last + 1];
    const only = chunks[0];
    if (next && (!only || (chunks.length === 1 && isScrap(only)))) {
      last++;
      end += next.lines.length;
      chunks = cutChunks([...lines, ...next.lines], [...ends, ...next.ends]);
    }
    return new TextLines([...this.#chunks.slice(0, first), ...chunks, ...this.#chunks.slice(last + 1)]);
  }

  #isSame(before: TextLines, line: number, lineBefore: number): boolean {
    return this.line(line) === before.line(lineBefore) && this.lineEnd(line) === before.lineEnd(lineBefore);
  }

  #wellFormed(range: Range): readonly [Position, Position] {
    const start = this.#clamped(range.start);
    const end = this.#clamped(range.end);
    return comparePositions(start, end) <= 0 ? [start, end] : [end, start];
  }

  #clamped({ line, character }: Position): Position {
    if (line < 0) return { line: 0, character: 0 };
    if (line >= this.lineCount) {
      return { line: this.lineCount - 1, character: this.line(this.lineCount - 1).length };
    }
    return { line, character: Math.max(0, Math.min(character, this.line(line).length)) };
  }
}

/** Index of the last of ascending numbers that is not above a value; 0 where all are. */
function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
