import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { PlacedFinding } from '../rules/diagnose';
import type { Fix, Severity } from '../rules/rule';

/** Who reports, as clients show it. */
export const SOURCE = 'copydesk';

/** What a client can show of a diagnostic, and where it can find the rules' pages. */
export interface DiagnosticOptions {
  /** URI of the document that holds the findings. */
  readonly uri: string;
  /** URI of the folder with one page for each rule, where there is one. */
  readonly ruleDocumentation?: string | undefined;
  readonly tags?: boolean | undefined;
  readonly relatedInformation?: boolean | undefined;
  readonly codeDescription?: boolean | undefined;
  readonly data?: boolean | undefined;
}

/** What a diagnostic carries for programs: its fixes, in the form that `copydesk annotate` gives them. */
export interface DiagnosticData {
  readonly fixes: readonly Fix[];
}

/** Edits of a fix that is handed to programs with each diagnostic. A file that is read anew has one for each line. */
const MOST_EDITS = 1000;

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** At most so many findings, the gravest, in their order; of those that weigh the same the first. */
export function gravest(findings: readonly PlacedFinding[], most: number): readonly PlacedFinding[] {
  if (findings.length <= most) return findings;
  const kept = new Set(
    SEVERITIES_DOWN.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(
      0,
      most,
    ),
  );
  return findings.filter((finding) => kept.has(finding));
}

const SEVERITIES_DOWN = ['warning', 'information', 'hint'] as const;

/** A finding as clients take it; what a client cannot show is left out. */
export function diagnosticOf(finding: PlacedFinding, options: DiagnosticOptions): Diagnostic {
  const { code, range, message, severity, fixes, related, unnecessary } = finding;
  const data: DiagnosticData = { fixes: fixes.filter(({ edits }) => edits.length <= MOST_EDITS) };
  return {
    range,
    severity: SEVERITIES[severity],
    code,
    source: SOURCE,
    message,
    ...(options.codeDescription &&
      options.ruleDocumentation !== undefined && {
        codeDescription: { href: `${options.ruleDocumentation.replace(/\/$/, '')}/${code}.md` },
      }),
    ...(options.tags && unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(options.relatedInformation &&
      related && {
        relatedInformation: related.map((place) => ({
          location: { uri: options.uri, range: place.range },
          message: place.message,
        })),
      }),
    ...(options.data && data.fixes.length > 0 && { data }),
  };
}
