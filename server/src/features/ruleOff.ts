import { modify, type ParseError, parseTree } from 'jsonc-parser';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { scanLines } from '../core/text/lines';
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

/** The edit of a settings file that turns a rule off; null where it cannot be made without breaking the file. */
export function ruleOffEdit(
  config: ConfigDocument,
  code: string,
  options: EditOptions,
): WorkspaceEdit | null {
  const { uri, text } = config;
  if (text === null) {
    if (!options.documentChanges || !options.createsFiles) return null;
    return fileCreation(uri, `${JSON.stringify({ rules: { [code]: 'off' } }, null, 2)}\n`);
  }
  if (!takesRules(text)) return null;
  const table = scanLines(text);
  const edits = modify(text, ['rules', code], 'off', { formattingOptions: formattingOf(text) });
  return workspaceEdit(
    config,
    edits.map(({ offset, length, content }) => ({
      range: { start: positionAt(table, offset), end: positionAt(table, offset + length) },
      newText: content,
    })),
    options,
  );
}

/** Whether the text is an object whose rules, if it has any, are an object. */
function takesRules(text: string): boolean {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || root?.type !== 'object') return false;
  const rules = root.children?.find(({ children }) => children?.[0]?.value === 'rules')?.children?.[1];
  return rules === undefined || rules.type === 'object';
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
