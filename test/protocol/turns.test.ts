import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { DocumentSymbolRequest } from 'vscode-languageserver/node';
import { TestClient, VSCODE } from '../support/client';
import { generatedDump } from '../support/generatedDump';
import { LIBRARY_DUMP } from '../support/libraryDump';

const LARGE = 'file:///corpus/large.dump';
const SMALL = 'file:///corpus/small.dump';
const PAGES = Array.from({ length: 12 }, (_, number) => generatedDump(number)).join('\f\n');
const CODES = ['space-before-punctuation', 'space-before-punctuation', 'split-ordinal'];

const clients: TestClient[] = [];

/** A server that reads its messages after each page of an analysis. */
async function start(turn = 0): Promise<TestClient> {
  const { client } = await TestClient.start({ capabilities: VSCODE, runtime: { turn } });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function codes(client: TestClient, uri: string): Promise<readonly unknown[]> {
  return (await client.codes(uri)).filter((code) => code !== 'furniture');
}

test('a large file does not keep a small one waiting', async () => {
  const client = await start();
  const answered: string[] = [];
  const ask = async (uri: string) => {
    await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    answered.push(uri);
  };
  await client.open(LARGE, PAGES);
  const large = ask(LARGE);
  await client.open(SMALL, LIBRARY_DUMP);
  await Promise.all([large, ask(SMALL)]);
  assert.deepEqual(answered, [SMALL, LARGE]);
});

test('what is found in turns is what is found at once', async () => {
  const found = await Promise.all(
    [0, Number.POSITIVE_INFINITY].map(async (turn) => {
      const client = await start(turn);
      await client.open(LARGE, PAGES);
      const report = await client.pull(LARGE);
      return report.kind === 'full' ? report.items : [];
    }),
  );
  assert.ok((found[0]?.length ?? 0) > 0);
  assert.deepEqual(found[0], found[1]);
});

test('a document that is changed while it is analyzed is answered for as it is then', async () => {
  const client = await start();
  await client.open(LARGE, PAGES);
  const [before, again] = [codes(client, LARGE), codes(client, LARGE)];
  await client.change(LARGE, 2, [{ text: LIBRARY_DUMP }]);
  assert.deepEqual(await codes(client, LARGE), CODES);
  assert.deepEqual(await before, CODES);
  assert.deepEqual(await again, CODES);
});

test('a document that is closed while it is analyzed, and opened with another text, is that text', async () => {
  const client = await start();
  await client.open(LARGE, PAGES);
  const before = client.pull(LARGE);
  await client.close(LARGE);
  await client.open(LARGE, LIBRARY_DUMP);
  assert.deepEqual(await codes(client, LARGE), CODES);
  await before;
  assert.deepEqual(await codes(client, LARGE), CODES);
});

test('a document that is closed while it is analyzed leaves nothing', async () => {
  const client = await start();
  await client.open(LARGE, PAGES);
  const report = client.pull(LARGE);
  await client.close(LARGE);
  assert.deepEqual(await report, { kind: 'full', items: [] });
  assert.deepEqual(client.statuses, []);
});
