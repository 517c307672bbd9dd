import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

before(assertBuilt);

const NOW = ['--now', '2024-03-04'];

describe('copydesk dates', () => {
  it('writes a row for each date, with places counted from 1', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const { code, stdout, stderr } = await folder.run(['dates', ...NOW, 'a.txt']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(stdout.split('\r\n'), [
      'file,line,column,text,iso,time,zone,role,problem',
      'a.txt,1,1,"March 03, 2024",2024-03-03,,,capture-date,',
      'a.txt,6,7,02/03/2024,2024-03-02,,,metadata,',
      'a.txt,22,1,"March 01, 2024",2024-03-01,,,related-date,',
      'a.txt,32,1,"February 28, 2024",2024-02-28,,,related-date,',
      '',
    ]);
  });

  it('quotes what would break a row', async (context) => {
    const folder = await CommandFolder.create(context, { 'a "b", c.txt': LIBRARY_DUMP });
    const { stdout } = await folder.run(['dates', ...NOW, 'a "b", c.txt']);
    assert.match(stdout, /\r\n"a ""b"", c\.txt",6,7,02\/03\/2024,/);
  });

  it('tells time, zone and problem, and places of later pages as the file counts them', async (context) => {
    const broken = LIBRARY_DUMP.replace('02/03/2024', '2024-03-02T10:15:00+09:00').replace(
      'March 01, 2024',
      'February 30, 2024',
    );
    const folder = await CommandFolder.create(context, { 'a.txt': `${LIBRARY_DUMP}\n${broken}` });
    const { stdout } = await folder.run(['dates', '--format', 'jsonl', ...NOW, 'a.txt']);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    const lines = LIBRARY_DUMP.split('\n').length;
    assert.deepEqual(
      records.find(({ time }) => time !== undefined),
      {
        file: 'a.txt',
        range: { start: { line: lines + 5, character: 6 }, end: { line: lines + 5, character: 31 } },
        text: '2024-03-02T10:15:00+09:00',
        iso: '2024-03-02',
        role: 'metadata',
        problem: 'date-style',
        time: '10:15:00',
        zone: '+09:00',
      },
    );
    assert.deepEqual(
      records.filter(({ iso }) => iso === null).map(({ text, problem }) => [text, problem]),
      [['February 30, 2024', 'date-impossible']],
    );
  });

  it('writes one document for each file, and leaves alone what is no dump', async (context) => {
    const folder = await CommandFolder.create(context, {
      'in/a.txt': LIBRARY_DUMP,
      'in/b.txt': LIBRARY_DUMP,
      'in/c.txt': `${PLAIN_PROSE}\n5 May 2024\n`,
    });
    const { code, stdout, stderr } = await folder.run(['dates', '--format', 'json', ...NOW, 'in']);
    assert.equal(code, 0);
    assert.match(stderr, /1 other file is not a dump/);
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line): { file: string; dates: unknown[] } => JSON.parse(line));
    assert.deepEqual(
      documents.map(({ file, dates }) => [file, dates.length]),
      [
        ['in/a.txt', 4],
        ['in/b.txt', 4],
      ],
    );
    const all = await folder.run(['dates', '--assume-dump', ...NOW, 'in/c.txt']);
    assert.match(all.stdout, /\r\nin\/c\.txt,7,1,5 May 2024,2024-05-05,/);
  });

  it('reads standard input', async (context) => {
    const folder = await CommandFolder.create(context);
    const { stdout } = await folder.run(['dates', ...NOW, '-'], { input: LIBRARY_DUMP });
    assert.match(stdout, /\r\n-,6,7,02\/03\/2024,2024-03-02,/);
  });
});
