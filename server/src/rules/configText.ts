import {
  applyEdits,
  findNodeAtLocation,
  type JSONPath,
  modify,
  type ParseError,
  parseTree,
} from 'jsonc-parser';
import { scanLines } from '../core/text/lines';
import { positionAt } from './offsets';
import type { TextEdit } from './rule';

/** A change of a settings file: a value for a place, or undefined to remove what is there. An index of -1 appends. */
export interface ConfigChange {
  readonly path: JSONPath;
  readonly value: unknown;
}

/**
 * The text of a settings file after changes; comments, order and style stay. Null where the text is no JSON, or where
 * something stands on a path that has to hold other values.
 * @param text null where there is no file yet
 */
export function changedConfig(text: string | null, changes: readonly ConfigChange[]): string | null {
  // A byte order mark is no JSON.
  const mark = text?.startsWith('\ufeff') ? '\ufeff' : '';
  let changed = text?.slice(mark.length) ?? '{}\n';
  const formattingOptions = formattingOf(changed);
  for (const { path, value } of changes) {
    if (!takesChange(changed, path)) return null;
    const options = { formattingOptions, isArrayInsertion: path.at(-1) === -1 };
    changed = applyEdits(changed, modify(changed, path, value, options));
  }
  return mark + changed;
}

/** The same as one edit of the text. */
export function configDifference(text: string, changes: readonly ConfigChange[]): TextEdit | null {
  const after = changedConfig(text, changes);
  if (after === null) return null;
  const { start, end, newText } = difference(text, after);
  const table = scanLines(text);
  return { range: { start: positionAt(table, start), end: positionAt(table, end) }, newText };
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): { start: number; end: number; newText: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  // Neither end lies inside a line end of two characters.
  if (before[start - 1] === '\r') start--;
  if (same > 0 && before.at(-same) === '\n' && before.at(-1 - same) === '\r') same--;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

/** Whether the text is an object, and what stands on the way to a place is what it has to be. */
function takesChange(text: string, path: JSONPath): boolean {
  const errors: ParseError[] = [];
  let node = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) return false;
  for (const step of path) {
    if (node?.type !== (typeof step === 'number' ? 'array' : 'object')) return false;
    node = findNodeAtLocation(node, [step]);
    if (node === undefined) return true;
  }
  return true;
}

/** The file's own way of indenting and ending lines. */
function formattingOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /^(?:\t| +)(?=")/m.exec(text)?.[0] ?? '  ';
  return {
    insertSpaces: indent !== '\t',
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
