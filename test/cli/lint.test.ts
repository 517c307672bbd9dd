import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

before(assertBuilt);

const now = ['--now', '2024-03-04'];
const WRONG_DATE = LIBRARY_DUMP.replace('opened on Saturday', 'opened on 30 February 2024');

describe('copydesk lint', () => {
  it('writes findings as file:line:column for pipes, hints left out, and is clean without warnings', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const { code, stdout, stderr } = await folder.run(['lint', ...now, 'a.txt']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      [
        'a.txt:10:36: information Space before “,” (space-before-punctuation)',
        'a.txt:12:56: information Space before “,” (space-before-punctuation)',
        'a.txt:12:96: information “21 st” is split (split-ordinal)',
        '',
      ].join('\n'),
    );
  });

  it('exits with 1 for findings at or above --fail-on', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'b.txt': WRONG_DATE });
    const code = async (...args: string[]) => (await folder.run(['lint', ...now, ...args])).code;
    assert.equal(await code('a.txt'), 0);
    assert.equal(await code('a.txt', 'b.txt'), 1);
    assert.equal(await code('a.txt', '--fail-on', 'information'), 1);
    assert.equal(await code('a.txt', '--rule', 'split-ordinal=warning'), 1);
    assert.equal(await code('b.txt', '--rule', 'date-impossible=off'), 0);
  });

  it('writes hints where they are asked for', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    for (const args of [
      ['--level', 'hint'],
      ['--fail-on', 'hint'],
    ]) {
      const { stdout } = await folder.run(['lint', ...now, 'a.txt', ...args]);
      assert.match(stdout, /^a\.txt:1:1: hint Site furniture: capture date, outlet \(furniture\)$/m);
    }
    const { stdout } = await folder.run(['lint', ...now, 'a.txt', '--level', 'warning']);
    assert.equal(stdout, '');
  });

  it('writes for people and for programs', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'b.txt': WRONG_DATE });
    const stylish = await folder.run(['lint', ...now, '--format', 'stylish', 'a.txt', 'b.txt']);
    assert.match(
      stylish.stdout,
      /^a\.txt\n {2}10:36 {2}information {2}Space before “,” {2}space-before-punctuation\n/,
    );
    assert.match(stylish.stdout, /\n\n7 findings \(1 warning, 6 information\)\n$/);
    const json = await folder.run(['lint', ...now, '--format', 'json', 'a.txt', 'b.txt']);
    const documents = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      documents.map(({ file, diagnostics }) => [file, diagnostics.length]),
      [
        ['a.txt', 3],
        ['b.txt', 4],
      ],
    );
    assert.deepEqual(documents[0].diagnostics[0].range.start, { line: 9, character: 35 });
  });

  it('leaves alone what is no dump, and says so', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': PLAIN_PROSE, 'b.txt': PLAIN_PROSE });
    const named = await folder.run(['lint', 'a.txt']);
    assert.deepEqual([named.code, named.stdout], [0, '']);
    assert.match(named.stderr, /^copydesk: a\.txt: not a dump \(score 0\.\d\d\)/);
    const found = await folder.run(['lint', '.']);
    assert.deepEqual([found.code, found.stderr], [0, 'copydesk: 2 other files are not dumps\n']);
    const assumed = await folder.run(['lint', 'a.txt', '--assume-dump', '--level', 'hint']);
    assert.deepEqual([assumed.code, assumed.stderr], [0, '']);
  });

  it('takes for dumps what the settings file says are dumps, and leaves alone what it says are none', async (context) => {
    const config = {
      files: [
        { file: 'raw/*', isDump: true },
        { file: 'raw/no.txt', isDump: false },
      ],
    };
    const folder = await CommandFolder.create(context, {
      '.copydesk.json': JSON.stringify(config),
      'raw/yes.txt': PLAIN_PROSE,
      'raw/no.txt': LIBRARY_DUMP,
    });
    const yes = await folder.run(['lint', 'raw/yes.txt']);
    assert.deepEqual([yes.code, yes.stderr], [0, '']);
    const no = await folder.run(['lint', 'raw/no.txt']);
    assert.deepEqual([no.code, no.stdout], [0, '']);
    assert.match(no.stderr, /^copydesk: raw\/no\.txt: not a dump/);
  });

  it('goes on after files that fail, and exits with 2', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'empty/x.md': '' });
    const { code, stdout, stderr } = await folder.run(['lint', ...now, 'no.txt', 'empty', '*.dump', 'a.txt']);
    assert.equal(code, 2);
    assert.match(stdout, /^a\.txt:10/);
    assert.equal(
      stderr,
      [
        'copydesk: no.txt: no such file',
        'copydesk: empty: no .txt or .dump files in this folder',
        'copydesk: *.dump: no files match this pattern',
        '',
      ].join('\n'),
    );
  });

  it('takes files, folders and patterns, each file once, in order', async (context) => {
    const files = ['z.txt', 'in/b.txt', 'in/a.txt', 'in/deep/c.dump', 'in/[1].txt', 'in/node_modules/x.txt'];
    const folder = await CommandFolder.create(
      context,
      Object.fromEntries(files.map((name) => [name, LIBRARY_DUMP])),
    );
    const { stdout } = await folder.run([
      'lint',
      ...now,
      '--format',
      'json',
      'z.txt',
      'in',
      './in/a.txt',
      '**/*.txt',
    ]);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file),
      ['z.txt', 'in/[1].txt', 'in/a.txt', 'in/b.txt', 'in/deep/c.dump'],
    );
    const exact = await folder.run(['lint', ...now, '--format', 'json', 'in/[1].txt']);
    assert.equal(JSON.parse(exact.stdout).file, 'in/[1].txt');
  });

  it('takes the nearest settings file, another, or none', async (context) => {
    const off = (code: string) => `{ "rules": { "${code}": "off" } } // settings`;
    const folder = await CommandFolder.create(context, {
      '.copydesk.json': off('split-ordinal'),
      'a.txt': LIBRARY_DUMP,
      'in/deep/.copydesk.json': off('space-before-punctuation'),
      'in/deep/b.txt': LIBRARY_DUMP,
      'in/c.txt': LIBRARY_DUMP,
      'other.json': off('furniture'),
    });
    const codes = async (...args: string[]) => {
      const { stdout } = await folder.run(['lint', ...now, '--format', 'json', '--level', 'hint', ...args]);
      const { diagnostics } = JSON.parse(stdout);
      return [...new Set<string>(diagnostics.map(({ code }: { code: string }) => code))].sort();
    };
    assert.deepEqual(await codes('a.txt'), ['furniture', 'space-before-punctuation']);
    assert.deepEqual(await codes('in/deep/b.txt'), ['furniture', 'split-ordinal']);
    assert.deepEqual(await codes('in/c.txt'), ['furniture', 'space-before-punctuation']);
    assert.deepEqual(await codes('a.txt', '--config', 'other.json'), [
      'space-before-punctuation',
      'split-ordinal',
    ]);
    assert.deepEqual(await codes('a.txt', '--no-config'), [
      'furniture',
      'space-before-punctuation',
      'split-ordinal',
    ]);
    assert.deepEqual(await codes('a.txt', '--rule', 'split-ordinal=hint', '--rule', 'furniture=off'), [
      'space-before-punctuation',
      'split-ordinal',
    ]);
  });

  it('tells what is wrong in a settings file and where, takes the rest, and exits with 2', async (context) => {
    const folder = await CommandFolder.create(context, {
      'in/.copydesk.json': '{\n  "rules": { "split-ordinal": "off", "furniture": "loud" }\n}',
      'in/a.txt': LIBRARY_DUMP,
      'in/b.txt': LIBRARY_DUMP,
    });
    const { code, stdout, stderr } = await folder.run(['lint', ...now, 'in']);
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'copydesk: in/.copydesk.json:2:51: A severity is one of “off”, “hint”, “information”, “warning”; this is "loud".\n',
    );
    assert.doesNotMatch(stdout, /split-ordinal/);
    const missing = await folder.run(['lint', '--config', 'no.json', 'in/a.txt', 'in/b.txt']);
    assert.deepEqual([missing.code, missing.stderr], [2, 'copydesk: no.json: no such file\n']);
  });

  it('does not break on binary files, long lines, or NUL', async (context) => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    const folder = await CommandFolder.create(context, {
      'bin.txt': bytes,
      'nul.txt': LIBRARY_DUMP.replaceAll(' ', '\0'),
      'long.txt': `${LIBRARY_DUMP}\n${'word , '.repeat(150_000)}`,
    });
    const { code, stdout } = await folder.run([
      'lint',
      ...now,
      '--assume-dump',
      'bin.txt',
      'nul.txt',
      'long.txt',
    ]);
    assert.equal(code, 1, 'they are told of');
    assert.match(stdout, /^nul\.txt:\d+:1: warning .* \(unreadable-text\)$/m);
    assert.match(stdout, /^long\.txt:/m);
  });
});

describe('copydesk', () => {
  it('exits with 2 for wrong usage and tells what is wrong', async (context) => {
    const folder = await CommandFolder.create(context);
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Usage: copydesk/],
      [['bogus'], /unknown command 'bogus'/],
      [['lint'], /missing required argument 'files'/],
      [['lint', 'a.txt', '--fail-on', 'error'], /Allowed choices are hint, information, warning/],
      [['lint', 'a.txt', '--format', 'xml'], /Allowed choices are stylish, unix, json/],
      [['lint', 'a.txt', '--rule', 'furniture'], /furniture=off/],
      [['lint', 'a.txt', '--rule', 'funiture=off'], /There is no rule “funiture”/],
      [['lint', 'a.txt', '--rule', 'furniture=loud'], /Severities are off, hint, information, warning/],
      [['annotate', 'a.txt', '--now', '2025-02-29'], /It is a day: 2025-02-05/],
      [['lsp'], /required option '--stdio' not specified/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await folder.run(args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });

  it('tells its version and how it is used', async (context) => {
    const folder = await CommandFolder.create(context);
    const version = await folder.run(['--version']);
    assert.equal(version.code, 0);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    const help = await folder.run(['lint', '--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--fail-on <severity>/);
  });
});
