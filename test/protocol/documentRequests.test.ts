import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  EXPORT,
  type ExportParams,
  type ExportResult,
  FIXES,
  type FixesResult,
  SUMMARY,
  type SummaryResult,
} from '../../server/src/protocol';
import { type ClientOptions, TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

const FOLDER = 'file:///corpus/dumps';
const URI = `${FOLDER}/2024/library.txt`;

const clients: TestClient[] = [];

async function start(options: ClientOptions = {}): Promise<TestClient> {
  const { client } = await TestClient.start({
    capabilities: VSCODE,
    folders: [FOLDER],
    initializationOptions: { readsFiles: true },
    ...options,
  });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function summaryOf(client: TestClient, uri: string, languageId?: string): Promise<SummaryResult | null> {
  return client.connection.sendRequest(SUMMARY, { uri, ...(languageId !== undefined && { languageId }) });
}

test('a file that is not open is summed up, and no status is sent of it', async () => {
  const client = await start({ files: new Map([[URI, LIBRARY_DUMP]]) });
  assert.deepEqual(await summaryOf(client, URI), {
    headline: 'Harbour Town Opens a New Library',
    published: '2024-03-02',
    source: 'Example News (EN)',
    language: 'en',
    articles: 1,
    findings: { warning: 0, information: 3, hint: 0 },
  });
  assert.deepEqual(client.statuses, []);
});

test('an open document is summed up as it is in the editor', async () => {
  const client = await start({ files: new Map([[URI, LIBRARY_DUMP]]) });
  await client.open(URI, LIBRARY_DUMP.replaceAll(' ,', ','));
  assert.equal((await summaryOf(client, URI))?.findings.information, 1);
  await client.close(URI);
  assert.equal((await summaryOf(client, URI))?.findings.information, 3);
});

test('what is no dump, or no file, has no summary, unless a person says that it is one', async () => {
  const client = await start({ files: new Map([[URI, PLAIN_PROSE]]) });
  assert.equal(await summaryOf(client, URI), null);
  assert.equal(await summaryOf(client, `${FOLDER}/missing.txt`), null);
  assert.notEqual(await summaryOf(client, URI, 'article-dump'), null);
});

test('the rules of the settings file count in a summary', async () => {
  const config = '{ "rules": { "space-before-punctuation": "warning", "split-ordinal": "off" } }';
  const files = new Map([
    [URI, LIBRARY_DUMP],
    [`${FOLDER}/.copydesk.json`, config],
  ]);
  const client = await start({ files });
  assert.deepEqual((await summaryOf(client, URI))?.findings, { warning: 2, information: 0, hint: 0 });
});

test('the fixes of a file come with their reasons', async () => {
  const client = await start({ files: new Map([[URI, LIBRARY_DUMP]]) });
  const result: FixesResult | null = await client.connection.sendRequest(FIXES, { uri: URI });
  assert.ok(result);
  assert.equal(result.edits.length, 3);
  for (const { sure, label, reason } of result.edits) {
    assert.ok(sure);
    assert.ok(label.length > 0 && reason.length > 0);
  }
});

test('articles are exported, all or the one at a line; where there is none the text is empty', async () => {
  const two = `${LIBRARY_DUMP}\n${LIBRARY_DUMP.replace('Opens a New Library', 'Closes Its Bath')}`;
  const empty = `${FOLDER}/empty.txt`;
  const client = await start({
    files: new Map([
      [URI, two],
      [empty, ''],
    ]),
  });
  const headlines = async (line?: number): Promise<readonly string[]> => {
    const params: ExportParams = { uri: URI, format: 'markdown', ...(line !== undefined && { line }) };
    const { text }: ExportResult = await client.connection.sendRequest(EXPORT, params);
    return text.split('\n').filter((each) => each.startsWith('# '));
  };
  assert.deepEqual(await headlines(), [
    '# Harbour Town Opens a New Library',
    '# Harbour Town Closes Its Bath',
  ]);
  assert.deepEqual(await headlines(LIBRARY_DUMP.split('\n').length + 20), ['# Harbour Town Closes Its Bath']);
  for (const format of ['text', 'jsonld', 'csl-json'] as const) {
    const params: ExportParams = { uri: empty, languageId: 'article-dump', format };
    assert.deepEqual(await client.connection.sendRequest(EXPORT, params), { text: '' });
  }
});
