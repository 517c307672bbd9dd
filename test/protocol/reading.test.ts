import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  CodeLensRequest,
  CompletionRequest,
  type InlayHint,
  InlayHintRequest,
  type Range,
} from 'vscode-languageserver/node';
import { COMMANDS } from '../../server/src/protocol';
import { type ClientOptions, TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

const URI = 'file:///corpus/dumps/library.dump';
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const clients: TestClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function open(text: string, options: ClientOptions = {}) {
  const { client } = await TestClient.start({ capabilities: VSCODE, ...options });
  clients.push(client);
  await client.open(URI, text, 'plaintext');
  const textDocument = { uri: URI };
  return {
    lenses: async () => {
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
      return lenses?.map(({ command }) => [command?.title, command?.command]) ?? null;
    },
    hints: () => client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE }),
    complete: (line: number, character: number) =>
      client.connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position: { line, character },
      }),
  };
}

function label({ label }: InlayHint): unknown {
  return label;
}

test('lenses and hints of a dump; commands only for a client that has them', async () => {
  const ours = await open(LIBRARY_DUMP, { initializationOptions: { hasCommands: true } });
  assert.deepEqual(await ours.lenses(), [
    ['2024-03-02 · Example News (EN) · 3 findings', COMMANDS.showLine],
    ['Fix all', COMMANDS.fixAll],
    ['2 related articles · 2024-02-28 to 2024-03-01', ''],
  ]);
  const other = await open(LIBRARY_DUMP);
  assert.deepEqual(await other.lenses(), [
    ['2024-03-02 · Example News (EN) · 3 findings', ''],
    ['2 related articles · 2024-02-28 to 2024-03-01', ''],
  ]);
  assert.deepEqual((await other.hints())?.map(label), [
    '2024-03-03 Sun',
    '2024-03-02 Sat',
    '2024-03-01 Fri',
    '2024-02-28 Wed',
  ]);
});

test('each is for who wants it', async () => {
  const quiet = await open(LIBRARY_DUMP, { settings: () => ({ codeLens: false, inlayHints: 'off' }) });
  assert.equal(await quiet.lenses(), null);
  assert.deepEqual(await quiet.hints(), []);
});

test('a date is completed in the style of its field', async () => {
  const { complete } = await open(LIBRARY_DUMP);
  const items = await complete(5, 8);
  assert.ok(Array.isArray(items));
  assert.deepEqual(
    items.map(({ label: text }) => text),
    ['03/03/2024'],
  );
});

test('what is no dump has none of it', async () => {
  const { lenses, hints, complete } = await open(PLAIN_PROSE);
  assert.deepEqual([await lenses(), await hints(), await complete(0, 3)], [null, null, null]);
});
