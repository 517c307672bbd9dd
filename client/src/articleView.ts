import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { EXPORT, type ExportParams, type ExportResult } from '../../server/src/protocol';
import { dumpEditor } from './dumpEditor';
import { ARTICLE } from './language';
import { lineInArticle, lineInDump } from './scrolling';
import type { Server } from './server';

/** Scheme of the documents that show a dump's articles alone. */
export const ARTICLE_SCHEME = 'copydesk-article';

/** Milliseconds without an edit of a dump after which its articles are shown anew. */
const EDIT_PAUSE = 200;

/** Milliseconds in which the editor tells of a scroll that was made from here. */
const SCROLL_ECHO = 150;

/** Shows the articles of a dump beside it, without furniture: read-only, following edits and scrolling in step. */
export class ArticleView implements TextDocumentContentProvider, Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: readonly Disposable[];
  /** The line of the dump for each line of an article document, by that document's URI. */
  readonly #lines = new Map<string, readonly number[]>();
  #editPause: ReturnType<typeof setTimeout> | undefined;
  /** The editor that was scrolled from here, to which line, and until when all of its events are echoes. */
  #echo: { readonly editor: TextEditor; readonly line: number; readonly until: number } | null = null;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(ARTICLE_SCHEME, this),
      workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
    ];
  }

  dispose(): void {
    clearTimeout(this.#editPause);
    for (const each of this.#subscriptions) each.dispose();
  }

  /** Opens the articles of a dump beside it. */
  async show(): Promise<void> {
    const editor = await dumpEditor();
    if (editor === undefined) return;
    const opened = await workspace.openTextDocument(articleUri(editor.document.uri));
    const document = await languages.setTextDocumentLanguage(opened, ARTICLE);
    const article = await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    this.#follow(editor, article);
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const params: ExportParams = { uri: dumpUri(uri).toString(), format: 'text' };
    const result = await this.#server.request<ExportResult | null>(EXPORT, params, token);
    this.#lines.set(uri.toString(), result?.lines ?? []);
    if (result === null || result.text === '') return l10n.t('There is no article in this file.');
    return result.text;
  }

  #edited(document: TextDocument): void {
    const uri = articleUri(document.uri);
    const isShown = workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
    if (!isShown) this.#lines.delete(uri.toString());
    if (!this.#lines.has(uri.toString())) return;
    clearTimeout(this.#editPause);
    this.#editPause = setTimeout(() => this.#changed.fire(uri), EDIT_PAUSE);
  }

  #scrolled(editor: TextEditor): void {
    if (this.#isEcho(editor)) return;
    const { uri } = editor.document;
    const other = uri.scheme === ARTICLE_SCHEME ? dumpUri(uri) : articleUri(uri);
    const partner = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === other.toString(),
    );
    if (partner !== undefined) this.#follow(editor, partner);
  }

  /** Whether an editor scrolled because it was told to; on a busy machine it tells so late. */
  #isEcho(editor: TextEditor): boolean {
    if (this.#echo?.editor !== editor) return false;
    return Date.now() < this.#echo.until || editor.visibleRanges[0]?.start.line === this.#echo.line;
  }

  /** Scrolls an editor to what the other one shows first. */
  #follow(leader: TextEditor, follower: TextEditor): void {
    const first = leader.visibleRanges[0]?.start.line;
    const isArticle = leader.document.uri.scheme === ARTICLE_SCHEME;
    const lines = this.#lines.get((isArticle ? leader : follower).document.uri.toString());
    if (first === undefined || lines === undefined) return;
    const line = isArticle ? lineInDump(lines, first) : lineInArticle(lines, first);
    this.#echo = { editor: follower, line, until: Date.now() + SCROLL_ECHO };
    follower.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
  }
}

/** The document that shows the articles of a dump. */
export function articleUri(dump: Uri): Uri {
  const name = dump.path.slice(dump.path.lastIndexOf('/') + 1).replace(/\.(?:dump\.)?(?:txt|dump)$/, '');
  return Uri.from({
    scheme: ARTICLE_SCHEME,
    path: `/${l10n.t('{0} (article)', name)}`,
    query: dump.toString(),
  });
}

/** The dump whose articles a document shows. */
export function dumpUri(article: Uri): Uri {
  return Uri.parse(article.query, true);
}
