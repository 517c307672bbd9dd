/** A place in a text: zero-based line and UTF-16 column, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text from `start` up to, and without, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The range from column `start` up to column `end` of one line. */
export function rangeInLine(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The same range, `lines` further down. Turns page-relative places into places in the file. */
export function shiftRange(range: Range, lines: number): Range {
  if (lines === 0) return range;
  return { start: shiftPosition(range.start, lines), end: shiftPosition(range.end, lines) };
}

function shiftPosition(position: Position, lines: number): Position {
  return { line: position.line + lines, character: position.character };
}

/** Negative where `a` stands before `b`, positive where after, 0 where they are the same place. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether `position` lies in `range`; its end counts as inside, as the caret may stand there. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** Whether two ranges share a character, or one is empty and touches the other. */
export function overlap(a: Range, b: Range): boolean {
  const ab = comparePositions(a.start, b.end);
  const ba = comparePositions(b.start, a.end);
  return isEmpty(a) || isEmpty(b) ? ab <= 0 && ba <= 0 : ab < 0 && ba < 0;
}

function isEmpty(range: Range): boolean {
  return comparePositions(range.start, range.end) === 0;
}
