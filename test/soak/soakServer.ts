import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  createProtocolConnection,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { VSCODE } from '../support/client';

/** What the server holds, in bytes. */
export interface Held {
  /** What its JavaScript holds once nothing is left to let go. */
  readonly heap: number;
  /** What of it is in memory; 0 where the system does not tell (it is Linux that does). */
  readonly resident: number;
}

/** What a server asks of its client besides settings. */
const ASKED_OF_CLIENTS = [
  'client/registerCapability',
  'workspace/codeLens/refresh',
  'workspace/diagnostic/refresh',
  'workspace/foldingRange/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
];

/** The shipped server in a process of its own, whose memory is bounded and measured. */
export class SoakServer {
  readonly connection: ProtocolConnection;
  /** Errors that it logged: of the requests that it could not answer. */
  errors = 0;
  /** Whether its process ended without being asked to. */
  isGone = false;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #told = new EventEmitter();

  /**
   * @param megabytes The most that its heap may grow to: one that keeps what it should not ends there.
   * @param settings The `copydesk` section of the settings, asked for again and again.
   */
  constructor(megabytes: number, settings: () => unknown) {
    this.#process = spawn(process.execPath, [
      `--max-old-space-size=${megabytes}`,
      '--unhandled-rejections=strict',
      ...['--expose-gc', '--require', resolve('out/test/perf/memory.js')],
      ...[resolve('dist/server.js'), '--stdio'],
    ]);
    this.#process.once('exit', () => {
      this.isGone = true;
      this.#told.emit('memory', null);
    });
    this.#process.stderr.on('data', (data) => this.#hear(String(data)));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(settings));
    for (const method of ASKED_OF_CLIENTS) this.connection.onRequest(method, () => null);
    this.connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type !== MessageType.Error) return;
      this.errors++;
      console.error(message);
    });
    this.connection.listen();
  }

  /** @param folder path of the workspace's folder */
  async start(folder: string): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'soak' }],
      capabilities: VSCODE,
      initializationOptions: { showsStatus: true, hasCommands: true },
    });
    this.connection.onUnhandledNotification(() => {});
    await this.connection.sendNotification('initialized', {});
  }

  /** What it holds, told once it has done what it was asked before; null where it is gone. */
  async held(): Promise<Held | null> {
    await this.connection.sendRequest('copydesk/none').catch(() => {});
    if (this.isGone) return null;
    this.#process.kill('SIGUSR2');
    const [heap]: (number | null)[] = await once(this.#told, 'memory');
    return typeof heap === 'number' ? { heap, resident: this.#resident() } : null;
  }

  /** @returns whether it ended as it should */
  async stop(): Promise<boolean> {
    if (this.isGone) return false;
    const exited = once(this.#process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await exited;
    return code === 0;
  }

  #hear(said: string): void {
    const used = /"used":(\d+)/.exec(said)?.[1];
    if (used === undefined) console.error(said);
    else this.#told.emit('memory', Number(used));
  }

  #resident(): number {
    if (process.platform !== 'linux') return 0;
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  }
}
