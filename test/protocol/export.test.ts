import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { EXPORT, type ExportParams, type ExportResult } from '../../server/src/protocol';
import { TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

const FOLDER = 'file:///corpus/dumps';
const URI = `${FOLDER}/2024/the%20library.txt`;

const clients: TestClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(files: Readonly<Record<string, string>> = {}) {
  const { client } = await TestClient.start({
    capabilities: VSCODE,
    folders: [FOLDER],
    files: new Map(Object.entries(files)),
  });
  clients.push(client);
  const ask = (params: ExportParams) =>
    client.connection.sendRequest<ExportResult | null>(EXPORT, { ...params });
  return { client, ask };
}

test('the article of an open document, as it is in the editor', async () => {
  const { client, ask } = await start();
  await client.open(URI, LIBRARY_DUMP);
  const start0 = { line: 0, character: 0 };
  const inserted = { range: { start: start0, end: start0 }, text: '\n\n' };
  const before = await ask({ uri: URI, format: 'text' });
  await client.change(URI, 2, [inserted]);
  const after = await ask({ uri: URI, format: 'text' });
  assert.equal(after?.text, before?.text);
  assert.deepEqual(
    after?.lines,
    before?.lines?.map((line) => line + 2),
  );
});

test('one of several articles, by a line of it', async () => {
  const { client, ask } = await start();
  const second = LIBRARY_DUMP.replaceAll('New Library', 'Second Library');
  await client.open(URI, `${LIBRARY_DUMP}\n${second}`);
  const lines = LIBRARY_DUMP.split('\n').length;
  const first = await ask({ uri: URI, format: 'markdown', line: 3 });
  assert.match(first?.text ?? '', /^# Harbour Town Opens a New Library\n[^#]*$/);
  const other = await ask({ uri: URI, format: 'markdown', line: lines + 5 });
  assert.match(other?.text ?? '', /^# Harbour Town Opens a Second Library\n[^#]*$/);
  assert.ok((other?.lines?.[0] ?? 0) >= lines);
});

test('a closed file, with its name; what is no dump or not there is answered with null', async () => {
  const { ask } = await start({ [URI]: LIBRARY_DUMP, [`${FOLDER}/letter.txt`]: PLAIN_PROSE });
  const record = await ask({ uri: URI, format: 'jsonl' });
  assert.equal(JSON.parse(record?.text ?? '').file, 'the library.txt');
  assert.equal(await ask({ uri: `${FOLDER}/letter.txt`, format: 'text' }), null);
  assert.equal(await ask({ uri: `${FOLDER}/none.txt`, format: 'text' }), null);
});
