import { env, l10n, window } from 'vscode';
import { EXPORT, type ExportParams, type ExportResult } from '../../server/src/protocol';
import { dumpEditor } from './dumpEditor';
import { chooseFormat } from './formats';
import type { Server } from './server';

/**
 * Copies the article at the caret, without its furniture.
 * @param wanted The form; a person is asked where it is none that there is.
 */
export async function copyArticle(server: Server, wanted?: unknown): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const chosen = await chooseFormat(l10n.t('Copy Article As'), wanted);
  if (chosen === undefined) return;
  const params: ExportParams = {
    uri: editor.document.uri.toString(),
    format: chosen.format,
    line: editor.selection.active.line,
  };
  const result = await server.request<ExportResult | null>(EXPORT, params);
  if (result === null || result.text === '') {
    void window.showInformationMessage(l10n.t('There is no article here.'));
    return;
  }
  await env.clipboard.writeText(result.text);
  window.setStatusBarMessage(l10n.t('The article is on the clipboard as {0}.', chosen.label), 4000);
}
