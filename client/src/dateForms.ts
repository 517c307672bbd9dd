import { l10n, type QuickPickItem, Range, WorkspaceEdit, window, workspace } from 'vscode';
import {
  DATE_FORMS,
  type DateForms,
  type DateFormsParams,
  type DateFormsResult,
} from '../../server/src/protocol';
import { dumpEditor } from './dumpEditor';
import type { Server } from './server';

interface FormItem extends QuickPickItem {
  readonly form: DateForms;
}

/**
 * Brings the dates of the caret's field, or of all the dump, into one form: a person chooses which, and sees each change in
 * the editor's preview before it is made.
 * @param scope `field` or `file`, and
 * @param pattern a CLDR pattern, where they are settled; else a person is asked
 */
export async function normalizeDates(server: Server, scope: unknown, pattern: unknown): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const { document } = editor;
  const params: DateFormsParams = { uri: document.uri.toString(), line: editor.selection.active.line };
  const { version } = document;
  const { forms } = (await server.request<DateFormsResult | null>(DATE_FORMS, params)) ?? { forms: [] };
  if (forms.length === 0) {
    void window.showInformationMessage(l10n.t('No date here could be written otherwise with certainty.'));
    return;
  }
  const settled = forms.find((form) => form.scope === scope && form.pattern === pattern);
  const form = settled ?? (await letChoose(forms));
  // What was typed meanwhile would shift the places of the dates.
  if (form === undefined || document.version !== version) return;
  const edit = new WorkspaceEdit();
  const label = l10n.t('Write dates as {0}', form.example);
  for (const { range, newText } of form.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText, {
      label,
      needsConfirmation: true,
    });
  }
  await workspace.applyEdit(edit, { isRefactoring: true });
}

async function letChoose(forms: readonly DateForms[]): Promise<DateForms | undefined> {
  const items = forms.map(
    (form): FormItem => ({
      form,
      label: form.example,
      description:
        form.scope === 'field' ? l10n.t('the dates of this field') : l10n.t('all dates of this file'),
      detail: l10n.t('Changes: {0}', form.edits.length),
    }),
  );
  const title = l10n.t('Normalize Dates…');
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen?.form;
}
