import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { CommandFolder, type CommandResult } from '../support/commandLine';
import { LIBRARY_DUMP } from '../support/libraryDump';

const NOW = ['--now', '2024-03-04'];
const lint = ['lint', ...NOW];

const hasPipes = process.platform !== 'win32';
const hasZero = existsSync('/dev/zero');

/** A failure is told in lines for people, each with the file's name, and never with a stack. */
function assertTold({ code, stderr }: CommandResult, message: string): void {
  assert.equal(code, 2);
  assert.ok(stderr.includes(message), stderr);
  assert.match(stderr, /^(?:copydesk: .*\n)+$/);
  assert.doesNotMatch(stderr, /internal error/);
}

/** Does something as a person who may not read everything, as root may. */
async function withoutRights(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.('nobody');
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('settings that are no file to be read', () => {
  it('are told of, and the program does not wait', { skip: !hasPipes }, async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'dir/.copydesk.json/x': '' });
    await folder.write('dir/a.txt', LIBRARY_DUMP);
    await folder.write('pipe/a.txt', LIBRARY_DUMP);
    execFileSync('mkfifo', [folder.file('pipe/.copydesk.json')]);
    await folder.write('loop/a.txt', LIBRARY_DUMP);
    await symlink('.copydesk.json', folder.file('loop/.copydesk.json'));
    await folder.write('large/.copydesk.json', ' '.repeat(5 * 1024 * 1024));
    await folder.write('large/a.txt', LIBRARY_DUMP);
    for (const [name, message] of [
      ['dir', 'dir/.copydesk.json: a folder, not a file'],
      ['pipe', 'pipe/.copydesk.json: not a plain file'],
      ['loop', 'loop/.copydesk.json: symbolic links lead in a circle'],
      ['large', 'large/.copydesk.json: larger than 4 MB'],
    ] as const) {
      assertTold(await folder.run([...lint, `${name}/a.txt`]), message);
    }
  });

  it('are read no further than they may be long', { skip: !hasZero }, async (context) => {
    const folder = await CommandFolder.create(context, { 'in/a.txt': LIBRARY_DUMP });
    assertTold(
      await folder.run([...lint, '--config', '/dev/zero', 'in/a.txt']),
      '/dev/zero: larger than 4 MB',
    );
    await symlink('/dev/zero', folder.file('in/.copydesk.json'));
    assertTold(await folder.run([...lint, 'in/a.txt']), 'in/.copydesk.json: not a plain file');
  });

  it('may be a pipe where a person named it', { skip: !hasPipes }, async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    execFileSync('mkfifo', [folder.file('settings')]);
    const written = folder.write('settings', '{ "rules": { "split-ordinal": "off" } }');
    const { code, stdout } = await folder.run([...lint, '--config', 'settings', 'a.txt']);
    await written;
    assert.equal(code, 0);
    assert.doesNotMatch(stdout, /split-ordinal/);
  });

  it('tell where they are malformed', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    for (const text of [
      '{"rules":',
      '[]',
      'null',
      '\0\0',
      '{"profiles":[{"id":1}]}',
      `${'['.repeat(50_000)}`,
    ]) {
      await folder.write('.copydesk.json', text);
      assertTold(await folder.run([...lint, 'a.txt']), '.copydesk.json:');
    }
  });
});

describe('input that cannot be read', () => {
  it('is told of in a line each', async (context) => {
    const packed = gzipSync(LIBRARY_DUMP.repeat(50));
    const folder = await CommandFolder.create(context, {
      'cut.txt.gz': packed.subarray(0, packed.length >> 1),
      'bad.warc': 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nabc',
      'large.warc': 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 99999999999\r\n\r\nabc',
      'bad.jsonl': '{"text": 5}\n{"text":\nnull\n[]\n"x"\n',
      'empty/readme.md': '',
    });
    for (const [name, message] of [
      ['cut.txt.gz', 'the gzip data breaks off'],
      ['bad.warc', 'its head does not end, or tells no Content-Length'],
      ['large.warc', 'larger than 50 MB'],
      ['bad.jsonl', 'not JSON'],
      ['empty', 'no .txt or .dump files in this folder'],
      ['none.txt', 'no such file'],
      ['none/none.txt', 'no such file'],
    ] as const) {
      assertTold(await folder.run([...lint, name]), message);
    }
  });

  it('is told of where it may not be read', { skip: process.platform === 'win32' }, async (context) => {
    const folder = await CommandFolder.create(context, {
      'a.txt': LIBRARY_DUMP,
      'folder/a.txt': LIBRARY_DUMP,
    });
    await folder.write('closed.txt', LIBRARY_DUMP, 0);
    await folder.write('closed/a.txt', LIBRARY_DUMP);
    await folder.write('settings/a.txt', LIBRARY_DUMP);
    await folder.write('settings/.copydesk.json', '{}', 0);
    await chmod(folder.file('closed'), 0);
    await chmod(folder.path, 0o755);
    await withoutRights(async () => {
      for (const [name, message] of [
        ['closed.txt', 'closed.txt: permission denied'],
        ['closed', 'closed: permission denied'],
        ['closed/a.txt', 'closed/a.txt: permission denied'],
        ['settings/a.txt', 'settings/.copydesk.json: permission denied'],
      ] as const) {
        for (const command of [lint, ['annotate'], ['fix'], ['dates'], ['export']])
          assertTold(await folder.run([...command, name]), message);
      }
      // The others still have their turn.
      const both = await folder.run(['annotate', '--format', 'json', 'closed.txt', 'folder/a.txt']);
      assertTold(both, 'closed.txt: permission denied');
      assert.equal(JSON.parse(both.stdout).file, 'folder/a.txt');
    });
    // For whoever removes it.
    await chmod(folder.file('closed'), 0o755);
  });

  it('is told of inside folders that are searched', {
    skip: process.platform === 'win32',
  }, async (context) => {
    const folder = await CommandFolder.create(context, {
      'in/a.txt': LIBRARY_DUMP,
      'in/below/b.txt': LIBRARY_DUMP,
      'in/below/closed/c.txt': LIBRARY_DUMP,
      'in/shut/d.txt': LIBRARY_DUMP,
    });
    const closed = ['in/below/closed', 'in/shut'];
    for (const name of closed) await chmod(folder.file(name), 0);
    await chmod(folder.path, 0o755);
    await withoutRights(async () => {
      for (const args of [['in'], ['in/**/*.txt'], ['in', 'in/**/*.txt']]) {
        const result = await folder.run(['annotate', '--format', 'json', ...args]);
        assertTold(result, 'in/below/closed: permission denied');
        assert.equal(result.stderr, closed.map((name) => `copydesk: ${name}: permission denied\n`).join(''));
        const files = result.stdout.trim().split('\n');
        assert.deepEqual(
          files.map((line) => JSON.parse(line).file),
          ['in/a.txt', 'in/below/b.txt'],
        );
      }
    });
    // For whoever removes them.
    for (const name of closed) await chmod(folder.file(name), 0o755);
  });

  it('is not held where it never ends', { skip: !hasZero }, async (context) => {
    const folder = await CommandFolder.create(context);
    assertTold(
      await folder.run([...lint, '--assume-dump', '/dev/zero']),
      '/dev/zero: a line larger than 50 MB',
    );
  });
});

describe('text in other encodings', () => {
  it('says the same with and without a byte order mark, and where bytes are no UTF-8', async (context) => {
    const utf16 = Buffer.from(LIBRARY_DUMP, 'utf16le');
    const folder = await CommandFolder.create(context, {
      'utf8.txt': LIBRARY_DUMP,
      'little.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      'big.txt': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      'bare.txt': utf16,
      'invalid.txt': Buffer.concat([
        Buffer.from(LIBRARY_DUMP),
        Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
      ]),
      'surrogates.jsonl': `${JSON.stringify({ text: `${LIBRARY_DUMP}\ud800 x \udc00\u0000` })}\n`,
    });
    const said = async (name: string) =>
      (await folder.run([...lint, name])).stdout.split('\n').map((line) => line.replace(/^[^:]*:/, ''));
    const expected = await said('utf8.txt');
    assert.ok(expected.length > 2);
    assert.deepEqual(await said('little.txt'), expected);
    assert.deepEqual(await said('big.txt'), expected);
    const bare = await folder.run([...lint, '--assume-dump', 'bare.txt']);
    assert.equal(bare.code, 1, 'it is unreadable');
    const invalid = await folder.run([...lint, 'invalid.txt']);
    assert.match(invalid.stderr, /some bytes are not UTF-8/);
    assert.notEqual((await folder.run([...lint, 'surrogates.jsonl'])).code, 2);
  });
});

describe('a line that nobody reads', () => {
  it('is not checked, and the others are', async (context) => {
    const long = 'x , '.repeat(300_000);
    const folder = await CommandFolder.create(context, { 'a.txt': `${LIBRARY_DUMP}\n${long}\n` });
    const { stdout, stderr } = await folder.run([...lint, 'a.txt']);
    assert.match(stdout, /a\.txt:10/);
    assert.match(stderr, /^copydesk: a\.txt: line \d+ is not checked: it has more than 1000000 characters$/m);
  });
});

describe('names of files', () => {
  it('are no formulas in a spreadsheet', async (context) => {
    const name = '=cmd|x!A1.txt';
    const folder = await CommandFolder.create(context, { [name]: LIBRARY_DUMP });
    const { stdout } = await folder.run(['dates', ...NOW, '.']);
    assert.match(stdout, /\r\n'=cmd\|x!A1\.txt,1,1,/);
    assert.doesNotMatch(stdout, /(?:^|[\r\n,"])[=@]/);
  });

  it('cannot move the cursor of a terminal', { skip: !hasPipes }, async (context) => {
    const folder = await CommandFolder.create(context, { 'a\u001b[2J\n.txt.gz': 'x' });
    const { stdout, stderr } = await folder.run([...lint, '--assume-dump', '--level', 'hint', '.']);
    assert.doesNotMatch(stdout + stderr, /\u001b/);
  });
});
