import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { countWithChrono } from '../support/chronoDates';
import { dumpOf } from './dumps';
import type { MeasuredServer } from './measuredServer';
import { COPYDESK, LANGUAGE, NULL, URI } from './server';
import { timesOf } from './statistics';
import { ratio, shown, table } from './table';
import { Trial } from './trial';

const FOLDER = 'test/perf/peers';
const EDITS = 3;
const OWN_EDITS = 40;

/** A language server of another kind of text, which has a megabyte of it. */
interface PeerServer {
  readonly name: string;
  /** Its program, in its package. */
  readonly command: readonly string[];
  readonly languageId: string;
  readonly extension: string;
  readonly text: string;
  readonly settings: object;
  /** Milliseconds that it waits after an edit before it looks at the text: they are not counted. */
  readonly delay: number;
  /** Whether it is asked for diagnostics; else it sends them. */
  readonly isAsked: boolean;
}

/** Measures Copydesk beside what people know, each on so much text of its own language. */
export async function measurePeers(size: number): Promise<string> {
  install();
  const own = await measureOwn(size);
  const rows: (readonly [name: string, what: string, ms: readonly number[]])[] = [];
  for (const peer of servers(size)) {
    console.error(peer.name);
    rows.push([peer.name, 'language server', await timesOfServer(peer)]);
  }
  for (const [name, act] of await programs(size)) {
    console.error(name);
    rows.push([name, 'in process, whole text', await timesOfAct(act)]);
  }
  const [none, copydesk] = own.map((times) => timesOf(times).p50);
  if (none === undefined || copydesk === undefined) throw new Error('Nothing was measured.');
  return `## Others, on ${(size / 1e6).toPrecision(2)} MB of text of their own language\n\nFrom a keystroke to its diagnostics; of programs that know no edits, one look at the text. What a server waits by itself after an edit is taken off.\n\n${table(
    ['', 'how', 'milliseconds: p50 (range)', 'to null', 'to Copydesk'],
    [
      ['null', 'language server', shown(none), '1.00x', ratio(none, copydesk)],
      ['Copydesk', 'language server', shown(copydesk), ratio(copydesk, none), '1.00x'],
      ...rows.map(([name, what, times]) => {
        const { p50, least, most } = timesOf(times);
        const range = `${shown(p50)} (${shown(least)} to ${shown(most)})`;
        return [name, what, range, ratio(p50, none), ratio(p50, copydesk)];
      }),
    ],
  )}`;
}

/** Installs the pinned peers into their own folder: nothing that ships or is tested depends on them. */
function install(): void {
  if (existsSync(join(FOLDER, 'node_modules'))) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

async function measureOwn(size: number): Promise<readonly (readonly number[])[]> {
  const trial = await Trial.start([NULL, COPYDESK], dumpOf(size, 'profile'));
  const diagnose = async (server: MeasuredServer) => {
    await server.diagnostics(URI);
  };
  await trial.all(async (server) => {
    await server.open(URI, LANGUAGE, trial.text);
    await diagnose(server);
  });
  const edit = () => {
    const change = trial.nextEdit();
    return async (server: MeasuredServer) => {
      void server.change(URI, [change]);
      await diagnose(server);
    };
  };
  await trial.measure('warming up', 20, edit);
  await trial.measure('keystroke to diagnostics', OWN_EDITS, edit);
  await trial.stop();
  const times = trial.measured[1]?.times;
  return [NULL, COPYDESK].map(({ name }) => times?.get(name) ?? []);
}

function servers(size: number): readonly PeerServer[] {
  const modules = join(FOLDER, 'node_modules');
  const validate = { enabled: 'warning' };
  return [
    {
      name: 'vscode-json-languageserver 1.3.4',
      command: [join(modules, 'vscode-json-languageserver/bin/vscode-json-languageserver'), '--stdio'],
      languageId: 'json',
      extension: 'json',
      text: jsonOf(size),
      settings: { json: { validate: { enable: true } } },
      delay: 300,
      isAsked: false,
    },
    {
      name: 'yaml-language-server 1.18.0',
      command: [join(modules, 'yaml-language-server/bin/yaml-language-server'), '--stdio'],
      languageId: 'yaml',
      extension: 'yaml',
      text: yamlOf(size),
      settings: { yaml: { validate: true, schemaStore: { enable: false } } },
      delay: 200,
      isAsked: false,
    },
    {
      name: 'vscode-markdown-languageserver 0.5.0',
      command: [join(modules, 'vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
      languageId: 'markdown',
      extension: 'md',
      text: markdownOf(size),
      settings: {
        markdown: {
          validate: {
            enabled: true,
            referenceLinks: validate,
            fragmentLinks: validate,
            fileLinks: { enabled: 'ignore', markdownFragmentLinks: 'ignore' },
            ignoredLinks: [],
            unusedLinkDefinitions: validate,
            duplicateLinkDefinitions: validate,
          },
        },
      },
      delay: 0,
      isAsked: true,
    },
  ];
}

const CAPABILITIES: ClientCapabilities = {
  workspace: { configuration: true },
  textDocument: { diagnostic: {}, publishDiagnostics: {}, synchronization: {} },
};

/** Milliseconds from a keystroke to its diagnostics. */
async function timesOfServer(peer: PeerServer): Promise<readonly number[]> {
  const child = spawn(process.execPath, [...peer.command], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = `file:///bench/text.${peer.extension}`;
  answerPeer(connection, peer);
  let arrived = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, (sent) => {
    if (sent.uri === uri) arrived();
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: 'file:///bench',
    capabilities: CAPABILITIES,
    workspaceFolders: [{ uri: 'file:///bench', name: 'bench' }],
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: peer.settings });
  /** Says something to the server, and waits for the diagnostics after it. */
  const diagnosed = async (say: () => Promise<void>) => {
    const sent = new Promise<void>((done) => {
      arrived = done;
    });
    await say();
    if (peer.isAsked) await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    else await sent;
  };
  await diagnosed(() =>
    connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: peer.languageId, version: 1, text: peer.text },
    }),
  );
  const times: number[] = [];
  const half = peer.text.split('\n').length >> 1;
  const line = peer.text.split('\n').findIndex((text, index) => index >= half && text.includes('library'));
  const character = (peer.text.split('\n')[line] ?? '').indexOf('library');
  for (let edit = 0; edit <= EDITS; edit++) {
    const start = performance.now();
    await diagnosed(() =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 + edit },
        contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: 'e' }],
      }),
    );
    // The first one warms up.
    if (edit > 0) times.push(Math.max(0, performance.now() - start - peer.delay));
  }
  connection.dispose();
  child.kill();
  return times;
}

/** Answers what servers ask of an editor; the one for Markdown has it read the text. */
function answerPeer(connection: ProtocolConnection, peer: PeerServer): void {
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(
      ({ section }) => new Map<string, unknown>(Object.entries(peer.settings)).get(section ?? '') ?? null,
    ),
  );
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.onUnhandledNotification(() => {});
  const markdown = peerRequire('markdown-it')();
  let version = peer.text;
  connection.onRequest('markdown/parse', ({ text }: { readonly text?: string }) => {
    version = text ?? version;
    return markdown.parse(version, {});
  });
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => []);
  connection.onRequest('markdown/fs/readFile', () => []);
  connection.onRequest('markdown/fs/stat', () => undefined);
  connection.onRequest('markdown/fs/readDirectory', () => []);
  connection.onRequest('markdown/fs/watcher/create', () => undefined);
  connection.onRequest('markdown/fs/watcher/delete', () => undefined);
}

const peerRequire = createRequire(join(process.cwd(), FOLDER, 'package.json'));

/** Programs without a server: what each does with a whole text. */
async function programs(size: number): Promise<readonly (readonly [name: string, act: () => unknown])[]> {
  const markdown = markdownOf(size);
  const lines = dumpOf(size, 'profile').split('\n');
  const { lint } = await import(peerRequire.resolve('markdownlint/sync'));
  const { TextlintKernel } = peerRequire('@textlint/kernel');
  const kernel = new TextlintKernel();
  const load = (name: string) => {
    const loaded = peerRequire(name);
    return loaded.default ?? loaded;
  };
  const options = {
    ext: '.md',
    filePath: 'text.md',
    plugins: [{ pluginId: 'markdown', plugin: load('@textlint/textlint-plugin-markdown') }],
    rules: ['textlint-rule-max-comma', 'textlint-rule-no-todo'].map((ruleId) => ({
      ruleId,
      rule: load(ruleId),
    })),
  };
  return [
    ['markdownlint 0.40.0', () => lint({ strings: { text: markdown } })],
    ['textlint 15.8.0 with two rules', () => kernel.lintText(markdown, options)],
    ['chrono-node 2.10.3', () => countWithChrono(lines)],
  ];
}

async function timesOfAct(act: () => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return times;
}

/** The paragraphs of dumps, up to about so many units. */
function paragraphsOf(size: number): readonly string[] {
  return dumpOf(size, 'no profile')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function markdownOf(size: number): string {
  return paragraphsOf(size)
    .map((line, index) =>
      line.length < 100 ? `## ${line}` : `${line} See [the list](#part-${index}) and *the map*.`,
    )
    .join('\n\n');
}

function jsonOf(size: number): string {
  return JSON.stringify(
    paragraphsOf(size * 0.9).map((text, id) => ({ id, text })),
    null,
    2,
  );
}

function yamlOf(size: number): string {
  return paragraphsOf(size * 0.9)
    .map((text, id) => `- id: ${id}\n  text: ${JSON.stringify(text)}\n`)
    .join('');
}
