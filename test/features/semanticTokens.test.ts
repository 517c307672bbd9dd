import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeInLine } from '../../server/src/core/model/range';
import { semanticTokens, tokenEdits } from '../../server/src/features/semanticTokens';
import { LEGEND } from '../../server/src/features/tokenTypes';
import { type MarkedDump, markedDump, textIn } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

/** Tokens as `type.modifiers: text`. */
function decoded(marked: MarkedDump, data: readonly number[]): readonly string[] {
  const tokens: string[] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5);
    start = lines === 0 ? start + columns : columns;
    line += lines;
    const modifiers = LEGEND.tokenModifiers.filter((_, index) => bits & (1 << index));
    tokens.push(
      `${[LEGEND.tokenTypes[type], ...modifiers].join('.')}: ${textIn(marked, rangeInLine(line, start, start + length))}`,
    );
  }
  return tokens;
}

test('what a reader looks for is coloured; running text is not', () => {
  const marked = markedDump(LIBRARY_PAGE);
  assert.deepEqual(decoded(marked, semanticTokens(marked.dump)), [
    'date: February 05, 2025',
    'outlet: Harbour News (EN)',
    'headline: New Library Opens at the Harbour',
    'date: 31/12/2024',
    'source: Harbour News (EN)',
    'date: Dec. 30',
    'subheading: Sea charts',
    'relatedHeading: More From Harbour News (EN)',
    'relatedTitle: Ferry Timetable Changes',
    'relatedTitle.repeated: Ferry Timetable Changes',
    'date: February 03, 2025',
    'relatedTitle: Market Moves to the Square',
    'relatedTitle.repeated: Market Moves to the Square',
    'date: February 01, 2025',
  ]);
});

test('a date inside a coloured line parts it', () => {
  const marked = markedDump('headline? | Talks of {2025-01-03=3 January} End');
  assert.deepEqual(decoded(marked, semanticTokens(marked.dump)), [
    'headline.uncertain: Talks of ',
    'date.uncertain: 3 January',
    'headline.uncertain:  End',
  ]);
});

test('a range holds the tokens of its lines, of the second page too', () => {
  const marked = markedDump('headline | A\n===\nheadline | B\nheadline | C\n===\nheadline | D');
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 1 } };
  assert.deepEqual(decoded(marked, semanticTokens(marked.dump, range)), ['headline: B', 'headline: C']);
});

test('a delta turns the tokens of before into those of now', () => {
  const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ],
    [[], [1, 2, 3, 4, 5]],
    [[1, 2, 3, 4, 5], []],
    [
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 9],
      [1, 2, 3, 0, 5, 6, 7, 8, 9, 9],
    ],
  ];
  for (const [before, after] of cases) {
    const edits = tokenEdits(before, after);
    const result = [...before];
    for (const { start, deleteCount, data = [] } of edits) result.splice(start, deleteCount, ...data);
    assert.deepEqual(result, after);
    assert.ok(edits.length <= 1);
  }
  assert.deepEqual(tokenEdits([1, 2, 3], [1, 2, 3]), []);
});
