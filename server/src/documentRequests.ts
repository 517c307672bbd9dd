import type { Connection, RequestHandler } from 'vscode-languageserver';
import type { Analysis } from './analysis';
import { fixes } from './features/fixes';
import { summary } from './features/summary';
import { type DocumentParams, FIXES, type FixesResult, SUMMARY, type SummaryResult } from './protocol';
import { type Log, runSafe } from './runSafe';
import type { Runtime } from './runtime';
import type { Workspace } from './workspace';

/** Answers Copydesk's own requests about single dumps, open or not. */
export function answerDocumentRequests(
  connection: Connection,
  runtime: Runtime,
  workspace: Workspace,
  log: Log,
): void {
  function answer<P extends DocumentParams>(
    method: string,
    what: string,
    feature: (analysis: Analysis, params: P) => object | null,
  ): void {
    const handler: RequestHandler<P, object | null, never> = (params, token) =>
      runSafe(runtime, log, what, token, null, async () => {
        const analysis = await workspace.analysisOfFile(params.uri, params.languageId);
        return analysis?.dump.isDump && !token.isCancellationRequested ? feature(analysis, params) : null;
      });
    connection.onRequest(method, handler);
  }

  answer(SUMMARY, 'Summing up', ({ dump, findings }): SummaryResult | null => summary(dump, findings));
  answer(
    FIXES,
    'Finding fixes',
    (analysis): FixesResult => ({ edits: fixes(analysis.findings, analysis.fixAll()) }),
  );
}
