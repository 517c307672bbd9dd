import { commands, extensions, l10n, type QuickPickItem, window } from 'vscode';
import { dumpEditor } from './dumpEditor';

interface Way extends QuickPickItem {
  readonly original: 'saved' | 'committed';
  readonly command: string;
}

/**
 * Compares a dump with the file on disk or with what was committed, in the editor's own comparison.
 * @param wanted `saved` or `committed`; a person is asked where it is neither and there are both.
 */
export async function compareWithOriginal(wanted: unknown): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const { document } = editor;
  if (document.isUntitled) {
    void window.showInformationMessage(l10n.t('This dump has no file that it could be compared with.'));
    return;
  }
  const withSaved: Way = {
    original: 'saved',
    label: l10n.t('As it was saved'),
    description: document.isDirty ? '' : l10n.t('nothing has changed since'),
    command: 'workbench.files.action.compareWithSaved',
  };
  const withCommitted: Way = {
    original: 'committed',
    label: l10n.t('As it was committed'),
    command: 'git.openChange',
  };
  const hasGit = extensions.getExtension('vscode.git')?.isActive === true;
  const ways = hasGit ? [withSaved, withCommitted] : [withSaved];
  const way =
    ways.find(({ original }) => ways.length === 1 || original === wanted) ??
    (await window.showQuickPick(ways, { title: l10n.t('Compare with Original') }));
  if (way !== undefined) await commands.executeCommand(way.command, document.uri);
}
