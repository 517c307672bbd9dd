import { l10n, type TextEditor, type Uri, window, workspace } from 'vscode';
import { DUMP } from './language';

/**
 * The editor of the dump that a command is about: of the one with the URI, else the active editor, else one that is
 * seen, as when the command comes from a page beside it. Says that there is none, and answers undefined, where none is.
 */
export async function dumpEditor(uri?: Uri): Promise<TextEditor | undefined> {
  if (uri !== undefined) {
    const shown = window.visibleTextEditors.find(
      (editor) => editor.document.uri.toString() === uri.toString(),
    );
    return shown ?? window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  }
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const found = editors.find((editor) => editor?.document.languageId === DUMP);
  if (found === undefined) {
    void window.showInformationMessage(l10n.t('Open an article dump first.'));
  }
  return found;
}

/** The editor of {@link dumpEditor}, with the keys. */
export async function focusDumpEditor(uri?: Uri): Promise<TextEditor | undefined> {
  const editor = await dumpEditor(uri);
  return (
    editor &&
    window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? -1, preserveFocus: false })
  );
}
