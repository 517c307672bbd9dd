import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { READ_FILE, type ReadFileParams, STATUS, type StatusParams } from '../../server/src/protocol';
import type { Runtime } from '../../server/src/runtime';
import { startServer } from '../../server/src/server';

/** What a test's client is like. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** BCP 47 tag of the language that its person reads. */
  readonly locale?: string;
  /** URIs of workspace folders. */
  readonly folders?: readonly string[];
  /** The `copydesk` section of the settings, for each URI. */
  readonly settings?: (uri: string) => unknown;
  /** Texts of files by URI: read through the client if it says that it reads files, else through the runtime. */
  readonly files?: ReadonlyMap<string, string>;
  readonly runtime?: Partial<Runtime>;
}

/** What VS Code announces, as far as the server cares. */
export const VSCODE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    },
  },
};

/** A client and its server in one process, over streams in memory. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly logged: string[] = [];
  readonly statuses: StatusParams[] = [];
  readonly registrations: Registration[] = [];
  readonly filesRead: string[] = [];
  /** Emits `diagnostics`, `refresh` and `registered` as they come from the server. */
  readonly events = new EventEmitter();
  readonly #options: ClientOptions;
  #settings: (uri: string) => unknown;

  private constructor(options: ClientOptions) {
    this.#options = options;
    this.#settings = options.settings ?? (() => null);
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
    startServer((strategy) => createConnection(reader, writer, strategy), {
      ...this.#runtime(),
      ...options.runtime,
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.#answer();
    this.connection.listen();
  }

  /** Starts a server and says hello to it. */
  static async start(options: ClientOptions = {}): Promise<{ client: TestClient; hello: InitializeResult }> {
    const client = new TestClient(options);
    const hello = await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions,
      ...(options.locale !== undefined && { locale: options.locale }),
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return { client, hello };
  }

  async open(uri: string, text: string, languageId = 'article-dump'): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Pulls the diagnostics of a document. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The codes of the diagnostics that a pull brings. */
  async codes(uri: string): Promise<readonly unknown[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map(({ code }) => code) : assertNever(report.kind);
  }

  /** The next diagnostics that are pushed. */
  async pushed(): Promise<PublishDiagnosticsParams> {
    const [params] = await once(this.events, 'diagnostics');
    return params;
  }

  /** Changes what the server gets when it asks for settings; it must be told by itself. */
  set settings(settings: (uri: string) => unknown) {
    this.#settings = settings;
  }

  dispose(): void {
    this.connection.dispose();
  }

  #runtime(): Runtime {
    return {
      defer: (task) => {
        setImmediate(task);
      },
      // Tests do not wait for people to stop typing.
      delay: (task) => {
        const timer = setTimeout(task, 0);
        return { dispose: () => clearTimeout(timer) };
      },
      today: () => ({ year: 2026, month: 1, day: 1 }),
      readFile: async (uri) => this.#options.files?.get(uri) ?? null,
    };
  }

  #answer(): void {
    const { connection, events } = this;
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => this.#settings(scopeUri ?? '')),
    );
    connection.onRequest(READ_FILE, ({ uri }: ReadFileParams) => {
      this.filesRead.push(uri);
      return { text: this.#options.files?.get(uri) ?? null };
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
      events.emit('registered');
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      events.emit('refresh');
    });
    connection.onRequest(SemanticTokensRefreshRequest.type, () => {});
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    connection.onNotification(STATUS, (status: StatusParams) => {
      this.statuses.push(status);
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      events.emit('diagnostics', params);
    });
  }
}

function assertNever(kind: string): never {
  throw new Error(`A full report was expected, not an ${kind} one.`);
}
