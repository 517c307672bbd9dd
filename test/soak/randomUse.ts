import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  CancellationTokenSource,
  CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  LSPErrorCodes,
  ResponseError,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { comparePositions } from '../../server/src/core/model/range';
import { EXPORT_FORMATS } from '../../server/src/protocol';
import { CONFIG_FILE } from '../../server/src/rules/configName';
import { generator } from '../../server/training/random';
import type { SoakServer } from './soakServer';

/** Documents that are open at once, at most. */
const MOST_OPEN = 40;
/** Pages of a large document. */
const MANY_PAGES = 30;

const CASES = join('test', 'fixtures', 'recognition');
const pages = readdirSync(CASES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(CASES, file), 'utf8'));

/** What people type, paste and leave out. */
const TYPED = [
  ...[
    'a',
    ' ',
    ' ,',
    '\n',
    '\r\n',
    '\r',
    '',
    '\ud83d',
    '\u00ad',
    '\0',
    '2025',
    'February 30, 2025',
    'Ã©',
    '&amp;',
  ],
  ...['More From X\n', 'the the ', '\f\n', '-----\n', '“'],
];

const SETTINGS_FILES = [
  '{}',
  '{ "rules": { "furniture": "off", "double-space": "warning" } }',
  '{ "rules": { "no-such-rule": "off" ',
  '{ "profiles": [{ "id": "harbour", "title": "Harbour", "lines": [{ "role": "metadata", "template": "Date: {published:d MMMM yyyy}", "signature": 1 }] }] }',
  '{ "ignores": [{ "rule": "double-space", "quote": { "exact": "a  b" } }], "files": [{ "file": "**/1*.dump", "profile": "none" }] }',
];

const ASKED = [
  ...['diagnostic', 'documentSymbol', 'foldingRange', 'hover', 'codeLens', 'inlayHint', 'selectionRange'],
  ...['documentHighlight', 'documentLink', 'completion', 'semanticTokens/full', 'semanticTokens/range'],
].map((name) => `textDocument/${name}`);

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
].map((name) => `copydesk/${name}`);

/** What was done so far. */
export interface Done {
  readonly steps: number;
  readonly opened: number;
  readonly open: number;
  readonly answered: number;
  /** Requests that were answered as cancelled, all of which had been. */
  readonly cancelled: number;
  /** Requests that were answered with an error. */
  readonly refused: number;
  /** Times that an open document was answered for otherwise than a new one of the same text. */
  readonly differing: number;
}

/** One person after another who opens, edits, asks, changes settings, and closes. The same seed does the same. */
export class RandomUse {
  readonly #server: SoakServer;
  readonly #folder: string;
  readonly #random: () => number;
  readonly #open: TextDocument[] = [];
  readonly #done = { steps: 0, opened: 0, answered: 0, cancelled: 0, refused: 0, differing: 0 };

  /** @param folder path of the workspace's folder; it holds a settings file, which is changed */
  constructor(server: SoakServer, folder: string, seed: number) {
    this.#server = server;
    this.#folder = folder;
    this.#random = generator(seed);
  }

  get done(): Done {
    return { ...this.#done, open: this.#open.length };
  }

  async step(): Promise<void> {
    this.#done.steps++;
    const dice = this.#random();
    const document = this.#pick(this.#open);
    if (!document || (dice < 0.05 && this.#open.length < MOST_OPEN)) await this.#openOne();
    else if (dice < 0.09) await this.#close(Math.floor(this.#random() * this.#open.length));
    else if (dice < 0.45) await this.#edit(document);
    else if (dice < 0.455) await this.#tell('workspace/didChangeConfiguration', { settings: null });
    else if (dice < 0.458) await this.#changeSettingsFile();
    else if (dice < 0.46) await this.#typeInSettingsFile();
    else if (dice < 0.5) await this.#fix(document);
    else await this.#ask(document);
  }

  /** Compares what is known of the open documents with what is found in a new one of the same text. */
  async compare(): Promise<void> {
    for (const document of this.#open) {
      const own = await this.#request('textDocument/foldingRange', { textDocument: { uri: document.uri } });
      const textDocument = { uri: document.uri.replace('.dump', '.copy.dump') };
      await this.#tell('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId: 'article-dump', version: 1, text: document.getText() },
      });
      const fresh = await this.#request('textDocument/foldingRange', { textDocument });
      await this.#tell('textDocument/didClose', { textDocument });
      if (own === null || JSON.stringify(own) !== JSON.stringify(fresh)) {
        this.#done.differing++;
        console.error(`${document.uri} differs: ${JSON.stringify(document.getText())}`);
      }
    }
  }

  /** Opens each page so many times, one after another, asks of it what an editor asks at once, and closes it again. */
  async leaf(times: number): Promise<void> {
    const asked = ['diagnostic', 'documentSymbol', 'foldingRange', 'semanticTokens/full', 'codeLens'];
    for (let time = 0; time < times; time++) {
      for (const page of pages) {
        const document = await this.#openNew(page);
        const textDocument = { uri: document.uri };
        await Promise.all(asked.map((name) => this.#request(`textDocument/${name}`, { textDocument })));
        await this.#close(this.#open.indexOf(document));
      }
    }
  }

  async closeAll(): Promise<void> {
    while (this.#open.length > 0) await this.#close(0);
  }

  async #openOne(): Promise<void> {
    const count = this.#random() < 0.8 ? 1 : MANY_PAGES;
    await this.#openNew(Array.from({ length: count }, () => this.#pick(pages) ?? '').join('\f\n'));
  }

  async #openNew(text: string): Promise<TextDocument> {
    const uri = this.#uriOf(`${this.#done.opened++}.dump`);
    const document = TextDocument.create(uri, 'article-dump', 1, text);
    this.#open.push(document);
    await this.#tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'article-dump', version: 1, text },
    });
    return document;
  }

  async #close(at: number): Promise<void> {
    const [document] = this.#open.splice(at, 1);
    if (document) await this.#tell('textDocument/didClose', { textDocument: { uri: document.uri } });
  }

  async #edit(document: TextDocument): Promise<void> {
    const start = this.#position(document);
    const end = { line: start.line, character: start.character + Math.floor(this.#random() * 6) };
    await this.#change(document, [{ range: { start, end }, newText: this.#pick(TYPED) ?? '' }]);
  }

  async #change(document: TextDocument, edits: readonly TextEdit[]): Promise<void> {
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(document, contentChanges, document.version + 1);
    const textDocument = { uri: document.uri, version: document.version };
    await this.#tell('textDocument/didChange', { textDocument, contentChanges });
  }

  /** Writes another settings file, as a person in another program would. */
  async #changeSettingsFile(): Promise<void> {
    writeFileSync(join(this.#folder, CONFIG_FILE), this.#pick(SETTINGS_FILES) ?? '');
    await this.#tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.#uriOf(CONFIG_FILE), type: 2 }],
    });
  }

  async #typeInSettingsFile(): Promise<void> {
    const textDocument = { uri: this.#uriOf(CONFIG_FILE) };
    const text = this.#pick(SETTINGS_FILES) ?? '';
    await this.#tell('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'jsonc', version: 1, text },
    });
    const position = { line: 0, character: Math.floor(this.#random() * text.length) };
    await this.#tell('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ range: { start: position, end: position }, text: this.#pick(TYPED) ?? '' }],
    });
    for (const method of ['hover', 'completion', 'diagnostic'])
      await this.#request(`textDocument/${method}`, { textDocument, position });
    await this.#tell('textDocument/didClose', { textDocument });
  }

  /** Mends what can be mended, one kind or all of it. */
  async #fix(document: TextDocument): Promise<void> {
    const { version } = document;
    const range = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
    const params = { textDocument: { uri: document.uri }, range, context: { diagnostics: [] } };
    const actions = await this.#count(this.#server.connection.sendRequest(CodeActionRequest.type, params));
    const action = this.#pick((actions ?? []).filter(CodeAction.is));
    if (!action) return;
    const resolved = await this.#count(
      this.#server.connection.sendRequest(CodeActionResolveRequest.type, action),
    );
    const edits = resolved ? editsFromLast(resolved, document.uri) : [];
    if (document.version === version && edits.length > 0) await this.#change(document, edits);
  }

  async #ask(document: TextDocument): Promise<void> {
    const position = this.#position(document);
    const method = this.#pick(this.#random() < 0.8 ? ASKED : OWN) ?? '';
    const params = {
      textDocument: { uri: document.uri },
      uri: document.uri,
      position,
      line: position.line,
      positions: [position],
      range: { start: position, end: { line: position.line + 30, character: 0 } },
      format: this.#pick(EXPORT_FORMATS),
      role: this.#pick(['headline', 'paragraph', null]),
      scope: this.#pick(['line', 'text']),
      profile: this.#pick(['none', null]),
    };
    const dice = this.#random();
    if (dice < 0.8) await this.#request(method, params);
    // Some answers nobody waits for, as when a person goes on typing, and some are cancelled.
    else if (dice < 0.9) void this.#request(method, params);
    else {
      const source = new CancellationTokenSource();
      const answer = this.#request(method, params, source.token);
      source.cancel();
      await answer;
    }
  }

  #request(method: string, params: object, token?: CancellationToken): Promise<unknown> {
    const { connection } = this.#server;
    const asked = token
      ? connection.sendRequest<unknown>(method, params, token)
      : connection.sendRequest<unknown>(method, params);
    return this.#count(asked, token);
  }

  /** The answer, null where there was none. */
  async #count<T>(asked: Promise<T>, token?: CancellationToken): Promise<T | null> {
    try {
      const answer = await asked;
      this.#done.answered++;
      return answer;
    } catch (error) {
      const isCancelled = error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
      if (isCancelled && token) this.#done.cancelled++;
      else {
        this.#done.refused++;
        console.error(error);
      }
      return null;
    }
  }

  async #tell(method: string, params: object): Promise<void> {
    await this.#server.connection.sendNotification(method, params);
  }

  #position(document: TextDocument) {
    return {
      line: Math.floor(this.#random() * document.lineCount),
      character: Math.floor(this.#random() * 60),
    };
  }

  #uriOf(name: string): string {
    return pathToFileURL(join(this.#folder, name)).toString();
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#random() * list.length)];
  }
}

/** The edits that a code action makes in a document, from the last to the first, so that none moves the next one. */
function editsFromLast({ edit }: CodeAction, uri: string): readonly TextEdit[] {
  const own = (edit?.documentChanges ?? [])
    .filter(TextDocumentEdit.is)
    .filter((each) => each.textDocument.uri === uri);
  return own
    .flatMap(({ edits }) => edits.filter(TextEdit.is))
    .sort((a, b) => comparePositions(b.range.start, a.range.start));
}
