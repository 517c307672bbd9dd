import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

before(assertBuilt);

describe('copydesk export', () => {
  it('writes the article and nothing else to standard output', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const { code, stdout, stderr } = await folder.run(['export', 'a.txt']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Harbour Town Opens a New Library\n\n2024-03-02 · Example News \(EN\)\n\nThe new/);
    assert.doesNotMatch(stdout, /hiring|Ferry|More Articles/);
  });

  it('writes the articles of all files as one document', async (context) => {
    const folder = await CommandFolder.create(context, {
      'in/a.txt': LIBRARY_DUMP,
      'in/b.txt': `${LIBRARY_DUMP}\n${LIBRARY_DUMP}`,
      'in/c.txt': PLAIN_PROSE,
    });
    const records = await folder.run(['export', '--format', 'jsonl', 'in']);
    assert.equal(records.code, 0);
    assert.match(records.stderr, /1 other file is not a dump/);
    const files = records.stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line).file);
    assert.deepEqual(files, ['in/a.txt', 'in/b.txt', 'in/b.txt']);
    const citations = await folder.run(['export', '--format', 'csl-json', 'in']);
    const ids: unknown[] = JSON.parse(citations.stdout).map(({ id }: { id: unknown }) => id);
    assert.equal(new Set(ids).size, 3);
  });

  it('writes a file for each dump into a folder, and replaces nothing unless told to', async (context) => {
    const folder = await CommandFolder.create(context, {
      'in/a.txt': LIBRARY_DUMP,
      'in/b.dump': LIBRARY_DUMP,
    });
    const args = ['export', '--format', 'markdown', '--output', 'out', 'in'];
    assert.deepEqual(await folder.run(args), { code: 0, stdout: '', stderr: '' });
    assert.match(String(await folder.read('out/in/a.md')), /^# Harbour Town Opens a New Library\n/);
    await folder.write('out/in/b.md', 'mine');
    const again = await folder.run(args);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /out\/in\/b\.md: is there already; --force replaces it/);
    assert.equal(String(await folder.read('out/in/b.md')), 'mine');
    assert.equal((await folder.run([...args, '--force'])).code, 0);
    assert.match(String(await folder.read('out/in/b.md')), /^# Harbour/);
  });

  it('never replaces a dump that it reads, whatever the order', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.dump': LIBRARY_DUMP, 'a.txt': LIBRARY_DUMP });
    const { code, stderr } = await folder.run(['export', '--output', '.', '--force', 'a.dump', 'a.txt']);
    assert.equal(code, 2);
    assert.match(stderr, /a\.txt: a dump of this run; not replaced/);
    assert.equal(String(await folder.read('a.txt')), LIBRARY_DUMP);
  });

  it('reads standard input, and says which forms there are', async (context) => {
    const folder = await CommandFolder.create(context);
    const { stdout } = await folder.run(['export', '--format', 'bibtex', '-'], { input: LIBRARY_DUMP });
    assert.match(stdout, /^@misc\{example2024harbour,\n/);
    const wrong = await folder.run(['export', '--format', 'pdf', '-'], { input: LIBRARY_DUMP });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /text, markdown, jsonld, bibtex, csl-json, jsonl/);
  });
});
