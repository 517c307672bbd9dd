import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dump } from '../../server/src/core/model/page';
import { comparePositions, rangeInLine } from '../../server/src/core/model/range';
import { recognize } from '../../server/src/core/recognize';
import { scanLines } from '../../server/src/core/text/lines';
import { diagnose } from '../../server/src/rules/diagnose';
import { applyEdits, EditedText } from '../../server/src/rules/edits';
import { findingsOf } from '../../server/src/rules/findings';
import { fixAll } from '../../server/src/rules/fixAll';
import { offsetAt } from '../../server/src/rules/offsets';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { dumpTexts } from '../support/arbitraries';
import { pageAround } from '../support/examplePage';
import { dumpOfPages, markedDump } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

const analyze = (text: string, previous?: Dump) => recognize(text, { assumeDump: true }, previous);
const onFailure = ({ error }: { error: unknown }) => {
  throw error;
};
const options = { settings: DEFAULT_SETTINGS, recognize: analyze, onFailure };

const PARAGRAPH =
  'The new library of the harbour town opened with a concert, and many came to hear it and to see the charts.';

const damage = fc.constantFrom(
  'Kim Jong Un , the',
  'Anna Holm ’s',
  'the 75 th',
  'the end .',
  ' ,',
  ' .',
  "'s ,",
  '1 st ,',
  'a',
  ' ',
  '2024-31-12',
  'February 27, 2026Feb 27, 2026',
  'Febuary 05 , 2025',
  'the the the',
  'in the second half.According to the mayor..The end',
  'of  the  town,, ofForeign Affairs',
  'The new library of the harbour town opened with a concert and stays open until the end of the',
  'The new library of the harbour town opened with a concert.\n\nThe new library of the harbour town opened with a concert.',
);

describe('fix all', () => {
  it('mends what can be mended and changes nothing else', () => {
    const text = pageAround("Respected Anna Holm , who won the 21 st prize in Anna Holm 's town .");
    const { edits, text: fixed, fixed: count } = fixAll(text, analyze(text), options);
    assert.equal(fixed, pageAround("Respected Anna Holm, who won the 21st prize in Anna Holm's town."));
    assert.equal(count, 4);
    assert.equal(edits.length, 4);
    assert.ok(edits.every(({ newText }) => newText === ''));
  });

  it('can be held to one rule', () => {
    const text = pageAround('Respected Anna Holm , who won the 21 st prize.');
    const { text: fixed } = fixAll(text, analyze(text), { ...options, code: 'split-ordinal' });
    assert.equal(fixed, pageAround('Respected Anna Holm , who won the 21st prize.'));
  });

  it('leaves rules alone that are off', () => {
    const text = pageAround('Respected Anna Holm , who won the 21 st prize.');
    const settings = { rules: { 'split-ordinal': 'off' as const } };
    const { text: fixed } = fixAll(text, analyze(text), { ...options, settings });
    assert.equal(fixed, pageAround('Respected Anna Holm, who won the 21 st prize.'));
  });

  it('does not go to and fro between styles of dates that are equally frequent', () => {
    for (const dates of [
      ['December 19, 2024', 'December 17, 2024', '11 January 2025', '30 January 2025'],
      ['March 05, 2024', 'March 04, 2024', 'March 3, 2024', 'March 2, 2024'],
      ['March 05, 2024', 'March 04, 2024', 'March 3, 2024', 'March 2, 2024', 'March 1, 2024'],
    ]) {
      const text = ['New Library Opens at the Harbour', ...dates, PARAGRAPH, `${PARAGRAPH} So it was.`].join(
        '\n\n',
      );
      const once = fixAll(text, analyze(text), options);
      assert.deepEqual(fixAll(once.text, analyze(once.text), options).edits, []);
      const left = diagnose(analyze(once.text), DEFAULT_SETTINGS, onFailure);
      assert.ok(left.every(({ fixes }) => fixes.every(({ preferred }) => !preferred)));
    }
  });

  it('done again finds nothing to mend, and its edits make its text', () => {
    const texts = fc
      .tuple(dumpTexts(), fc.array(damage, { maxLength: 8 }), dumpTexts())
      .map(([before, line, after]) => `${before}\n${line.join(' ')}\n${after}`);
    fc.assert(
      fc.property(texts, (text) => {
        const once = fixAll(text, analyze(text), options);
        assert.equal(applyEdits(text, once.edits), once.text);
        for (const [index, { range }] of once.edits.entries()) {
          const next = once.edits[index + 1];
          assert.ok(comparePositions(range.start, range.end) <= 0);
          if (next) assert.ok(comparePositions(range.end, next.range.start) <= 0);
        }
        assert.deepEqual(once.dump, analyze(once.text));
        assert.deepEqual(fixAll(once.text, analyze(once.text), options).edits, []);
      }),
      { numRuns: 150, seed: 20260106 },
    );
  });
});

describe('an edited text', () => {
  it('applies lists of edits one after the other and hands them out as one', () => {
    const original = 'one, two\r\nthree\rfour';
    const edited = new EditedText(original)
      .apply([
        { range: rangeInLine(0, 0, 3), newText: 'ONE' },
        { range: rangeInLine(1, 5, 5), newText: '!\n' },
      ])
      .apply([
        { range: rangeInLine(0, 2, 4), newText: '' },
        { range: rangeInLine(3, 0, 99), newText: 'end' },
      ]);
    assert.equal(edited.text, 'ON two\r\nthree!\n\rend');
    assert.equal(applyEdits(original, edited.edits()), edited.text);
    assert.deepEqual(edited.edits(), [
      { range: rangeInLine(0, 0, 4), newText: 'ON' },
      { range: rangeInLine(1, 5, 5), newText: '!\n' },
      { range: rangeInLine(2, 0, 4), newText: 'end' },
    ]);
  });

  it('refuses edits that overlap', () => {
    const edits = [rangeInLine(0, 0, 2), rangeInLine(0, 1, 3)].map((range) => ({ range, newText: '' }));
    assert.throws(() => applyEdits('text', edits), RangeError);
  });

  it('is the same whether edits are applied in rounds or at once', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '😀'), maxLength: 30 });
    const cuts = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.string({ maxLength: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(text, fc.array(cuts, { maxLength: 4 }), (original, rounds) => {
        let edited = new EditedText(original);
        for (const round of rounds) {
          const table = scanLines(edited.text);
          let at = 0;
          const edits = round.flatMap(([skip, length, newText]) => {
            const line = Math.min(table.starts.length - 1, skip);
            const range = rangeInLine(line, 0, length);
            const start = offsetAt(table, range.start);
            if (start < at) return [];
            at = offsetAt(table, range.end) + 1;
            return { range, newText };
          });
          edited = edited.apply(edits);
        }
        // An edit between the two units of a CRLF cannot be said in lines and columns.
        fc.pre(!original.includes('\r\n'));
        assert.equal(applyEdits(original, edited.edits()), edited.text);
      }),
      { numRuns: 300, seed: 20260107 },
    );
  });
});

describe('findings', () => {
  const { dump } = markedDump(`${LIBRARY_PAGE}\n===\n${LIBRARY_PAGE}`);

  it('stand in order of place, with ranges of the file', () => {
    const lines = diagnose(dump, DEFAULT_SETTINGS, onFailure).map(({ range }) => range.start.line);
    assert.deepEqual(lines, [0, 7, 17, 42, 49, 59]);
  });

  it('have the severity that is set; those of rules that are off are left out', () => {
    const set = (severity: 'off' | 'warning') =>
      diagnose(dump, { rules: { furniture: severity } }, onFailure).map((finding) => finding.severity);
    assert.deepEqual(new Set(set('warning')), new Set(['warning']));
    assert.deepEqual(set('off'), []);
  });

  it('are none in what is no dump', () => {
    assert.deepEqual(diagnose({ ...dump, isDump: false }, DEFAULT_SETTINGS, onFailure), []);
  });

  it('of a page are found once', () => {
    const [placed] = dump.pages;
    assert.ok(placed);
    assert.equal(findingsOf(placed.page), findingsOf(placed.page));
  });

  it('of other rules stand where one fails, and the failure is told', () => {
    const [placed] = markedDump('promo | Buy\nparagraph | Kim , Pak').dump.pages;
    assert.ok(placed);
    const page = Object.defineProperty({ ...placed.page }, 'sections', {
      get: () => {
        throw new Error('broken');
      },
    });
    const failed: string[] = [];
    const findings = diagnose(dumpOfPages([page]), DEFAULT_SETTINGS, ({ code, error }) =>
      failed.push(`${code}: ${error instanceof Error ? error.message : ''}`),
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['space-before-punctuation'],
    );
    assert.deepEqual(failed, ['furniture: broken']);
  });
});
