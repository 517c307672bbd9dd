import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from '../../server/src/core/model/range';
import { inlayHints, MAX_HINTS } from '../../server/src/features/inlayHints';
import { markedDump } from '../support/markedDump';

const MARKED = markedDump(`
capture-date | {2025-02-05=February 05, 2025}
metadata     | Date: {2024-12-31=2024-12-31} | Source: {source=Harbour News} | {?=30/02/2024}
paragraph    | It was on {2024-12-30=Dec. 30, 2024} and in {2024-11=November 2024}.
===
related-date | {2025-02-03=Mon, February 03, 2025}
`);

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

/** Hints in their places. */
function shown(range: Range, mode: 'fields' | 'all' | 'off'): readonly string[] {
  const lines = MARKED.text.split('\n');
  return inlayHints(MARKED.dump, range, mode).map(
    ({ position, label }) => `${lines[position.line]?.slice(0, position.character)}‹${label}›`,
  );
}

test('a date of a field is followed by what it does not say itself', () => {
  assert.deepEqual(shown(WHOLE, 'fields'), [
    'February 05, 2025‹2025-02-05 Wed›',
    'Date: 2024-12-31‹Tue›',
    'Mon, February 03, 2025‹2025-02-03›',
  ]);
});

test('dates in the text are told where that is wanted, and none where nothing is', () => {
  assert.deepEqual(
    shown(WHOLE, 'all').filter((hint) => hint.startsWith('It')),
    ['It was on Dec. 30, 2024‹2024-12-30 Mon›', 'It was on Dec. 30, 2024 and in November 2024‹2024-11›'],
  );
  assert.deepEqual(shown(WHOLE, 'off'), []);
});

test('only what is asked for is answered', () => {
  const second: Range = { start: { line: 1, character: 0 }, end: { line: 1, character: 99 } };
  assert.deepEqual(shown(second, 'all'), ['Date: 2024-12-31‹Tue›']);
});

test('a file of dates alone has a bounded number of hints', () => {
  const { dump } = markedDump(
    Array.from({ length: MAX_HINTS + 5 }, () => 'metadata | {2024-12-31=31/12/2024}').join('\n'),
  );
  assert.equal(
    inlayHints(dump, { start: WHOLE.start, end: { line: 5000, character: 0 } }, 'all').length,
    MAX_HINTS,
  );
});
