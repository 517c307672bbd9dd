import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkspaceEdit as LspWorkspaceEdit,
  State,
} from 'vscode-languageclient';
import { serially } from './serial';

/** The language server as the editor sees it: started on demand, restarted as often as wanted, one at a time. */
export class Server implements Disposable {
  readonly #create: () => BaseLanguageClient;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #renew = serially(() => this.#replace());
  #client: BaseLanguageClient | null = null;
  #wanted = false;
  #ready: Promise<void> = Promise.resolve();

  /** Fires when the server starts, runs, stops or fails. */
  readonly onDidChangeState = this.#changed.event;

  /** @param create Makes a client that was never started. */
  constructor(create: () => BaseLanguageClient, log: LogOutputChannel) {
    this.#create = create;
    this.#log = log;
  }

  /** Whether the server should run and does not, for it could not start or crashed too often. */
  get failed(): boolean {
    const state = this.#client?.state;
    return state === State.StartFailed || state === State.Stopped;
  }

  /** Starts the server unless that was done before. */
  start(): void {
    if (!this.#wanted) void this.restart();
  }

  /** Stops the server, if there is one, and starts a new one. Never throws: failures are logged and show in {@link failed}. */
  restart(): Promise<void> {
    this.#wanted = true;
    this.#ready = this.#renew();
    return this.#ready;
  }

  /** Asks the server, which is started if need be. Rejects where it does not run. */
  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    this.start();
    await this.#ready;
    if (this.#client === null) throw new Error('The server does not run.');
    return token
      ? this.#client.sendRequest<Result>(method, params, token)
      : this.#client.sendRequest<Result>(method, params);
  }

  /**
   * Makes an edit that the server answered with, saves the files that had no other changes, and tells the server of them:
   * watchers are late, and may miss a file that is new. Answers whether the edit could be made.
   */
  async apply(edit: LspWorkspaceEdit): Promise<boolean> {
    const client = this.#client;
    if (client === null) return false;
    const unsaved = new Set(
      workspace.textDocuments.flatMap(({ isDirty, uri }) => (isDirty ? [uri.toString()] : [])),
    );
    const made = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (!(await workspace.applyEdit(made))) return false;
    const uris = made.entries().map(([uri]) => uri);
    for (const uri of uris) {
      if (!unsaved.has(uri.toString())) await (await workspace.openTextDocument(uri)).save();
    }
    const changes = uris.map((uri) => ({ uri: uri.toString(), type: FileChangeType.Changed }));
    await client.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
    return true;
  }

  /** Stops the server for good. */
  async dispose(): Promise<void> {
    this.#wanted = false;
    await this.#renew();
    this.#changed.dispose();
  }

  async #replace(): Promise<void> {
    try {
      await this.#stop();
    } catch (error) {
      this.#log.warn('The server did not stop in order.', error);
    }
    if (!this.#wanted) return;
    const client = this.#create();
    this.#client = client;
    client.onDidChangeState(() => this.#changed.fire());
    try {
      await client.start();
    } catch (error) {
      this.#log.error('The server did not start.', error);
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    // A client that is starting, by itself after a crash, cannot be stopped until it has started.
    if (client?.state === State.Starting) await client.start();
    await client?.dispose();
  }
}
