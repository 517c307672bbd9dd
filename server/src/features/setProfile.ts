import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { ConfigChange } from '../rules/configText';
import { readConfigValue } from '../rules/configValue';
import { globOf } from '../rules/glob';
import { type ConfigDocument, configEdit } from './configEdits';
import type { EditOptions } from './workspaceEdits';

/**
 * The edit of a settings file that says which profile a file is of; null where it cannot be made.
 * @param profile null takes back what was said of this file alone
 * @param path of the dump, below the folder of the settings file
 */
export function setProfileEdit(
  profile: string | null,
  config: ConfigDocument,
  path: string,
  options: EditOptions,
): WorkspaceEdit | null {
  const file = globOf(path);
  const said = readConfigValue(config.text, 'files').flatMap((item, index) =>
    isOf(item, file) ? [index] : [],
  );
  const changes: ConfigChange[] = said
    .toReversed()
    .map((index) => ({ path: ['files', index], value: undefined }));
  if (profile !== null) changes.push({ path: ['files', -1], value: { file, profile } });
  return configEdit(config, changes, options);
}

function isOf(item: unknown, file: string): boolean {
  return typeof item === 'object' && item !== null && 'file' in item && item.file === file;
}
