import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { close, findings, language, show, showDump, showNew } from './editor';
import { test } from './testing';

/** Sets a setting of the workspace; answers what puts it back. */
async function set(section: string, name: string, value: unknown): Promise<() => Thenable<void>> {
  const update = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration(section).update(name, to, vscode.ConfigurationTarget.Workspace);
  await update(value);
  return () => update(undefined);
}

/** A text that is surely a dump, and no other file's. */
function dumpText(of: string): string {
  return `${DUMP_TEXT}${of}\n`;
}

test('where detection is to ask or is off, no file becomes a dump, and afterwards it does', async () => {
  for (const mode of ['ask', 'off']) {
    const path = `detection-${mode}.txt`;
    const restore = await set('copydesk', 'detection', mode);
    const { document } = await showNew(path, dumpText(path));
    // What was shown before has been judged when the next one is treated as a person wants.
    const { document: other } = await showNew(`other-${mode}.txt`, dumpText(`other ${mode}`));
    await vscode.commands.executeCommand('copydesk.treatAsDump');
    await language(other, 'article-dump');
    assert.equal(document.languageId, 'plaintext', mode);
    await show(path);
    await restore();
    await language(document, 'article-dump');
  }
});

test('the language picker counts as a choice, in a file of the dumps folder too', async () => {
  const path = 'dumps/picked.txt';
  const { document } = await showNew(path, dumpText(path));
  assert.equal(document.languageId, 'article-dump');
  await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
  await close(document);
  const { document: again } = await show(path);
  await language(again, 'plaintext');
});

test('an association in the settings is respected, and changing one undoes no decision', async () => {
  const recognized = 'recognized-before.txt';
  const { document: dump } = await showNew(recognized, dumpText(recognized));
  await language(dump, 'article-dump');
  const restore = await set('files', 'associations', { 'said-to-be-plain.txt': 'plaintext' });
  try {
    const said = 'said-to-be-plain.txt';
    const { document: plain } = await showNew(said, dumpText(said));
    await show(recognized);
    await language(dump, 'article-dump');
    const after = 'recognized-after.txt';
    const { document: last } = await showNew(after, dumpText(after));
    await language(last, 'article-dump');
    assert.equal(plain.languageId, 'plaintext');
  } finally {
    await restore();
  }
});

test('the server restarts, as often as wanted, and finds again', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const before = await findings(document, (all) => all.length > 0, 'findings');
  const restart = (): Thenable<unknown> => vscode.commands.executeCommand('copydesk.restartServer');
  await Promise.all([restart(), restart(), restart()]);
  await findings(document, (all) => all.length === before.length, 'the same findings');
});
