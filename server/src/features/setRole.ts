import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Dump } from '../core/model/page';
import { isRole } from '../core/model/role';
import { isBlank } from '../core/text/lines';
import type { SetRoleParams } from '../protocol';
import type { ConfigChange } from '../rules/configText';
import { readConfigValue } from '../rules/configValue';
import { globOf } from '../rules/glob';
import { type ConfigDocument, configEdit } from './configEdits';
import { lineAt, type PlacedLine } from './places';
import type { EditOptions } from './workspaceEdits';

/** UTF-16 units of a neighbour that are quoted. */
const CONTEXT_LENGTH = 60;

/**
 * The edit of a settings file that says what a line is, or takes back what was said; null where there is no such line
 * or role, or the file cannot be edited.
 * @param path of the dump, below the folder of the settings file
 */
export function setRoleEdit(
  dump: Dump,
  { line, role, scope }: Pick<SetRoleParams, 'line' | 'role' | 'scope'>,
  config: ConfigDocument,
  path: string,
  options: EditOptions,
): WorkspaceEdit | null {
  const placed = lineAt(dump, line);
  if (!placed || isBlank(placed.text) || (role !== null && !isRole(role))) return null;
  const target =
    scope === 'text' ? { quote: { exact: placed.text.trim() } } : oneLine(dump, placed, globOf(path));
  const said = readConfigValue(config.text, 'lines');
  const removed = said.flatMap((item, index) =>
    (role === null ? isSaidOf(item, placed) : isSame(item, target)) ? [index] : [],
  );
  const changes: ConfigChange[] = removed
    .toReversed()
    .map((index) => ({ path: ['lines', index], value: undefined }));
  // The last one counts, so that what is said now stands last.
  if (role !== null) changes.push({ path: ['lines', -1], value: { role, ...target } });
  return configEdit(config, changes, options);
}

/** What tells one line of one file: its text and, where others have the same, its neighbours. */
function oneLine(dump: Dump, placed: PlacedLine, file: string): object {
  const exact = placed.text.trim();
  const isAlone =
    dump.pages.flatMap(({ page }) => page.lines).filter((text) => text.trim() === exact).length === 1;
  if (isAlone) return { quote: { exact }, file };
  const { lines } = placed.page;
  const before = lines
    .slice(0, placed.line)
    .findLast((text) => !isBlank(text))
    ?.trim();
  const after = lines
    .slice(placed.line + 1)
    .find((text) => !isBlank(text))
    ?.trim();
  return {
    quote: {
      exact,
      ...(before !== undefined && { prefix: ending(before) }),
      ...(after !== undefined && { suffix: after.slice(0, CONTEXT_LENGTH) }),
    },
    file,
  };
}

function ending(text: string): string {
  return text.slice(Math.max(0, text.length - CONTEXT_LENGTH));
}

/** Whether an item of the settings file quotes the line, wherever it stands. */
function isSaidOf(item: unknown, { text }: PlacedLine): boolean {
  if (typeof item !== 'object' || item === null || !('quote' in item)) return false;
  const { quote } = item;
  return (
    typeof quote === 'object' &&
    quote !== null &&
    'exact' in quote &&
    typeof quote.exact === 'string' &&
    quote.exact.trim() === text.trim()
  );
}

/** Whether an item says something of the very target, whatever the role. */
function isSame(item: unknown, target: object): boolean {
  if (typeof item !== 'object' || item === null) return false;
  const { role: _role, ...rest } = { role: null, ...item };
  return JSON.stringify(rest) === JSON.stringify(target);
}
