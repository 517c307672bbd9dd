import type { Connection, RequestHandler } from 'vscode-languageserver';
import type { Analysis } from './analysis';
import type { Client } from './client';
import { cleanArticles, EXPORT_FORMATS, exportArticles } from './core/export';
import { fixes } from './features/fixes';
import { dateForms } from './features/normalizeDates';
import { pageAt } from './features/places';
import { summary } from './features/summary';
import {
  DATE_FORMS,
  type DateFormsParams,
  type DateFormsResult,
  type DocumentParams,
  EXPORT,
  type ExportParams,
  type ExportResult,
  FIXES,
  type FixesResult,
  SUMMARY,
  type SummaryResult,
} from './protocol';
import { type Log, runSafe } from './runSafe';
import type { Runtime } from './runtime';
import { answerSettingsRequests } from './settingsRequests';
import { fileName } from './uriPaths';
import type { Workspace } from './workspace';

/**
 * Binds a request to what answers it; what is no dump is answered with null.
 * @param settings `reread` where the answer depends on the settings files as they are at this moment: that one was
 *   changed is told late, and of a file that came and went at once never.
 */
export type AnswerDocument = <P extends DocumentParams>(
  method: string,
  what: string,
  feature: (analysis: Analysis, params: P) => object | null,
  settings?: 'known' | 'reread',
) => void;

/** Answers Copydesk's own requests about single dumps, open or not. */
export function answerDocumentRequests(
  connection: Connection,
  runtime: Runtime,
  workspace: Workspace,
  client: Client,
  log: Log,
): void {
  const answer: AnswerDocument = <P extends DocumentParams>(
    method: string,
    what: string,
    feature: (analysis: Analysis, params: P) => object | null,
    settings: 'known' | 'reread' = 'known',
  ): void => {
    const handler: RequestHandler<P, object | null, never> = (params, token) =>
      runSafe(runtime, log, what, token, null, async () => {
        if (settings === 'reread') workspace.invalidate();
        const analysis = await workspace.analysisOfFile(params.uri, params.languageId);
        return analysis?.dump.isDump && !token.isCancellationRequested ? feature(analysis, params) : null;
      });
    connection.onRequest(method, handler);
  };

  answer(SUMMARY, 'Summing up', ({ dump, findings }): SummaryResult | null => summary(dump, findings));
  answer(
    FIXES,
    'Finding fixes',
    (analysis): FixesResult => ({ edits: fixes(analysis.findings, analysis.fixAll()) }),
  );
  answer(
    DATE_FORMS,
    'Rewriting dates',
    ({ dump }, { line }: DateFormsParams): DateFormsResult => ({ forms: dateForms(dump, line) }),
  );
  answer(EXPORT, 'Exporting', ({ dump, uri }, { format, line }: ExportParams): ExportResult | null => {
    if (!EXPORT_FORMATS.includes(format)) return null;
    const here = line === undefined ? null : pageAt(dump, line);
    const pages = line === undefined ? dump.pages : here ? [here] : [];
    const articles = cleanArticles(pages, fileName(uri));
    return articles.length === 0 ? { text: '' } : exportArticles(articles, format);
  });
  answerSettingsRequests(answer, workspace, client);
}
