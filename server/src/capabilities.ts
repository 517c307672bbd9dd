import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client';
import { CODE_ACTION_KINDS } from './features/codeActionKinds';
import { SOURCE } from './features/diagnostics';
import { LEGEND } from './features/tokenTypes';

/**
 * What the server offers to a client. There is no formatter on purpose: a habit of formatting on save must never touch a
 * source. Diagnostics are pulled where the client can, as it knows best which documents are seen.
 */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    documentSymbolProvider: { label: 'Copydesk' },
    foldingRangeProvider: true,
    hoverProvider: true,
    selectionRangeProvider: true,
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    completionProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    ...(client.takesCodeActions && {
      codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: client.resolvesEdits },
    }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.hasWorkspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}
