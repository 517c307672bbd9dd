import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import {
  type InitializationOptions,
  READ_FILE,
  type ReadFileParams,
  STATUS,
  type StatusParams,
} from '../../server/src/protocol';
import { ArticleView } from './articleView';
import { registerCommands } from './commands';
import { lookEverywhere } from './definitions';
import { Detector } from './detector';
import { CONFIG_FILE, DUMP, SCHEMES, selector } from './language';
import { DumpFacts } from './overview/dumpFacts';
import { DumpTree } from './overview/dumpTree';
import { readFile } from './readFile';
import { Server } from './server';
import { StatusItem } from './statusItem';

/** Makes a client for the server of the machine at hand, a process or a worker. */
export type NewLanguageClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => BaseLanguageClient;

/**
 * Starts the editor's side of Copydesk. This is cheap: the server starts when the first dump is open.
 * @returns What stops it; to be awaited when the extension is deactivated.
 */
export function startClient(
  context: ExtensionContext,
  newLanguageClient: NewLanguageClient,
): { dispose(): Promise<void> } {
  const log = window.createOutputChannel('Copydesk', { log: true });
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    showsStatus: true,
    hasCommands: true,
    ruleDocumentation: Uri.joinPath(context.extensionUri, 'server', 'src', 'rules', 'docs').toString(),
    ...(l10n.bundle && { translations: l10n.bundle }),
  };
  const server = new Server(() => {
    const client = newLanguageClient('copydesk', 'Copydesk', {
      documentSelector: [...selector({ language: DUMP }), ...selector({ pattern: `**/${CONFIG_FILE}` })],
      initializationOptions,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // Dumps that other extensions open unseen need no analysis.
      textSynchronization: { delayOpenNotifications: true },
      middleware: { provideDefinition: lookEverywhere(() => facts) },
    });
    client.onRequest(READ_FILE, (params: ReadFileParams) => readFile(params));
    client.onNotification(STATUS, (status: StatusParams) => statusItem.report(status));
    return client;
  }, log);
  const detector = new Detector(context.workspaceState, log);
  const statusItem = new StatusItem(detector, server);
  const articles = new ArticleView(server);
  const facts = new DumpFacts(server, detector, log);
  const tree = new DumpTree(facts, context.workspaceState);
  const startFor = (document: { languageId: string; uri: Uri }): void => {
    if (document.languageId === DUMP && SCHEMES.includes(document.uri.scheme)) server.start();
  };
  context.subscriptions.push(
    log,
    detector,
    statusItem,
    articles,
    facts,
    tree,
    ...registerCommands({ detector, server, log, articles, facts, tree, extension: context.extensionUri }),
    workspace.onDidOpenTextDocument(startFor),
    // Menus of the explorer show nothing of Copydesk to people who have no dumps.
    server.onDidChangeState(() => void commands.executeCommand('setContext', 'copydesk.isUsed', true)),
  );
  workspace.textDocuments.forEach(startFor);
  return server;
}
