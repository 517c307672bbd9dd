import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP } from '../support/libraryDump';

before(assertBuilt);

const PROMO = LIBRARY_DUMP.split('\n').indexOf('NK News is hiring');

describe('a settings file', () => {
  it('says what lines are and which profile files are of, by their paths below it', async (context) => {
    const config = {
      lines: [{ role: 'caption', quote: { exact: 'NK News is hiring' }, file: 'raw/a.txt' }],
      files: [{ file: 'raw/b.txt', profile: 'none' }],
    };
    const folder = await CommandFolder.create(context, {
      '.copydesk.json': JSON.stringify(config),
      'raw/a.txt': LIBRARY_DUMP,
      'raw/b.txt': LIBRARY_DUMP,
    });
    const { code, stdout, stderr } = await folder.run(['annotate', 'raw', '--format', 'json']);
    assert.deepEqual([code, stderr], [0, '']);
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      documents.map(({ profile, lines }) => [profile, lines[PROMO]]),
      [
        ['kcna-watch', 'caption'],
        [null, documents[1].lines[PROMO]],
      ],
    );
    assert.notEqual(documents[1].lines[PROMO], 'caption');
    const input = await folder.run(['annotate', '-', '--stdin-filename', 'raw/a.txt', '--format', 'json'], {
      input: LIBRARY_DUMP,
    });
    assert.equal(JSON.parse(input.stdout).lines[PROMO], 'caption');
  });

  it('that names no profile that there is fails', async (context) => {
    const folder = await CommandFolder.create(context, {
      '.copydesk.json': '{ "files": [{ "file": "*", "profile": "kcna" }] }',
      'a.txt': LIBRARY_DUMP,
    });
    const { code, stderr } = await folder.run(['lint', 'a.txt']);
    assert.equal(code, 2);
    assert.match(stderr, /\.copydesk\.json:1:39: There is no profile “kcna”/);
  });
});
