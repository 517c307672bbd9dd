import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Range } from '../../server/src/core/model/range';
import { FIX_ALL_KIND } from '../../server/src/features/codeActionKinds';
import {
  type CheckedDocument,
  type CodeActionOptions,
  type CodeActionRequest,
  codeActions,
  fixAllData,
  wants,
} from '../../server/src/features/codeActions';
import { diagnosticOf } from '../../server/src/features/diagnostics';
import { diagnose } from '../../server/src/rules/diagnose';
import { ruleOf } from '../../server/src/rules/registry';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { markedDump } from '../support/markedDump';

const URI = 'file:///dumps/library.dump';

const SPACES = `
headline   | A New Library , at Last

paragraph  | It opened on the 21 st , with a concert.

navigation | More Articles
`;

const EDITS: CodeActionOptions = { documentChanges: true };

function checked(marked: string): CheckedDocument {
  const { dump } = markedDump(marked);
  const findings = diagnose(dump, DEFAULT_SETTINGS, ({ error }) => assert.fail(String(error)));
  const fixAll = (code?: string) =>
    findings
      .filter((finding) => code === undefined || finding.code === code)
      .flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? []);
  return { uri: URI, version: 7, dump, findings, fixAll };
}

function at(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

function ask(line: number, character: number, more: Partial<CodeActionRequest> = {}): CodeActionRequest {
  return { range: at(line, character), diagnostics: [], ...more };
}

function titles(actions: readonly CodeAction[]): readonly string[] {
  return actions.map(
    ({ title, kind, isPreferred }) => `${kind}: ${title}${isPreferred ? ' (preferred)' : ''}`,
  );
}

test('at a finding: its fix, all of its kind, and everything', () => {
  const document = checked(SPACES);
  const space = document.findings[0]?.fixes[0]?.title;
  assert.ok(space);
  const actions = codeActions(document, ask(0, 14), EDITS);
  assert.deepEqual(titles(actions), [
    `quickfix: ${space} (preferred)`,
    `quickfix: Fix all in this file: ${ruleOf('space-before-punctuation')?.title}`,
    `${FIX_ALL_KIND}: Fix all that Copydesk is sure of`,
  ]);
  assert.deepEqual(actions[0]?.edit, {
    documentChanges: [
      {
        textDocument: { uri: URI, version: 7 },
        edits: [
          { range: { start: { line: 0, character: 13 }, end: { line: 0, character: 14 } }, newText: '' },
        ],
      },
    ],
  });
});

test('clients without versioned edits get plain ones', () => {
  const [action] = codeActions(checked(SPACES), ask(0, 14), {});
  assert.deepEqual(Object.keys(action?.edit ?? {}), ['changes']);
  assert.equal(action?.edit?.changes?.[URI]?.length, 1);
});

test('only the kinds that are asked for are offered', () => {
  const document = checked(SPACES);
  const kinds = (only: readonly string[]) =>
    new Set(codeActions(document, ask(0, 14, { only }), EDITS).map(({ kind }) => kind));
  assert.deepEqual(kinds(['quickfix']), new Set(['quickfix']));
  assert.deepEqual(kinds(['source']), new Set([FIX_ALL_KIND]));
  assert.deepEqual(kinds(['source.fixAll']), new Set([FIX_ALL_KIND]));
  assert.deepEqual(kinds([FIX_ALL_KIND]), new Set([FIX_ALL_KIND]));
  assert.deepEqual(kinds(['']), new Set(['quickfix', FIX_ALL_KIND]));
  assert.deepEqual(kinds(['refactor', 'source.fixAll.other']), new Set());
});

test('a wanted kind covers its sub-kinds and no kind that merely begins alike', () => {
  assert.equal(wants(['source.fix'], 'source.fixAll.copydesk'), false);
  assert.equal(wants(undefined, 'quickfix'), true);
  assert.equal(wants([], 'quickfix'), false);
});

test('an action names the diagnostic that it mends', () => {
  const document = checked(SPACES);
  const diagnostics: Diagnostic[] = document.findings.map((finding) => diagnosticOf(finding, { uri: URI }));
  const [action] = codeActions(document, ask(0, 14, { diagnostics }), EDITS);
  assert.deepEqual(action?.diagnostics, [diagnostics[0]]);
});

test('edits of many findings come later where the client asks for them', () => {
  const actions = codeActions(checked(SPACES), ask(0, 14), { ...EDITS, resolvesEdits: true });
  const later = actions.filter(({ edit }) => edit === undefined).map(({ data }) => fixAllData(data));
  assert.deepEqual(later, [{ uri: URI, code: 'space-before-punctuation' }, { uri: URI }]);
  assert.equal(fixAllData({ other: 1 }), null);
  assert.equal(fixAllData(undefined), null);
});

test('an editor that asks by itself is not offered to turn off what has no fix, nor source actions', () => {
  const config = { uri: 'file:///dumps/.copydesk.json', text: '{}', version: null, path: 'library.dump' };
  const furniture = ask(4, 2);
  assert.deepEqual(titles(codeActions(checked(SPACES), furniture, { ...EDITS, config })).slice(0, 3), [
    'quickfix: Ignore “furniture” here',
    'quickfix: Ignore “furniture” in this file',
    'quickfix: Turn the rule “furniture” off',
  ]);
  assert.deepEqual(
    codeActions(checked(SPACES), { ...furniture, isAutomatic: true }, { ...EDITS, config }),
    [],
  );
});

test('a person who asks can say what a line is: through a client that asks, or by an edit', () => {
  const config = { uri: 'file:///dumps/.copydesk.json', text: '{}', version: null, path: 'library.dump' };
  const document = checked('paragraph | All is well.\nheadline | Well');
  const asked = ask(1, 2, { only: ['refactor'] });
  const [through, ...others] = codeActions(document, asked, { ...EDITS, config, hasCommands: true });
  assert.deepEqual(others, []);
  assert.deepEqual(through?.command, {
    title: 'This line is …',
    command: 'copydesk.setRole',
    arguments: [URI, 1],
  });
  const edits = codeActions(document, asked, { ...EDITS, config });
  assert.equal(edits.length, 3);
  for (const { title, kind, edit } of edits) {
    assert.match(title, /^This line is: (?!Headline)[A-Z]/);
    assert.equal(kind, 'refactor.rewrite');
    assert.ok(edit?.documentChanges);
  }
  assert.deepEqual(
    codeActions(document, { ...asked, only: undefined, isAutomatic: true }, { ...EDITS, config }),
    [],
  );
  assert.deepEqual(
    codeActions(document, asked, EDITS),
    [],
    'outside the workspace there is no settings file',
  );
});

test('a dump without findings has no actions', () => {
  assert.deepEqual(codeActions(checked('paragraph | All is well.'), ask(0, 3), EDITS), []);
});
