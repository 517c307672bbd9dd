import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticParams,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

/** How a server is started. */
export interface ServerCommand {
  readonly name: string;
  /** Its script, and the arguments of that. */
  readonly command: readonly string[];
}

/** Bytes that a process needs. */
export interface Memory {
  /** What was most of it in memory at a time; null where the system does not tell. */
  readonly peak: number | null;
  /** What its JavaScript holds once nothing is left to let go. */
  readonly used: number;
}

/** A server in a process of its own, over stdio, and the editor's side of the talk. Times are milliseconds. */
export class MeasuredServer {
  readonly name: string;
  readonly connection: ProtocolConnection;
  /** From the start of the process to the answer to `initialize`. */
  readonly startTime: number;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #version = 1;
  #lastReport: string | undefined;

  private constructor(
    name: string,
    child: ChildProcessByStdio<Writable, Readable, Readable>,
    connection: ProtocolConnection,
    startTime: number,
  ) {
    this.name = name;
    this.#child = child;
    this.connection = connection;
    this.startTime = startTime;
  }

  static async start({ name, command }: ServerCommand): Promise<MeasuredServer> {
    const begin = performance.now();
    const options = ['--expose-gc', '--require', join(__dirname, 'memory.js')];
    const child = spawn(process.execPath, [...options, ...command], { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onUnhandledNotification(() => {});
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: EDITOR,
      workspaceFolders: null,
    });
    const startTime = performance.now() - begin;
    await connection.sendNotification(InitializedNotification.type, {});
    return new MeasuredServer(name, child, connection, startTime);
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.#version = 1;
    this.#lastReport = undefined;
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version: ++this.#version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async diagnostics(uri: string): Promise<number> {
    const report = await this.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      this.asksDiagnostics(uri),
    );
    this.#lastReport = report.resultId;
    return report.kind === 'full' ? report.items.length : 0;
  }

  /** What an editor asks: the diagnostics, or that they are still those that it was told last. */
  asksDiagnostics(uri: string): DocumentDiagnosticParams {
    return {
      textDocument: { uri },
      ...(this.#lastReport !== undefined && { previousResultId: this.#lastReport }),
    };
  }

  async memory(): Promise<Memory> {
    this.#child.kill('SIGUSR2');
    const [line] = await once(this.#child.stderr, 'data');
    const { used } = JSON.parse(String(line));
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(this.#procFile('status'))?.[1];
    return { peak: peak === undefined ? null : Number(peak) * 1024, used: Number(used) };
  }

  /** Seconds of processor time that it has used; null where the system does not tell. */
  cpuSeconds(): number | null {
    const fields = this.#procFile('stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [user, system] = [fields[11], fields[12]];
    // Ticks of a hundredth of a second on every Linux.
    return user === undefined || system === undefined ? null : (Number(user) + Number(system)) / 100;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await ended;
    this.connection.dispose();
  }

  #procFile(name: string): string {
    if (process.platform !== 'linux') return '';
    return readFileSync(`/proc/${this.#child.pid}/${name}`, 'utf8');
  }
}

/** What an editor announces that asks for diagnostics. */
const EDITOR: ClientCapabilities = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};
