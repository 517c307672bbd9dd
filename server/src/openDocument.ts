import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import { rangeInLine } from './core/model/range';
import { TextLines } from './core/text/textLines';

/**
 * One version of a document that a client has open: an immutable value. It equals the library's own document in all that
 * can be asked, but a change costs about what it is long and not what the document is, and the version before stays.
 */
export class OpenDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly lines: TextLines;

  constructor(uri: string, languageId: string, version: number, lines: TextLines) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.lines = lines;
  }

  static create(uri: string, languageId: string, version: number, text: string): OpenDocument {
    return new OpenDocument(uri, languageId, version, TextLines.of(text));
  }

  /** The document after changes, each of the text that the one before it left. */
  static update(
    { uri, languageId, lines }: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    const changed = changes.reduce(
      (text, change) =>
        'range' in change ? text.replace(change.range, change.text) : TextLines.of(change.text),
      lines,
    );
    return new OpenDocument(uri, languageId, version, changed);
  }

  get lineCount(): number {
    return this.lines.lineCount;
  }

  getText(range?: Range): string {
    return this.lines.text(range);
  }

  positionAt(offset: number): Position {
    return this.lines.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.lines.offsetAt(position);
  }

  /** A line without its end; for lines that are not there the first or the last. */
  getLineRange(line: number): Range {
    if (line < 0) return rangeInLine(0, 0, 0);
    const own = Math.min(line, this.lineCount - 1);
    return rangeInLine(own, 0, this.lines.line(own).length);
  }

  getEOLCharacters(line: number): string {
    return this.lines.lineEnd(line);
  }
}
