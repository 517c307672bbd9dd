import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createProtocolConnection,
  LogMessageNotification,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { generator } from '../../server/training/random';
import { VSCODE } from '../support/client';

// npm run soak -- [--minutes N] [--seed N]      Uses the shipped server at random, as many people would at once, and
// tells every minute what it did and how much memory the server holds.

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});

/** The server's heap, in megabytes: a server that keeps what it should not hits it. */
const HEAP = 200;
/** Documents that are open at once, at most. */
const MOST_OPEN = 40;

const CASES = join('test', 'fixtures', 'recognition');
const texts = readdirSync(CASES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(CASES, file), 'utf8'));

/** What a server asks of its client besides settings. */
const ASKED_OF_CLIENTS = [
  'client/registerCapability',
  'workspace/codeLens/refresh',
  'workspace/diagnostic/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
  'copydesk/readFile',
];

/** A document as the client has it. */
interface Opened {
  readonly uri: string;
  version: number;
  lineCount: number;
}

class Soak {
  readonly #random = generator(Number(values.seed));
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #open: Opened[] = [];
  #opened = 0;
  #done = 0;
  #logged = 0;

  constructor() {
    this.#process = spawn(process.execPath, [
      `--max-old-space-size=${HEAP}`,
      '--unhandled-rejections=strict',
      resolve('dist/server.js'),
      '--stdio',
    ]);
    this.#process.stderr.pipe(process.stderr);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => (this.#random() < 0.5 ? null : { codeLens: this.#random() < 0.5 })),
    );
    for (const method of ASKED_OF_CLIENTS) this.#connection.onRequest(method, () => null);
    this.#connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.#logged++;
      console.error(message);
    });
    this.#connection.listen();
  }

  async run(minutes: number): Promise<boolean> {
    let gone = false;
    this.#process.once('exit', () => {
      gone = true;
    });
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: VSCODE,
    });
    await this.#connection.sendNotification('initialized', {});
    for (let minute = 1; minute <= minutes && !gone; minute++) {
      const end = performance.now() + 60_000;
      while (performance.now() < end && !gone) await this.#step();
      console.log(this.#state(`minute ${minute}`));
    }
    while (this.#open.length > 0 && !gone) await this.#close();
    if (!gone) {
      await this.#connection.sendRequest('copydesk/none').catch(() => {});
      console.log(this.#state('all closed'));
      const exited = once(this.#process, 'exit');
      await this.#connection.sendRequest('shutdown');
      await this.#connection.sendNotification('exit');
      const [code] = await exited;
      gone = code !== 0;
    }
    return !gone && this.#logged === 0;
  }

  #state(when: string): string {
    return `${when}: ${this.#done} steps, ${this.#opened} documents opened, ${this.#open.length} open, ${residentMegabytes(this.#process.pid)} MB, ${this.#logged} errors`;
  }

  async #step(): Promise<void> {
    this.#done++;
    const dice = this.#random();
    const document = this.#pick(this.#open);
    if (!document || (dice < 0.05 && this.#open.length < MOST_OPEN)) await this.#openOne();
    else if (dice < 0.09) await this.#close();
    else if (dice < 0.5) await this.#edit(document);
    else if (dice < 0.51) await this.#connection.sendNotification('workspace/didChangeConfiguration', {});
    else await this.#ask(document);
  }

  async #openOne(): Promise<void> {
    const count = this.#random() < 0.8 ? 1 : 30;
    const text = Array.from({ length: count }, () => this.#pick(texts) ?? '').join('\f\n');
    const uri = `file:///soak/${this.#opened++}.dump`;
    this.#open.push({ uri, version: 1, lineCount: text.split('\n').length });
    const textDocument = { uri, languageId: 'article-dump', version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async #close(): Promise<void> {
    const [document] = this.#open.splice(Math.floor(this.#random() * this.#open.length), 1);
    if (!document) return;
    const textDocument = { uri: document.uri };
    await this.#connection.sendNotification('textDocument/didClose', { textDocument });
  }

  async #edit(document: Opened): Promise<void> {
    const from = this.#position(document);
    const until = { line: from.line, character: from.character + Math.floor(this.#random() * 6) };
    const text =
      this.#pick(['a', ' ', '\n', ' ,', '2025', 'February 30, 2025', '', '\ud83d', 'More From X\n']) ?? '';
    document.version++;
    document.lineCount += text.split('\n').length - 1;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: [{ range: { start: from, end: until }, text }],
    });
  }

  async #ask(document: Opened): Promise<void> {
    const textDocument = { uri: document.uri };
    const position = this.#position(document);
    const range = { start: position, end: { line: position.line + 30, character: 0 } };
    const method = this.#pick([
      'diagnostic',
      'documentSymbol',
      'foldingRange',
      'hover',
      'codeAction',
      'codeLens',
      'inlayHint',
      'selectionRange',
      'documentHighlight',
      'documentLink',
      'completion',
      'semanticTokens/full',
    ]);
    const answer = this.#connection.sendRequest(`textDocument/${method}`, {
      textDocument,
      position,
      positions: [position],
      range,
      context: { diagnostics: [] },
    });
    // Some answers nobody waits for, as when a person goes on typing.
    const known = answer.catch(() => {});
    if (this.#random() < 0.8) await known;
  }

  #position(document: Opened) {
    return {
      line: Math.floor(this.#random() * document.lineCount),
      character: Math.floor(this.#random() * 60),
    };
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random() * list.length)];
  }
}

/** Memory that a process holds, where the system tells it (Linux). */
function residentMegabytes(pid: number | undefined): string {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? '?' : (Number(kilobytes) / 1024).toFixed(0);
  } catch {
    return '?';
  }
}

void new Soak().run(Number(values.minutes)).then((isSound) => {
  process.exitCode = isSound ? 0 : 1;
});
