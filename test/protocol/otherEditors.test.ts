import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { before, describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  MarkupContent,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/rules/edits';
import { assertBuilt, CommandFolder, PROGRAM } from '../support/commandLine';
import { LIBRARY_DUMP } from '../support/libraryDump';
import { OTHER_EDITORS, type OtherEditor } from '../support/otherEditors';

const README = readFileSync('README.md', 'utf8');

/** A character of two UTF-16 units and four bytes before a finding: who counts otherwise misses the place. */
const TEXT = LIBRARY_DUMP.replace('The new library', 'The new \u{1F4DA} library');

const SETTINGS = { rules: { 'split-ordinal': 'off' } };

before(assertBuilt);

/** The section of the README with an editor's recipe. */
function recipe({ name }: OtherEditor): string {
  const [, section] = new RegExp(`^### ${name}\\b.*\\n([\\s\\S]*?)(?=^##)`, 'm').exec(README) ?? [];
  return section ?? assert.fail(`the README has a recipe for ${name}`);
}

/** The arguments with which a recipe starts the program, in whatever language the recipe is. */
function argumentsOf(text: string): readonly string[] {
  const [, after] = /["']copydesk["']([\s\S]*?["']--stdio["'])/.exec(text) ?? [];
  return Array.from((after ?? '').matchAll(/["'](lsp|--stdio)["']/g), ([, word = '']) => word);
}

/** A session as an editor has it under the README's recipe, in a folder of its own. */
class Session {
  readonly uri: string;
  readonly #editor: OtherEditor;
  readonly #connection: ProtocolConnection;
  readonly #exited: Promise<unknown>;
  #version = 0;
  #text = '';
  #pushed: { readonly version: number | undefined; readonly diagnostics: readonly Diagnostic[] } | null =
    null;
  #tell: () => void = () => {};

  private constructor(context: TestContext, editor: OtherEditor, folder: CommandFolder) {
    this.#editor = editor;
    this.uri = pathToFileURL(folder.file('library.dump')).toString();
    const child = spawn(process.execPath, [PROGRAM, ...argumentsOf(recipe(editor))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // A server that a failed test leaves behind would keep this process from ending.
    context.after(() => child.kill('SIGKILL'));
    this.#exited = once(child, 'exit');
    this.#connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#listen();
  }

  static async start(context: TestContext, editor: OtherEditor): Promise<Session> {
    const folder = await CommandFolder.create(context);
    const session = new Session(context, editor, folder);
    const uri = pathToFileURL(folder.path).toString();
    const { capabilities } = await session.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'dumps' }],
      capabilities: editor.capabilities,
    });
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.equal(capabilities.diagnosticProvider !== undefined, editor.diagnostics === 'pulled');
    await session.#connection.sendNotification(InitializedNotification.type, {});
    if (editor.sendsSettings) {
      const settings = { copydesk: SETTINGS };
      await session.#connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    }
    return session;
  }

  /** Opens the dump, or changes it by edits of its text. */
  async show(edits: readonly TextEdit[] | null): Promise<void> {
    this.#version += 1;
    const version = this.#version;
    if (edits === null) {
      this.#text = TEXT;
      const { languageId } = this.#editor;
      const textDocument = { uri: this.uri, languageId, version, text: TEXT };
      await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return;
    }
    this.#text = applyEdits(this.#text, edits);
    const contentChanges = edits.toReversed().map(({ range, newText }) => ({ range, text: newText }));
    const textDocument = { uri: this.uri, version };
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  get text(): string {
    return this.#text;
  }

  /** The diagnostics of the text as it is now, in the editor's way. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    if (this.#editor.diagnostics === 'pulled') {
      const textDocument = { uri: this.uri };
      const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      return report.kind === 'full' ? report.items : assert.fail('a full report');
    }
    while (this.#pushed?.version !== this.#version) {
      await new Promise<void>((told) => {
        this.#tell = told;
      });
    }
    return this.#pushed.diagnostics;
  }

  async headlines(): Promise<readonly string[]> {
    const textDocument = { uri: this.uri };
    const symbols = await this.#connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const isTree = this.#editor.capabilities.textDocument?.documentSymbol !== undefined;
    return (symbols ?? []).map((symbol) => {
      assert.equal('location' in symbol, !isTree, 'flat where it takes no tree');
      return symbol.name;
    });
  }

  async hover(words: string): Promise<MarkupContent> {
    const [before = ''] = this.#text.split(words);
    const line = before.split('\n').length - 1;
    const position = { line, character: 1 };
    const textDocument = { uri: this.uri };
    const hover = await this.#connection.sendRequest(HoverRequest.type, { textDocument, position });
    assert.ok(hover && MarkupContent.is(hover.contents));
    return hover.contents;
  }

  /** What the editor's own choice at a finding would change. */
  async fix(finding: Diagnostic): Promise<readonly TextEdit[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri },
      range: finding.range,
      context: { diagnostics: this.#editor.returnsDiagnostics ? [finding] : [] },
    });
    const [preferred] = (actions ?? []).filter(
      (action): action is CodeAction => 'isPreferred' in action && action.isPreferred === true,
    );
    assert.ok(preferred, 'an action that is preferred');
    const { edit } =
      preferred.edit === undefined
        ? await this.#connection.sendRequest(CodeActionResolveRequest.type, preferred)
        : preferred;
    const changed = edit?.documentChanges?.filter(TextDocumentEdit.is) ?? [];
    const edits = edit?.changes?.[this.uri] ?? changed.flatMap(({ edits }) => edits);
    return edits.map((each) => ('newText' in each ? each : assert.fail('no snippets')));
  }

  async leave(): Promise<unknown> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    const ended = await this.#exited;
    this.#connection.dispose();
    return ended;
  }

  #listen(): void {
    const { name, capabilities } = this.#editor;
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'copydesk' ? SETTINGS : null)),
    );
    this.#connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method } of registrations) {
        assert.equal(method, 'workspace/didChangeWatchedFiles');
        assert.ok(capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration, name);
      }
    });
    // Refreshing requests come only where the editor said that it takes them.
    this.#connection.onUnhandledNotification(({ method }) => assert.match(method, /^window\/|^\$\//));
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ version, diagnostics }) => {
      this.#pushed = { version, diagnostics };
      this.#tell();
    });
    this.#connection.listen();
  }
}

describe('another editor', () => {
  for (const editor of OTHER_EDITORS) {
    it(`${editor.name} works by the recipe of the README`, async (context) => {
      assert.deepEqual(argumentsOf(recipe(editor)), ['lsp', '--stdio']);
      assert.ok(recipe(editor).includes(editor.languageId));
      const session = await Session.start(context, editor);
      await session.show(null);

      const findings = await session.diagnostics();
      const codes = findings.map(({ code }) => code);
      assert.ok(!codes.includes('split-ordinal'), 'its settings count');
      assert.ok(
        findings.some(({ tags, code }) => code === 'furniture' && tags?.includes(1)),
        'furniture is faded',
      );
      const [comma] = findings.filter(({ code }) => code === 'space-before-punctuation');
      assert.ok(comma);

      assert.equal((await session.headlines())[0], 'Harbour Town Opens a New Library');
      const [format] = editor.capabilities.textDocument?.hover?.contentFormat ?? [];
      const { kind, value } = await session.hover('Harbour Town Opens');
      assert.equal(kind, format);
      assert.match(value, /Saturday/);

      await session.show(await session.fix(comma));
      assert.ok(session.text.includes('The new \u{1F4DA} library of the harbour town, built'));
      const left = await session.diagnostics();
      assert.equal(
        left.filter(({ code }) => code === 'space-before-punctuation').length,
        findings.filter(({ code }) => code === 'space-before-punctuation').length - 1,
      );
      assert.deepEqual(await session.leave(), [0, null]);
    });
  }
});
