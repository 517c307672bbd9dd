import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT, NOTES_TEXT } from './dumpText';
import { close, language, show, showNew } from './editor';
import { test } from './testing';

/** Shows a text file that is surely a dump and waits until it is one: what was shown before has been judged then. */
async function judged(path: string): Promise<vscode.TextDocument> {
  const { document } = await showNew(path, `${DUMP_TEXT}${path}\n`);
  await language(document, 'article-dump');
  return document;
}

test('the samples are dumps by their place and their content, notes are not', async () => {
  const { document: notes } = await show('notes.txt');
  const { document: dump } = await show('dumps/000-river-navigation-talks.txt');
  assert.equal(dump.languageId, 'article-dump');
  const { document: clipping } = await show('inbox/clipping.txt');
  await language(clipping, 'article-dump');
  assert.equal(notes.languageId, 'plaintext');
});

test('a plain .txt file is recognized by its content', async () => {
  await judged('recognized.txt');
});

test('a pasted page becomes a dump, and stays one when it is emptied', async () => {
  const document = await vscode.workspace.openTextDocument({ content: '' });
  const editor = await vscode.window.showTextDocument(document);
  assert.equal(document.languageId, 'plaintext');
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), DUMP_TEXT));
  await language(document, 'article-dump');
});

test('notes that mention dates stay plain text', async () => {
  const { document } = await showNew('library.txt', NOTES_TEXT);
  await judged('library-dump.txt');
  assert.equal(document.languageId, 'plaintext');
});

test('what a person chose stays, also when the file is opened again', async () => {
  const path = 'chosen.txt';
  const document = await judged(path);
  await vscode.commands.executeCommand('copydesk.treatAsPlainText');
  await language(document, 'plaintext');
  await close(document);

  const { document: again } = await show(path);
  await judged('after-chosen.txt');
  assert.equal(again.languageId, 'plaintext');

  await show(path);
  await vscode.commands.executeCommand('copydesk.treatAsDump');
  await language(again, 'article-dump');
});

test('files of other languages are left alone', async () => {
  const { document } = await showNew('page.md', DUMP_TEXT);
  await judged('after-markdown.txt');
  assert.equal(document.languageId, 'markdown');
});
