import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { fileUri, findings, hoverText, rangeOf, show, showDump, until } from './editor';
import { test } from './testing';

const CONFIG = '.copydesk.json';

const LINE = 'The whole of it can be read';

/** What is on disk: a person's word is saved, so that other programs know it, too. */
async function savedConfig(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(CONFIG)));
}

/** Fires where the settings file may have come to be open, or closed. */
const onDidTouchDocument: vscode.Event<unknown> = (listener) =>
  vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidCloseTextDocument(listener),
  );

async function removeConfig(): Promise<void> {
  await vscode.commands.executeCommand('_workbench.revertAllDirty');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(fileUri(CONFIG)).then(undefined, (error: unknown) => {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
  });
  // The next test's settings file would be taken for this one while the editor still has it.
  const uri = fileUri(CONFIG).toString();
  await until(
    onDidTouchDocument,
    () => vscode.workspace.textDocuments.every((open) => open.uri.toString() !== uri) || undefined,
    'the settings file gone',
  );
}

/** Says what a line is; `null` takes back what was said. */
function say(
  document: vscode.TextDocument,
  words: string,
  role: string | null,
  scope: 'line' | 'text',
): Thenable<unknown> {
  const { line } = rangeOf(document, words).start;
  return vscode.commands.executeCommand('copydesk.setRole', document.uri, line, role, scope);
}

/** Waits until the line with the words is faded or no longer is. */
function faded(document: vscode.TextDocument, words: string, expected: boolean): Promise<unknown> {
  const { start } = rangeOf(document, words);
  const isFaded = (all: readonly vscode.Diagnostic[]): boolean =>
    all.some(
      ({ range, tags }) => tags?.includes(vscode.DiagnosticTag.Unnecessary) === true && range.contains(start),
    );
  const what = `${words} as ${expected ? 'furniture' : 'part of the article'}`;
  return findings(document, (all) => all.length > 0 && isFaded(all) === expected, what);
}

test('a person’s word on a line counts, is the reason in its hover, and can be taken back', async () => {
  const { document } = await showDump(DUMP_TEXT);
  await faded(document, LINE, false);
  try {
    await say(document, LINE, 'promo', 'line');
    await faded(document, LINE, true);
    assert.include(await savedConfig(), 'promo');
    assert.include(await hoverText(document, rangeOf(document, LINE)), 'a settings file says so');
    await say(document, LINE, null, 'line');
    await faded(document, LINE, false);
    assert.notInclude(await savedConfig(), 'promo');
  } finally {
    await removeConfig();
  }
});

test('a word on all lines that say the same counts in other dumps too, and undo takes it back', async () => {
  const { document: other } = await showDump(DUMP_TEXT.replace('December 31, 2024', 'December 30, 2024'));
  const { document } = await showDump(DUMP_TEXT);
  try {
    await say(document, LINE, 'promo', 'text');
    await faded(document, LINE, true);
    await vscode.window.showTextDocument(other);
    await faded(other, LINE, true);
    await show(CONFIG);
    await vscode.commands.executeCommand('undo');
    await vscode.window.showTextDocument(other);
    await faded(other, LINE, false);
  } finally {
    await removeConfig();
  }
});

test('a code action at a line asks what it is', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, LINE),
  );
  const [action] = actions.filter(({ command }) => command?.command === 'copydesk.setRole');
  assert.deepEqual(action?.command?.arguments, [document.uri.toString(), rangeOf(document, LINE).start.line]);
});

test('a profile is made of a dump, and shown without being saved', async () => {
  const { document } = await showDump(DUMP_TEXT);
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
  assert.include(draft.getText(), 'More From');
  assert.isFalse(document.isDirty);
});

test('a person says that a dump is of none of the sites that are known, and takes it back', async () => {
  await showDump(DUMP_TEXT);
  try {
    await vscode.commands.executeCommand('copydesk.setProfile', 'none');
    assert.include(await savedConfig(), '"none"');
    await vscode.commands.executeCommand('copydesk.setProfile', null);
    assert.notInclude(await savedConfig(), '"none"');
  } finally {
    await removeConfig();
  }
});
