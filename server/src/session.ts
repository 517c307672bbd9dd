import {
  type CancellationToken,
  type CodeAction,
  CodeActionTriggerKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
} from 'vscode-languageserver';
import type { Analysis } from './analysis';
import type { Client } from './client';
import { configDocument } from './configDocument';
import { configReport } from './configReport';
import { type DiagnosticsSupport, pulledDiagnostics, pushedDiagnostics } from './diagnosticsSupport';
import { answerDocumentRequests } from './documentRequests';
import { type CodeActionRequest, codeActions, configActions, fixAllData } from './features/codeActions';
import { codeLenses } from './features/codeLens';
import { completions } from './features/completion';
import { configCompletions, configHover } from './features/configLanguage';
import { definition, locations } from './features/definition';
import { documentHighlights } from './features/documentHighlights';
import { documentLinks } from './features/documentLinks';
import { documentSymbols, flatSymbols } from './features/documentSymbols';
import { foldingRanges } from './features/foldingRanges';
import { hover } from './features/hover';
import { inlayHints } from './features/inlayHints';
import { selectionRanges } from './features/selectionRanges';
import { workspaceEdit } from './features/workspaceEdits';
import { STATUS } from './protocol';
import { ReportMemory } from './reportMemory';
import { reportOn, statusOf } from './reports';
import { SECTION } from './resourceSettings';
import { CONFIG_FILE, isConfigFile } from './rules/configName';
import { type Log, runDetached, runSafe } from './runSafe';
import type { Runtime } from './runtime';
import { TokenMemory } from './tokenMemory';
import { Workspace } from './workspace';

/** Milliseconds without an edit of a settings file after which it counts. */
const CONFIG_DELAY = 300;

/** What belongs to one client, from its first message to its last. */
interface Session {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly client: Client;
  readonly workspace: Workspace;
  readonly diagnostics: DiagnosticsSupport;
  readonly log: Log;
}

/** Binds what the server does for one client to its connection. */
export function serve(connection: Connection, runtime: Runtime, client: Client): void {
  const log: Log = connection.console;
  const workspace = new Workspace(connection, runtime, client, log);
  const memory = new ReportMemory();
  workspace.documents.onDidClose(({ document }) => memory.forget(document.uri));
  const report = (uri: string) => reportOn(workspace, memory, client, uri);
  const host = { connection, runtime, log, report };
  const diagnostics = client.pullsDiagnostics
    ? pulledDiagnostics(host, client.refreshesDiagnostics)
    : pushedDiagnostics(host);
  const session: Session = { connection, runtime, client, workspace, diagnostics, log };
  answerRequests(session);
  answerDocumentRequests(connection, runtime, workspace, client, log);
  followDocuments(session);
  followSettings(session);
}

/** Binds each request to its feature. What is no dump is answered with nothing. */
function answerRequests({ connection, runtime, client, workspace, log }: Session): void {
  /** Answers with what `feature` makes of the document's dump, or with nothing. */
  function answer<T>(
    what: string,
    uri: string,
    token: CancellationToken,
    feature: (analysis: Analysis) => T | Promise<T>,
  ) {
    return runSafe(runtime, log, what, token, null, async () => {
      const analysis = await workspace.analysis(uri);
      return analysis?.dump.isDump && !token.isCancellationRequested ? feature(analysis) : null;
    });
  }

  /** Answers with what `feature` makes of an open settings file. */
  function answerConfig<T>(
    what: string,
    uri: string,
    token: CancellationToken,
    feature: (text: string) => T,
  ) {
    return runSafe(runtime, log, what, token, null, async () => {
      const document = workspace.documents.get(uri);
      return document ? feature(document.getText()) : null;
    });
  }

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer('The outline', uri, token, ({ dump }) => {
      const symbols = documentSymbols(dump);
      return client.hasSymbolTree ? symbols : flatSymbols(symbols, uri);
    }),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer('Folding', uri, token, ({ dump }) =>
      foldingRanges(dump, { rangeLimit: client.foldingLimit, collapsedText: client.hasCollapsedText }),
    ),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    isConfigFile(uri)
      ? answerConfig('Hover', uri, token, (text) => configHover(text, position, client.hoverFormat))
      : answer('Hover', uri, token, ({ dump, findings }) =>
          hover(dump, findings, position, client.hoverFormat, () => {
            const places = definition({ uri, dump }, position, () => workspace.articlePlaces())?.places ?? [];
            return [...new Set(places.map((place) => workspace.pathOf(place.uri)))];
          }),
        ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer('Looking for articles', uri, token, async (analysis) => {
      const found = definition(analysis, position, () => workspace.articlePlaces());
      if (found === null) return null;
      const there = await Promise.all(found.places.map((place) => workspace.isThere(place.uri)));
      const places = found.places.filter((_, index) => there[index]);
      return locations({ ...found, places }, client.takesDefinitionLinks);
    }),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer('Selecting', uri, token, ({ dump }) => selectionRanges(dump, positions)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer('Highlighting', uri, token, ({ dump }) => documentHighlights(dump, position)),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer('Finding links', uri, token, ({ dump }) => documentLinks(dump)),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer('Lenses', uri, token, ({ dump, findings, settings }) =>
      settings.codeLens
        ? codeLenses(dump, findings, { uri, hasCommands: client.options.hasCommands === true })
        : null,
    ),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer('Hints', uri, token, ({ dump, settings }) => inlayHints(dump, range, settings.inlayHints)),
  );
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    isConfigFile(uri)
      ? answerConfig('Completion', uri, token, (text) => configCompletions(text, position))
      : answer('Completion', uri, token, ({ dump }) => completions(dump, position)),
  );

  const tokens = new TokenMemory();
  workspace.documents.onDidClose(({ document }) => tokens.forget(document.uri));
  const { semanticTokens } = connection.languages;
  semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer('Colouring', uri, token, (analysis) => tokens.full(analysis)),
  );
  semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    answer('Colouring', uri, token, (analysis) => tokens.delta(analysis, previousResultId)),
  );
  semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer('Colouring', uri, token, (analysis) => tokens.range(analysis, range)),
  );

  const editOptions = {
    documentChanges: client.hasDocumentChanges,
    createsFiles: client.createsFiles,
    confirmsEdits: client.confirmsEdits,
  };
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
    const request: CodeActionRequest = {
      range,
      only: context.only,
      diagnostics: context.diagnostics,
      isAutomatic: context.triggerKind === CodeActionTriggerKind.Automatic,
    };
    if (isConfigFile(uri)) {
      return runSafe(runtime, log, 'Finding actions', token, null, async () => {
        const report = await configReport(workspace, uri);
        return report && configActions({ uri, version: report.version }, report.unused, request, editOptions);
      });
    }
    return answer('Finding actions', uri, token, (analysis) =>
      codeActions(analysis, request, {
        ...editOptions,
        resolvesEdits: client.resolvesEdits,
        config: configDocument(workspace, analysis),
        hasCommands: client.options.hasCommands,
      }),
    );
  });
  connection.onCodeActionResolve((action, token) =>
    runSafe(runtime, log, 'Fixing', token, action, async (): Promise<CodeAction> => {
      const data = fixAllData(action.data);
      const analysis = data && (await workspace.analysis(data.uri));
      return analysis
        ? { ...action, edit: workspaceEdit(analysis, analysis.fixAll(data.code), editOptions) }
        : action;
    }),
  );
}

/** Keeps diagnostics and status in step with the open documents. */
function followDocuments(session: Session): void {
  const { connection, client, workspace, diagnostics, log } = session;
  workspace.onAnalysis = (analysis) => {
    if (!client.options.showsStatus) return;
    runDetached(log, 'Sending the status', () => connection.sendNotification(STATUS, statusOf(analysis)));
  };
  workspace.onOutdated = (uris) => refresh(session, uris);
  workspace.documents.onDidChangeContent(({ document: { uri } }) => {
    diagnostics.changed(uri);
    // What is ignored in a dump may be used no more.
    if (!isConfigFile(uri)) workspace.documents.keys().filter(isConfigFile).forEach(diagnostics.changed);
  });
  workspace.documents.onDidClose(({ document: { uri } }) => diagnostics.closed(uri));
}

/** Reads settings again when they change, wherever they are kept. */
function followSettings(session: Session): void {
  const { connection, runtime, client, workspace, log } = session;
  const refreshAll = (): void => {
    workspace.invalidate();
    refresh(session, workspace.documents.keys());
  };
  let waiting: Disposable | null = null;
  const refreshSoon = (uri: string): void => {
    if (!isConfigFile(uri)) return;
    waiting?.dispose();
    waiting = runtime.delay(refreshAll, CONFIG_DELAY);
  };
  runDetached(log, 'Registering', async () => {
    if (client.registersConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    if (client.registersWatchers) {
      const watchers = [{ globPattern: `**/${CONFIG_FILE}` }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  });
  if (client.hasWorkspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      workspace.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
      refreshAll();
    });
  }
  connection.onDidChangeConfiguration(({ settings }) => {
    workspace.takeSettings(settings);
    refreshAll();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isConfigFile(uri))) refreshAll();
  });
  workspace.documents.onDidChangeContent(({ document }) => refreshSoon(document.uri));
  workspace.documents.onDidClose(({ document }) => refreshSoon(document.uri));
}

/** Has the client ask anew for all that is shown of documents. */
function refresh({ connection, client, diagnostics, log }: Session, uris: readonly string[]): void {
  diagnostics.refresh(uris);
  if (client.refreshesTokens) {
    runDetached(log, 'Refreshing colours', () => connection.languages.semanticTokens.refresh());
  }
  if (client.refreshesFolds) {
    runDetached(log, 'Refreshing folds', () => connection.languages.foldingRange.refresh());
  }
  if (client.refreshesLenses) {
    runDetached(log, 'Refreshing lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
  }
  if (client.refreshesHints) {
    runDetached(log, 'Refreshing hints', () => connection.languages.inlayHint.refresh());
  }
}
