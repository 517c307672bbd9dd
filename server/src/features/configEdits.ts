import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { type ConfigChange, changedConfig, configDifference } from '../rules/configText';
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
  if (text === null) {
    const created = changedConfig(null, changes);
    return created !== null && options.documentChanges && options.createsFiles
      ? fileCreation(uri, created)
      : null;
  }
  const edit = configDifference(text, changes);
  return edit && workspaceEdit(config, [edit], options);
}
