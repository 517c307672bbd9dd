import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';
import { warcRecord } from '../support/warc';

before(assertBuilt);

const now = ['--now', '2024-03-04'];
const OTHER_DUMP = LIBRARY_DUMP.replaceAll('Library', 'Museum');

const lines = (text: string) => text.split('\n').slice(0, -1);
const documents = (text: string) => lines(text).map((line) => JSON.parse(line));

describe('packed files', () => {
  it('reads gzip by the name or the first bytes, of several members too, as what is in it', async (context) => {
    const members = Buffer.concat([gzipSync(LIBRARY_DUMP), gzipSync(OTHER_DUMP)]);
    const folder = await CommandFolder.create(context, {
      'a.txt': LIBRARY_DUMP + OTHER_DUMP,
      'in/b.txt.gz': members,
    });
    const plain = await folder.run(['lint', ...now, 'a.txt']);
    assert.match(plain.stdout, /^a\.txt:10:36: /);
    for (const args of [['in/b.txt.gz'], ['in'], ['in/*.gz']]) {
      const packed = await folder.run(['lint', ...now, ...args]);
      assert.deepEqual(packed, {
        ...plain,
        stdout: plain.stdout.replaceAll('a.txt', 'in/b.txt.gz'),
      });
    }
    const piped = await folder.run(['lint', ...now, '-'], { input: members });
    assert.equal(piped.stdout, plain.stdout.replaceAll('a.txt', '-'));
  });

  it('tells where gzip breaks off or is damaged, and goes on with the other files', async (context) => {
    const whole = gzipSync(LIBRARY_DUMP);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 80);
    const folder = await CommandFolder.create(context, {
      'a.txt.gz': whole.subarray(0, 200),
      'b.txt.gz': damaged,
      'c.txt.gz': Buffer.concat([whole, Buffer.from('no gzip, but something')]),
      'd.txt.gz': '',
      'e.txt': LIBRARY_DUMP,
    });
    const { code, stdout, stderr } = await folder.run(['lint', ...now, '.']);
    assert.equal(code, 2);
    assert.deepEqual(
      lines(stdout).map((line) => line.split(':')[0]),
      ['e.txt', 'e.txt', 'e.txt'],
    );
    const told = lines(stderr);
    assert.equal(told[0], 'copydesk: a.txt.gz: the gzip data breaks off, after byte 200');
    assert.match(told[1] ?? '', /^copydesk: b\.txt\.gz: the gzip data is damaged, at byte \d+: /);
    assert.match(
      told[2] ?? '',
      /^copydesk: c\.txt\.gz: the gzip data is damaged, at byte \d+: incorrect header check/,
    );
  });

  it('mends nothing in them, but shows what it would', async (context) => {
    const packed = gzipSync(LIBRARY_DUMP);
    const folder = await CommandFolder.create(context, { 'a.txt.gz': packed, 'b.txt': LIBRARY_DUMP });
    const named = await folder.run(['fix', ...now, 'a.txt.gz']);
    assert.deepEqual([named.code, named.stdout], [2, '']);
    assert.match(named.stderr, /a\.txt\.gz: texts in packed, WARC and JSON Lines files cannot be mended/);
    const found = await folder.run(['fix', ...now, '.']);
    assert.deepEqual(found, { code: 0, stdout: '', stderr: 'copydesk: b.txt: mended 3 findings\n' });
    assert.ok(packed.equals(await folder.read('a.txt.gz')));
    const diff = await folder.run(['fix', ...now, '--diff', 'a.txt.gz']);
    assert.match(diff.stdout, /^--- a\/a\.txt\.gz\n/);
  });
});

describe('JSON Lines', () => {
  const record = (fields: object) => `${JSON.stringify(fields)}\n`;

  it('takes each line for a document, and carries its name through', async (context) => {
    const folder = await CommandFolder.create(context, {
      'a.jsonl': `${record({ id: 7, url: 'https://a.example/7', text: LIBRARY_DUMP })}\n${record({ text: OTHER_DUMP })}`,
      'b.ndjson.gz': gzipSync(record({ id: 'x', body: LIBRARY_DUMP })),
    });
    const { code, stdout, stderr } = await folder.run(['annotate', ...now, '--format', 'jsonl', 'a.jsonl']);
    assert.deepEqual([code, stderr], [0, '']);
    const [first, second] = documents(stdout);
    assert.deepEqual(
      [first.file, first.id, first.url, first.isDump],
      ['a.jsonl#1', 7, 'https://a.example/7', true],
    );
    assert.deepEqual(Object.keys(second).slice(0, 2), ['file', 'isDump']);
    assert.equal(second.file, 'a.jsonl#3');
    assert.equal(second.articles[0].headline, 'Harbour Town Opens a New Museum');

    const other = await folder.run([
      'lint',
      ...now,
      '--text-field',
      'body',
      '--format',
      'jsonl',
      'b.ndjson.gz',
    ]);
    assert.deepEqual(
      documents(other.stdout).map(({ file, id, code: rule }) => [file, id, rule]),
      [
        ['b.ndjson.gz#1', 'x', 'space-before-punctuation'],
        ['b.ndjson.gz#1', 'x', 'space-before-punctuation'],
        ['b.ndjson.gz#1', 'x', 'split-ordinal'],
      ],
    );
    for (const command of ['dates', 'export']) {
      const named = await folder.run([command, ...now, '--format', 'jsonl', 'a.jsonl']);
      const [line] = documents(named.stdout);
      assert.deepEqual([line.file, line.id, line.url], ['a.jsonl#1', 7, 'https://a.example/7'], command);
    }
  });

  it('reads them from standard input, told or not', async (context) => {
    const folder = await CommandFolder.create(context);
    const input = record({ text: LIBRARY_DUMP });
    for (const args of [[], ['--from', 'jsonl'], ['--stdin-filename', 'a.jsonl']]) {
      const { stdout } = await folder.run(['lint', ...now, ...args, '-'], { input });
      assert.match(stdout, /^(?:-|a\.jsonl)#1:10:36: /);
    }
    const asText = await folder.run(['lint', ...now, '--from', 'text', '-'], { input });
    assert.match(asText.stderr, /^copydesk: -: not a dump/);
  });

  it('tells which lines cannot be read, and goes on with the others', async (context) => {
    const good = Buffer.from(record({ text: LIBRARY_DUMP }));
    const folder = await CommandFolder.create(context, {
      'a.jsonl': Buffer.concat([
        Buffer.from('{"text": "broken\n[1]\n{"txt": "x"}\n'),
        Buffer.from([0x7b, 0xff, 0x0a]),
        good,
        Buffer.from(record({ text: PLAIN_PROSE })),
        good.subarray(0, -1),
      ]),
    });
    const { code, stdout, stderr } = await folder.run(['annotate', ...now, '--format', 'jsonl', 'a.jsonl']);
    assert.equal(code, 2);
    assert.deepEqual(
      documents(stdout).map(({ file, isDump }) => [file, isDump]),
      [
        ['a.jsonl#5', true],
        ['a.jsonl#6', false],
        ['a.jsonl#7', true],
      ],
    );
    const told = lines(stderr);
    assert.match(told[0] ?? '', /^copydesk: a\.jsonl:1: not JSON: /);
    assert.deepEqual(told.slice(1), [
      'copydesk: a.jsonl:2: no text in a field “text”; --text-field names another',
      'copydesk: a.jsonl:3: no text in a field “text”; --text-field names another',
      'copydesk: a.jsonl:4: some bytes are not UTF-8',
    ]);
    const linted = await folder.run(['lint', ...now, 'a.jsonl']);
    assert.match(linted.stderr, /1 record is not a dump\n$/);
  });
});

describe('WARC and WET', () => {
  const http = (headers: string, body: string | Uint8Array) =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
  const response = { type: 'response', contentType: 'application/http; msgtype=response' };
  const url = 'https://news.example/library';
  const wet = [
    { type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: a crawler\r\n' },
    { type: 'conversion', url, block: LIBRARY_DUMP },
    { ...response, block: http('Content-Type: text/html', '<p>Hello</p>') },
    {
      ...response,
      block: http(
        'Content-Type: text/plain; charset=windows-1252\r\nContent-Encoding: gzip',
        gzipSync(Buffer.from(`Caf\xe9\n${OTHER_DUMP}`, 'latin1')),
      ),
    },
  ];

  it('takes each plain text for a document, named by its record and its address', async (context) => {
    const records = wet.map(warcRecord);
    const folder = await CommandFolder.create(context, {
      'a.warc': Buffer.concat(records),
      'b.warc.gz': Buffer.concat(records.map((record) => gzipSync(record))),
      'c.wet': Buffer.from(Buffer.concat(records.slice(0, 2)).toString().replaceAll('\r\n', '\n')),
    });
    for (const name of ['a.warc', 'b.warc.gz']) {
      const { code, stdout, stderr } = await folder.run(['annotate', ...now, '--format', 'jsonl', name]);
      assert.deepEqual([code, stderr], [0, `copydesk: ${name}: 1 record is not plain text\n`]);
      const [first, second, ...others] = documents(stdout);
      assert.equal(others.length, 0);
      assert.deepEqual(
        [first.file, first.id, first.url],
        [`${name}#2`, '<urn:uuid:00000000-0000-4000-8000-000000000001>', url],
      );
      assert.equal(first.articles[0].headline, 'Harbour Town Opens a New Library');
      assert.equal(second.file, `${name}#4`);
      assert.equal(second.articles[0].headline, 'Harbour Town Opens a New Museum');
    }
    const piped = await folder.run(['lint', ...now, '-'], { input: await folder.read('b.warc.gz') });
    assert.match(piped.stdout, /^-#2:10:36: /);
    const found = await folder.run(['lint', ...now, '.']);
    assert.deepEqual(
      [...new Set(lines(found.stdout).map((line) => line.split(':')[0]))],
      ['a.warc#2', 'a.warc#4', 'b.warc.gz#2', 'b.warc.gz#4', 'c.wet#2'],
    );
  });

  it('tells where records are damaged, and goes on with the next one', async (context) => {
    const good = (number: number) => warcRecord({ type: 'conversion', block: LIBRARY_DUMP }, number);
    const bad = warcRecord({ type: 'conversion', block: 'x', length: 'many' });
    const short = warcRecord({ type: 'conversion', block: `${LIBRARY_DUMP}and more`, length: '10' });
    const folder = await CommandFolder.create(context, {
      'a.warc': Buffer.concat([
        Buffer.from('no record\r\n'),
        good(1),
        bad,
        good(3),
        Buffer.from('WARC/1.0\r\nWARC-Type: conversion\r\n'.padEnd(70_000, 'x')),
        Buffer.from('\r\n'),
        short,
        good(6),
        good(7).subarray(0, -50),
      ]),
    });
    const { code, stdout, stderr } = await folder.run(['annotate', ...now, '--format', 'jsonl', 'a.warc']);
    assert.equal(code, 2);
    const files = documents(stdout).map(({ file }) => file);
    assert.ok(
      ['a.warc#1', 'a.warc#3', 'a.warc#6'].every((name) => files.includes(name)),
      `${files} ${stderr}`,
    );
    assert.match(stderr, /a\.warc: 11 bytes from byte 0 on are no WARC record; left out/);
    assert.match(
      stderr,
      /a\.warc#2 \(byte \d+\): its head does not end, or tells no Content-Length; left out/,
    );
    assert.match(stderr, /a\.warc#4 \(byte \d+\): its head does not end/);
    assert.match(stderr, /a\.warc: \d+ bytes from byte \d+ on are no WARC record; left out/);
    assert.match(stderr, /a\.warc#7 \(byte \d+\): breaks off after \d+ of \d+ bytes; left out/);
  });
});
