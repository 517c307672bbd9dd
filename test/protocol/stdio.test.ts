import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  CodeActionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { LIBRARY_DUMP } from '../support/libraryDump';

// The bundle as it is shipped, run as another editor would run it.
const SERVER = resolve('dist/server.js');

let folder = '';

before(async () => {
  assert.ok(existsSync(SERVER), 'Build first: npm run build.');
  folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
  await mkdir(join(folder, '2024'));
  await writeFile(join(folder, '.copydesk.json'), '{ "rules": { "split-ordinal": "off" } }');
});

after(() => rm(folder, { recursive: true, force: true }));

const running = new Set<ChildProcessWithoutNullStreams>();

// A server that a failed test leaves behind would keep this process from ending.
afterEach(() => {
  for (const process of running) process.kill('SIGKILL');
  running.clear();
});

interface Served {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly hello: InitializeResult;
  readonly uri: string;
}

/** A client that pulls diagnostics and knows little else: no settings, no watching, no requests of our own. */
const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

async function serve(capabilities: ClientCapabilities): Promise<Served> {
  const process = spawn(globalThis.process.execPath, [SERVER, '--stdio']);
  running.add(process);
  process.once('exit', () => running.delete(process));
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout),
    new StreamMessageWriter(process.stdin),
  );
  connection.listen();
  const hello = await connection.sendRequest(InitializeRequest.type, {
    processId: globalThis.process.pid,
    rootUri: pathToFileURL(folder).toString(),
    workspaceFolders: null,
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { process, connection, hello, uri: pathToFileURL(join(folder, '2024', 'library.dump')).toString() };
}

async function open({ connection, uri }: Served, languageId: string): Promise<void> {
  const textDocument = { uri, languageId, version: 1, text: LIBRARY_DUMP };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

/** Says goodbye in order and gives the exit code. */
async function leave({ process, connection }: Served): Promise<unknown> {
  const exited = once(process, 'exit');
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const [code] = await exited;
  connection.dispose();
  return code;
}

test('another editor pulls diagnostics over stdio, under the settings file of its workspace', async () => {
  const served = await serve(PULLING);
  const { version, ...info } = served.hello.serverInfo ?? assert.fail();
  assert.deepEqual(info, { name: 'Copydesk' });
  assert.match(version ?? '', /^\d+\.\d+\.\d+$/);
  assert.deepEqual(served.hello.capabilities, {
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
    semanticTokensProvider: {
      legend: {
        tokenTypes: [
          'headline',
          'deck',
          'byline',
          'subheading',
          'caption',
          'date',
          'source',
          'outlet',
          'relatedHeading',
          'relatedTitle',
        ],
        tokenModifiers: ['uncertain', 'repeated'],
      },
      full: { delta: true },
      range: true,
    },
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.copydesk'],
      resolveProvider: false,
    },
    diagnosticProvider: { identifier: 'copydesk', interFileDependencies: false, workspaceDiagnostics: false },
  });

  await open(served, 'text');
  const { connection, uri } = served;
  const textDocument = { uri };
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  assert.equal(symbols?.[0]?.name, 'Harbour Town Opens a New Library');
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.ok(report.kind === 'full');
  const spaces = report.items.filter(({ code }) => code === 'space-before-punctuation');
  assert.equal(spaces.length, 2);
  assert.ok(!report.items.some(({ code }) => code === 'split-ordinal'));

  const range = spaces[0]?.range ?? assert.fail();
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range,
    context: { diagnostics: spaces },
  });
  assert.deepEqual(
    actions?.flatMap((action) => ('kind' in action ? [action.kind] : [])),
    [
      // The fix, all like it, and three ways to be told of it no more.
      ...['quickfix', 'quickfix', 'quickfix', 'quickfix', 'quickfix'],
      ...['refactor.rewrite', 'refactor.rewrite', 'refactor.rewrite'],
      'source.fixAll.copydesk',
    ],
  );
  const [fix] = actions ?? [];
  assert.ok(fix && 'edit' in fix);
  assert.equal(fix.isPreferred, true);
  assert.deepEqual(
    fix.edit?.changes?.[uri]?.map(({ newText }) => newText),
    [''],
  );
  assert.equal(await leave(served), 0);
});

test('an editor that cannot pull gets diagnostics pushed', async () => {
  const served = await serve({});
  assert.equal(served.hello.capabilities.diagnosticProvider, undefined);
  const pushed = new Promise<PublishDiagnosticsParams>((resolve) => {
    served.connection.onNotification(PublishDiagnosticsNotification.type, resolve);
  });
  await open(served, 'article-dump');
  const { uri, version, diagnostics } = await pushed;
  assert.equal(uri, served.uri);
  assert.equal(version, 1);
  assert.ok(diagnostics.some(({ code }) => code === 'space-before-punctuation'));
  assert.equal(await leave(served), 0);
});

test('an exit without a shutdown is an error', async () => {
  const { process, connection } = await serve({});
  const exited = once(process, 'exit');
  await connection.sendNotification(ExitNotification.type);
  assert.deepEqual(await exited, [1, null]);
  connection.dispose();
});

test('an editor that dies takes its server with it', async () => {
  const { process, connection } = await serve({});
  const exited = once(process, 'exit');
  process.stdin.end();
  await exited;
  connection.dispose();
});
