import { l10n, ProgressLocation, window } from 'vscode';
import type { DefinitionMiddleware } from 'vscode-languageclient';
import type { DumpFacts } from './overview/dumpFacts';

/**
 * Goes from a card to the dump of its article, wherever that is: where the server knows of none among the dumps that it
 * has seen, all of the workspace are looked at first.
 */
export function lookEverywhere(
  facts: () => DumpFacts,
): NonNullable<DefinitionMiddleware['provideDefinition']> {
  return async (document, position, token, next) => {
    const found = await next(document, position, token);
    // Nothing at all is the answer for lines that lead nowhere.
    if (!Array.isArray(found) || found.length > 0) return found;
    await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Looking for the article') },
      () => facts().ready(),
    );
    return token.isCancellationRequested ? found : next(document, position, token);
  };
}
