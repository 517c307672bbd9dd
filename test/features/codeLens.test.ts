import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver-types';
import { rangeInLine } from '../../server/src/core/model/range';
import { codeLenses } from '../../server/src/features/codeLens';
import { COMMANDS } from '../../server/src/protocol';
import { diagnose, type PlacedFinding } from '../../server/src/rules/diagnose';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { type MarkedDump, markedDump, textIn } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

const URI = 'file:///dumps/library.dump';

function drawn(marked: MarkedDump, lenses: readonly CodeLens[]): readonly string[] {
  return lenses.map(({ range, command }) => `${textIn(marked, range)}: ${command?.title}`);
}

function finding(line: number, preferred: boolean): PlacedFinding {
  const edits = [{ range: rangeInLine(line, 0, 1), newText: '' }];
  return {
    code: 'split-ordinal',
    severity: 'information',
    range: rangeInLine(line, 0, 1),
    message: 'Wrong.',
    fixes: [{ title: 'Change', preferred, edits }],
  };
}

test('a headline tells date, source and findings, and a related block its items', () => {
  const marked = markedDump(LIBRARY_PAGE);
  const findings = diagnose(marked.dump, DEFAULT_SETTINGS, assert.ifError);
  const other = findings.filter(({ unnecessary }) => !unnecessary);
  assert.deepEqual(drawn(marked, codeLenses(marked.dump, findings, { uri: URI, hasCommands: true })), [
    `New Library Opens at the Harbour: 2024-12-31 · Harbour News (EN) · ${other.length === 0 ? 'no findings' : `${other.length} findings`}`,
    'More From Harbour News (EN): 2 related articles · 2025-02-01 to 2025-02-03',
  ]);
});

test('findings are those of the article’s own page; they lead to the first, and “Fix all” is there to be fixed', () => {
  const marked = markedDump(`
headline  | One
paragraph | Text.
===
headline  | Two
paragraph | Text.
===
headline  | Three
paragraph | Text.
`);
  const findings = [finding(1, false), finding(2, true), finding(3, true)];
  const lenses = codeLenses(marked.dump, findings, { uri: URI, hasCommands: true });
  assert.deepEqual(drawn(marked, lenses), [
    'One: no date of its own · 1 finding',
    'Two: no date of its own · 2 findings',
    'Two: Fix all',
    'Three: no date of its own · no findings',
  ]);
  assert.deepEqual(
    lenses.map(({ command }) => [command?.command, command?.arguments]),
    [
      [COMMANDS.showLine, [URI, 1]],
      [COMMANDS.showLine, [URI, 2]],
      [COMMANDS.fixAll, [URI]],
      ['', undefined],
    ],
  );
});

test('a client without the commands is told the same and offered none', () => {
  const marked = markedDump('headline | One\nparagraph | Text.');
  const lenses = codeLenses(marked.dump, [finding(1, true)], { uri: URI, hasCommands: false });
  assert.deepEqual(
    lenses.map(({ command }) => command),
    [{ title: 'no date of its own · 1 finding', command: '' }],
  );
});

test('a page without an article has no lens', () => {
  const marked = markedDump('navigation | Home\nrelated-heading | More\nrelated-title | A title');
  assert.deepEqual(codeLenses(marked.dump, [], { uri: URI, hasCommands: true }), []);
});
