import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstat, readdir, readFile, readlink, realpath, rename, stat, symlink } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { replaceContent, stateOf } from '../../server/src/cli/files';
import type { Dump } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { fixAll } from '../../server/src/rules/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

before(assertBuilt);

const now = ['--now', '2024-03-04'];
const FIXED = LIBRARY_DUMP.replaceAll(' ,', ',').replace('21 st', '21st');

describe('copydesk fix', () => {
  it('mends a file, and nothing the second time', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const first = await folder.run(['fix', ...now, 'a.txt']);
    assert.deepEqual(first, { code: 0, stdout: '', stderr: 'copydesk: a.txt: mended 3 findings\n' });
    assert.equal(String(await folder.read('a.txt')), FIXED);
    const before = await stat(folder.file('a.txt'));
    assert.deepEqual(await folder.run(['fix', ...now, 'a.txt']), { code: 0, stdout: '', stderr: '' });
    const after = await stat(folder.file('a.txt'));
    assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino], 'it was not written');
    assert.deepEqual(await readdir(folder.path), ['a.txt'], 'nothing is left beside it');
  });

  it('makes the text that “fix all” makes', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    await folder.run(['fix', ...now, 'a.txt']);
    const analyze = (text: string, previous?: Dump) =>
      recognize(text, { now: { year: 2024, month: 3, day: 4 } }, previous);
    const { text } = fixAll(LIBRARY_DUMP, analyze(LIBRARY_DUMP), {
      settings: DEFAULT_SETTINGS,
      recognize: analyze,
      onFailure: ({ error }) => {
        throw error;
      },
    });
    assert.equal(String(await folder.read('a.txt')), text);
  });

  it('keeps line ends, byte order marks, encodings and modes', async (context) => {
    const folder = await CommandFolder.create(context);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const cases: Readonly<Record<string, (text: string) => Uint8Array>> = {
      'crlf.txt': (text) => Buffer.from(`\ufeff${crlf(text)}`),
      'cr.txt': (text) => Buffer.from(text.replaceAll('\n', '\r')),
      'le.txt': (text) => utf16(text),
      'be.txt': (text) => utf16(crlf(text)).swap16(),
    };
    for (const [name, make] of Object.entries(cases)) await folder.write(name, make(LIBRARY_DUMP), 0o640);
    const { code, stderr } = await folder.run(['fix', ...now, ...Object.keys(cases)]);
    assert.equal(code, 0, stderr);
    for (const [name, make] of Object.entries(cases)) {
      assert.ok(Buffer.compare(await folder.read(name), make(FIXED)) === 0, name);
      assert.equal((await stat(folder.file(name))).mode & 0o777, 0o640, name);
    }
  });

  it('writes behind a symbolic link, which stays, and follows none in folders', async (context) => {
    const folder = await CommandFolder.create(context, {
      'real/a.txt': LIBRARY_DUMP,
      'in/b.txt': PLAIN_PROSE,
    });
    await symlink('../real/a.txt', folder.file('in/link.txt'));
    await symlink('../real', folder.file('in/folder'));
    await folder.run(['fix', ...now, 'in']);
    assert.equal(String(await folder.read('real/a.txt')), LIBRARY_DUMP);
    await folder.run(['fix', ...now, 'in/link.txt']);
    assert.equal(String(await folder.read('real/a.txt')), FIXED);
    assert.ok((await lstat(folder.file('in/link.txt'))).isSymbolicLink());
    assert.equal(await readlink(folder.file('in/link.txt')), '../real/a.txt');
  });

  it('leaves alone what it does not understand wholly', async (context) => {
    const broken = Buffer.concat([Buffer.from(LIBRARY_DUMP), Buffer.from([0xc3, 0x28])]);
    const folder = await CommandFolder.create(context, {
      'bytes.txt': broken,
      'prose.txt': `${PLAIN_PROSE} Ann , Bert`,
      'in/.copydesk.json': '{ "rules": { "split-ordinal": "of" } }',
      'in/a.txt': LIBRARY_DUMP,
    });
    await folder.write('read-only.txt', LIBRARY_DUMP, 0o444);
    const { code, stderr } = await folder.run([
      'fix',
      ...now,
      'bytes.txt',
      'prose.txt',
      'in/a.txt',
      'read-only.txt',
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /bytes\.txt: some bytes are not UTF-8; left as it is/);
    assert.match(stderr, /prose\.txt: not a dump/);
    assert.match(stderr, /in\/\.copydesk\.json:1:31: A severity is one of/);
    assert.match(stderr, /in\/a\.txt: its settings are not clear; left as it is/);
    assert.match(stderr, /read-only\.txt: read-only; not written/);
    assert.ok(Buffer.compare(await folder.read('bytes.txt'), broken) === 0);
    assert.equal(String(await folder.read('prose.txt')), `${PLAIN_PROSE} Ann , Bert`);
    assert.equal(String(await folder.read('in/a.txt')), LIBRARY_DUMP);
    assert.equal(String(await folder.read('read-only.txt')), LIBRARY_DUMP);
  });

  it('refuses a file that changed since it was read', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': 'as read' });
    const path = folder.file('a.txt');
    const state = await stateOf(path, await realpath(path));
    await folder.write('b.txt', 'newer b');
    await rename(folder.file('b.txt'), path);
    await assert.rejects(
      replaceContent(path, state, Buffer.from('fixed')),
      /changed by another program meanwhile; not written/,
    );
    assert.equal(await readFile(path, 'utf8'), 'newer b');
    assert.deepEqual(await readdir(folder.path), ['a.txt']);
  });

  it('refuses a file that has been moved behind a link since it was found', async (context) => {
    const folder = await CommandFolder.create(context, { 'in/a.txt': 'as read', 'else/a.txt': 'as read' });
    const path = folder.file('in/a.txt');
    const state = await stateOf(path, await realpath(path));
    await rename(folder.file('in'), folder.file('was'));
    await symlink('else', folder.file('in'));
    await assert.rejects(
      replaceContent(path, state, Buffer.from('fixed')),
      /leads elsewhere by now; not written/,
    );
    assert.equal(await readFile(folder.file('else/a.txt'), 'utf8'), 'as read');
    assert.deepEqual(await readdir(folder.file('else')), ['a.txt']);
  });

  it('shows what it would do, as a diff that patch applies, and leaves files as they are', async (context) => {
    const folder = await CommandFolder.create(context, {
      'in/a.txt': LIBRARY_DUMP,
      'b.txt': LIBRARY_DUMP.trimEnd(),
    });
    const dry = await folder.run(['fix', ...now, '--dry-run', '--fail-on', 'information', 'in/a.txt']);
    assert.deepEqual(dry, { code: 1, stdout: '', stderr: 'copydesk: in/a.txt: would mend 3 findings\n' });
    const { code, stdout } = await folder.run(['fix', ...now, '--diff', 'in/a.txt', 'b.txt']);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^--- a\/in\/a\.txt\n\+\+\+ b\/in\/a\.txt\n@@ -7,9 \+7,9 @@\n \n NK News is hiring\n/,
    );
    assert.equal(String(await folder.read('in/a.txt')), LIBRARY_DUMP);
    await folder.write('p.patch', stdout);
    const applied = spawnSync('git', ['apply', '--unsafe-paths', 'p.patch'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    assert.equal(applied.status, 0, applied.stderr);
    assert.equal(String(await folder.read('in/a.txt')), FIXED);
    assert.equal(String(await folder.read('b.txt')), FIXED.trimEnd());
  });

  it('filters standard input', async (context) => {
    const folder = await CommandFolder.create(context);
    const fixed = await folder.run(['fix', ...now, '-'], { input: `\ufeff${LIBRARY_DUMP}` });
    assert.equal(fixed.stdout, `\ufeff${FIXED}`);
    const prose = await folder.run(['fix', '-'], { input: PLAIN_PROSE });
    assert.deepEqual([prose.code, prose.stdout], [0, PLAIN_PROSE]);
  });

  it('exits with 1 where warnings are left', async (context) => {
    const text = LIBRARY_DUMP.replace('opened on Saturday', 'opened on 30 February 2024');
    const folder = await CommandFolder.create(context, { 'a.txt': text });
    assert.equal((await folder.run(['fix', ...now, 'a.txt'])).code, 1);
  });
});
