import type { Connection } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { Runtime } from './runtime';

/** Serves one client over a connection until that client says exit. */
export function startServer(connection: Connection, _runtime: Runtime): void {
  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
  }));
  connection.listen();
}
