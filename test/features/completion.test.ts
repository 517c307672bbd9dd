import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../server/src/core/recognize';
import { completions } from '../../server/src/features/completion';
import { applyEdits } from '../../server/src/rules/edits';
import { markedDump } from '../support/markedDump';

/** The line of the caret after each item was taken. */
function offered(marked: string): readonly string[] {
  const { dump, text, cursors } = markedDump(marked);
  const [cursor] = cursors;
  assert.ok(cursor);
  return completions(dump, cursor).map(({ textEdit, filterText }) => {
    assert.ok(textEdit && 'range' in textEdit);
    const { start, end } = textEdit.range;
    const line = text.split('\n')[cursor.line] ?? '';
    assert.ok(start.character <= cursor.character && cursor.character <= end.character);
    assert.ok(
      filterText?.startsWith(line.slice(start.character, cursor.character)) ||
        start.character === end.character,
    );
    return applyEdits(text, [textEdit]).split('\n')[cursor.line] ?? '';
  });
}

test('days of the page, in the style of the field that the caret is in', () => {
  assert.deepEqual(
    offered(`
capture-date | {2025-02-05=February 05, 2025}
metadata     | Date: {2024-12-31=31/1<^>2/2024} | Source: {source=Harbour News}
paragraph    | It was on {2024-12-30=Dec. 30, 2024}.
`),
    ['Date: 05/02/2025 | Source: Harbour News', 'Date: 30/12/2024 | Source: Harbour News'],
  );
  assert.deepEqual(
    offered(`
capture-date | {2025-02-05=February<^> 05, 2025}
headline     | It rained
metadata     | Date: {2024-12-31=31/12/2024}
`),
    ['December 31, 2024'],
  );
});

test('nothing in running text, in titles, or beside a date', () => {
  for (const marked of [
    'capture-date | {2025-02-05=February 05, 2025}\nparagraph | On {2024-12-30=Dec. <^>30}.',
    'capture-date | {2025-02-05=February 05, 2025}\nheadline | It r<^>ained',
    'capture-date | {2025-02-05=February 05, 2025}\nmetadata | Date: {2024-12-31=31/12/2024} | Re<^>ad',
  ]) {
    assert.deepEqual(offered(marked), []);
  }
});

test('names of outlets where one stands', () => {
  assert.deepEqual(
    offered(`
outlet    | Harbour News (EN)
headline  | It rained
metadata  | Date: {2024-12-31=31/12/2024} | Source: {source=Harb<^>our}
paragraph | It did.
`),
    ['Date: 31/12/2024 | Source: Harbour News (EN)'],
  );
});

test('a label without its date', () => {
  const text = `March 03, 2024
KCNA Example News (EN)

Harbour Town Opens a New Library

Date: | Source: Example News (EN) | Read original version at source

The new library of the harbour town, built in three years, opened on Saturday with a concert of the school.
`;
  const dump = recognize(text, { assumeDump: true });
  const items = completions(dump, { line: 5, character: 5 });
  assert.deepEqual(
    items.map(({ label, textEdit }) => [label, textEdit?.newText]),
    [['03/03/2024', ' 03/03/2024']],
  );
});
