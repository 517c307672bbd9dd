import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT, FIXED_TEXT } from './dumpText';
import { fileUri, findings, rangeOf, showDump, showNew, text, until } from './editor';
import { test } from './testing';

const LOUD = (finding: vscode.Diagnostic): boolean => finding.severity !== vscode.DiagnosticSeverity.Hint;

function allFindings(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return findings(document, (all) => all.some(LOUD), 'findings');
}

test('damage is reported where it is, with a link to the rule’s page', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const loud = (await allFindings(document)).filter(LOUD);
  for (const place of [
    rangeOf(document, 'river ,'),
    rangeOf(document, '21 st'),
    rangeOf(document, 'Febuary 03, 2025'),
  ]) {
    const finding = loud.find(({ range }) => range.intersection(place) !== undefined);
    assert.isDefined(finding, document.getText(place));
    assert.isObject(finding?.code, 'the code is a link');
  }
  assert.isEmpty(
    loud.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    'nothing is an error',
  );
});

test('the page that a finding links to exists', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const codes = (await allFindings(document)).map(({ code }) => code);
  for (const code of codes) {
    if (typeof code !== 'object') assert.fail('the code is no link');
    const page = await vscode.workspace.fs.readFile(code.target);
    assert.include(new TextDecoder().decode(page), String(code.value));
  }
});

test('furniture is faded, the article is not', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const faded = (await allFindings(document)).filter(({ tags }) =>
    tags?.includes(vscode.DiagnosticTag.Unnecessary),
  );
  const isFaded = (words: string): boolean =>
    faded.some(({ range }) => range.contains(rangeOf(document, words)));
  assert.isTrue(isFaded('NK News is hiring'));
  assert.isTrue(isFaded('Four ferrymen told'));
  assert.isFalse(isFaded('Lock Keepers Publish'));
  assert.isFalse(isFaded('It was resolved'));
  assert.isTrue(faded.every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint));
});

test('F8 goes to the next finding and passes over furniture', async () => {
  const editor = await showDump(DUMP_TEXT);
  const [first] = [...(await allFindings(editor.document))]
    .filter(LOUD)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  await vscode.commands.executeCommand('editor.action.marker.next');
  await until(
    vscode.window.onDidChangeTextEditorSelection,
    () => first?.range.contains(editor.selection.active) || undefined,
    'the caret at the first finding',
  );
  await vscode.commands.executeCommand('closeMarkersNavigation');
});

test('one key fixes the finding at the caret', async () => {
  const editor = await showDump(DUMP_TEXT);
  await allFindings(editor.document);
  const place = rangeOf(editor.document, '21 st');
  editor.selection = new vscode.Selection(place.start, place.start);
  const press = (): void => {
    if (editor.document.getText() === DUMP_TEXT) void vscode.commands.executeCommand('editor.action.autoFix');
  };
  // Where the machine is busy the editor's command gives up, and a person presses the key again.
  const again = setInterval(press, 8000);
  press();
  await text(editor.document, DUMP_TEXT.replace('21 st', '21st')).finally(() => clearInterval(again));
});

test('quick fixes say what they do, and the right one is preferred', async () => {
  const { document } = await showDump(DUMP_TEXT);
  await allFindings(document);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, 'Febuary'),
    vscode.CodeActionKind.QuickFix.value,
  );
  const preferred = actions.filter(({ isPreferred }) => isPreferred);
  assert.lengthOf(preferred, 1);
  assert.include(preferred[0]?.title, 'February');
});

test('fix all mends what is sure, and one undo brings every character back', async () => {
  const { document } = await showDump(DUMP_TEXT);
  await allFindings(document);
  await vscode.commands.executeCommand('copydesk.fixAll');
  await text(document, FIXED_TEXT);
  await findings(document, (all) => !all.some(LOUD), 'no finding that is left');
  await vscode.commands.executeCommand('undo');
  await text(document, DUMP_TEXT);
});

test('fix all on save, where a person wants it, and line ends and the byte order mark are kept', async () => {
  const path = 'dumps/test-bytes.txt';
  const windows = (unix: string): string => `\uFEFF${unix.replaceAll('\n', '\r\n')}`;
  const editor = await showNew(path, windows(DUMP_TEXT));
  const { document } = editor;
  await allFindings(document);
  const addition = 'twice ';
  await editor.edit((edit) => edit.insert(rangeOf(document, 'forget').start, addition));
  const editing = vscode.workspace.getConfiguration('editor', document);
  await editing.update('codeActionsOnSave', { 'source.fixAll.copydesk': 'explicit' }, true);
  try {
    await document.save();
    const expected = FIXED_TEXT.replace('forget', `${addition}forget`);
    const bytes = await vscode.workspace.fs.readFile(fileUri(path));
    assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), windows(expected));
  } finally {
    await editing.update('codeActionsOnSave', undefined, true);
  }
});

test('a rule can be turned off and on again while the file is open', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const isOrdinal = ({ code }: vscode.Diagnostic): boolean =>
    typeof code === 'object' && code.value === 'split-ordinal';
  await findings(document, (all) => all.some(isOrdinal), 'the split ordinal');
  const settings = vscode.workspace.getConfiguration('copydesk', document);
  await settings.update('rules', { 'split-ordinal': 'off' }, true);
  try {
    await findings(document, (all) => all.length > 0 && !all.some(isOrdinal), 'no split ordinal');
  } finally {
    await settings.update('rules', undefined, true);
  }
  await findings(document, (all) => all.some(isOrdinal), 'the split ordinal again');
});

test('dates are brought into one form only when a person says so in the preview', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const before = document.getText();
  const done = vscode.commands.executeCommand('copydesk.normalizeDates', 'file', 'yyyy-MM-dd');
  // The editor tells nobody when its preview is there.
  const press = setInterval(() => void vscode.commands.executeCommand('refactorPreview.discard'), 200);
  try {
    await done;
  } finally {
    clearInterval(press);
  }
  assert.equal(document.getText(), before);
});
