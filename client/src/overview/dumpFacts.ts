import {
  type CancellationToken,
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { type DocumentParams, SUMMARY, type SummaryResult } from '../../../server/src/protocol';
import type { Detector } from '../detector';
import { CANDIDATES, candidates, languageOf, MOST_FILES } from '../dumpFiles';
import { DUMP, PLAIN_TEXT } from '../language';
import type { Server } from '../server';

/** How many files are asked about at a time: enough to keep the server at work, and not to keep it from the editor. */
const AT_A_TIME = 2;

/** Milliseconds without an edit of an open dump after which it is summed up again. */
const EDIT_PAUSE = 800;

const NEVER = new CancellationTokenSource().token;

/** How far looking at the workspace has come. */
export interface Progress {
  readonly looked: number;
  readonly files: number;
}

/** What is known of the dumps of the workspace. Looks at nothing before it is asked to, and then keeps up with changes. */
export class DumpFacts implements Disposable {
  readonly #server: Server;
  readonly #detector: Detector;
  readonly #log: LogOutputChannel;
  readonly #summaries = new Map<string, { readonly uri: Uri; readonly summary: SummaryResult }>();
  readonly #changed = new EventEmitter<Uri | undefined>();
  readonly #subscriptions: Disposable[] = [this.#changed];
  readonly #edited = new Map<string, Uri>();
  #editPause: ReturnType<typeof setTimeout> | undefined;
  #scan: { readonly source: CancellationTokenSource; readonly done: Promise<void> } | null = null;
  #progress: Progress = { looked: 0, files: 0 };
  #isFollowing = false;

  /** Fires when something became known: of the file, or of many. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, detector: Detector, log: LogOutputChannel) {
    this.#server = server;
    this.#detector = detector;
    this.#log = log;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Whether there are more files than are looked at. */
  get isBounded(): boolean {
    return this.#progress.files >= MOST_FILES;
  }

  /** The dumps that are known by now. */
  get all(): readonly { readonly uri: Uri; readonly summary: SummaryResult }[] {
    return [...this.#summaries.values()];
  }

  of(uri: Uri): SummaryResult | undefined {
    return this.#summaries.get(uri.toString())?.summary;
  }

  /**
   * Looks at all files of the workspace once more; resolves when that is done or was cancelled, and where another look has
   * taken its place, with that one.
   */
  scan(): Promise<void> {
    this.#scan?.source.cancel();
    const source = new CancellationTokenSource();
    const done = this.#look(source.token)
      .finally(() => source.dispose())
      .then(() => (this.#scan?.source === source ? undefined : this.#scan?.done));
    this.#scan = { source, done };
    this.#follow();
    return done;
  }

  /** The first look at the workspace, which is begun where it was not. */
  ready(): Promise<void> {
    return this.#scan?.done ?? this.scan();
  }

  cancel(): void {
    this.#scan?.source.cancel();
  }

  dispose(): void {
    clearTimeout(this.#editPause);
    this.cancel();
    for (const each of this.#subscriptions) each.dispose();
  }

  async #look(token: CancellationToken): Promise<void> {
    const files = await candidates(token);
    const there = new Set(files.map(String));
    for (const uri of this.#summaries.keys()) if (!there.has(uri)) this.#summaries.delete(uri);
    this.#progress = { looked: 0, files: files.length };
    const waiting = files.values();
    const work = async (): Promise<void> => {
      for (const uri of waiting) {
        if (token.isCancellationRequested) return;
        await this.#sumUp(uri, token);
        this.#progress = { ...this.#progress, looked: this.#progress.looked + 1 };
        this.#changed.fire(uri);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    this.#changed.fire(undefined);
  }

  async #sumUp(uri: Uri, token?: CancellationToken): Promise<void> {
    const choice = this.#detector.choiceOf(uri);
    const params: DocumentParams = {
      uri: uri.toString(),
      ...(choice === DUMP ? { languageId: DUMP } : languageOf(uri)),
    };
    try {
      const summary =
        choice === PLAIN_TEXT
          ? null
          : await this.#server.request<SummaryResult | null>(SUMMARY, params, token);
      if (token?.isCancellationRequested) return;
      if (summary === null) this.#summaries.delete(uri.toString());
      else this.#summaries.set(uri.toString(), { uri, summary });
    } catch (error) {
      if (!token?.isCancellationRequested) this.#log.warn(`${uri.toString()} could not be summed up.`, error);
    }
  }

  /** Keeps up with files that change, on disk and in the editor. */
  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const watcher = workspace.createFileSystemWatcher(CANDIDATES);
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate((uri) => this.#renewSoon(uri)),
      watcher.onDidChange((uri) => this.#renewSoon(uri)),
      watcher.onDidDelete((uri) => {
        if (this.#summaries.delete(uri.toString())) this.#changed.fire(uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#documentChanged(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('copydesk')) void this.scan();
      }),
    );
  }

  #documentChanged({ uri }: TextDocument): void {
    if (this.#summaries.has(uri.toString())) this.#renewSoon(uri);
  }

  #renewSoon(uri: Uri): void {
    this.#edited.set(uri.toString(), uri);
    clearTimeout(this.#editPause);
    this.#editPause = setTimeout(() => void this.#renew(), EDIT_PAUSE);
  }

  async #renew(): Promise<void> {
    const uris = [...this.#edited.values()];
    this.#edited.clear();
    const isKnown = (uri: Uri): boolean => this.#summaries.has(uri.toString());
    // Watchers tell of excluded files, too.
    const listed = uris.every(isKnown) ? null : new Set((await candidates(NEVER)).map(String));
    for (const uri of uris) {
      if (listed !== null && !listed.has(uri.toString()) && !isKnown(uri)) continue;
      await this.#sumUp(uri);
      this.#changed.fire(uri);
    }
  }
}
