import { type TextEditor, Uri, ViewColumn, window, workspace } from 'vscode';
import { DUMP } from './language';

const SAMPLE = ['client', 'samples', 'dumps', '000-river-navigation-talks.txt'];

/** Opens a copy of a dump with planted damage, without a file: what is tried on it changes nothing. */
export async function openSample(extension: Uri): Promise<TextEditor> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, ...SAMPLE));
  const content = new TextDecoder().decode(bytes);
  const document = await workspace.openTextDocument({ language: DUMP, content });
  // From the walkthrough it opens beside, so that the steps stay in sight.
  const { activeTab } = window.tabGroups.activeTabGroup;
  const beside = activeTab !== undefined && activeTab.input === undefined;
  return window.showTextDocument(document, {
    viewColumn: beside ? ViewColumn.Beside : ViewColumn.Active,
    preview: false,
  });
}
