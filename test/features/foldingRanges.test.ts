import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { markedDump } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

/** Folds as `first line … last line kind`. */
function drawn(marked: string, rangeLimit?: number): readonly string[] {
  const { dump, text } = markedDump(marked);
  const lines = text.split('\n');
  return foldingRanges(dump, { rangeLimit }).map(
    ({ startLine, endLine, kind }) => `${kind}: ${lines[startLine]} … ${lines[endLine]}`,
  );
}

test('article parts are regions, furniture is comments', () => {
  assert.deepEqual(drawn(LIBRARY_PAGE), [
    'comment: February 05, 2025 … Harbour News (EN)',
    'region: The new library of the harbour town opened on Dec. 30 with a concert. … The charts fill No. 5 of the old sheds.',
    'region: Sea charts … The charts fill No. 5 of the old sheds.',
    'comment: More From Harbour News (EN) … The fish market moves for the time of the works',
    'comment: Ferry Timetable Changes … The ferries to the islands will leave earlier from April',
    'comment: Market Moves to the Square … The fish market moves for the time of the works',
  ]);
});

test('folding all comments leaves every line of the article but folds the furniture away', () => {
  const { dump } = markedDump(LIBRARY_PAGE);
  const roles = dump.pages[0]?.page.roles ?? [];
  const hidden = new Set(
    foldingRanges(dump)
      .filter(({ kind }) => kind === 'comment')
      .flatMap(({ startLine, endLine }) => roles.slice(startLine + 1, endLine + 1)),
  );
  assert.deepEqual([...hidden].filter(Boolean).sort(), [
    'outlet',
    'related-date',
    'related-teaser',
    'related-title',
  ]);
});

test('over the limit of the client the outermost stay', () => {
  assert.deepEqual(drawn(LIBRARY_PAGE, 3), [
    'comment: February 05, 2025 … Harbour News (EN)',
    'region: The new library of the harbour town opened on Dec. 30 with a concert. … The charts fill No. 5 of the old sheds.',
    'comment: More From Harbour News (EN) … The fish market moves for the time of the works',
  ]);
});

test('of several pages each folds as a whole', () => {
  const page = 'headline | A\n\nparagraph | One.\n\nparagraph | Two.';
  assert.deepEqual(drawn(`${page}\n===\n${page}`), [
    'region: A … Two.',
    'region: One. … Two.',
    'region: A … Two.',
    'region: One. … Two.',
  ]);
});

test('wrapped text of several lines folds inside its body', () => {
  assert.deepEqual(
    drawn(`
headline  | A

paragraph | One line.

paragraph | Wrapped
paragraph | over three
paragraph | lines.

paragraph | Last.
`),
    ['region: One line. … Last.', 'region: Wrapped … lines.'],
  );
});

test('clients that show a text for folded lines get one for related articles', () => {
  const folds = foldingRanges(markedDump(LIBRARY_PAGE).dump, { collapsedText: true });
  assert.deepEqual(
    folds.flatMap(({ collapsedText }) => collapsedText ?? []),
    ['More From Harbour News (EN) · 2 cards'],
  );
});
