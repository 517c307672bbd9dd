import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { gazetteDump } from '../support/gazetteDump';

before(assertBuilt);

const now = ['--now', '2025-06-01'];
const FILES = {
  'open.dump': gazetteDump('03/04/2025'),
  'swapped.dump': gazetteDump('03/31/2025'),
  'x/first.dump': gazetteDump('25/03/2025'),
  'x/second.dump': gazetteDump('28/03/2025'),
};
const NAMES = Object.keys(FILES);

describe('the order of dates that other files of the run show', () => {
  it('decides whatever the order of the files', async (context) => {
    const folder = await CommandFolder.create(context, FILES);
    const results = await Promise.all(
      [NAMES, NAMES.toReversed()].map(async (names) => {
        const { stdout } = await folder.run(['dates', ...now, ...names]);
        return stdout.trimEnd().split('\r\n').slice(1).sort();
      }),
    );
    assert.deepEqual(results[0], [
      'open.dump,13,12,03/04/2025,2025-04-03,,,metadata,',
      'swapped.dump,13,12,03/31/2025,2025-03-31,,,metadata,date-field-order',
      'x/first.dump,13,12,25/03/2025,2025-03-25,,,metadata,',
      'x/second.dump,13,12,28/03/2025,2025-03-28,,,metadata,',
    ]);
    assert.deepEqual(results[1], results[0]);
  });

  it('is told by lint and annotate, and not mended', async (context) => {
    const folder = await CommandFolder.create(context, FILES);
    const alone = await folder.run(['lint', ...now, 'open.dump']);
    assert.match(alone.stdout, /date-ambiguous/);
    const lint = await folder.run(['lint', ...now, ...NAMES]);
    assert.equal(lint.code, 1);
    assert.match(lint.stdout, /^swapped\.dump:13:12: warning [^\n]*\(date-field-order\)\n$/);
    const annotate = await folder.run(['annotate', '--format', 'json', ...now, ...NAMES]);
    const [open] = annotate.stdout.split('\n');
    assert.equal(JSON.parse(open ?? '').articles[0].published, '2025-04-03');
    const fix = await folder.run(['fix', ...now, ...NAMES]);
    assert.equal(fix.code, 1, 'the finding is still there');
    for (const [name, text] of Object.entries(FILES)) assert.equal(String(await folder.read(name)), text);
  });
});
