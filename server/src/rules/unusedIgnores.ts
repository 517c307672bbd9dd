import * as l10n from '@vscode/l10n';
import type { Dump } from '../core/model/page';
import type { FiledIgnore } from './config';
import { configDifference } from './configText';
import { diagnose, type PlacedFinding } from './diagnose';
import { ignoredFindings } from './ignores';
import { type Settings, severityOf } from './settings';
import { unusedIgnore } from './unused-ignore';

/** The ignores that name this file and fit none of its findings, whatever rules are turned off. */
export function unusedIgnores(dump: Dump, ignores: readonly FiledIgnore[]): readonly FiledIgnore[] {
  const named = ignores.filter(({ onlyFile }) => onlyFile !== null);
  if (named.length === 0) return [];
  // Failures are told of where the file's findings are.
  const all = diagnose(dump, { rules: {} }, () => {});
  const used = new Set(ignoredFindings(dump, all, named).values());
  return named.filter((ignore) => !used.has(ignore));
}

/**
 * What is reported of an unused ignore in its settings file; null where that is turned off.
 * @param text of the settings file
 */
export function unusedIgnoreFinding(
  { rule, range, index }: FiledIgnore,
  text: string,
  settings: Settings,
): PlacedFinding | null {
  const { code } = unusedIgnore;
  const severity = severityOf(settings, code);
  if (severity === 'off') return null;
  const edit = configDifference(text, [{ path: ['ignores', index], value: undefined }]);
  return {
    code,
    severity,
    range,
    message: l10n.t('This fits no finding of “{0}” any more', rule),
    fixes: edit ? [{ title: l10n.t('Delete this ignore'), edits: [edit], preferred: true }] : [],
  };
}
