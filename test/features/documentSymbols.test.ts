import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { comparePositions, type Range } from '../../server/src/core/model/range';
import { documentSymbols, flatSymbols, MAX_LISTED } from '../../server/src/features/documentSymbols';
import { markedDump, textIn } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

/** The outline as indented lines: what a person sees. */
function drawn(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail ? ` [${detail}]` : ''}`,
    ...drawn(children ?? [], `${indent}  `),
  ]);
}

test('an article shows its sections and their parts, with dates as ISO dates', () => {
  assert.deepEqual(drawn(documentSymbols(markedDump(LIBRARY_PAGE).dump)), [
    'New Library Opens at the Harbour [2024-12-31]',
    '  Masthead [captured 2025-02-05]',
    '    February 05, 2025 [2025-02-05]',
    '    Harbour News (EN) [Outlet]',
    '  New Library Opens at the Harbour [Headline]',
    '  Metadata [2024-12-31]',
    '    Published: 2024-12-31',
    '    Source: Harbour News (EN)',
    '  Promotion [The harbour office is hiring]',
    '  Body [49 words]',
    '    The new library of the harbour town opened on Dec. 30 with a concert.',
    '    Some three hundred people came, among them Mr. Park of the U.S. Department of L…',
    '    Sea charts',
    '      The charts fill No. 5 of the old sheds.',
    '  More From Harbour News (EN) [2 cards]',
    '    Ferry Timetable Changes [2025-02-03]',
    '    Market Moves to the Square [2025-02-01]',
    '  Navigation [More Articles]',
  ]);
});

test('every symbol has a name, selects inside its range, and lies inside its parent', () => {
  const twoPages = markedDump(`${LIBRARY_PAGE}\n===\n${LIBRARY_PAGE}`);
  const check = (symbols: readonly DocumentSymbol[], parent: Range | null): number =>
    symbols.reduce((count, symbol) => {
      assert.notEqual(symbol.name.trim(), '');
      assertInside(symbol.selectionRange, symbol.range);
      if (parent) assertInside(symbol.range, parent);
      return count + check(symbol.children ?? [], symbol.range);
    }, symbols.length);
  assert.equal(check(documentSymbols(twoPages.dump), null), 36);
});

test('places are those of the file, in the second article as well', () => {
  const marked = markedDump(`${LIBRARY_PAGE}\n===\n${LIBRARY_PAGE}`);
  const second = documentSymbols(marked.dump)[1];
  assert.ok(second);
  assert.equal(textIn(marked, second.selectionRange), 'New Library Opens at the Harbour');
  const source = second.children?.find(({ name }) => name === 'Metadata')?.children?.[1];
  assert.ok(source);
  assert.equal(textIn(marked, source.range), 'Harbour News (EN)');
  assert.ok(source.range.start.line > 40);
});

test('a page without an article, a body without a headline and a page of blank lines', () => {
  const marked = markedDump(`
navigation | Home
navigation | News
===
paragraph  | A text that has lost its title.
===

`);
  assert.deepEqual(drawn(documentSymbols(marked.dump)), [
    'Page without an article',
    '  Masthead',
    '    Home [Navigation]',
    '    News [Navigation]',
    'Article without a headline',
    '  Body [7 words]',
    '    A text that has lost its title.',
  ]);
});

test('metadata below the body says what it is, and not the date of the metadata above', () => {
  const marked = markedDump(`
headline  | A

metadata  | Date: {2024-12-31=31/12/2024}

paragraph | Text.

metadata  | www.example.org
`);
  const details = documentSymbols(marked.dump)[0]?.children?.map(({ name, detail }) => `${name}: ${detail}`);
  assert.deepEqual(
    details?.filter((each) => each.startsWith('Metadata')),
    ['Metadata: 2024-12-31', 'Metadata: www.example.org'],
  );
});

test('a body beyond the bound says how much is left off', () => {
  const paragraphs = Array.from({ length: MAX_LISTED + 3 }, (_, index) => `paragraph | Line ${index}.`);
  const marked = markedDump(`headline | Long\n\n${paragraphs.join('\n')}`);
  const body = documentSymbols(marked.dump)[0]?.children?.[1];
  const last = body?.children?.at(-1);
  assert.equal(body?.children?.length, MAX_LISTED + 1);
  assert.equal(last?.name, '… and 3 more parts');
  assert.equal(last && textIn(marked, last.range), 'Line 2000.\nLine 2001.\nLine 2002.');
});

test('a very long file shows sections only and says so', () => {
  const paragraphs = Array.from({ length: 20_001 }, (_, index) => `paragraph | Line ${index}.`);
  const [article] = documentSymbols(markedDump(`headline | Long\n\n${paragraphs.join('\n')}`).dump);
  assert.equal(article?.detail, 'sections only, as the file is long');
  assert.deepEqual(
    article?.children?.map(({ name, children }) => [name, children]),
    [
      ['Long', []],
      ['Body', []],
    ],
  );
});

test('clients without trees get a list where each symbol names its parent', () => {
  const flat = flatSymbols(documentSymbols(markedDump(LIBRARY_PAGE).dump), 'file:///a.dump');
  assert.equal(flat.length, 18);
  assert.equal(flat[0]?.containerName, undefined);
  assert.deepEqual(
    flat
      .filter(({ containerName }) => containerName === 'More From Harbour News (EN)')
      .map(({ name }) => name),
    ['Ferry Timetable Changes', 'Market Moves to the Square'],
  );
});

function assertInside(inner: Range, outer: Range): void {
  assert.ok(comparePositions(outer.start, inner.start) <= 0);
  assert.ok(comparePositions(inner.start, inner.end) <= 0);
  assert.ok(comparePositions(inner.end, outer.end) <= 0);
}

test('of the symbols that hold a line, the first that does not end where it is selected is the article, by its headline', () => {
  const marked = markedDump(LIBRARY_PAGE);
  const [article] = documentSymbols(marked.dump);
  assert.ok(article?.children);
  assert.equal(textIn(marked, article.selectionRange), 'New Library Opens at the Harbour');
  const above = article.children.filter(({ range }) => range.start.line < article.selectionRange.start.line);
  assert.deepEqual(
    above.map(({ name, range, selectionRange }) => [name, selectionRange.start.line === range.end.line]),
    [['Masthead', true]],
  );
});
