import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  Command,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  LSPErrorCodes,
  type Range,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type SymbolInformation,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { LEGEND } from '../../server/src/features/tokenTypes';
import { type ClientOptions, TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

const FOLDER = 'file:///corpus/dumps';
const URI = `${FOLDER}/2024/library.dump`;
const CONFIG = `${FOLDER}/.copydesk.json`;
const CODES = ['space-before-punctuation', 'space-before-punctuation', 'split-ordinal'];

const clients: TestClient[] = [];

async function start(options: ClientOptions = {}): Promise<TestClient> {
  const { client } = await TestClient.start({ capabilities: VSCODE, folders: [FOLDER], ...options });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

/** Codes of the diagnostics that a pull brings, without the fading of furniture. */
async function codes(client: TestClient, uri = URI): Promise<readonly unknown[]> {
  return (await client.codes(uri)).filter((code) => code !== 'furniture');
}

function place(text: string, needle: string): Range {
  const document = TextDocument.create(URI, 'article-dump', 1, text);
  const offset = text.indexOf(needle);
  assert.ok(offset >= 0);
  return { start: document.positionAt(offset), end: document.positionAt(offset + needle.length) };
}

function isSymbol(symbol: DocumentSymbol | SymbolInformation): symbol is DocumentSymbol {
  return 'selectionRange' in symbol;
}

async function outline(client: TestClient, uri = URI): Promise<readonly DocumentSymbol[] | null> {
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  return symbols?.filter(isSymbol) ?? null;
}

test('a client that says nothing of itself is offered what every client can take', async () => {
  const { client, hello } = await TestClient.start();
  clients.push(client);
  assert.deepEqual(hello.capabilities, {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    documentSymbolProvider: { label: 'Copydesk' },
    foldingRangeProvider: true,
    hoverProvider: true,
    selectionRangeProvider: true,
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    completionProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  });
});

test('every feature answers on a dump', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const textDocument = { uri: URI };
  const { connection } = client;
  const title = place(LIBRARY_DUMP, 'Ferry Timetable Changes').start;

  const [article] = (await outline(client)) ?? [];
  assert.equal(article?.name, 'Harbour Town Opens a New Library');
  const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  assert.ok(folds?.some(({ kind }) => kind === 'comment'));
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position: title });
  assert.match(JSON.stringify(hover), /Related title/);
  const selection = await connection.sendRequest(SelectionRangeRequest.type, {
    textDocument,
    positions: [title],
  });
  assert.equal(selection?.length, 1);
  const highlights = await connection.sendRequest(DocumentHighlightRequest.type, {
    textDocument,
    position: title,
  });
  assert.equal(highlights?.length, 2);
  assert.deepEqual(await connection.sendRequest(DocumentLinkRequest.type, { textDocument }), []);
  assert.deepEqual(await codes(client), CODES);
  assert.deepEqual(client.logged, []);
});

test('a text that is no dump is left alone, unless a person says that it is one', async () => {
  const client = await start({ initializationOptions: { showsStatus: true } });
  await client.open(URI, PLAIN_PROSE, 'plaintext');
  assert.equal(await outline(client), null);
  assert.deepEqual(await client.codes(URI), []);
  assert.equal(client.statuses.at(-1)?.isDump, false);
  const textDocument = { uri: URI };
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: 0, character: 1 },
  });
  assert.equal(hover, null);

  await client.close(URI);
  await client.open(URI, PLAIN_PROSE, 'article-dump');
  assert.equal((await outline(client))?.length, 1);
});

test('a dump is known by its content in other editors', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP, 'text');
  assert.deepEqual(await codes(client), CODES);
});

test('a document that is not open has nothing', async () => {
  const client = await start();
  assert.equal(await outline(client), null);
  assert.deepEqual(await client.pull(URI), { kind: 'full', items: [] });
});

test('a pull after an edit that leaves the findings as they are says so', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const first = await client.pull(URI);
  const behind = place(LIBRARY_DUMP, 'oldest').start;
  await client.change(URI, 2, [{ range: { start: behind, end: behind }, text: 'very ' }]);
  assert.deepEqual(await client.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  const before = place(LIBRARY_DUMP, 'hundred').start;
  await client.change(URI, 3, [{ range: { start: before, end: before }, text: 'and a ' }]);
  assert.equal((await client.pull(URI, first.resultId)).kind, 'full');
});

test('of very many findings the gravest are told, and that there are more', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP.repeat(400));
  const report = await client.pull(URI);
  assert.ok(report.kind === 'full');
  assert.equal(report.items.length, 1000);
  assert.match(String(report.items[0]?.message), /^Of [\d,]+ findings the 999 gravest/);
  assert.ok(report.items.every(({ severity }) => severity !== DiagnosticSeverity.Hint));
});

test('a pull says when nothing has changed, and what has', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const first = await client.pull(URI);
  assert.deepEqual(await client.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });

  await client.change(URI, 2, [{ range: place(LIBRARY_DUMP, ' ,'), text: ',' }]);
  const second = await client.pull(URI, first.resultId);
  assert.equal(second.kind, 'full');
  assert.deepEqual(await codes(client), CODES.slice(1));
  assert.ok(second.kind === 'full');
  const last = second.items.at(-1);
  assert.equal(last?.source, 'copydesk');
});

test('a document that is closed and opened again with another text is another one', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const { resultId } = await client.pull(URI);
  await client.close(URI);
  await client.open(URI, LIBRARY_DUMP.replaceAll(' ,', ','));
  assert.equal((await client.pull(URI, resultId)).kind, 'full');
  assert.deepEqual(await codes(client), ['split-ordinal']);
});

test('after edits the answers are those of the text as it stands', async () => {
  const client = await start();
  const eols = LIBRARY_DUMP.replaceAll('\n', '\r\n');
  await client.open(URI, eols);
  await outline(client);
  const headline = place(eols, 'Harbour Town');
  await client.change(URI, 2, [
    { range: headline, text: 'Harbour 🏛️ Town' },
    {
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      text: 'March 04, 2024\r\n',
    },
    { range: place(eols, 'More Articles'), text: 'More Articles\r\n\r\nSee https://example.org/' },
  ]);
  const other = `${FOLDER}/other.dump`;
  const text = eols
    .replace('Harbour Town', 'Harbour 🏛️ Town')
    .replace('March 03', 'March 04')
    .replace('More Articles', 'More Articles\r\n\r\nSee https://example.org/');
  await client.open(other, text);
  assert.deepEqual(await outline(client), await outline(client, other));
  assert.equal((await outline(client))?.[0]?.name, 'Harbour 🏛️ Town Opens a New Library');
  const links = (uri: string) =>
    client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  assert.deepEqual(await links(URI), await links(other));
  assert.equal((await links(URI))?.length, 1);
});

test('a cancelled request is answered as cancelled', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(
    DocumentSymbolRequest.type,
    { textDocument: { uri: URI } },
    source.token,
  );
  source.cancel();
  await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
});

test('an error in the server is logged, and leaves the client what it has', async () => {
  const client = await start({
    runtime: {
      today: () => {
        throw new Error('The clock stands still.');
      },
    },
  });
  await client.open(URI, LIBRARY_DUMP);
  assert.equal(await outline(client), null);
  await assert.rejects(client.pull(URI), {
    code: LSPErrorCodes.ServerCancelled,
    data: { retriggerRequest: false },
  });
  assert.equal(client.logged.length, 2);
  assert.match(client.logged[0] ?? '', /The clock stands still/);
});

test('fix-all is resolved when chosen, and leaves nothing to fix', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const start1 = { line: 0, character: 0 };
  const ask = () =>
    client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: start1, end: start1 },
      context: { diagnostics: [], only: ['source.fixAll'], triggerKind: CodeActionTriggerKind.Automatic },
    });
  const [action] = (await ask()) ?? [];
  assert.ok(action && !Command.is(action));
  const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
  const change = resolved.edit?.documentChanges?.[0];
  assert.ok(change && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: URI, version: 1 });
  assert.equal(change.edits.length, 3);

  const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
  const before = TextDocument.create(URI, 'article-dump', 1, LIBRARY_DUMP);
  const after = TextDocument.applyEdits(before, edits);
  assert.equal(after, LIBRARY_DUMP.replaceAll(' ,', ',').replace('21 st', '21st'));
  await client.change(URI, 2, [{ text: after }]);
  assert.deepEqual(await ask(), []);
  assert.deepEqual(await codes(client), []);
});

test('tokens come in full, for a range, and as what has changed', async () => {
  const client = await start();
  await client.open(URI, LIBRARY_DUMP);
  const textDocument = { uri: URI };
  const { connection } = client;
  const full = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  assert.ok(full?.resultId);
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } };
  const part = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
  assert.deepEqual(part?.data.slice(0, 2), [3, 0]);

  await client.change(URI, 2, [{ range: place(LIBRARY_DUMP, 'Library'), text: 'Great Library' }]);
  const delta = await connection.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId: full.resultId,
  });
  assert.ok(delta && 'edits' in delta);
  const data = [...full.data];
  for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  const again = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  assert.deepEqual(data, again?.data);
  const stale = await connection.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId: 'unknown',
  });
  assert.ok(stale && 'data' in stale);
});

test('settings hold for their own resource, and count when they change', async () => {
  const other = 'file:///elsewhere/library.dump';
  const client = await start({
    settings: (uri) => (uri === other ? { rules: { 'split-ordinal': 'off' } } : null),
  });
  await client.open(URI, LIBRARY_DUMP);
  await client.open(other, LIBRARY_DUMP);
  assert.deepEqual(await codes(client), CODES);
  assert.deepEqual(await codes(client, other), CODES.slice(0, 2));

  client.settings = () => ({ rules: { 'space-before-punctuation': 'off', 'no-such-rule': 'hint' } });
  const refreshed = once(client.events, 'refresh');
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await refreshed;
  assert.deepEqual(await codes(client), ['split-ordinal']);
  assert.match(client.logged.join('\n'), /copydesk\.rules\.no-such-rule/);
});

test('a client that cannot be asked sends its settings', async () => {
  const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(URI, LIBRARY_DUMP);
  assert.deepEqual(await codes(client), CODES);
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { copydesk: { rules: { 'split-ordinal': 'off' } } },
  });
  assert.deepEqual(await codes(client), CODES.slice(0, 2));
});

test('the nearest settings file holds, up to the workspace folder, and before the editor’s settings', async () => {
  const files = new Map([
    [CONFIG, '{ "rules": { "split-ordinal": "off" } }'],
    ['file:///corpus/.copydesk.json', '{ "rules": { "space-before-punctuation": "off" } }'],
    [`${FOLDER}/2023/.copydesk.json`, '{ "rules": { "furniture": "off" } }'],
  ]);
  const old = `${FOLDER}/2023/library.dump`;
  for (const readsFiles of [true, false]) {
    const client = await start({
      files,
      initializationOptions: { readsFiles },
      settings: () => ({ rules: { 'split-ordinal': 'warning' } }),
    });
    await client.open(URI, LIBRARY_DUMP);
    await client.open(old, LIBRARY_DUMP);
    assert.deepEqual(await codes(client), CODES.slice(0, 2));
    assert.deepEqual(await client.codes(old), CODES);
    assert.deepEqual(client.filesRead.length > 0, readsFiles);
    assert.ok(!client.filesRead.includes('file:///corpus/.copydesk.json'));
  }
});

test('a settings file that a link leads out of the workspace to is not read, and a log says so once', async () => {
  for (const readsFiles of [true, false]) {
    const client = await start({
      files: new Map([[CONFIG, '{ "rules": { "split-ordinal": "off" } }']]),
      initializationOptions: { readsFiles },
      runtime: { leadsOutside: async (uri, folders) => uri === CONFIG && folders.length > 0 },
    });
    await client.open(URI, LIBRARY_DUMP);
    await client.open(`${FOLDER}/second.dump`, LIBRARY_DUMP);
    assert.deepEqual(await codes(client), CODES);
    assert.deepEqual(await codes(client, `${FOLDER}/second.dump`), CODES);
    assert.ok(!client.filesRead.includes(CONFIG));
    assert.deepEqual(client.logged, [`${CONFIG} is not read: a symbolic link leads out of the workspace.`]);
  }
});

test('settings files hold in folders that are added, and no longer in those that are removed', async () => {
  const files = new Map([[CONFIG, '{ "rules": { "split-ordinal": "off" } }']]);
  const client = await start({ files, folders: [] });
  await client.open(URI, LIBRARY_DUMP);
  assert.deepEqual(await codes(client), CODES);
  const folder = { uri: `${FOLDER}/`, name: 'dumps' };
  const change = async (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]) => {
    const refreshed = once(client.events, 'refresh');
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [...added], removed: [...removed] },
    });
    await refreshed;
  };
  await change([folder], []);
  assert.deepEqual(await codes(client), CODES.slice(0, 2));
  await change([], [folder]);
  assert.deepEqual(await codes(client), CODES);
});

test('a settings file is watched and read again when it changes', async () => {
  const files = new Map<string, string>();
  const client = await start({ files, initializationOptions: { readsFiles: true } });
  await client.open(URI, LIBRARY_DUMP);
  assert.deepEqual(await codes(client), CODES);
  assert.deepEqual(
    client.registrations.map(({ method }) => method),
    ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'],
  );

  files.set(CONFIG, '{ "rules": { "split-ordinal": "off" } }');
  const refreshed = once(client.events, 'refresh');
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: CONFIG, type: 1 }],
  });
  await refreshed;
  assert.deepEqual(await codes(client), CODES.slice(0, 2));
});

test('what is wrong in a settings file is logged once while it is closed, and shown while it is open', async () => {
  const wrong = '{\n  "rules": { "split-ordinal": "loud" }\n}\n';
  const client = await start({
    files: new Map([[CONFIG, wrong]]),
    initializationOptions: { readsFiles: true },
  });
  await client.open(URI, LIBRARY_DUMP);
  await client.open(`${FOLDER}/second.dump`, LIBRARY_DUMP);
  await codes(client);
  await codes(client, `${FOLDER}/second.dump`);
  assert.equal(client.logged.filter((message) => message.includes(`${CONFIG}:2:`)).length, 1);

  const refreshed = once(client.events, 'refresh');
  await client.open(CONFIG, wrong, 'json');
  const report = await client.pull(CONFIG);
  assert.ok(report.kind === 'full');
  assert.deepEqual(
    report.items.map(({ range }) => range),
    [place(wrong, '"loud"')],
  );
  await refreshed;
  const again = once(client.events, 'refresh');
  await client.change(CONFIG, 2, [{ text: '{ "rules": { "split-ordinal": "off" } }' }]);
  await again;
  assert.deepEqual(await client.codes(CONFIG), []);
  assert.deepEqual(await codes(client), CODES.slice(0, 2));
});

test('turning a rule off edits the settings file that holds', async () => {
  const config = '{ "rules": {} }';
  const client = await start({
    files: new Map([[CONFIG, config]]),
    initializationOptions: { readsFiles: true },
  });
  await client.open(URI, LIBRARY_DUMP);
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range: place(LIBRARY_DUMP, '21 st'),
    context: { diagnostics: [], only: ['quickfix'] },
  });
  const off = actions?.find(({ title }) => title.startsWith('Turn the rule'));
  assert.ok(off && 'edit' in off);
  const change = off.edit?.documentChanges?.[0];
  assert.ok(change && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: CONFIG, version: null });
});

test('diagnostics are pushed to clients that cannot ask, and cleared on close', async () => {
  const client = await start({ capabilities: { workspace: { configuration: true } } });
  const first = client.pushed();
  await client.open(URI, LIBRARY_DUMP);
  const { uri, version, diagnostics } = await first;
  assert.equal(uri, URI);
  assert.equal(version, 1);
  assert.deepEqual(
    diagnostics.map(({ code }) => code).filter((code) => code !== 'furniture'),
    CODES,
  );

  const second = client.pushed();
  await client.change(URI, 2, [{ text: PLAIN_PROSE }]);
  await client.change(URI, 3, [{ text: LIBRARY_DUMP.replaceAll(' ,', ',') }]);
  // On a busy machine the first change may be pushed before the second one comes.
  let pushed = await second;
  if (pushed.version === 2) pushed = await client.pushed();
  assert.equal(pushed.version, 3);
  assert.ok(!pushed.diagnostics.some(({ code }) => code === 'space-before-punctuation'));

  const third = client.pushed();
  await client.close(URI);
  assert.deepEqual(await third, { uri: URI, diagnostics: [] });
});

test('the status says what was made of a document, to clients that want it', async () => {
  const client = await start({ initializationOptions: { showsStatus: true } });
  await client.open(URI, LIBRARY_DUMP);
  await outline(client);
  await codes(client);
  assert.equal(client.statuses.length, 1);
  const { score, ...status } = client.statuses[0] ?? assert.fail();
  assert.deepEqual(status, {
    uri: URI,
    version: 1,
    isDump: true,
    profiles: ['KCNA Watch'],
    articles: 1,
    limits: [],
  });
  assert.ok(score > 0.9 && score <= 1);

  const silent = await start();
  await silent.open(URI, LIBRARY_DUMP);
  await codes(silent);
  assert.deepEqual(silent.statuses, []);
});

test('a file beyond the limit says so, once in the status and once as a diagnostic', async () => {
  const client = await start({
    initializationOptions: { showsStatus: true },
    settings: () => ({ maxFileSize: 0.0001 }),
  });
  await client.open(URI, LIBRARY_DUMP);
  const report = await client.pull(URI);
  assert.ok(report.kind === 'full');
  assert.equal(report.items.length, 1);
  assert.match(String(report.items[0]?.message), /too large.*copydesk\.maxFileSize/);
  assert.deepEqual(client.statuses[0]?.limits, [report.items[0]?.message]);
  assert.deepEqual(await outline(client), []);

  await client.open(`${FOLDER}/letter.txt`, PLAIN_PROSE, 'plaintext');
  assert.deepEqual(await client.codes(`${FOLDER}/letter.txt`), []);
});
