import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../server/src/core/recognize';
import { setProfileEdit } from '../../server/src/features/setProfile';
import { setRoleEdit } from '../../server/src/features/setRole';
import type { SetRoleParams } from '../../server/src/protocol';
import { parseConfig } from '../../server/src/rules/config';
import { applyEdits } from '../../server/src/rules/edits';
import { recognitionFor } from '../../server/src/rules/recognition';
import { LIBRARY_DUMP } from '../support/libraryDump';

const URI = 'file:///dumps/.copydesk.json';
const PATH = 'raw/library.txt';
const LINES = LIBRARY_DUMP.split('\n');
const DUMP = recognize(LIBRARY_DUMP);

/** The text of the settings file after something was said. */
function said(text: string, params: Pick<SetRoleParams, 'line' | 'role' | 'scope'>, path = PATH): string {
  const edit = setRoleEdit(DUMP, params, { uri: URI, text, version: null }, path, {});
  return applyEdits(text, edit?.changes?.[URI] ?? assert.fail('no edit'));
}

/** The lines of a dump that settings make of a role. */
function linesOf(role: string, text: string, path = PATH): readonly number[] {
  const config = parseConfig(text);
  assert.deepEqual(config.problems, []);
  const { pages } = recognize(LIBRARY_DUMP, recognitionFor(config, path));
  return pages.flatMap(({ page, startLine }) =>
    page.roles.flatMap((each, line) => (each === role ? [line + startLine] : [])),
  );
}

const PROMO = LINES.indexOf('NK News is hiring');
const TITLES = LINES.flatMap((text, line) => (text === 'Ferry Timetable Changes' ? [line] : []));

test('a line of one file, by its text', () => {
  const text = said('{}', { line: PROMO, role: 'legal', scope: 'line' });
  assert.deepEqual(parseConfig(text).problems, []);
  assert.deepEqual(JSON.parse(text), {
    lines: [{ role: 'legal', quote: { exact: 'NK News is hiring' }, file: PATH }],
  });
  assert.deepEqual(linesOf('legal', text), [PROMO]);
  assert.deepEqual(linesOf('legal', text, 'raw/other.txt'), []);
});

test('one of lines that say the same, by its neighbours; and all of them', () => {
  const [first = -1, second = -1] = TITLES;
  assert.deepEqual(linesOf('legal', said('{}', { line: second, role: 'legal', scope: 'line' })), [second]);
  assert.deepEqual(linesOf('legal', said('{}', { line: first, role: 'legal', scope: 'line' })), [first]);
  const all = said('{}', { line: second, role: 'legal', scope: 'text' });
  assert.deepEqual(linesOf('legal', all), TITLES);
  assert.deepEqual(linesOf('legal', all, 'raw/other.txt'), TITLES);
});

test('what is said later counts, takes the place of the same, and can be taken back', () => {
  const first = said('{\n  // ours\n  "rules": {}\n}\n', { line: PROMO, role: 'legal', scope: 'line' });
  const all = said(first, { line: PROMO, role: 'share', scope: 'text' });
  assert.deepEqual(linesOf('share', all), [PROMO]);
  const again = said(all, { line: PROMO, role: 'comments', scope: 'line' });
  assert.deepEqual(linesOf('comments', again), [PROMO]);
  assert.equal(parseConfig(again).lines.length, 2);
  const back = said(again, { line: PROMO, role: null, scope: 'line' });
  assert.equal(parseConfig(back).lines.length, 0);
  assert.ok(back.startsWith('{\n  // ours\n  "rules": {}'));
});

test('a file at the root is that file alone, and not all of its name', () => {
  const text = said('{}', { line: PROMO, role: 'legal', scope: 'line' }, 'library.txt');
  assert.deepEqual(linesOf('legal', text, 'library.txt'), [PROMO]);
  assert.deepEqual(linesOf('legal', text, 'raw/library.txt'), []);
});

test('no edit of what is no JSON or has another shape, for blank lines, and for what is no role', () => {
  const edit = (text: string, params: Pick<SetRoleParams, 'line' | 'role' | 'scope'>) =>
    setRoleEdit(DUMP, params, { uri: URI, text, version: null }, PATH, {});
  assert.equal(edit('{ "lines": ', { line: PROMO, role: 'legal', scope: 'line' }), null);
  assert.equal(edit('{ "lines": {} }', { line: PROMO, role: 'legal', scope: 'line' }), null);
  assert.equal(edit('{}', { line: 2, role: 'legal', scope: 'line' }), null);
  assert.equal(edit('{}', { line: 999, role: 'legal', scope: 'line' }), null);
  assert.equal(edit('{}', { line: PROMO, role: 'advert', scope: 'line' }), null);
});

test('a settings file that is not there is made by clients that make files', () => {
  const config = { uri: URI, text: null, version: null };
  const params = { line: PROMO, role: 'legal', scope: 'line' } as const;
  const edit = setRoleEdit(DUMP, params, config, PATH, { documentChanges: true, createsFiles: true });
  assert.deepEqual(edit?.documentChanges?.[0], { kind: 'create', uri: URI });
  assert.equal(setRoleEdit(DUMP, params, config, PATH, { documentChanges: true }), null);
});

test('the profile of a file is said, changed and taken back', () => {
  const set = (text: string, profile: string | null): string => {
    const edit = setProfileEdit(profile, { uri: URI, text, version: null }, PATH, {});
    return applyEdits(text, edit?.changes?.[URI] ?? assert.fail('no edit'));
  };
  const none = set('\ufeff{}', 'none');
  assert.equal(recognitionFor(parseConfig(none), PATH).profile, 'none');
  assert.equal(recognitionFor(parseConfig(none), 'raw/other.txt').profile, null);
  const rodong = set(none, 'rodong');
  assert.equal(parseConfig(rodong).files.length, 1);
  assert.equal(recognitionFor(parseConfig(rodong), PATH).profile, 'rodong');
  assert.equal(recognitionFor(parseConfig(set(rodong, null)), PATH).profile, null);
});
