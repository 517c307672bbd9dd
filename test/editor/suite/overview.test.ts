import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { close, fileUri, onTick, show, showNew, until } from './editor';
import { test } from './testing';

/** What the commands of the view answer, as far as tests look at it. */
interface Group {
  readonly name: string;
  readonly dumps: readonly {
    readonly path: string;
    readonly summary: {
      readonly headline: string | null;
      readonly published: string | null;
      readonly findings: { readonly warning: number; readonly information: number };
    };
  }[];
}

async function look(command: string, argument?: string): Promise<readonly Group[]> {
  return vscode.commands.executeCommand<readonly Group[]>(`copydesk.${command}`, argument);
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}

function paths(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ dumps }) => dumps.map(({ path }) => path));
}

test('the view lists the dumps of the workspace with their facts, and no other texts', async () => {
  await write('dumps/listed/floods.txt', DUMP_TEXT);
  await write('dumps/listed/empty.txt', '');
  const groups = await look('refreshDumps');
  const [floods] =
    groups
      .find(({ name }) => name === 'dumps/listed')
      ?.dumps.filter(({ path }) => path.endsWith('floods.txt')) ?? [];
  assert.equal(floods?.summary.headline, 'Lock Keepers Publish Their Book of Floods');
  assert.equal(floods?.summary.published, '2024-12-31');
  assert.isAbove(floods?.summary.findings.information ?? 0, 1);
  assert.include(paths(groups), 'inbox/clipping.txt', 'recognized by its content');
  assert.notInclude(paths(groups), 'notes.txt');
});

test('the view leaves out what the settings exclude from searching', async () => {
  await write('dumps/hidden/floods.txt', DUMP_TEXT);
  const search = vscode.workspace.getConfiguration('search');
  await search.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Workspace);
  try {
    assert.notInclude(paths(await look('refreshDumps')), 'dumps/hidden/floods.txt');
  } finally {
    await search.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
  }
  assert.include(paths(await look('refreshDumps')), 'dumps/hidden/floods.txt');
});

test('the view groups by source and month, and shows those with findings alone', async () => {
  await write('dumps/listed/floods.txt', DUMP_TEXT);
  await look('refreshDumps');
  const bySource = (await look('groupDumps', 'source')).map(({ name }) => name);
  assert.include(bySource, 'Ministry of Foreign Affairs (EN)');
  assert.include(
    (await look('groupDumps', 'month')).map(({ name }) => name),
    '2024-12',
  );
  const all = paths(await look('groupDumps', 'folder'));
  const found = paths(await look('filterDumps', 'findings'));
  assert.isBelow(found.length, all.length);
  assert.include(found, 'dumps/listed/floods.txt');
  await look('filterDumps', 'all');
});

test('the view sorts by date and by findings', async () => {
  await write(
    'dumps/sorted/older.txt',
    DUMP_TEXT.replace('31/12/2024', '30/12/2024').replace('21 st', '21st'),
  );
  await write('dumps/sorted/newer.txt', DUMP_TEXT.replace('31/12/2024', '01/01/2025').replace(' ,', ','));
  await write('dumps/sorted/worst.txt', DUMP_TEXT);
  await look('refreshDumps');
  const sorted = async (order: string): Promise<readonly string[]> =>
    paths(await look('sortDumps', order)).filter((path) => path.startsWith('dumps/sorted/'));
  assert.deepEqual(
    await sorted('date'),
    ['newer', 'worst', 'older'].map((name) => `dumps/sorted/${name}.txt`),
  );
  assert.equal((await sorted('findings'))[0], 'dumps/sorted/worst.txt');
  await look('sortDumps', 'name');
});

test('a dump is marked as reviewed, in the view and from the editor, and can be left out then', async () => {
  const path = 'dumps/listed/reviewed.txt';
  await showNew(path, DUMP_TEXT);
  await look('refreshDumps');
  const unreviewed = async (): Promise<readonly string[]> => paths(await look('filterDumps', 'unreviewed'));
  assert.include(await unreviewed(), path);
  await vscode.commands.executeCommand('copydesk.toggleReviewed');
  assert.notInclude(await unreviewed(), path);
  await vscode.commands.executeCommand('copydesk.toggleReviewed', fileUri(path));
  assert.include(await unreviewed(), path);
  await look('filterDumps', 'all');
});

test('all dumps of the workspace are checked', async () => {
  await write('dumps/listed/unchecked.txt', DUMP_TEXT);
  await vscode.commands.executeCommand('copydesk.checkWorkspace');
  assert.include(paths(await look('filterDumps', 'findings')), 'dumps/listed/unchecked.txt');
  await look('filterDumps', 'all');
});

test('the view keeps up with a dump that is edited', async () => {
  const path = 'dumps/listed/edited.txt';
  const editor = await showNew(path, DUMP_TEXT);
  const count = async (): Promise<number> => {
    const dumps = (await look('filterDumps', 'all')).flatMap(({ dumps }) => dumps);
    return dumps.find((dump) => dump.path === path)?.summary.findings.information ?? 0;
  };
  await look('refreshDumps');
  const before = await count();
  const start = new vscode.Position(0, 0);
  await editor.edit((edit) =>
    edit.replace(
      new vscode.Range(start, editor.document.lineAt(editor.document.lineCount - 1).range.end),
      DUMP_TEXT.replaceAll(' ,', ','),
    ),
  );
  let now = before;
  await until(
    onTick,
    () => {
      void count().then((found) => {
        now = found;
      });
      return now < before || undefined;
    },
    'fewer findings',
  );
});

test('fixes of the workspace are previewed; applied, they leave what is not sure', async () => {
  const path = 'dumps/000-river-navigation-talks.txt';
  const { document } = await show(path);
  const before = document.getText();
  const done = vscode.commands.executeCommand('copydesk.fixWorkspace');
  const fixed = until(
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText() !== before || undefined,
    'the fixes applied',
  );
  // The editor tells nobody when its preview is there.
  const press = setInterval(() => void vscode.commands.executeCommand('refactorPreview.apply'), 200);
  try {
    await Promise.all([fixed, done]);
  } finally {
    clearInterval(press);
  }
  assert.include(document.getText(), '21st meeting');
  assert.include(document.getText(), 'February 30, 2025', 'what is not sure is not ticked');
  await close(document);
});
