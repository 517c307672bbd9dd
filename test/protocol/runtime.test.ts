import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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
