import { l10n } from 'vscode';
import type { Detection } from '../../server/src/core/detect';

/** The strongest reasons why a text was taken for a dump or not, for people. All of them are in the bundle. */
export function shownReasons({ reasons }: Detection, most: number): readonly string[] {
  return reasons.slice(0, most).map((reason) => l10n.t(reason));
}
