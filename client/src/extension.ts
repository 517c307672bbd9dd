import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from './client';
import { registerTasks } from './tasks';

let running: { dispose(): Promise<void> } | undefined;

/** Entry on a desktop and on a remote machine: the server is a process. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  running = startClient(context, (id, name, options) => new LanguageClient(id, name, server, options));
  context.subscriptions.push(registerTasks(context.asAbsolutePath('dist/cli.js')));
}

export function deactivate(): Promise<void> | undefined {
  return running?.dispose();
}
