import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Dump } from '../core/model/page';
import type { PlacedFinding } from '../rules/diagnose';
import { globOf } from '../rules/glob';
import { quoteAt } from '../rules/quotes';
import { type ConfigOfDocument, configEdit } from './configEdits';
import type { EditOptions } from './workspaceEdits';

/** The edit of a settings file after which one finding is told of no more; null where it cannot be made. */
export function ignoreHereEdit(
  dump: Dump,
  { code, range }: PlacedFinding,
  config: ConfigOfDocument,
  options: EditOptions,
): WorkspaceEdit | null {
  return ignoreEdit({ rule: code, file: globOf(config.path), quote: quoteAt(dump, range) }, config, options);
}

/** The same for all findings of a rule in a file. */
export function ignoreInFileEdit(
  code: string,
  config: ConfigOfDocument,
  options: EditOptions,
): WorkspaceEdit | null {
  return ignoreEdit({ rule: code, file: globOf(config.path) }, config, options);
}

function ignoreEdit(ignore: object, config: ConfigOfDocument, options: EditOptions): WorkspaceEdit | null {
  return configEdit(config, [{ path: ['ignores', -1], value: ignore }], options);
}
