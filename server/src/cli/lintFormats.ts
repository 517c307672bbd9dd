import type { PlacedFinding } from '../rules/diagnose';
import { diagnosticJson } from './annotation';
import { type Colors, printable } from './terminal';

/** Writes findings in one form. */
export interface LintReporter {
  /** What to write for a file. */
  file(name: string, findings: readonly PlacedFinding[]): string;
  /** What to write after the last file. */
  end(): string;
}

/** The names of the forms that findings can be written in. */
export const LINT_FORMAT_NAMES = ['stylish', 'unix', 'json'] as const;

export type LintFormat = (typeof LINT_FORMAT_NAMES)[number];

const REPORTERS: Record<LintFormat, (colors: Colors) => LintReporter> = { stylish, unix, json };

/** A writer of findings for one run. */
export function createReporter(format: LintFormat, colors: Colors): LintReporter {
  return REPORTERS[format](colors);
}

/** For people: by file, aligned, with a sum. */
function stylish(colors: Colors): LintReporter {
  const counts = new Map<string, number>();
  const paint = { warning: colors.yellow, information: colors.blue, hint: colors.dim };
  return {
    file(name, findings) {
      if (findings.length === 0) return '';
      const rows = findings.map(({ range, severity, message, code }) => {
        counts.set(severity, (counts.get(severity) ?? 0) + 1);
        return { place: place(range.start), severity, message: printable(message), code };
      });
      const width = (of: (row: (typeof rows)[number]) => string) =>
        Math.max(...rows.map((row) => of(row).length));
      const places = width((row) => row.place);
      const severities = width((row) => row.severity);
      const lines = rows.map(
        (row) =>
          `  ${colors.dim(row.place.padStart(places))}  ${paint[row.severity](row.severity.padEnd(severities))}  ${row.message}  ${colors.dim(row.code)}`,
      );
      return `${colors.underline(printable(name))}\n${lines.join('\n')}\n\n`;
    },
    end() {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (total === 0) return '';
      const parts = ['warning', 'information', 'hint'].flatMap((severity) => {
        const count = counts.get(severity);
        return count === undefined ? [] : `${count} ${severity}`;
      });
      return `${colors.bold(`${total} ${total === 1 ? 'finding' : 'findings'}`)} (${parts.join(', ')})\n`;
    },
  };
}

/** For editors and `grep`: one finding a line, `file:line:column: severity message (code)`, counted from 1. */
function unix(): LintReporter {
  return {
    file: (name, findings) =>
      findings
        .map(
          ({ range, severity, message, code }) =>
            `${printable(name)}:${place(range.start)}: ${severity} ${printable(message)} (${code})\n`,
        )
        .join(''),
    end: () => '',
  };
}

/** For programs: one JSON document a line for each file, counted from 0 as `annotate` does. */
function json(): LintReporter {
  return {
    file: (name, findings) =>
      `${JSON.stringify({ file: name, diagnostics: findings.map(diagnosticJson) })}\n`,
    end: () => '',
  };
}

function place({ line, character }: { line: number; character: number }): string {
  return `${line + 1}:${character + 1}`;
}
