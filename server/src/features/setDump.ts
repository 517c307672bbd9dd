import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { globOf } from '../rules/glob';
import { type ConfigDocument, configEdit } from './configEdits';
import type { EditOptions } from './workspaceEdits';

/**
 * The edit of a settings file that says that a file and all others of its folder with its extension are dumps; null where
 * it cannot be made.
 * @param path of the file, below the folder of the settings file
 */
export function setDumpEdit(
  config: ConfigDocument,
  path: string,
  options: EditOptions,
): WorkspaceEdit | null {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  const name = dot > slash ? `*${path.slice(dot)}` : path.slice(slash + 1);
  const file = globOf(path.slice(0, slash + 1) + name);
  return configEdit(config, [{ path: ['files', -1], value: { file, isDump: true } }], options);
}
