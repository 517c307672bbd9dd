import {
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type Disposable,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { type Log, runDetached, runSafe } from './runSafe';
import type { Runtime } from './runtime';

/** Milliseconds without an edit after which findings are pushed. */
export const PUSH_DELAY = 200;

/** The diagnostics of one version of a document. */
export interface Report {
  /** Different for different reports. */
  readonly id: string;
  readonly version: number;
  readonly items: Diagnostic[];
}

/** How diagnostics come to the client. */
export interface DiagnosticsSupport {
  /** A document was opened or edited, or what its diagnostics depend on has changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** All diagnostics may be others now. */
  refresh(openUris: readonly string[]): void;
}

/** What both ways of support stand on. */
export interface DiagnosticsHost {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly log: Log;
  /** The diagnostics of a document as it is now; null where it is not open. */
  readonly report: (uri: string) => Promise<Report | null>;
}

/** The client asks for diagnostics whenever it wants them. */
export function pulledDiagnostics(host: DiagnosticsHost, refreshes: boolean): DiagnosticsSupport {
  const { connection, runtime, log } = host;
  connection.languages.diagnostics.on((params, token) =>
    runSafe(runtime, log, 'Diagnosing', token, failed(), async (): Promise<DocumentDiagnosticReport> => {
      const report = await host.report(params.textDocument.uri);
      if (report === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { id: resultId, items } = report;
      return resultId === params.previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );
  return {
    changed: () => {},
    closed: () => {},
    refresh: () => {
      if (refreshes) {
        runDetached(log, 'Refreshing diagnostics', () => connection.languages.diagnostics.refresh());
      }
    },
  };
}

/** An error leaves the client with the diagnostics that it has, which an empty list would not. */
function failed(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'Diagnosing failed; see the log.', {
    retriggerRequest: false,
  });
}

/** For clients that cannot ask: diagnostics are sent when a document has come to rest. */
export function pushedDiagnostics(host: DiagnosticsHost): DiagnosticsSupport {
  const { connection, runtime, log } = host;
  const waiting = new Map<string, Disposable>();
  const open = new Set<string>();

  async function push(uri: string): Promise<void> {
    const report = await host.report(uri);
    // Closed or edited while it was made: another report follows or none is wanted.
    if (report === null || !open.has(uri) || waiting.has(uri)) return;
    await connection.sendDiagnostics({ uri, version: report.version, diagnostics: report.items });
  }

  function changed(uri: string): void {
    open.add(uri);
    waiting.get(uri)?.dispose();
    waiting.set(
      uri,
      runtime.delay(() => {
        waiting.delete(uri);
        runDetached(log, 'Diagnosing', () => push(uri));
      }, PUSH_DELAY),
    );
  }

  return {
    changed,
    closed: (uri) => {
      open.delete(uri);
      waiting.get(uri)?.dispose();
      waiting.delete(uri);
      runDetached(log, 'Clearing diagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
    refresh: (uris) => uris.forEach(changed),
  };
}
