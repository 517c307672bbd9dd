import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { before, it } from 'node:test';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  type InitializeResult,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { assertBuilt, PROGRAM } from '../support/commandLine';

before(assertBuilt);

/** What a server says of itself; it is then shut down and must end well. */
async function hello(...args: readonly string[]): Promise<InitializeResult> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.deepEqual(await ended, [0, null]);
  connection.dispose();
  return result;
}

it('copydesk lsp --stdio serves what the extension’s server serves', async () => {
  const expected = await hello(resolve('dist/server.js'), '--stdio');
  assert.ok(expected.capabilities.documentSymbolProvider);
  assert.deepEqual(await hello(PROGRAM, 'lsp', '--stdio'), expected);
  assert.deepEqual(await hello(PROGRAM, 'lsp', '--stdio', `--clientProcessId=${process.pid}`), expected);
});
