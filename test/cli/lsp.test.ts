import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { before, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/rules/edits';
import { assertBuilt, CommandFolder, PROGRAM } from '../support/commandLine';
import { LIBRARY_DUMP } from '../support/libraryDump';

before(assertBuilt);

/** Has a session with a server, which must end well. */
async function session<T>(
  args: readonly string[],
  work: (connection: ProtocolConnection, hello: InitializeResult) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  try {
    const result = await converse(connection, work);
    assert.deepEqual(await ended, [0, null]);
    return result;
  } finally {
    // A server that a failed test leaves behind would keep this process from ending.
    child.kill('SIGKILL');
    connection.dispose();
  }
}

async function converse<T>(
  connection: ProtocolConnection,
  work: (connection: ProtocolConnection, hello: InitializeResult) => Promise<T>,
): Promise<T> {
  const hello = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const result = await work(connection, hello);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  return result;
}

it('copydesk lsp --stdio serves what the extension’s server serves', async () => {
  const hello = async (_: ProtocolConnection, result: InitializeResult) => result;
  const expected = await session([resolve('dist/server.js'), '--stdio'], hello);
  assert.ok(expected.capabilities.documentSymbolProvider);
  assert.deepEqual(await session([PROGRAM, 'lsp', '--stdio'], hello), expected);
  assert.deepEqual(
    await session([PROGRAM, 'lsp', '--stdio', `--clientProcessId=${process.pid}`], hello),
    expected,
  );
});

it('an editor is told the findings that the command line writes, and “fix all” makes the text of copydesk fix', async (context) => {
  const text = LIBRARY_DUMP.replace('March 01, 2024', 'Marhc 01, 2024')
    .replace('opened on Saturday', 'opened on 30 February 2024')
    .replaceAll('\n', '\r\n');
  const folder = await CommandFolder.create(context, { 'a.txt': text });
  const uri = pathToFileURL(folder.file('a.txt')).href;
  const { diagnostics, fixed } = await session([PROGRAM, 'lsp', '--stdio'], async (connection) => {
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.ok(report.kind === 'full');
    const start = { line: 0, character: 0 };
    const [action] =
      (await connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start, end: start },
        context: { diagnostics: [], only: [`${CodeActionKind.SourceFixAll}.copydesk`] },
      })) ?? [];
    assert.ok(action && 'kind' in action);
    const { edit } = action.edit
      ? action
      : await connection.sendRequest(CodeActionResolveRequest.type, action);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(change));
    const edits = change.edits.map((each) => {
      assert.ok('newText' in each);
      return each;
    });
    return { diagnostics: report.items, fixed: applyEdits(text, edits) };
  });
  const annotated = JSON.parse((await folder.run(['annotate', 'a.txt'])).stdout);
  const severities = ['', 'error', 'warning', 'information', 'hint'];
  assert.deepEqual(
    diagnostics.map(({ code, severity, message, range }: Diagnostic) => ({
      code,
      severity: severities[severity ?? 0],
      message,
      range,
    })),
    annotated.diagnostics.map(({ fixes: _, ...rest }: { fixes: unknown }) => rest),
  );
  assert.ok(diagnostics.some(({ code }) => code === 'date-impossible'));
  await folder.run(['fix', 'a.txt']);
  assert.equal(String(await folder.read('a.txt')), fixed);
  assert.notEqual(fixed, text);
});
