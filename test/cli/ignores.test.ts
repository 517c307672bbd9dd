import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP } from '../support/libraryDump';

before(assertBuilt);

const now = ['--now', '2024-03-04'];
const SPACE = 'space-before-punctuation';

describe('ignores', () => {
  const config = JSON.stringify(
    {
      ignores: [
        { rule: SPACE, file: 'raw/a.txt', quote: { exact: ' ,', prefix: 'harbour town' } },
        { rule: 'split-ordinal', file: 'raw/gone.txt' },
        { rule: 'duplicate-word', file: 'raw/a.txt' },
        { rule: 'duplicate-word', file: 'raw/other.txt' },
      ],
    },
    null,
    2,
  );

  it('are left out of findings and fixes; those that fit nothing are told of', async (context) => {
    const folder = await CommandFolder.create(context, {
      '.copydesk.json': config,
      'raw/a.txt': LIBRARY_DUMP,
      'raw/other.txt': LIBRARY_DUMP,
    });
    const { code, stdout, stderr } = await folder.run(['lint', ...now, 'raw/a.txt']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      [
        'raw/a.txt:12:56: information Space before “,” (space-before-punctuation)',
        'raw/a.txt:12:96: information “21 st” is split (split-ordinal)',
        '.copydesk.json:11:5: information This fits no finding of “split-ordinal” any more (unused-ignore)',
        '.copydesk.json:15:5: information This fits no finding of “duplicate-word” any more (unused-ignore)',
        '',
      ].join('\n'),
    );
    await folder.run(['fix', ...now, 'raw/a.txt']);
    const fixed = (await folder.read('raw/a.txt')).toString();
    assert.match(fixed, /harbour town , built/);
    assert.match(fixed, /rooms, the collection of sea charts and the 21st copy/);
  });

  it('that fit nothing count as findings, and can be turned off', async (context) => {
    const folder = await CommandFolder.create(context, {
      '.copydesk.json': config,
      'raw/a.txt': LIBRARY_DUMP,
    });
    const code = async (...args: string[]) => (await folder.run(['lint', ...now, 'raw/a.txt', ...args])).code;
    assert.equal(await code(), 0);
    assert.equal(await code('--rule', 'unused-ignore=warning'), 1);
    const { stdout } = await folder.run(['lint', ...now, 'raw/a.txt', '--rule', 'unused-ignore=off']);
    assert.doesNotMatch(stdout, /unused-ignore/);
  });
});
