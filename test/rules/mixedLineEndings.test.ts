import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { recognize } from '../../server/src/core/recognize';
import { scanLines } from '../../server/src/core/text/lines';
import { TextLines } from '../../server/src/core/text/textLines';
import { applyEdits } from '../../server/src/rules/edits';
import { mixedLineEndings } from '../../server/src/rules/mixed-line-endings';

const check = (text: string) => [...mixedLineEndings.checkDump(recognize(text, { assumeDump: true }))];

function mended(text: string): string {
  const findings = check(text);
  assert.ok(findings.length <= 1, 'one finding of the file');
  return applyEdits(
    text,
    findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits)),
  );
}

describe('line endings of several kinds', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['a\r\nb\nc\r\n', 'a\r\nb\r\nc\r\n'],
    ['a\nb\r\nc\n', 'a\nb\nc\n'],
    ['a\nb\rc\n', 'a\nb\nc\n'],
    ['a\r\nb\rc\r\nd', 'a\r\nb\r\nc\r\nd'],
    ['a\rb\r\nc\r', 'a\rb\rc\r'],
    ['a\nb\r\n', 'a\nb\n'],
    ['a\r\r\nb\r\nc\r\n', 'a\r\n\r\nb\r\nc\r\n'],
    ['a\n\ufeffb\n', 'a\nb\n'],
    ['\ufeffa\r\n\ufeffb\nc\r\n', '\ufeffa\r\nb\r\nc\r\n'],
    ['도서관\r\n시민\n합창단\r\n', '도서관\r\n시민\r\n합창단\r\n'],
    ['図書館\n\f港\r\n歌\n', '図書館\n\f港\n歌\n'],
  ];
  const right = [
    '',
    'a',
    'a\nb\nc',
    'a\r\nb\r\n',
    'a\rb\r',
    '\ufeffa\nb',
    '\ufeff',
    'a\u2028b\nc',
    'a\u0085b\nc',
    'a b\ufeffc\n',
    '\n\n\n',
    '\fa\n\fb\n',
    '图书馆\r\n港口\r\n',
  ];

  for (const [text, fixed] of wrong) {
    it(`are one: ${JSON.stringify(text)}`, () => assert.equal(mended(text), fixed));
  }
  for (const text of right) {
    it(`are not reported: ${JSON.stringify(text)}`, () => assert.deepEqual(check(text), []));
  }

  it('are made one in any text, lines kept', () => {
    const texts = fc.array(fc.constantFrom('a', 'line', '\r', '\n', '\r\n', '\ufeff', '\f', '===='), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const fixed = mended(text);
        assert.deepEqual(check(fixed), []);
        const lines = (of: string) => scanLines(of).starts.length;
        assert.equal(lines(fixed), lines(text));
      }),
      { numRuns: 300, seed: 20260114 },
    );
  });

  it('are mended at each end of a long text', () => {
    const text = TextLines.of('a\r\nb\nc\r\ufeff'.repeat(100_000));
    const dump = recognize('', { assumeDump: true });
    const [placed] = dump.pages;
    assert.ok(placed);
    const page = { ...placed.page, lines: text.lines(), ends: text.lineEnds() };
    const [finding] = mixedLineEndings.checkDump({ ...dump, pages: [{ ...placed, page }] });
    assert.equal(finding?.fixes[0]?.edits.length, 300_000);
  });
});
