import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { close, fileUri, hoverText, rangeOf, showDump, shown } from './editor';
import { test } from './testing';

const HEADLINE = 'Reading Room Opens in Old Boathouse';

/** The dump of the article that the first card of {@link DUMP_TEXT} shows. */
const BOATHOUSE = DUMP_TEXT.replace('Lock Keepers Publish Their Book of Floods', HEADLINE).replace(
  '31/12/2024',
  '04/02/2025',
);

test('nothing is looked for before somebody asks for it', async () => {
  assert.deepEqual(await vscode.commands.executeCommand('copydesk.filterDumps', 'all'), []);
});

test('F12 on a card looks for the dump of its article and opens it, and there is a way back', async () => {
  const target = fileUri('dumps/boathouse.txt');
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(BOATHOUSE));
  const dump = await showDump(DUMP_TEXT);
  const card = rangeOf(dump.document, HEADLINE);
  dump.selection = new vscode.Selection(card.start, card.start);
  await vscode.commands.executeCommand('editor.action.revealDefinition');
  const found = await shown(target);
  assert.equal(found.document.lineAt(found.selection.active.line).text, HEADLINE);
  await vscode.commands.executeCommand('workbench.action.navigateBack');
  await shown(dump.document.uri);
  assert.include(await hoverText(dump.document, card), 'dumps/boathouse.txt');
  await close(dump.document);
});
