import * as l10n from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Analysis } from './analysis';
import type { Client } from './client';
import { type ConfigReport, configReport } from './configReport';
import { shownNumber } from './core/text/display';
import type { Report } from './diagnosticsSupport';
import { type DiagnosticOptions, diagnosticOf, gravest, SOURCE } from './features/diagnostics';
import type { StatusParams } from './protocol';
import type { ReportMemory } from './reportMemory';
import { isConfigFile } from './rules/configName';
import type { Workspace } from './workspace';

/** The diagnostics of an open document: findings of a dump, or what is wrong with a settings file. */
export async function reportOn(
  workspace: Workspace,
  memory: ReportMemory,
  client: Client,
  uri: string,
): Promise<Report | null> {
  const options = {
    uri,
    ruleDocumentation: client.options.ruleDocumentation,
    tags: client.hasDiagnosticTags,
    relatedInformation: client.hasRelatedInformation,
    codeDescription: client.hasCodeDescription,
    data: client.hasDiagnosticData,
  };
  if (isConfigFile(uri)) return reportOnConfig(await configReport(workspace, uri), options);
  const analysis = await workspace.analysis(uri);
  if (analysis === null) return null;
  return memory.of(analysis, () => {
    const { id, version, findings } = analysis;
    const shown = gravest(findings, MOST_SHOWN);
    const limits = [
      ...analysis.limits,
      ...(shown.length < findings.length ? [tooMany(findings.length)] : []),
    ];
    const items = [...limits.map(limit), ...shown.map((finding) => diagnosticOf(finding, options))];
    return { id, version, items };
  });
}

/** Findings of a file that are told: editors show no more (VS Code 1,000). */
const MOST_SHOWN = 999;

function tooMany(count: number): string {
  return l10n.t(
    'Of {0} findings the {1} gravest are shown here; the command “copydesk lint” lists all.',
    shownNumber(count),
    shownNumber(MOST_SHOWN),
  );
}

function reportOnConfig(report: ConfigReport | null, options: DiagnosticOptions): Report | null {
  if (report === null) return null;
  const problems = report.problems.map(
    ({ message, range }): Diagnostic => ({
      range,
      message,
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
    }),
  );
  const items = [...problems, ...report.unused.map((finding) => diagnosticOf(finding, options))];
  // Reports that say the same are the same.
  return { id: JSON.stringify(items), version: report.version, items };
}

/** A limit that was reached, at the file's begin. */
function limit(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, message, severity: DiagnosticSeverity.Information, source: SOURCE };
}

/** What the status notification says of a document. */
export function statusOf({ uri, version, dump, limits }: Analysis): StatusParams {
  const titles = dump.pages.flatMap(({ page }) => (page.profile ? [page.profile.title] : []));
  return {
    uri,
    version,
    isDump: dump.isDump,
    score: dump.score,
    profiles: [...new Set(titles)],
    articles: dump.pages.filter(({ page }) => page.article !== null).length,
    limits,
  };
}
