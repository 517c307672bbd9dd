import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/codeActions';
import { dateForms, normalizeActions } from '../../server/src/features/normalizeDates';
import { markedDump } from '../support/markedDump';

const DUMP = `
capture-date | {2025-02-05=February 5, 2025}

headline     | A New Library

metadata     | Date: {2024-12-31=31 December 2024}

paragraph    | It opened on {2024-12-30=December 30, 2024}.
related-date | {2024-12-29=December 29, 2024}
related-date | {2024-12-28=December 28, 2024}
`;
const FULL = { documentChanges: true, confirmsEdits: true };

function at(
  line: number,
  character: number,
  options: Parameters<typeof normalizeActions>[2] = FULL,
): CodeAction[] {
  const { dump } = markedDump(DUMP);
  const here = { line, character };
  return normalizeActions({ uri: 'file:///a.dump', version: 3, dump }, { start: here, end: here }, options);
}

test('at a date of a field: its field and the file, in each other form', () => {
  assert.deepEqual(
    at(7, 3).map(({ title, kind }) => `${kind}: ${title}`),
    [
      'refactor.rewrite: Write the dates of this field as 2024-12-29 …',
      'refactor.rewrite: Write the dates of this field as 29 December 2024 …',
      'refactor.rewrite: Write all dates of this file as 2024-12-29 …',
      'refactor.rewrite: Write all dates of this file as 29 December 2024 …',
    ],
    'not 29/12/2024: nothing here says that the day stands first',
  );
});

test('in running text only the file, and beside a date nothing', () => {
  assert.deepEqual(
    at(6, 15).map(({ title }) => title),
    ['Write all dates of this file as 2024-12-30 …', 'Write all dates of this file as 30 December 2024 …'],
  );
  assert.deepEqual([...at(6, 2), ...at(1, 0), ...at(99, 0)], []);
});

/** A text after the plain edits of an action. */
function applied(text: string, action: CodeAction | undefined): string {
  const document = TextDocument.create('file:///a.dump', 'article-dump', 3, text);
  return TextDocument.applyEdits(document, action?.edit?.changes?.['file:///a.dump'] ?? []);
}

test('the edits are those of the scope alone', () => {
  const { text } = markedDump(DUMP);
  const [field, , file] = at(7, 3, {});
  const lines = (action: CodeAction | undefined) => applied(text, action).split('\n');
  assert.deepEqual(lines(field).slice(7), ['2024-12-29', '2024-12-28']);
  assert.equal(lines(field)[0], 'February 5, 2025');
  assert.deepEqual(lines(file), [
    '2025-02-05',
    '',
    'A New Library',
    '',
    'Date: 2024-12-31',
    '',
    'It opened on 2024-12-30.',
    '2024-12-29',
    '2024-12-28',
  ]);
});

test('a client that can shows them first; others get plain edits', () => {
  const [shown] = at(7, 3);
  assert.deepEqual(shown?.edit?.changeAnnotations, {
    review: { label: 'Write dates as 2024-12-29', needsConfirmation: true },
  });
  const [change] = shown?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change && change.edits.length === 2);
  assert.ok(change.edits.every((edit) => 'annotationId' in edit && edit.annotationId === 'review'));
  const [versioned] = at(7, 3, { documentChanges: true });
  assert.deepEqual(Object.keys(versioned?.edit ?? {}), ['documentChanges']);
  const [plain] = at(7, 3, {});
  assert.deepEqual(Object.keys(plain?.edit ?? {}), ['changes']);
});

test('an editor that asks by itself is not offered them, nor one that asks for fixes', () => {
  const { dump } = markedDump(DUMP);
  const here = { line: 7, character: 3 };
  const document = { uri: 'file:///a.dump', version: 3, dump, findings: [], fixAll: () => [] };
  const count = (more: { only?: readonly string[]; isAutomatic?: boolean }): number =>
    codeActions(document, { range: { start: here, end: here }, diagnostics: [], ...more }, FULL).length;
  assert.equal(count({}), 4);
  assert.equal(count({ only: ['refactor.rewrite'] }), 4);
  assert.equal(count({ isAutomatic: true }), 0);
  assert.equal(count({ only: ['quickfix', 'source.fixAll'] }), 0);
});

test('for a list: the field of a line and the file, in every form that changes something', () => {
  const { dump } = markedDump(DUMP);
  const shown = (line: number) =>
    dateForms(dump, line).map(({ scope, pattern, example, edits }) => [
      scope,
      pattern,
      example,
      edits.length,
    ]);
  assert.deepEqual(shown(7).slice(0, 2), [
    ['field', 'yyyy-MM-dd', '2024-12-29', 2],
    ['field', 'd MMMM yyyy', '29 December 2024', 2],
  ]);
  assert.ok(
    shown(6).every(([scope]) => scope === 'file'),
    'running text is no field',
  );
  assert.deepEqual(
    shown(0).filter(([scope]) => scope === 'file'),
    shown(6),
  );
});
