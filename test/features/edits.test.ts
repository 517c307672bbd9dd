import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Dump } from '../../server/src/core/model/page';
import { recognize, recognizeLines } from '../../server/src/core/recognize';
import { TextLines } from '../../server/src/core/text/textLines';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { diagnose, type PlacedFinding } from '../../server/src/rules/diagnose';
import { haveSameFindings } from '../../server/src/rules/sameFindings';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { dumpTexts } from '../support/arbitraries';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

const runs = { numRuns: 60, seed: 20260406 };

const now = { year: 2024, month: 6, day: 1 };

const SITE_PAGE = `March 3, 2024
KCNA Example News (EN)
Ferry Sails
Date: 02/03/2024 | Source: Example News (EN) | Read original version at source
It sails.
More Articles
`;
const SEPARATED_PAGE = '----------\n\nURL: https://example.org/\nIt sails.\n';

/** Files of several pages: of a site that is known, of none, and of lines in any order. */
const files = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(SITE_PAGE, SEPARATED_PAGE, '\fIt sails.\n', '\n', '-----\n') },
      { weight: 1, arbitrary: fc.constantFrom(LIBRARY_DUMP, PLAIN_PROSE) },
      { weight: 1, arbitrary: dumpTexts() },
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join(''));

/** Where something is replaced, in thousandths of the file's length, and by what. */
const edit = fc.record({
  at: fc.integer({ min: 0, max: 1000 }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 300 })),
  text: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('', 'a', ' ,', '\n', '\n\n', '\r', '\f\n', '-----\n', 'March 3, 2024\n'),
    },
    { weight: 1, arbitrary: dumpTexts() },
  ),
});

describe('after any edits', () => {
  test('a dump is what it is from scratch, and so is all that is answered of it', () => {
    fc.assert(
      fc.property(
        files,
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (file, edits, assumeDump) => {
          const options = { assumeDump, now };
          let text = TextLines.of(file);
          let dump = recognizeLines(text, options);
          answersOf(dump);
          for (const { at, length, text: newText } of edits) {
            const offset = Math.floor((at * text.length) / 1000);
            const range = { start: text.positionAt(offset), end: text.positionAt(offset + length) };
            text = text.replace(range, newText);
            const before = dump;
            dump = recognizeLines(text, options, dump);
            const fresh = recognize(text.text(), options);
            assert.deepEqual(dump, fresh);
            assert.deepEqual(answersOf(dump), answersOf(fresh));
            if (haveSameFindings(before, dump)) assert.deepEqual(findingsOf(dump), findingsOf(before));
          }
        },
      ),
      runs,
    );
  });

  test('pages that did not change are the same values', () => {
    const text = TextLines.of(`${LIBRARY_DUMP}\n`.repeat(5));
    const before = recognizeLines(text);
    const line = LIBRARY_DUMP.split('\n').length;
    const place = { line: 2 * line + 10, character: 3 };
    const after = recognizeLines(text.replace({ start: place, end: place }, 'a\n'), {}, before);
    assert.equal(after.pages.length, 5);
    const shared = after.pages.map(({ page }, index) => page === before.pages[index]?.page);
    assert.deepEqual(shared, [true, true, false, true, true]);
  });

  test('pages that were moved, or stand in another text, are the same values', () => {
    const other = LIBRARY_DUMP.replaceAll('Library', 'School');
    const before = recognize(`${LIBRARY_DUMP}\n${other}\n${LIBRARY_DUMP}\nEnd.\n`);
    const after = recognize(`${other}\n${LIBRARY_DUMP}\n${other}\n`, {}, before);
    assert.equal(after.pages[0]?.page, before.pages[1]?.page);
  });
});

function findingsOf(dump: Dump): readonly PlacedFinding[] {
  return diagnose(dump, DEFAULT_SETTINGS, ({ error }) => {
    throw error;
  });
}

function answersOf(dump: Dump): readonly unknown[] {
  return [
    findingsOf(dump),
    documentSymbols(dump),
    foldingRanges(dump),
    foldingRanges(dump, { rangeLimit: 5 }),
    semanticTokens(dump),
  ];
}
