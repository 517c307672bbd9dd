import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { scanLines } from '../core/text/lines';
import { type ConfigChange, changedConfig } from '../rules/configText';
import { positionAt } from '../rules/offsets';
import { type EditOptions, fileCreation, workspaceEdit } from './workspaceEdits';

/** A settings file as it is now. */
export interface ConfigDocument {
  readonly uri: string;
  /** Null where there is no such file yet. */
  readonly text: string | null;
  /** Null where it is not open. */
  readonly version: number | null;
}

/** A settings file, and the path below its folder of the document that it holds for. */
export interface ConfigOfDocument extends ConfigDocument {
  readonly path: string;
}

/** The edit that makes changes in a settings file; null where it cannot be made without breaking the file. */
export function configEdit(
  config: ConfigDocument,
  changes: readonly ConfigChange[],
  options: EditOptions,
): WorkspaceEdit | null {
  const { uri, text } = config;
  const after = changedConfig(text, changes);
  if (after === null) return null;
  if (text === null) {
    return options.documentChanges && options.createsFiles ? fileCreation(uri, after) : null;
  }
  const { start, end, newText } = difference(text, after);
  const table = scanLines(text);
  const range = { start: positionAt(table, start), end: positionAt(table, end) };
  return workspaceEdit(config, [{ range, newText }], options);
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
