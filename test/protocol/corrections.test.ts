import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  HoverRequest,
  MarkupContent,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  DRAFT_PROFILE,
  type DraftProfileResult,
  EXPORT,
  type ExportResult,
  LINE_ROLE,
  type LineRoleResult,
  PROFILES,
  type ProfilesResult,
  SET_DUMP,
  SET_PROFILE,
  SET_ROLE,
  type SetRoleResult,
  SUMMARY,
  type SummaryResult,
} from '../../server/src/protocol';
import { parseConfig } from '../../server/src/rules/config';
import { TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

const FOLDER = 'file:///corpus/dumps';
const URI = `${FOLDER}/raw/the%20library.txt`;
const CONFIG = `${FOLDER}/.copydesk.json`;
const PROMO = LIBRARY_DUMP.split('\n').indexOf('NK News is hiring');

const clients: TestClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(folders: readonly string[] = [FOLDER]) {
  const files = new Map<string, string>();
  const { client } = await TestClient.start({ capabilities: VSCODE, folders, files });
  clients.push(client);
  await client.open(URI, LIBRARY_DUMP);
  return {
    client,
    files,
    ask: <R>(method: string, params: object) =>
      client.connection.sendRequest<R | null>(method, { uri: URI, ...params }),
  };
}

/** The text that an edit gives a settings file that was not there. */
function created(edit: WorkspaceEdit | undefined): string {
  const [create, change] = edit?.documentChanges ?? [];
  assert.deepEqual(create, { kind: 'create', uri: CONFIG });
  assert.ok(change && 'edits' in change && change.edits[0] && 'newText' in change.edits[0]);
  return change.edits[0].newText;
}

test('all files like one in its folder are dumps, whatever their text looks like', async () => {
  const { client, files, ask } = await start();
  const notes = `${FOLDER}/raw/notes.txt`;
  files.set(notes, PLAIN_PROSE);
  const summary = () => client.connection.sendRequest<SummaryResult | null>(SUMMARY, { uri: notes });
  assert.equal(await summary(), null);
  const set = await ask<SetRoleResult>(SET_DUMP, {});
  const text = created(set?.edit);
  assert.deepEqual(JSON.parse(text), { files: [{ file: 'raw/*.txt', isDump: true }] });
  files.set(CONFIG, text);
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: CONFIG, type: FileChangeType.Created }],
  });
  assert.notEqual(await summary(), null);
});

test('a line gets another role, and the hover says why', async () => {
  const { client, files, ask } = await start();
  const before = await ask<LineRoleResult>(LINE_ROLE, { line: PROMO });
  assert.equal(before?.role, 'promo');
  assert.equal(before.roles[0]?.role, 'promo');
  assert.equal(new Set(before.roles.map(({ role }) => role)).size, 20);
  const said = await ask<SetRoleResult>(SET_ROLE, { line: PROMO, role: 'caption', scope: 'line' });
  const text = created(said?.edit);
  assert.deepEqual(JSON.parse(text).lines[0].file, 'raw/the library.txt');
  files.set(CONFIG, text);
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: CONFIG, type: 1 }],
  });
  assert.equal((await ask<LineRoleResult>(LINE_ROLE, { line: PROMO }))?.role, 'caption');
  const shown = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: URI },
    position: { line: PROMO, character: 3 },
  });
  assert.ok(MarkupContent.is(shown?.contents));
  assert.match(shown.contents.value, /Caption: .* because:\n\n- a settings file says so/);
  assert.match((await ask<ExportResult>(EXPORT, { format: 'text' }))?.text ?? '', /NK News is hiring/);
});

test('blank lines have no role, and places that are not there no answer', async () => {
  const { ask } = await start();
  assert.equal((await ask<LineRoleResult>(LINE_ROLE, { line: 2 }))?.role, null);
  assert.equal(await ask(LINE_ROLE, { line: 500 }), null);
  assert.equal(await ask(SET_ROLE, { line: 2, role: 'promo', scope: 'text' }), null);
});

test('a file gets another profile', async () => {
  const { files, client, ask } = await start();
  const before = await ask<ProfilesResult>(PROFILES, {});
  assert.equal(before?.profile, 'kcna-watch');
  assert.ok(before.profiles.some(({ id, title }) => id === 'rodong' && title !== ''));
  const said = await ask<SetRoleResult>(SET_PROFILE, { profile: 'none' });
  files.set(CONFIG, created(said?.edit));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: CONFIG, type: 1 }],
  });
  assert.equal((await ask<ProfilesResult>(PROFILES, {}))?.profile, null);
});

test('a profile is drafted into the settings file as it is, and into none where that is no JSON', async () => {
  const { files, client, ask } = await start();
  const refresh = () =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: CONFIG, type: 2 }],
    });
  const first = await ask<DraftProfileResult>(DRAFT_PROFILE, {});
  assert.equal(first?.uri, CONFIG);
  assert.deepEqual(parseConfig(first.text).problems, []);
  assert.equal(parseConfig(first.text).profiles.length, 1);
  files.set(CONFIG, '{\n  // ours\n  "rules": { "furniture": "off" }\n}\n');
  await refresh();
  const second = await ask<DraftProfileResult>(DRAFT_PROFILE, {});
  assert.match(second?.text ?? '', /^\{\n {2}\/\/ ours\n/);
  assert.deepEqual(parseConfig(second?.text ?? '').problems, []);
  files.set(CONFIG, '{ "rules": ');
  await refresh();
  const third = await ask<DraftProfileResult>(DRAFT_PROFILE, {});
  assert.equal(third?.uri, null);
  assert.equal(parseConfig(third.text).profiles.length, 1);
});

test('outside the workspace nothing can be said', async () => {
  const { ask } = await start([]);
  assert.equal(await ask(SET_ROLE, { line: PROMO, role: 'legal', scope: 'line' }), null);
  assert.equal((await ask<DraftProfileResult>(DRAFT_PROFILE, {}))?.uri, null);
});

test('in a settings file roles tell what they mean, and profiles are completed', async () => {
  const { client } = await start();
  await client.open(CONFIG, '{ "lines": [{ "role": "deck" }], "files": [{ "profile": "" }] }', 'jsonc');
  const at = (character: number) => ({ textDocument: { uri: CONFIG }, position: { line: 0, character } });
  const shown = await client.connection.sendRequest(HoverRequest.type, at(24));
  assert.ok(MarkupContent.is(shown?.contents));
  assert.match(shown.contents.value, /standfirst/);
  const items = await client.connection.sendRequest(CompletionRequest.type, at(57));
  assert.ok(Array.isArray(items));
  assert.ok(items.some(({ label }) => label === 'kcna-watch'));
});

test('a settings file that came or went without a word is seen before it is edited', async () => {
  const { files, ask } = await start();
  const say = () => ask<SetRoleResult>(SET_ROLE, { line: PROMO, role: 'boilerplate', scope: 'line' });
  created((await say())?.edit);
  files.set(CONFIG, '{\n  "rules": {}\n}\n');
  const [change] = (await say())?.edit.documentChanges ?? [];
  assert.ok(change && 'edits' in change, 'the file that is there now is changed, not made');
  files.delete(CONFIG);
  created((await say())?.edit);
});
