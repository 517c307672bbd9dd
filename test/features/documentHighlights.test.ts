import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { markedDump } from '../support/markedDump';

function highlighted(text: string): void {
  const marked = markedDump(text);
  const cursor = marked.cursors[0];
  assert.ok(cursor);
  assert.deepEqual(
    documentHighlights(marked.dump, cursor)?.map(({ range }) => range),
    marked.ranges,
  );
}

test('a date shows the same day in every notation, in other pages as well', () => {
  highlighted(`
capture-date | {2025-02-05=February 05, 2025}
metadata     | Date: <|{2024-12-31=31/12/2<^>024}|>
paragraph    | It was on <|{2024-12-31=Dec. 31, 2024}|> and {2024-12-30=the day before}.
===
related-date | <|{2024-12-31=2024-12-31}|>
`);
});

test('a date that cannot be read shows where it is written the same', () => {
  highlighted(`
paragraph | On <|{?=30 Febr<^>uary}|> and on {?=31 February} and on <|{?=30 February}|>.
`);
});

test('a title shows every line that repeats it, whatever the space around it', () => {
  highlighted(`
related-title  | <|Ferry Time<^>table|>
related-title  |  <|Ferry  Timetable|>
related-title  | Ferry Timetables
headline       | <|Ferry Timetable|>
`);
});

test('running text is left to the editor', () => {
  const { dump, cursors } = markedDump('paragraph | One t<^>wo.\nparagraph | One two.');
  assert.equal(documentHighlights(dump, cursors[0] ?? assert.fail()), null);
});
