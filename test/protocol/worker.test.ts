import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { WORKER_DATA, workerScript } from '../../client/src/workerScript';
import { gazetteDump } from '../support/gazetteDump';
import { LIBRARY_DUMP } from '../support/libraryDump';

interface Message {
  readonly jsonrpc?: string;
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What the server uses of a Worker's global scope. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Message }) => void) | null;
  addEventListener(): void;
  postMessage(message: Message): void;
}

/** The bundle for the web as it is shipped, in a world that has what a Worker has and nothing of Node. */
function startWorker(): {
  ask(method: string, params: unknown): Promise<unknown>;
  tell(method: string, params: unknown): void;
} {
  const waiting = new Map<number, (result: unknown) => void>();
  const self: WorkerScope = {
    onmessage: null,
    addEventListener: () => {},
    postMessage: ({ id, result }) => {
      if (id !== undefined) waiting.get(id)?.(result);
    },
  };
  const world = { self, setTimeout, clearTimeout, console, TextEncoder, TextDecoder, performance, Intl };
  const read = (name: string): string => readFileSync(`dist/${name}`, 'utf8');
  runInNewContext(workerScript(read('server.browser.js'), WORKER_DATA.map(read)).join(''), world);
  const send = (message: Message) => self.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  let count = 0;
  return {
    ask: (method, params) =>
      new Promise((resolve) => {
        const id = ++count;
        waiting.set(id, resolve);
        send({ id, method, params });
      }),
    tell: (method, params) => send({ method, params }),
  };
}

test('the server of the web answers in a Worker', async () => {
  const { ask, tell } = startWorker();
  const textDocument = { uri: 'vscode-vfs://host/library.dump' };
  const hello = await ask('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  assert.match(JSON.stringify(hello), /"name":"Copydesk"/);
  tell('initialized', {});
  tell('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'article-dump', version: 1, text: LIBRARY_DUMP },
  });
  assert.match(
    JSON.stringify(await ask('textDocument/diagnostic', { textDocument })),
    /space-before-punctuation/,
  );
  assert.match(JSON.stringify(await ask('textDocument/foldingRange', { textDocument })), /"comment"/);

  const gazette = { uri: 'vscode-vfs://host/gazette.dump' };
  tell('textDocument/didOpen', {
    textDocument: {
      ...gazette,
      languageId: 'article-dump',
      version: 1,
      text: gazetteDump('5 March 2024'),
    },
  });
  const outline = await ask('textDocument/documentSymbol', { textDocument: gazette });
  assert.match(
    JSON.stringify(outline),
    /Town Hall Clock Strikes Again/,
    'a site without a profile, by the model',
  );
});
