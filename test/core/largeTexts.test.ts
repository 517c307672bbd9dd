import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Dump } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { diagnose } from '../../server/src/rules/diagnose';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { dumpTexts } from '../support/arbitraries';

const MEGABYTE = 1024 * 1024;

/** Recognizes a text and runs all rules; each line has its role and each finding stands in the text. */
function assertSound(text: string): void {
  const dump = recognize(text, { assumeDump: true });
  const lineCount = dump.text.lineCount;
  assert.equal(
    dump.pages.reduce((count, { page }) => count + page.roles.length, 0),
    lineCount,
  );
  for (const finding of diagnose(dump, DEFAULT_SETTINGS, ({ error }) => assert.fail(String(error)))) {
    const { start, end } = finding.range;
    assert.ok(start.line <= end.line && end.line < lineCount, finding.code);
    assert.ok(start.character <= lengthOf(dump, start.line), finding.code);
    assert.ok(end.character <= lengthOf(dump, end.line), finding.code);
  }
}

function lengthOf({ pages }: Dump, line: number): number {
  const placed = pages.findLast(({ startLine }) => startLine <= line);
  return placed?.page.lines[line - placed.startLine]?.length ?? 0;
}

test('100,000 short lines, of real layouts and of junk', () => {
  fc.assert(
    fc.property(
      dumpTexts(),
      fc.constantFrom('x', '|', '1.', 'a ,b', '“', '2024', '가', '\ud800'),
      (text, short) => {
        const own = text.slice(0, 2000);
        assertSound(`${own}\n${`${short}\n`.repeat(100_000 - own.split('\n').length)}`);
      },
    ),
    { numRuns: 1 },
  );
});

test('one line of 1 MB', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('word , ', 'a', '.', '“', 'Ã©', '& ', '다.', '2024-01-02 ', '\ud800\u202e\0', '[1]'),
      (part) => assertSound(part.repeat(Math.ceil(MEGABYTE / part.length))),
    ),
    { numRuns: 1 },
  );
});

test('one line of 10 MB, of which nothing is checked', () => {
  for (const part of ['Ã©', '2024-01-02 '])
    assertSound(part.repeat(Math.ceil((10 * MEGABYTE) / part.length)));
});

test('layouts with lone halves of pairs, marks of direction, NUL and half lines strewn in', () => {
  const strewn = fc.array(
    fc.tuple(
      fc.nat(4000),
      fc.constantFrom('\ud83d', '\udc00', '\u202e', '\u2067', '\0', '\u0301', '\r', '\u2028', '\ufeff'),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(dumpTexts(), strewn, fc.boolean(), (text, marks, cuts) => {
      let mutated = text;
      for (const [place, mark] of marks) {
        const at = place % (mutated.length + 1);
        mutated = mutated.slice(0, at) + mark + mutated.slice(cuts ? at + 1 : at);
      }
      assertSound(mutated);
    }),
    { numRuns: 60 },
  );
});
