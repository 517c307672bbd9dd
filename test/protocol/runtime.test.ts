import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeRuntime } from '../../server/src/node/runtime';

test('settings of a workspace cannot stall the server', {
  skip: process.platform === 'win32',
}, async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-runtime-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, '.copydesk.json');
  const read = async () => nodeRuntime.readFile?.(String(pathToFileURL(path)));

  assert.equal(await read(), null);
  await writeFile(path, '{ "rules": {} }');
  assert.equal(await read(), '{ "rules": {} }');
  await writeFile(path, ' '.repeat(5 * 1024 * 1024));
  await assert.rejects(read, /larger than 4 MB/);
  await rm(path);
  await symlink('/dev/zero', path);
  await assert.rejects(read, /not a plain file/);
  await rm(path);
  execFileSync('mkfifo', [path]);
  await assert.rejects(read, /not a plain file/);
});

test('a settings file that a link puts into the workspace is told from one that is there', {
  skip: process.platform === 'win32',
}, async (context) => {
  const parent = await mkdtemp(join(tmpdir(), 'copydesk-runtime-'));
  context.after(() => rm(parent, { recursive: true, force: true }));
  const [workspace, elsewhere] = [join(parent, 'dumps'), join(parent, 'dumps-elsewhere')];
  for (const folder of [workspace, join(workspace, 'inner'), elsewhere]) await mkdir(folder);
  for (const folder of [workspace, elsewhere]) await writeFile(join(folder, '.copydesk.json'), '{}');
  await symlink(join(elsewhere, '.copydesk.json'), join(workspace, 'inner', '.copydesk.json'));
  await symlink(elsewhere, join(workspace, 'linked'));
  await symlink(join(workspace, '.copydesk.json'), join(elsewhere, 'back.json'));
  await symlink(workspace, join(parent, 'link'));
  await symlink('circle', join(workspace, 'circle'));

  const uri = (...path: string[]) => String(pathToFileURL(join(parent, ...path)));
  const leadsOutside = async (path: string[], ...folders: string[]) =>
    nodeRuntime.leadsOutside?.(
      uri(...path),
      folders.map((folder) => uri(folder)),
    );
  assert.equal(await leadsOutside(['dumps', '.copydesk.json'], 'dumps'), false);
  assert.equal(await leadsOutside(['link', '.copydesk.json'], 'link'), false);
  assert.equal(await leadsOutside(['dumps-elsewhere', 'back.json'], 'dumps', 'dumps-elsewhere'), false);
  assert.equal(await leadsOutside(['dumps', 'none', '.copydesk.json'], 'dumps'), false);
  assert.equal(await leadsOutside(['dumps', 'inner', '.copydesk.json'], 'dumps'), true);
  assert.equal(await leadsOutside(['dumps', 'linked', '.copydesk.json'], 'dumps'), true);
  assert.equal(await leadsOutside(['dumps', 'linked', '.copydesk.json'], 'dumps', 'dumps-elsewhere'), false);
  await assert.rejects(leadsOutside(['dumps', 'circle', '.copydesk.json'], 'dumps'), { code: 'ELOOP' });
  assert.equal(
    await nodeRuntime.leadsOutside?.('vscode-vfs://host/a/.copydesk.json', ['vscode-vfs://host/a']),
    false,
  );
});

test('a URI that names no file of this machine has no text, and leads nowhere', async () => {
  for (const uri of [
    'untitled:Untitled-1',
    'file:///a%00b.dump',
    'file:///a%2fb.dump',
    'file:///a%zz.dump',
    'file:///a%ff.dump',
    'file://[/a.dump',
    'file:///none/a.dump',
  ]) {
    assert.equal(await nodeRuntime.readFile?.(uri), null, uri);
    assert.equal(await nodeRuntime.leadsOutside?.(uri, ['file:///none', uri]), false, uri);
  }
});
