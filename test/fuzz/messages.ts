import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  Message,
  type ResponseMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/server';
import { VSCODE } from '../support/client';
import { LIBRARY_DUMP } from '../support/libraryDump';
import type { FuzzTarget } from './fuzz';

const URI = 'file:///corpus/library.dump';
const CONFIG = 'file:///corpus/.copydesk.json';

const place = { line: 6, character: 4 };
const textDocument = { uri: URI };
const range = { start: place, end: { line: 9, character: 2 } };

/** What one client says, a message a line. */
const HELLO = [
  asked('initialize', {
    processId: null,
    rootUri: 'file:///corpus',
    capabilities: VSCODE,
    initializationOptions: {
      readsFiles: true,
      showsStatus: true,
      hasCommands: true,
      ruleDocumentation: 'file:///docs',
    },
  }),
  told('initialized', {}),
  told('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'article-dump', version: 1, text: LIBRARY_DUMP },
  }),
].join('\n');

const ASKED = [
  ...['diagnostic', 'documentSymbol', 'foldingRange', 'hover', 'codeAction', 'codeLens', 'inlayHint'],
  ...['selectionRange', 'documentHighlight', 'documentLink', 'completion', 'semanticTokens/full'],
  ...['semanticTokens/range', 'semanticTokens/full/delta'],
].map((method) =>
  asked(`textDocument/${method}`, {
    textDocument,
    position: place,
    positions: [place],
    range,
    previousResultId: '1',
    context: { diagnostics: [], only: ['quickfix'] },
  }),
);

const OWN = [
  'summary',
  'fixes',
  'dateForms',
  'export',
  'lineRole',
  'setRole',
  'profiles',
  'setProfile',
  'draftProfile',
].map((method) =>
  asked(`copydesk/${method}`, {
    uri: URI,
    line: 6,
    format: 'markdown',
    role: 'headline',
    scope: 'text',
    profile: null,
  }),
);

const TOLD = [
  told('textDocument/didChange', {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [{ range, text: 'a\n' }],
  }),
  told('textDocument/didChange', {
    textDocument: { ...textDocument, version: 1 },
    contentChanges: [{ text: 'A title\n\nIt was so.\n' }],
  }),
  told('textDocument/didClose', { textDocument }),
  told('workspace/didChangeConfiguration', {
    settings: { copydesk: { rules: { furniture: 'off' }, maxFileSize: 1 } },
  }),
  told('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 1 }] }),
  told('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'file:///b', name: 'b' }], removed: [] },
  }),
  told('textDocument/didOpen', {
    textDocument: { uri: CONFIG, languageId: 'jsonc', version: 1, text: '{ "rules": { "x": 1 } }' },
  }),
  asked('codeAction/resolve', { title: 'a', data: { uri: URI, code: 'double-space' } }),
  told('$/cancelRequest', { id: 1 }),
  asked('shutdown', null),
];

/** Bodies of messages to a server, a line each: it goes on to answer whatever they are. */
export const messages: FuzzTarget = {
  name: 'messages',
  seeds: [
    [HELLO, ...ASKED].join('\n'),
    [HELLO, ...OWN].join('\n'),
    [HELLO, ...TOLD, ASKED[1]].join('\n'),
    '{}\n[]\nnull\n{"jsonrpc":"2.0","id":null,"method":7}\n{"jsonrpc":"2.0","id":1,"result":null}',
  ],
  words: [
    ...[
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\n',
      'null',
      'true',
      '-1',
      '1e9',
      '0.5',
      '"\\ud83d"',
      '[[[[',
      '"__proto__"',
    ],
    ...[
      '"id"',
      '"method"',
      '"params"',
      '"uri"',
      '"position"',
      '"line"',
      '"character"',
      '"range"',
      '"text"',
      '"version"',
    ],
    ...['"file:///"', '"file:///%"', '"untitled:a"', JSON.stringify(URI), JSON.stringify(CONFIG)],
    ...ASKED.map((message) => `\n${message}\n`),
    ...TOLD.map((message) => `\n${message}\n`),
  ],
  async run(text) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
    startServer((options) => createConnection(reader, writer, options), {
      defer: (task) => {
        setImmediate(task);
      },
      delay: (task) => {
        const timer = setImmediate(task);
        return { dispose: () => clearImmediate(timer) };
      },
      today: () => ({ year: 2026, month: 1, day: 1 }),
    });
    const answered = new Promise<ResponseMessage>((done) => {
      new StreamMessageReader(toClient).listen((message) => {
        if (Message.isResponse(message) && message.id === END) done(message);
        // The server waits for what it asks.
        else if (Message.isRequest(message))
          send(toServer, JSON.stringify({ jsonrpc: '2.0', id: message.id, result: null }));
      });
    });
    // Whoever says exit ends the process.
    for (const body of text.replaceAll('exit', 'leave').split('\n')) send(toServer, body);
    send(toServer, JSON.stringify({ jsonrpc: '2.0', id: END, method: 'copydesk/none' }));
    const over = new AbortController();
    const unhandled = once(process, 'unhandledRejection', { signal: over.signal }).then(([error]) =>
      Promise.reject(error),
    );
    const answer = await Promise.race([answered, unhandled]);
    over.abort();
    await unhandled.catch(() => {});
    assert.ok(answer.error);
  },
};

/** The id of the last request. */
const END = 'the end';

function send(to: PassThrough, body: string): void {
  to.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function asked(method: string, params: object | null): string {
  return JSON.stringify({ jsonrpc: '2.0', id: method, method, params });
}

function told(method: string, params: object): string {
  return JSON.stringify({ jsonrpc: '2.0', method, params });
}
