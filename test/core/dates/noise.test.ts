import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { globSync } from 'tinyglobby';
import { judgeDates } from '../../../server/src/core/dates';

/** At most so many diagnostics in a thousand lines of texts that were never meant for this. */
const MOST_PER_THOUSAND = 0.5;

const files = globSync(
  ['node_modules/**/README.md', 'node_modules/**/CHANGELOG.md', 'node_modules/**/*.txt'],
  {
    ignore: ['**/test/**'],
  },
);

describe('dates: prose that nobody made for dates', () => {
  it('is left in peace', (t) => {
    let lineCount = 0;
    const found: string[] = [];
    for (const file of files) {
      const lines = readFileSync(file, 'utf8').split(/\r\n|\n|\r/);
      lineCount += lines.length;
      const roles = lines.map((line) => (line.trim() === '' ? '' : 'paragraph'));
      const dates = judgeDates(lines, { roles, order: null, language: 'en', now: null });
      for (const { problems, range, text } of dates) {
        for (const { code } of problems)
          found.push(`${code} ${text}: ${(lines[range.start.line] ?? '').slice(0, 160)}`);
      }
    }
    t.diagnostic(`${found.length} in ${lineCount} lines of ${files.length} files`);
    for (const each of found) t.diagnostic(each);
    assert.ok(lineCount > 1000, 'there are texts to read');
    assert.ok(found.length * 1000 <= MOST_PER_THOUSAND * lineCount);
  });
});
