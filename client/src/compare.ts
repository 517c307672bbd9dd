import { commands, extensions, l10n, type QuickPickItem, window } from 'vscode';
import { dumpEditor } from './dumpEditor';

interface Way extends QuickPickItem {
  readonly command: string;
}

/** Compares a dump with the file on disk or with what was committed, in the editor's own comparison. */
export async function compareWithOriginal(): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const { document } = editor;
  if (document.isUntitled) {
    void window.showInformationMessage(l10n.t('This dump has no file that it could be compared with.'));
    return;
  }
  const withSaved: Way = {
    label: l10n.t('As it was saved'),
    description: document.isDirty ? '' : l10n.t('nothing has changed since'),
    command: 'workbench.files.action.compareWithSaved',
  };
  const withCommitted: Way = { label: l10n.t('As it was committed'), command: 'git.openChange' };
  const hasGit = extensions.getExtension('vscode.git')?.isActive === true;
  const way = hasGit
    ? await window.showQuickPick([withSaved, withCommitted], { title: l10n.t('Compare with Original') })
    : withSaved;
  if (way !== undefined) await commands.executeCommand(way.command, document.uri);
}
