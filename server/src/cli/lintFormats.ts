import type { PlacedFinding } from '../rules/diagnose';
import { diagnosticJson } from './annotation';
import { github } from './githubFormat';
import { sourceJson, type Unit } from './input/unit';
import type { Level } from './options';
import { sarif } from './sarif';
import { stylish } from './stylishFormat';
import type { Colors } from './terminal';
import { unix } from './unixFormat';

/** A file, or a text from one, whose findings are written. */
export interface LintedFile extends Pick<Unit, 'name' | 'record'> {
  /** Its lines without line ends, from the one on that is the file's `firstLine`. */
  readonly lines: readonly string[];
  readonly firstLine: number;
}

/** What a form makes of one file's findings. Plain data: files are written where they were looked at. */
export interface LintPart {
  readonly text: string;
  /** How many findings of each severity were written. */
  readonly counts: Readonly<Partial<Record<Level, number>>>;
  /** A text for each finding, where the form has to see the findings of all files. */
  readonly each?: readonly EachFinding[];
}

/** A finding in two forms, of which the log of a run has one. */
export interface EachFinding {
  readonly severity: Level;
  readonly command: string;
  readonly line: string;
}

/** Writes findings in one form. */
export interface LintWriter {
  /** What is made of one file, which knows of no other. */
  part(file: LintedFile, findings: readonly PlacedFinding[]): LintPart;
  /** Puts together what was made of the files of a run. */
  document(): LintDocument;
}

/** What is written of a run. */
export interface LintDocument {
  readonly begin: string;
  /** What to write for the next file. */
  add(part: LintPart): string;
  /** What to write after the last one. */
  end(): string;
}

/** The names of the forms that findings can be written in. */
export const LINT_FORMAT_NAMES = ['stylish', 'unix', 'json', 'jsonl', 'sarif', 'github'] as const;

export type LintFormat = (typeof LINT_FORMAT_NAMES)[number];

const WRITERS: Record<LintFormat, (colors: Colors) => LintWriter> = {
  stylish,
  unix: () => byFile(unix),
  // For programs: one JSON document a line for each file, counted from 0 as `annotate` does.
  json: () =>
    byFile(
      (file, findings) =>
        `${JSON.stringify({ ...sourceJson(file), diagnostics: findings.map(diagnosticJson) })}\n`,
    ),
  // For programs that read line by line: one JSON document for each finding.
  jsonl: () =>
    byFile((file, findings) =>
      findings
        .map((finding) => `${JSON.stringify({ ...sourceJson(file), ...diagnosticJson(finding) })}\n`)
        .join(''),
    ),
  sarif,
  github,
};

/** A writer of findings. */
export function createWriter(format: LintFormat, colors: Colors): LintWriter {
  return WRITERS[format](colors);
}

/** A form in which what is written of the files stands one below the other. */
function byFile(write: (file: LintedFile, findings: readonly PlacedFinding[]) => string): LintWriter {
  return {
    part: (file, findings) => ({ text: write(file, findings), counts: {} }),
    document: () => ({ begin: '', add: ({ text }) => text, end: () => '' }),
  };
}
