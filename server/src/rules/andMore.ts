import * as l10n from '@vscode/l10n';

/** The first of several things of a line, and how many more there are. */
export function andMore(first: string, more: number): string {
  return more > 0 ? l10n.t('{0} and {1} more in this line', first, more) : first;
}
