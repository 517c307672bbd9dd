import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-types';
import type { Position } from '../../server/src/core/model/range';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { type MarkedDump, markedDump, textIn } from '../support/markedDump';

/** What each step selects, from the innermost out. */
function steps(marked: MarkedDump, position: Position | undefined): readonly string[] {
  assert.ok(position);
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(marked.dump, [position])[0];
  for (; range; range = range.parent) texts.push(textIn(marked, range.range));
  return texts;
}

/** The sentence around the caret in a line of its own. */
function sentence(text: string): string | undefined {
  const marked = markedDump(`paragraph | ${text}`);
  const wanted = marked.ranges[0];
  assert.ok(wanted, 'the sentence is marked');
  const all = steps(marked, marked.cursors[0]);
  return all.find((step) => step === textIn(marked, wanted)) ?? `not among: ${all.join(' / ')}`;
}

test('word, clause, sentence, paragraph, section, article, file', () => {
  const marked = markedDump(`
headline  | Title

paragraph | It rained. The men came<^>, all of them, by boat. They left.

paragraph | It cleared up.

navigation | More
`);
  const body = 'It rained. The men came, all of them, by boat. They left.\n\nIt cleared up.';
  assert.deepEqual(steps(marked, marked.cursors[0]), [
    'came',
    'The men came',
    'The men came, all of them, by boat.',
    'It rained. The men came, all of them, by boat. They left.',
    body,
    `Title\n\n${body}\n\nMore`,
  ]);
});

test('a caret on a blank line selects what is around it', () => {
  const marked = markedDump('paragraph | One.\n\nparagraph | Two.\n===\nparagraph | Three.');
  assert.deepEqual(steps(marked, { line: 1, character: 0 }), ['One.\n\nTwo.', 'One.\n\nTwo.\nThree.']);
});

test('abbreviations do not end a sentence', () => {
  for (const text of [
    '<|They met Mr. <^>Park at the pier.|> Then they left.',
    '<|He was born on Jan. 26 in the <^>north.|> He died there.',
    '<|The U.S. Department of L<^>etters wrote.|> Nobody answered.',
    '<|Shed No. 5 is <^>empty.|> No. 6 is not.',
    '<|J. K. Lee <^>spoke.|> All listened.',
    'It rained. <|The D.P.R.K. Foreign <^>Ministry spoke.|> It rained.',
  ]) {
    const marked = markedDump(`paragraph | ${text}`);
    assert.equal(sentence(text), textIn(marked, marked.ranges[0] ?? assert.fail()));
  }
});

test('an abbreviation at the end of a sentence ends it where the next word begins one', () => {
  for (const text of [
    '<|They came from the <^>U.S.|> The others stayed.',
    'He said no. <|Then he <^>left.|> Nobody saw it.',
    'Was it so? <|It <^>was!|> So they said.',
  ]) {
    const marked = markedDump(`paragraph | ${text}`);
    assert.equal(sentence(text), textIn(marked, marked.ranges[0] ?? assert.fail()));
  }
});

test('commas in numbers part no clause', () => {
  const marked = markedDump('paragraph | In all, 1,000 tons c<^>ame at 10:30, as planned.');
  assert.ok(steps(marked, marked.cursors[0]).includes('1,000 tons came at 10:30'));
});

test('the answers stand in the order of the positions, beyond the end of a line too', () => {
  const marked = markedDump('paragraph | One two.');
  const ranges = selectionRanges(marked.dump, [
    { line: 0, character: 99 },
    { line: 0, character: 0 },
  ]);
  assert.deepEqual(
    ranges.map(({ range }) => textIn(marked, range)),
    ['.', 'One'],
  );
});

test('a line of 1 MB is answered at once', () => {
  const line = 'No. 5 of Mr. Park, '.repeat(55_000);
  const marked = markedDump(`paragraph | ${line}`);
  const start = performance.now();
  assert.equal(selectionRanges(marked.dump, [{ line: 0, character: 500_000 }]).length, 1);
  assert.ok(performance.now() - start < 5000);
});
