import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { DefinitionRequest, type Hover, HoverRequest } from 'vscode-languageserver/node';
import { MarkupContent } from 'vscode-languageserver-types';
import { SUMMARY } from '../../server/src/protocol';
import { type ClientOptions, TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP } from '../support/libraryDump';

const FOLDER = 'file:///corpus/dumps';
const URI = `${FOLDER}/library.txt`;
const FERRY = `${FOLDER}/old%20ones/ferry.txt`;

/** The dump of the article that the first card of {@link LIBRARY_DUMP} shows. */
const FERRY_DUMP = LIBRARY_DUMP.replace(
  'Harbour Town Opens a New Library',
  'Ferry Timetable Changes',
).replace('Date: 02/03/2024', 'Date: 01/03/2024');

const clients: TestClient[] = [];

async function start(files: ReadonlyMap<string, string>, options: ClientOptions = {}): Promise<TestClient> {
  const { client } = await TestClient.start({
    capabilities: VSCODE,
    folders: [FOLDER],
    initializationOptions: { readsFiles: true },
    files,
    ...options,
  });
  clients.push(client);
  await client.open(URI, LIBRARY_DUMP);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function placeOf(words: string): {
  textDocument: { uri: string };
  position: { line: number; character: number };
} {
  const line = LIBRARY_DUMP.split('\n').indexOf(words);
  return { textDocument: { uri: URI }, position: { line, character: 2 } };
}

const CARD = placeOf('Ferry Timetable Changes');

test('a card leads to a file that was looked at, and as a link where the client takes them', async () => {
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 23 } };
  const files = new Map([[FERRY, FERRY_DUMP]]);
  const client = await start(files);
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, CARD), []);
  await client.connection.sendRequest(SUMMARY, { uri: FERRY });
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, CARD), [
    { uri: FERRY, range },
  ]);

  const links = await start(files, {
    capabilities: { ...VSCODE, textDocument: { ...VSCODE.textDocument, definition: { linkSupport: true } } },
  });
  await links.connection.sendRequest(SUMMARY, { uri: FERRY });
  const { line } = CARD.position;
  assert.deepEqual(await links.connection.sendRequest(DefinitionRequest.type, CARD), [
    {
      originSelectionRange: { start: { line, character: 0 }, end: { line, character: 23 } },
      targetUri: FERRY,
      targetRange: range,
      targetSelectionRange: range,
    },
  ]);
});

test('an open dump is found as it is in the editor, a closed one as it was left, and a deleted one no more', async () => {
  const files = new Map([[FERRY, FERRY_DUMP]]);
  const client = await start(files);
  const uris = async (): Promise<readonly unknown[]> => {
    const found = await client.connection.sendRequest(DefinitionRequest.type, CARD);
    return Array.isArray(found) ? found.map((each) => 'uri' in each && each.uri) : [];
  };
  await client.open(FERRY, FERRY_DUMP.replace('Ferry Timetable Changes', 'Ferries Change Their Times'));
  await client.connection.sendRequest(SUMMARY, { uri: FERRY });
  assert.deepEqual(await uris(), []);
  await client.close(FERRY);
  await client.connection.sendRequest(SUMMARY, { uri: FERRY });
  assert.deepEqual(await uris(), [FERRY]);
  files.delete(FERRY);
  assert.deepEqual(await uris(), []);
});

test('of files from outside the workspace nothing is remembered when they are closed', async () => {
  const outside = 'file:///elsewhere/ferry.txt';
  const client = await start(new Map([[outside, FERRY_DUMP]]));
  await client.open(outside, FERRY_DUMP);
  await client.pull(outside);
  const found = await client.connection.sendRequest(DefinitionRequest.type, CARD);
  assert.equal(JSON.stringify(found).includes(outside), true);
  await client.close(outside);
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, CARD), []);
});

test('hovering tells where the article of a card is, and other dumps of the same article', async () => {
  const copy = `${FOLDER}/copy.txt`;
  const client = await start(
    new Map([
      [FERRY, FERRY_DUMP],
      [copy, LIBRARY_DUMP],
    ]),
  );
  for (const uri of [FERRY, copy]) await client.connection.sendRequest(SUMMARY, { uri });
  const textAt = async (words: string): Promise<string> => {
    const shown: Hover | null = await client.connection.sendRequest(HoverRequest.type, placeOf(words));
    return MarkupContent.is(shown?.contents) ? shown.contents.value.replace(/\\(.)/g, '$1') : '';
  };
  assert.match(await textAt('Ferry Timetable Changes'), /This article is in\W+ old ones\/ferry\.txt/);
  assert.match(await textAt('Harbour Town Opens a New Library'), /The same article is in\W+ copy\.txt/);
  assert.match(
    await textAt('Date: 02/03/2024 | Source: Example News (EN) | Read original version at source'),
    /The same article is in\W+ copy\.txt/,
  );
});
