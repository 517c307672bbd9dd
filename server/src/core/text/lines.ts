import { isSpace } from './characters';

/** The lines of a text. Line breaks are `\r\n`, `\n` and `\r`, as in LSP; a byte order mark is part of line 0. */
export interface LineTable {
  readonly text: string;
  /** Offset of each line's first UTF-16 unit. */
  readonly starts: readonly number[];
  /** Offset after each line's last unit, its line end left out. */
  readonly ends: readonly number[];
}

const LF = 10;
const CR = 13;

/** Finds the lines of a text in one linear pass. A text always has at least one line. */
export function scanLines(text: string): LineTable {
  const starts = [0];
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== LF && unit !== CR) continue;
    ends.push(at);
    if (unit === CR && text.charCodeAt(at + 1) === LF) at++;
    starts.push(at + 1);
  }
  ends.push(text.length);
  return { text, starts, ends };
}

/** The text of one line without its line end; `''` for a line that is not there. */
export function lineText(table: LineTable, line: number): string {
  return table.text.slice(table.starts[line] ?? 0, table.ends[line] ?? 0);
}

/** The lines of a text without their line ends. */
export function linesOf(text: string): readonly string[] {
  const { starts, ends } = scanLines(text);
  return starts.map((start, line) => text.slice(start, ends[line]));
}

/** Whether a line holds nothing but white space, byte order marks and zero-width characters. */
export function isBlank(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    if (!isSpace(line.charCodeAt(at))) return false;
  }
  return true;
}
