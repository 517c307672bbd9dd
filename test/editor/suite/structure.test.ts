import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { hoverText, rangeOf, showDump } from './editor';
import { test } from './testing';

/** Runs one of the editor's commands that ask providers. */
async function ask<T>(command: string, uri: vscode.Uri, ...args: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(`vscode.${command}`, uri, ...args);
}

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}

test('the outline shows the article and its parts', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const outline = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document.uri);
  assert.deepEqual(
    outline.map(({ name }) => name),
    ['Lock Keepers Publish Their Book of Floods'],
  );
  const card = flat(outline).find(({ name }) => name === 'Reading Room Opens in Old Boathouse');
  assert.include(card?.detail, '2025-02-04', 'days as they are sorted');
  const names = flat(outline).map(({ name }) => name);
  assert.includeMembers(names, [
    'More From Ministry of Foreign Affairs (EN)',
    'Reading Room Opens in Old Boathouse',
    'Ferrymen Meet Pupils',
  ]);
});

test('breadcrumbs find their way: every symbol lies in the one above it and around its own name', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const outline = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document.uri);
  const all = flat(outline);
  for (const { name, range, selectionRange, children } of all) {
    assert.isTrue(range.contains(selectionRange), name);
    for (const child of children) assert.isTrue(range.contains(child.range), `${child.name} in ${name}`);
  }
  const card = rangeOf(document, 'Ferrymen Meet Pupils');
  const path = all.filter(({ range }) => range.contains(card)).map(({ name }) => name);
  assert.deepEqual(path, [
    'Lock Keepers Publish Their Book of Floods',
    'More From Ministry of Foreign Affairs (EN)',
    'Ferrymen Meet Pupils',
  ]);
});

test('sections fold, furniture as comments and the article as regions', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', document.uri);
  const kindAt = (line: string): vscode.FoldingRangeKind | undefined =>
    folds.find(({ start }) => document.lineAt(start).text === line)?.kind;
  assert.equal(kindAt('More From Ministry of Foreign Affairs (EN)'), vscode.FoldingRangeKind.Comment);
  const body =
    document
      .getText()
      .split('\n')
      .find((line) => line.startsWith('The lock keepers')) ?? '';
  assert.equal(kindAt(body), vscode.FoldingRangeKind.Region);
});

test('hovering a line tells its role and why, hovering a date its day', async () => {
  const { document } = await showDump(DUMP_TEXT);
  assert.include(await hoverText(document, rangeOf(document, 'NK News is hiring')), 'because');
  assert.include(await hoverText(document, rangeOf(document, '31/12/2024')), '2024-12-31');
});

test('the selection grows by word, sentence, paragraph, section and article', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const word = rangeOf(document, 'stains');
  const [chain] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', document.uri, [
    word.start,
  ]);
  const texts: string[] = [];
  for (let range = chain; range !== undefined; range = range.parent)
    texts.push(document.getText(range.range));
  assert.equal(texts[0], 'stains');
  assert.equal(texts.at(-1), document.getText());
  assert.isTrue(texts.some((each) => each.startsWith('It was resolved') && each.endsWith('water came.')));
});

test('a title highlights its repeat, a date the same day in other words', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const highlighted = async (range: vscode.Range): Promise<string[]> => {
    const found = await ask<vscode.DocumentHighlight[]>(
      'executeDocumentHighlights',
      document.uri,
      range.start,
    );
    return found.map((each) => document.getText(each.range));
  };
  assert.lengthOf(await highlighted(rangeOf(document, 'Ferrymen Meet Pupils')), 2);
  assert.deepEqual(await highlighted(rangeOf(document, '31/12/2024')), ['31/12/2024', 'December 31, 2024']);
});

test('addresses are links', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document.uri);
  assert.deepEqual(
    links.map(({ target }) => target?.toString()),
    ['https://example.org/floods/book'],
  );
});

test('the headline and dates are coloured by meaning', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document.uri);
  const { data } = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri);
  const coloured = new Map<string, string | undefined>();
  let line = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0] = data.subarray(i);
    line += lines;
    start = lines > 0 ? columns : start + columns;
    coloured.set(document.lineAt(line).text.slice(start, start + length), legend.tokenTypes[type]);
  }
  assert.equal(coloured.get('Lock Keepers Publish Their Book of Floods'), 'headline');
  assert.equal(coloured.get('31/12/2024'), 'date');
});

test('above the headline stands what the article is, with a button to fix all, and dates have their value', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const lenses = await ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri);
  const headline = rangeOf(document, 'Lock Keepers Publish').start.line;
  const titles = lenses
    .filter(({ range }) => range.start.line === headline)
    .map(({ command }) => command?.title ?? '');
  assert.match(titles[0] ?? '', /^2024-12-31 · Ministry of Foreign Affairs \(EN\)/);
  assert.isTrue(
    lenses.some(({ command }) => command?.command === 'copydesk.fixAll'),
    'a button',
  );
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, whole);
  const { end } = rangeOf(document, '31/12/2024');
  const [hint] = hints.filter(({ position }) => position.isEqual(end));
  assert.match(String(hint?.label), /2024-12-31/);
});
