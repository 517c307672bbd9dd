import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { findings, rangeOf, showDump, until } from './editor';
import { test } from './testing';

/** Two pages in one file. */
const JOINED = `${DUMP_TEXT}\n${DUMP_TEXT.replaceAll('Lock Keepers', 'Ferry Masters')}`;

/** Runs a command of ours and answers the line that the caret is on then. */
async function lineAfter(editor: vscode.TextEditor, command: string): Promise<string> {
  const before = editor.selection;
  await vscode.commands.executeCommand(`copydesk.${command}`);
  await until(
    vscode.window.onDidChangeTextEditorSelection,
    () => !editor.selection.isEqual(before) || undefined,
    `the caret elsewhere after ${command}`,
  );
  return editor.document.lineAt(editor.selection.active.line).text;
}

function putCaret(editor: vscode.TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, start);
}

test('commands go from section to section, and back', async () => {
  const editor = await showDump(DUMP_TEXT);
  putCaret(editor, 'Lock Keepers Publish');
  assert.match(await lineAfter(editor, 'nextSection'), /^Date: /);
  assert.equal(await lineAfter(editor, 'previousSection'), 'Lock Keepers Publish Their Book of Floods');
  const lines: string[] = [];
  for (let i = 0; i < 5; i++) lines.push(await lineAfter(editor, 'nextSection'));
  assert.include(lines, 'More From Ministry of Foreign Affairs (EN)');
});

test('commands go from article to article, and around', async () => {
  const editor = await showDump(JOINED);
  putCaret(editor, 'It was resolved');
  assert.equal(await lineAfter(editor, 'nextArticle'), 'Ferry Masters Publish Their Book of Floods');
  assert.equal(await lineAfter(editor, 'nextArticle'), 'Lock Keepers Publish Their Book of Floods');
  assert.equal(await lineAfter(editor, 'previousArticle'), 'Ferry Masters Publish Their Book of Floods');
});

test('furniture is folded by a command, and the article stays open', async () => {
  const editor = await showDump(DUMP_TEXT);
  const isSeen = (words: string): boolean => {
    const { start } = rangeOf(editor.document, words);
    return editor.visibleRanges.some((range) => range.contains(start));
  };
  assert.isTrue(isSeen('KCNA Ministry'));
  await vscode.commands.executeCommand('copydesk.foldFurniture');
  await until(
    vscode.window.onDidChangeTextEditorVisibleRanges,
    () => (!isSeen('KCNA Ministry') && !isSeen('Four ferrymen')) || undefined,
    'the furniture folded',
  );
  assert.isTrue(isSeen('It was resolved'));
});

test('the selection grows to the sentence and the paragraph by the editor’s own key', async () => {
  const editor = await showDump(DUMP_TEXT);
  putCaret(editor, 'stains');
  const seen: string[] = [];
  for (let i = 0; i < 5; i++) {
    await vscode.commands.executeCommand('editor.action.smartSelect.expand');
    seen.push(editor.document.getText(editor.selection));
  }
  assert.isTrue(
    seen.some((text) => /^It was resolved .* high the water came\.$/.test(text)),
    seen.join('\n'),
  );
});

test('commands go to findings of the kind at the caret alone', async () => {
  const editor = await showDump(DUMP_TEXT);
  await findings(editor.document, (all) => all.length > 3, 'findings');
  putCaret(editor, ' ,');
  assert.match(await lineAfter(editor, 'nextFinding'), /keepers said , /);
  assert.match(await lineAfter(editor, 'nextFinding'), /lower river , /);
  assert.match(await lineAfter(editor, 'previousFinding'), /keepers said , /);
});
