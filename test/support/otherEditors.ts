import type { ClientCapabilities } from 'vscode-languageserver/node';

/** An editor that is not VS Code, as a server sees it: what it announces and how it behaves. */
export interface OtherEditor {
  readonly name: string;
  /** What it announces, as far as the server reads it. */
  readonly capabilities: ClientCapabilities;
  /** The language that it gives a file `*.dump` under the README's recipe. */
  readonly languageId: string;
  /** How diagnostics come: it asks for them, or takes what it is sent. */
  readonly diagnostics: 'pulled' | 'pushed';
  /** Whether it sends its settings by itself after the greeting, beside answering for them. */
  readonly sendsSettings: boolean;
  /** Whether the diagnostics in a request for actions are those that the server sent, data and all; else there are none. */
  readonly returnsDiagnostics: boolean;
}

const KINDS = ['', 'quickfix', 'refactor', 'refactor.rewrite', 'source', 'source.organizeImports'];

/** Neovim 0.11 on Linux: `vim.lsp.protocol.make_client_capabilities()`. */
const NEOVIM: OtherEditor = {
  name: 'Neovim',
  languageId: 'article-dump',
  diagnostics: 'pulled',
  sendsSettings: false,
  returnsDiagnostics: true,
  capabilities: {
    general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: false },
      // On Linux it has no watchers that it would trust.
      didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
      workspaceFolders: true,
      applyEdit: true,
      workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
      semanticTokens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: {
      diagnostic: { dynamicRegistration: false, tagSupport: { valueSet: [1, 2] } },
      publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      foldingRange: { lineFoldingOnly: true, foldingRange: { collapsedText: true } },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS } },
        isPreferredSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ['edit', 'command'] },
      },
    },
  },
};

/** Helix 25.01: `Client::initialize` of `helix-lsp`. */
const HELIX: OtherEditor = {
  name: 'Helix',
  languageId: 'article-dump',
  diagnostics: 'pushed',
  sendsSettings: false,
  returnsDiagnostics: false,
  capabilities: {
    general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
      workspaceFolders: true,
      applyEdit: true,
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ['create', 'rename', 'delete'],
        failureHandling: 'abort',
      },
      inlayHint: { refreshSupport: false },
    },
    textDocument: {
      publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
      hover: { contentFormat: ['markdown'] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS } },
        isPreferredSupport: true,
        disabledSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ['edit', 'command'] },
      },
    },
  },
};

/** Eglot 1.17, that of Emacs 30: `eglot-client-capabilities`, without a package that renders Markdown. */
const EGLOT: OtherEditor = {
  name: 'Emacs',
  languageId: 'article-dump',
  diagnostics: 'pushed',
  sendsSettings: true,
  returnsDiagnostics: true,
  capabilities: {
    general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
    workspace: {
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
      applyEdit: true,
      workspaceEdit: { documentChanges: true },
    },
    textDocument: {
      publishDiagnostics: {
        relatedInformation: false,
        codeDescriptionSupport: false,
        tagSupport: { valueSet: [1, 2] },
      },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      hover: { contentFormat: ['plaintext'] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS } },
        isPreferredSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ['edit', 'command'] },
      },
    },
  },
};

/** The editors of the README's recipes. */
export const OTHER_EDITORS: readonly OtherEditor[] = [NEOVIM, HELIX, EGLOT];
