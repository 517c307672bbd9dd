import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol';
import { translationsOf } from './translations';

/** What the client can do and wants, read once from its `initialize` request. */
export interface Client {
  readonly options: InitializationOptions;
  /** BCP 47 tag of the language that its person reads; null where it does not say. */
  readonly locale: string | null;
  /** URIs of the workspace's folders, without a slash at the end. */
  readonly folders: readonly string[];
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly hasWorkspaceFolders: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesFolds: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly hasDiagnosticTags: boolean;
  readonly hasRelatedInformation: boolean;
  readonly hasCodeDescription: boolean;
  readonly hasDiagnosticData: boolean;
  readonly hasSymbolTree: boolean;
  readonly takesDefinitionLinks: boolean;
  readonly foldingLimit: number | undefined;
  readonly hasCollapsedText: boolean;
  readonly hoverFormat: MarkupKind;
  readonly takesCodeActions: boolean;
  readonly resolvesEdits: boolean;
  readonly hasDocumentChanges: boolean;
  readonly createsFiles: boolean;
  readonly confirmsEdits: boolean;
}

/** Reads what a client says of itself. Everything that it does not say it cannot do. */
export function clientOf({ capabilities, ...params }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities;
  const diagnostic = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const codeAction = textDocument?.codeAction;
  return {
    options: optionsOf(params.initializationOptions),
    locale: params.locale ?? null,
    folders: foldersOf(params),
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesFolds: workspace?.foldingRange?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    hasDiagnosticTags: diagnostic?.tagSupport !== undefined,
    hasRelatedInformation: diagnostic?.relatedInformation === true,
    hasCodeDescription: diagnostic?.codeDescriptionSupport === true,
    hasDiagnosticData: diagnostic?.dataSupport === true,
    hasSymbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesDefinitionLinks: textDocument?.definition?.linkSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
    hasCollapsedText: textDocument?.foldingRange?.foldingRange?.collapsedText === true,
    hoverFormat: hoverFormatOf(capabilities),
    takesCodeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    hasDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}

function hoverFormatOf({ textDocument }: ClientCapabilities): MarkupKind {
  return textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)
    ? MarkupKind.Markdown
    : MarkupKind.PlainText;
}

function foldersOf({ workspaceFolders, rootUri }: Omit<InitializeParams, 'capabilities'>): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(withoutSlash);
}

/** A folder's URI without a slash at its end. */
export function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}

function optionsOf(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  return {
    ...('readsFiles' in value && { readsFiles: value.readsFiles === true }),
    ...('showsStatus' in value && { showsStatus: value.showsStatus === true }),
    ...('hasCommands' in value && { hasCommands: value.hasCommands === true }),
    ...('ruleDocumentation' in value &&
      typeof value.ruleDocumentation === 'string' && { ruleDocumentation: value.ruleDocumentation }),
    ...('translations' in value && { translations: translationsOf(value.translations) }),
  };
}
