import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder, PROGRAM } from '../support/commandLine';
import { gazetteDump } from '../support/gazetteDump';
import { LIBRARY_DUMP } from '../support/libraryDump';

before(assertBuilt);

const now = ['--now', '2024-03-04'];
const WRONG_DATE = LIBRARY_DUMP.replace('opened on Saturday', 'opened on 30 February 2024');

describe('the program as it is shipped', () => {
  it('ends and writes as it does in the process of a test', async (context) => {
    const folder = await CommandFolder.create(context, {
      'a.txt': LIBRARY_DUMP,
      'b.txt': WRONG_DATE,
      'in/.copydesk.json': '{ "rules": { "furniture": "loud" } }',
      'in/c.txt': LIBRARY_DUMP,
    });
    for (const [code, ...args] of [
      [0, 'lint', ...now, 'a.txt'],
      [1, 'lint', ...now, 'a.txt', 'b.txt'],
      [2, 'lint', ...now, 'no.txt', 'a.txt'],
      [2, 'lint', ...now, 'in'],
      [2, 'lint'],
      [2],
      [0, 'lint', '--help'],
      [0, '--version'],
      [0, 'annotate', '--format', 'lines', ...now, 'a.txt'],
    ] as const) {
      const shipped = await folder.runShipped(args);
      assert.equal(shipped.code, code, args.join(' '));
      assert.deepEqual(shipped, await folder.run(args));
    }
  });

  it('reads standard input', async (context) => {
    const folder = await CommandFolder.create(context);
    const args = ['fix', ...now, '-'];
    const shipped = await folder.runShipped(args, { input: LIBRARY_DUMP });
    assert.deepEqual(shipped, await folder.run(args, { input: LIBRARY_DUMP }));
    assert.match(shipped.stdout, /Library/);
  });

  it('hands work to threads where there is much of it, and writes the same', async (context) => {
    const folder = await CommandFolder.create(context);
    // Spaces are bytes that cost next to nothing.
    const text = LIBRARY_DUMP + ' '.repeat(100_000);
    await folder.write('a.jsonl', `${JSON.stringify({ text })}\n`.repeat(60));
    const lint = (workers: string) => ['lint', ...now, '--workers', workers, 'a.jsonl'];
    const [one, two] = [await folder.runShipped(lint('1')), await folder.runShipped(lint('2'))];
    assert.equal(one.code, 0);
    assert.ok(one.stdout === two.stdout, 'the order is that of the file');
  });

  it('reads dates in threads with the order that all files of the run show', async (context) => {
    const folder = await CommandFolder.create(context);
    for (let number = 0; number < 60; number++) {
      const date = number % 2 === 0 ? '03/04/2025' : '25/03/2025';
      await folder.write(`${number}.txt`, gazetteDump(date) + ' '.repeat(100_000));
    }
    const dates = (workers: string) => ['dates', '--now', '2025-06-01', '--workers', workers, '.'];
    const [one, three] = [await folder.runShipped(dates('1')), await folder.runShipped(dates('3'))];
    assert.equal(one.stdout.match(/,03\/04\/2025,2025-04-03,/g)?.length, 30);
    assert.deepEqual(three, one);
  });

  it('tells in one line that the disk is full', { skip: !existsSync('/dev/full') }, async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    for (const args of [
      ['annotate', 'a.txt'],
      ['lint', 'a.txt'],
      ['fix', '--diff', 'a.txt'],
      ['dates', 'a.txt'],
      ['export', 'a.txt'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: folder.path,
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
        encoding: 'utf8',
      });
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^copydesk: standard output: no space left on the disk\n$/, args.join(' '));
    }
  });

  it('ends by the signal that it is sent, and leaves nothing behind', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const child = spawn(process.execPath, [PROGRAM, 'annotate', '-'], { cwd: folder.path });
    child.stdin.on('error', () => {});
    child.stdin.write(LIBRARY_DUMP);
    setTimeout(() => child.kill('SIGTERM'), 500);
    const [code, signal] = await new Promise<readonly unknown[]>((done) => {
      child.on('close', (...ended) => done(ended));
    });
    assert.deepEqual([code, signal], [null, 'SIGTERM']);
  });
});
