import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { findings, language, rangeOf, showNew } from './editor';
import { test } from './testing';

declare const HOST: 'node' | 'web';

/** A file of the system's, as text. */
async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
}

/** The process of the server, as Linux lists the children of this one. */
async function serverProcess(): Promise<number> {
  const children = (await read(`/proc/${process.pid}/task/${process.pid}/children`)).split(' ').map(Number);
  for (const child of children) {
    if (child > 0 && (await read(`/proc/${child}/cmdline`)).includes('server.js')) return child;
  }
  throw new Error('no server runs');
}

test('after a crash the server is there again, and knows what it knew', async () => {
  if (HOST === 'web' || process.platform !== 'linux') return;
  const settings = vscode.workspace.getConfiguration('copydesk');
  await settings.update('rules', { 'split-ordinal': 'off' }, vscode.ConfigurationTarget.Workspace);
  try {
    const { document } = await showNew('crash.txt', DUMP_TEXT);
    await language(document, 'article-dump');
    const isReported = (all: readonly vscode.Diagnostic[], words: string): boolean =>
      all.some(
        ({ range, severity }) =>
          severity !== vscode.DiagnosticSeverity.Hint && range.intersection(rangeOf(document, words)),
      );
    await findings(document, (all) => isReported(all, 'river ,'), 'findings');

    const before = await serverProcess();
    process.kill(before, 'SIGKILL');
    // What is typed while there is no server is known to the next one, too.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, rangeOf(document, 'printed copy').start, 'and only , ');
    await vscode.workspace.applyEdit(edit);
    const all = await findings(
      document,
      (found) => isReported(found, 'only ,'),
      'findings of the next server',
    );
    assert.notEqual(await serverProcess(), before);
    assert.isTrue(isReported(all, 'river ,'));
    assert.isFalse(isReported(all, '21 st'), 'the settings hold');
    assert.equal(document.languageId, 'article-dump');
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      outline.map(({ name }) => name),
      ['Lock Keepers Publish Their Book of Floods'],
    );
  } finally {
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  }
});
