import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ErrorCodes, Message, type ResponseMessage, StreamMessageReader } from 'vscode-languageserver/node';
import { LIBRARY_DUMP } from '../support/libraryDump';

// What no good client sends, sent to the bundle as it is shipped: nothing of it may end the server or change an answer.

const URI = 'file:///library.dump';

/** A client that can say anything. */
class RawClient {
  readonly process: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    resolve('dist/server.js'),
    '--stdio',
  ]);
  readonly #waiting = new Map<unknown, (answer: ResponseMessage) => void>();
  #asked = 0;

  constructor() {
    new StreamMessageReader(this.process.stdout).listen((message) => {
      if (Message.isResponse(message)) this.#waiting.get(message.id)?.(message);
    });
  }

  write(text: string): void {
    this.process.stdin.write(text);
  }

  send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  ask(method: string, params?: unknown): Promise<ResponseMessage> {
    const id = ++this.#asked;
    const answer = new Promise<ResponseMessage>((done) => this.#waiting.set(id, done));
    this.send({ id, method, params });
    return answer;
  }

  async start(): Promise<void> {
    await this.ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    this.send({ method: 'initialized', params: {} });
    this.open();
  }

  open(): void {
    const textDocument = { uri: URI, languageId: 'article-dump', version: 1, text: LIBRARY_DUMP };
    this.send({ method: 'textDocument/didOpen', params: { textDocument } });
  }

  async outline(): Promise<string> {
    return JSON.stringify(
      (await this.ask('textDocument/documentSymbol', { textDocument: { uri: URI } })).result,
    );
  }
}

let client: RawClient;

beforeEach(async () => {
  client = new RawClient();
  await client.start();
});

afterEach(() => {
  client.process.kill('SIGKILL');
});

describe('what no good client sends', () => {
  test('broken JSON, batches and messages without a meaning are passed over', async () => {
    const before = await client.outline();
    client.write('Content-Length: 9\r\n\r\n{"jsonrpc');
    client.write('Content-Length: 2\r\n\r\n[]');
    client.write('Content-Length: 4\r\n\r\nnull');
    client.write('X-Header: a\r\nContent-Length: 2\r\n\r\n{}');
    client.send({ method: 'copydesk/unknown', params: {} });
    client.send({ method: '$/unknown' });
    client.send({ id: 'nobody asked', result: null });
    assert.equal(await client.outline(), before);
  });

  test('requests that are not known, come too early or twice are answered with errors', async () => {
    assert.equal((await client.ask('copydesk/unknown')).error?.code, ErrorCodes.MethodNotFound);
    const again = { processId: null, rootUri: null, capabilities: {} };
    assert.equal((await client.ask('initialize', again)).error?.code, ErrorCodes.InvalidRequest);
    assert.match(await client.outline(), /Harbour Town/);
    const early = new RawClient();
    assert.ok((await early.ask('textDocument/hover', {})).error);
    early.process.kill('SIGKILL');
  });

  test('parameters of another shape are answered, and the next request is answered as ever', async () => {
    const before = await client.outline();
    const textDocument = { uri: URI };
    const position = { line: 1, character: 1 };
    const positions = [
      undefined,
      null,
      { line: -1, character: -9 },
      { line: 1e9, character: 1e9 },
      { line: 0.5 },
      'a',
    ];
    const asked = [
      ...positions.flatMap((each) =>
        ['hover', 'documentHighlight', 'completion'].map((what) =>
          client.ask(`textDocument/${what}`, { textDocument, position: each }),
        ),
      ),
      client.ask('textDocument/documentSymbol', null),
      client.ask('textDocument/documentSymbol', {}),
      client.ask('textDocument/foldingRange', { textDocument: { uri: 7 } }),
      client.ask('textDocument/selectionRange', { textDocument }),
      client.ask('textDocument/diagnostic', { textDocument: { uri: 'no uri' } }),
      client.ask('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: 'none' }),
      client.ask('textDocument/codeAction', {
        textDocument,
        range: { start: position, end: { line: -3, character: 0 } },
        context: { diagnostics: [{}, { range: null, data: { fixes: 3 } }] },
      }),
      client.ask('codeAction/resolve', { title: 'a', data: { uri: 5, code: [] } }),
      client.ask('copydesk/status', 'x'),
    ];
    for (const answer of await Promise.all(asked)) assert.ok('result' in answer || 'error' in answer);
    assert.equal(await client.outline(), before);
  });

  test('positions outside of the text select the file', async () => {
    const { result } = await client.ask('textDocument/selectionRange', {
      textDocument: { uri: URI },
      positions: [
        { line: -1, character: 0 },
        { line: 1e9, character: 3 },
      ],
    });
    const lines = LIBRARY_DUMP.split('\n').length;
    for (const [, line] of JSON.stringify(result).matchAll(/"line":(-?\d+)/g))
      assert.ok(Number(line) >= 0 && Number(line) < lines, line);
  });

  test('changes of what is not open, backwards, beyond the end and of no shape leave other documents alone', async () => {
    const before = await client.outline();
    const change = (uri: unknown, version: unknown, contentChanges: unknown) =>
      client.send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges },
      });
    change('file:///never.dump', 2, [{ text: 'a' }]);
    change('file:///never.dump', 1, null);
    client.send({ method: 'textDocument/didChange', params: {} });
    client.send({ method: 'textDocument/didClose', params: { textDocument: { uri: 'file:///never.dump' } } });
    assert.equal(await client.outline(), before);

    const end = { line: 1e6, character: 4 };
    change(URI, 5, [{ range: { start: end, end: { line: 1e6, character: 0 } }, text: '\n\nCopyright' }]);
    assert.match(await client.outline(), /Harbour Town/);
    // An older version and the same document opened again: the text that came last holds.
    change(URI, 2, [{ text: LIBRARY_DUMP }]);
    assert.equal(await client.outline(), before);
    client.open();
    assert.equal(await client.outline(), before);
    // The same version again, of another text.
    change(URI, 1, [{ text: LIBRARY_DUMP.replaceAll('Harbour Town', 'Border Town') }]);
    assert.match(await client.outline(), /Border Town/);
    client.open();
    assert.equal(await client.outline(), before);
  });

  test('a document that is closed while it is asked for is answered', async () => {
    const asked = client.ask('textDocument/documentSymbol', { textDocument: { uri: URI } });
    client.send({ method: 'textDocument/didClose', params: { textDocument: { uri: URI } } });
    assert.ok('result' in (await asked) || 'error' in (await asked));
    assert.equal(await client.outline(), 'null');
  });

  test('two servers serve two clients; one that is started anew gives the answers of the one that was killed', async () => {
    const before = await client.outline();
    const other = new RawClient();
    await other.start();
    assert.equal(await other.outline(), before);
    const gone = once(other.process, 'exit');
    other.process.kill('SIGKILL');
    await gone;
    assert.equal(await client.outline(), before);
    const anew = new RawClient();
    await anew.start();
    assert.equal(await anew.outline(), before);
    anew.process.kill('SIGKILL');
  });
});
