import { scanLines } from '../core/text/lines';
import { offsetAt, positionAt } from './offsets';
import type { TextEdit } from './rule';

/** The text after edits that do not overlap, in any order. Positions beyond a line's end mean its end, as in LSP. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return new EditedText(text).apply(edits).text;
}

/** A stretch of the original text or of an edit's new text. */
interface Piece {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly original: boolean;
}

/** A text that edits were applied to, one list of them after the other, and that knows what became of the original. */
export class EditedText {
  readonly text: string;

  constructor(
    private readonly original: string,
    private readonly pieces: readonly Piece[] = [
      { source: original, start: 0, end: original.length, original: true },
    ],
  ) {
    this.text = pieces.map((piece) => piece.source.slice(piece.start, piece.end)).join('');
  }

  /** This text with edits of it made that do not overlap. */
  apply(edits: readonly TextEdit[]): EditedText {
    const table = scanLines(this.text);
    const ordered = edits
      .map(({ range, newText }) => ({
        start: offsetAt(table, range.start),
        end: offsetAt(table, range.end),
        newText,
      }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const cursor = new PieceCursor(this.pieces);
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end, newText } of ordered) {
      if (start < at) throw new RangeError('Edits overlap.');
      pieces.push(...cursor.take(start - at));
      cursor.take(end - start);
      if (newText !== '') pieces.push({ source: newText, start: 0, end: newText.length, original: false });
      at = end;
    }
    pieces.push(...cursor.take(this.text.length - at));
    return new EditedText(this.original, pieces);
  }

  /** The edits that make this text of the original at once: in order, without overlaps. */
  edits(): readonly TextEdit[] {
    const table = scanLines(this.original);
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = '';
    const end = { source: '', start: this.original.length, end: this.original.length, original: true };
    for (const piece of [...this.pieces, end]) {
      if (!piece.original) {
        newText += piece.source.slice(piece.start, piece.end);
        continue;
      }
      if (newText !== '' || piece.start > at) {
        edits.push({ range: { start: positionAt(table, at), end: positionAt(table, piece.start) }, newText });
      }
      at = piece.end;
      newText = '';
    }
    return edits;
  }
}

/** Reads pieces from the first to the last, cutting them where needed. */
class PieceCursor {
  private index = 0;
  private used = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** The next `length` units. */
  take(length: number): readonly Piece[] {
    const taken: Piece[] = [];
    for (let left = length; left > 0; ) {
      const piece = this.pieces[this.index];
      if (!piece) break;
      const start = piece.start + this.used;
      const end = Math.min(piece.end, start + left);
      if (end > start) taken.push({ ...piece, start, end });
      left -= end - start;
      this.used += end - start;
      if (end === piece.end) {
        this.index++;
        this.used = 0;
      }
    }
    return taken;
  }
}
