import {
  applyEdits,
  findNodeAtLocation,
  type JSONPath,
  modify,
  type ParseError,
  parseTree,
} from 'jsonc-parser';

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
  let changed = (text ?? '').slice(mark.length);
  if (changed.trim() === '') changed = '{}\n';
  const formattingOptions = formattingOf(changed);
  for (const { path, value } of changes) {
    if (!takesChange(changed, path)) return null;
    const options = { formattingOptions, isArrayInsertion: path.at(-1) === -1 };
    changed = applyEdits(changed, modify(changed, path, value, options));
  }
  return mark + changed;
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
