import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { type ConfigDocument, configEdit } from './configEdits';
import type { EditOptions } from './workspaceEdits';

/** The edit of a settings file that turns a rule off; null where it cannot be made without breaking the file. */
export function ruleOffEdit(
  config: ConfigDocument,
  code: string,
  options: EditOptions,
): WorkspaceEdit | null {
  return configEdit(config, [{ path: ['rules', code], value: 'off' }], options);
}
