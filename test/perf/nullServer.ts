// What the library alone costs: its stock document store, and every request answered with nothing, or, once a payload was
// sent, with what another server answered. Measured beside Copydesk: `npm run bench`.

import {
  createConnection,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type FoldingRange,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Ready-made answers of the true size. */
interface Payload {
  readonly diagnostics: DocumentDiagnosticReport;
  readonly symbols: DocumentSymbol[];
  readonly folds: FoldingRange[];
}

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
let payload: Payload | null = null;

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.onNotification('bench/payload', (sent: Payload) => {
  payload = sent;
});
connection.onDocumentSymbol(() => payload?.symbols ?? null);
connection.onFoldingRanges(() => payload?.folds ?? null);
connection.languages.diagnostics.on(() => payload?.diagnostics ?? { kind: 'full', items: [] });
connection.onRequest(() => null);
documents.listen(connection);
connection.listen();
