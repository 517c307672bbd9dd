import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { assertBuilt, CommandFolder, PROGRAM } from '../support/commandLine';
import { LIBRARY_DUMP } from '../support/libraryDump';

before(assertBuilt);

const run = promisify(execFile);

/** `split` of GNU can hand lines on to programs. */
const isGnuSplit = /GNU/.test(spawnSync('split', ['--version'], { encoding: 'utf8' }).stdout ?? '');

describe('under another program that shares the work', () => {
  it('does with parts of a stream what it does with the whole', { skip: !isGnuSplit }, async (context) => {
    const records = Array.from({ length: 12 }, (_, id) => ({
      id: `r${id}`,
      text: LIBRARY_DUMP.replaceAll('Library', `Library ${id}`),
    }));
    const folder = await CommandFolder.create(context, {
      'all.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    });
    // The command of the README, with the program of this test.
    const copydesk = `"${process.execPath}" "${PROGRAM}"`;
    const filter = `${copydesk} annotate --workers 1 --from jsonl - > $FILE.jsonl`;
    await run('split', ['--number=r/3', `--filter=${filter}`, 'all.jsonl', 'part-'], { cwd: folder.path });
    const whole = await folder.run(['annotate', '--from', 'jsonl', '-'], {
      input: await folder.read('all.jsonl'),
    });
    const parts = await Promise.all(['aa', 'ab', 'ac'].map((part) => folder.read(`part-${part}.jsonl`)));
    assert.deepEqual(
      byId(Buffer.concat(parts).toString()),
      byId(whole.stdout),
      'each record is read alike, in whatever part it comes',
    );
  });
});

/** Documents by the ids of their records, without the places that they had in what was read. */
function byId(jsonLines: string): ReadonlyMap<string, object> {
  const documents = jsonLines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return new Map(documents.map(({ id, file: _, ...rest }) => [id, rest]));
}
