import type { PlacedFinding } from '../rules/diagnose';
import { diagnosticJson } from './annotation';
import { github } from './githubFormat';
import { sarif } from './sarif';
import { stylish } from './stylishFormat';
import type { Colors } from './terminal';
import { unix } from './unixFormat';

/** A file whose findings are written. */
export interface LintedFile {
  readonly name: string;
  /** Its lines without line ends. */
  readonly lines: readonly string[];
}

/** Writes findings in one form. */
export interface LintReporter {
  /** What to write for a file. */
  file(file: LintedFile, findings: readonly PlacedFinding[]): string;
  /** What to write after the last file. */
  end(): string;
}

/** The names of the forms that findings can be written in. */
export const LINT_FORMAT_NAMES = ['stylish', 'unix', 'json', 'jsonl', 'sarif', 'github'] as const;

export type LintFormat = (typeof LINT_FORMAT_NAMES)[number];

const REPORTERS: Record<LintFormat, (colors: Colors) => LintReporter> = {
  stylish,
  unix,
  json,
  jsonl,
  sarif,
  github,
};

/** A writer of findings for one run. */
export function createReporter(format: LintFormat, colors: Colors): LintReporter {
  return REPORTERS[format](colors);
}

/** For programs: one JSON document a line for each file, counted from 0 as `annotate` does. */
function json(): LintReporter {
  return {
    file: ({ name }, findings) =>
      `${JSON.stringify({ file: name, diagnostics: findings.map(diagnosticJson) })}\n`,
    end: () => '',
  };
}

/** For programs that read line by line: one JSON document for each finding. */
function jsonl(): LintReporter {
  return {
    file: ({ name }, findings) =>
      findings.map((finding) => `${JSON.stringify({ file: name, ...diagnosticJson(finding) })}\n`).join(''),
    end: () => '',
  };
}
