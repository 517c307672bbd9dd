import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import { HoverRequest } from 'vscode-languageserver/node';
import { SUMMARY } from '../../server/src/protocol';
import { type ClientOptions, TestClient, VSCODE } from '../support/client';
import { gazetteDump } from '../support/gazetteDump';

const FOLDER = 'file:///corpus';
const OPEN = `${FOLDER}/open.dump`;
const OTHER = `${FOLDER}/other.dump`;
const clients: TestClient[] = [];

async function start(options: ClientOptions = {}): Promise<TestClient> {
  const { client } = await TestClient.start({ capabilities: VSCODE, folders: [FOLDER], ...options });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function dateCodes(client: TestClient): Promise<readonly unknown[]> {
  return (await client.codes(OPEN)).filter((code) => String(code).startsWith('date-'));
}

async function hoverOnDate(client: TestClient): Promise<string> {
  const line = gazetteDump('03/04/2025').split('\n').indexOf('Published: 03/04/2025');
  const position = { line, character: 14 };
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: OPEN },
    position,
  });
  return JSON.stringify(hover);
}

test('a dump that is opened decides the order of dates in other dumps of its site, until it is changed', async () => {
  const client = await start();
  await client.open(OPEN, gazetteDump('03/04/2025'));
  assert.deepEqual(await dateCodes(client), ['date-ambiguous']);

  const refreshed = once(client.events, 'refresh');
  await client.open(OTHER, gazetteDump('25/03/2025'));
  await client.pull(OTHER);
  await refreshed;
  assert.deepEqual(await dateCodes(client), []);
  const hover = await hoverOnDate(client);
  assert.match(hover, /2025.{0,3}-04-03/);
  assert.match(hover, /day, month, year: other dumps of this site \W+1 of 1/);

  // It has been seen: closing it takes nothing back.
  await client.close(OTHER);
  assert.deepEqual(await dateCodes(client), []);

  const again = once(client.events, 'refresh');
  await client.open(OTHER, gazetteDump('03/25/2025'));
  await client.pull(OTHER);
  await again;
  assert.match(await hoverOnDate(client), /2025.{0,3}-03-04.*month, day, year/);
  assert.deepEqual(client.logged, []);
});

test('files that are looked at without being opened count as well', async () => {
  const files = new Map(
    ['25/03/2025', '28/03/2025'].map((date, index) => [`${FOLDER}/${index}.dump`, gazetteDump(date)]),
  );
  const client = await start({ files });
  await client.open(OPEN, gazetteDump('03/04/2025'));
  assert.deepEqual(await dateCodes(client), ['date-ambiguous']);
  for (const uri of files.keys()) await client.connection.sendRequest(SUMMARY, { uri });
  assert.match(await hoverOnDate(client), /day, month, year: other dumps of this site \W+2 of 2/);
});
