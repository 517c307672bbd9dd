import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { fileUri, findings, rangeOf, showDump, until } from './editor';
import { test } from './testing';

const CONFIG = '.copydesk.json';

/** The settings file's document; drafts that were never saved have a path like it. */
function configDocument(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === fileUri(CONFIG).toString());
}

/** The settings file as the editor has it, saved or not. */
function configText(): string {
  return configDocument()?.getText() ?? '';
}

/** Fires where the settings file may have become another, or come to be open. */
const onDidTouchDocument: vscode.Event<unknown> = (listener) =>
  vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidChangeTextDocument(listener),
    vscode.workspace.onDidCloseTextDocument(listener),
  );

test('a person’s word on a line counts, is written into the settings file, and can be taken back', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const line = rangeOf(document, 'The whole of it can be read');
  const isFaded = (all: readonly vscode.Diagnostic[]): boolean =>
    all.some(
      ({ range, tags }) => tags?.includes(vscode.DiagnosticTag.Unnecessary) && range.contains(line.start),
    );
  await findings(document, (all) => !isFaded(all), 'the line as part of the article');
  const say = (role: string | null): Thenable<unknown> =>
    vscode.commands.executeCommand('copydesk.setRole', document.uri, line.start.line, role, 'line');
  try {
    await say('promo');
    await findings(document, isFaded, 'the line as furniture');
    assert.include(configText(), 'promo');
    await say(null);
    await findings(document, (all) => !isFaded(all), 'the line as it was');
  } finally {
    await removeConfig();
  }
});

test('a profile is made of a dump, and shown without being saved', async () => {
  const { document } = await showDump(DUMP_TEXT);
  assert.include(document.getText(), 'Date: ');
  await vscode.commands.executeCommand('copydesk.draftProfile');
  const draft = await until(
    vscode.window.onDidChangeActiveTextEditor,
    () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.path.endsWith(CONFIG) ? shown : undefined;
    },
    'the draft',
  );
  await until(
    vscode.workspace.onDidChangeTextDocument,
    () => draft.getText().includes('"profiles"') || undefined,
    'the profile in it',
  );
  assert.isTrue(draft.isDirty);
});

async function removeConfig(): Promise<void> {
  await vscode.commands.executeCommand('_workbench.revertAllDirty');
  await vscode.workspace.fs.delete(fileUri(CONFIG)).then(undefined, (error: unknown) => {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
  });
  // The next test's settings file would be taken for this one while the editor still has it.
  await until(
    onDidTouchDocument,
    () => configDocument() === undefined || undefined,
    'the settings file gone',
  );
}

test('a person says that a dump is of none of the sites that are known, and takes it back', async () => {
  const { document } = await showDump(DUMP_TEXT);
  assert.include(document.getText(), 'Date: ');
  try {
    await vscode.commands.executeCommand('copydesk.setProfile', 'none');
    await until(
      onDidTouchDocument,
      () => configText().includes('none') || undefined,
      'the choice in the settings file',
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('copydesk.setProfile', null);
    await until(
      onDidTouchDocument,
      () => !configText().includes('none') || undefined,
      'the choice taken back',
    );
  } finally {
    await removeConfig();
  }
});
