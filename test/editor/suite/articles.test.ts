import { assert } from 'chai';
import * as vscode from 'vscode';
import { saveAll } from '../../../client/src/saving';
import { DUMP_TEXT } from './dumpText';
import { fileUri, rangeOf, showDump, showNew, until } from './editor';
import { test } from './testing';

const SCHEME = 'copydesk-article';

function articleEditor(): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === SCHEME);
}

/** Shows the article of the active dump beside it. */
async function showArticle(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('copydesk.articleOnly');
  return until(vscode.window.onDidChangeVisibleTextEditors, articleEditor, 'the article beside the dump');
}

test('the article is shown alone, beside the dump that keeps the keys', async () => {
  const dump = await showDump(DUMP_TEXT);
  const { document } = await showArticle();
  const text = document.getText();
  assert.match(text, /^Lock Keepers Publish Their Book of Floods\n/);
  assert.include(text, 'It was resolved at the 21 st meeting');
  for (const furniture of ['NK News is hiring', 'More From', 'Ferrymen']) assert.notInclude(text, furniture);
  assert.equal(vscode.window.activeTextEditor?.document, dump.document);
});

test('the article follows edits of the dump', async () => {
  const dump = await showDump(DUMP_TEXT);
  const { document } = await showArticle();
  await dump.edit((edit) => edit.replace(rangeOf(dump.document, '21 st'), '22nd'));
  await until(
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText().includes('22nd meeting') || undefined,
    'the article as edited',
  );
});

test('the article and the dump scroll in step', async () => {
  const paragraphs = Array.from(
    { length: 120 },
    (_, n) =>
      `The water stood at the mark of year ${n + 1} when the keepers of the lower river met again, and they wrote it down.`,
  );
  const before = 'The whole of it can be read';
  const text = DUMP_TEXT.replace(before, `${paragraphs.join('\n\n')}\n\n${before}`);
  const dump = await showNew('dumps/long.txt', text);
  const article = await showArticle();
  const top = (editor: vscode.TextEditor): string =>
    editor.document
      .getText()
      .split('\n')
      .slice(editor.visibleRanges[0]?.start.line ?? 0)
      .find((line) => line !== '') ?? '';
  const far = rangeOf(dump.document, 'the mark of year 60 ');
  dump.revealRange(far, vscode.TextEditorRevealType.AtTop);
  const near = (): true | undefined => {
    const year = Number(/year (\d+)/.exec(top(article))?.[1] ?? 0);
    return Math.abs(year - 60) <= 2 || undefined;
  };
  await until(vscode.window.onDidChangeTextEditorVisibleRanges, near, 'the article at the same place');
});

test('the article is copied in the form that is wanted', async () => {
  const editor = await showDump(DUMP_TEXT);
  editor.selection = new vscode.Selection(5, 0, 5, 0);
  await vscode.commands.executeCommand('copydesk.copyArticle', 'markdown');
  assert.match(await vscode.env.clipboard.readText(), /^# Lock Keepers Publish Their Book of Floods\n/);
  await vscode.commands.executeCommand('copydesk.copyArticle', 'jsonld');
  const item: unknown = JSON.parse(await vscode.env.clipboard.readText());
  assert.containSubset(item, {
    '@type': 'NewsArticle',
    headline: 'Lock Keepers Publish Their Book of Floods',
    datePublished: '2024-12-31',
  });
});

test('the article is copied as a citation, as plain text and as a record', async () => {
  const editor = await showDump(DUMP_TEXT);
  editor.selection = new vscode.Selection(5, 0, 5, 0);
  const copied = async (format: string): Promise<string> => {
    await vscode.commands.executeCommand('copydesk.copyArticle', format);
    return vscode.env.clipboard.readText();
  };
  assert.match(await copied('text'), /^Lock Keepers Publish Their Book of Floods\n/);
  assert.match(await copied('bibtex'), /^@\w+\{[\s\S]*title = \{.*Lock Keepers/m);
  const [item]: unknown[] = JSON.parse(await copied('csl-json'));
  assert.containSubset(item, { title: 'Lock Keepers Publish Their Book of Floods' });
  const record: unknown = JSON.parse(await copied('jsonl'));
  assert.containSubset(record, { headline: 'Lock Keepers Publish Their Book of Floods' });
});

test('the article of the active dump is saved, and of several files as many as before one says stop', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const folder = fileUri('stopped');
  const order = { format: 'text', folder } as const;
  await vscode.commands.executeCommand('copydesk.saveArticle', undefined, undefined, order);
  const names = async (): Promise<readonly string[]> =>
    (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  assert.deepEqual(await names(), [document.uri.path.replace(/^.*\//, '')]);

  const stop = new vscode.CancellationTokenSource();
  // Stands in for a person who says stop at the second file.
  const server = {
    async request<Result>(): Promise<Result> {
      return JSON.parse('{ "text": "An article" }');
    },
  };
  const shares: number[] = [];
  const log = { warn: (): void => {} };
  const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => fileUri(`many/${name}`));
  for (const file of files) await vscode.workspace.fs.writeFile(file, new Uint8Array([10]));
  const outcome = await saveAll(server, log, files, order, stop.token, ({ increment }) => {
    shares.push(Math.round(increment));
    if (shares.length === 2) stop.cancel();
  });
  assert.equal(outcome.saved, 2);
  assert.deepEqual(shares, [33, 33]);
  assert.includeMembers([...(await names())], ['a.txt', 'b.txt']);
  assert.notInclude(await names(), 'c.txt');
});

test('the articles of a folder are saved, and no file that is there is replaced', async () => {
  const write = (path: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
  await write('dumps/many/one.txt', DUMP_TEXT);
  await write('dumps/many/two.txt', DUMP_TEXT.replace('Lock Keepers', 'Ferry Masters'));
  await write('articles/two.md', 'mine');
  const order = { format: 'markdown', folder: fileUri('articles') };
  await vscode.commands.executeCommand('copydesk.saveArticle', fileUri('dumps/many'), undefined, order);
  assert.match(await read('articles/one.md'), /^# Lock Keepers/);
  assert.equal(await read('articles/two.md'), 'mine');
});

test('a dump is compared with the file as it was saved, in the editor’s own comparison', async () => {
  const { document, edit } = await showDump(DUMP_TEXT);
  await edit((change) => change.replace(rangeOf(document, '21 st'), '21st'));
  await vscode.commands.executeCommand('copydesk.compare', 'saved');
  const isCompared = (): true | undefined =>
    vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff || undefined;
  await until(vscode.window.tabGroups.onDidChangeTabs, isCompared, 'the comparison');
});
