import type { PlacedFinding } from '../rules/diagnose';
import type { LintWriter } from './lintFormats';
import { LEVELS, type Level } from './options';
import { type Colors, printable } from './terminal';
import { place } from './unixFormat';

/** For people: by file, aligned, with a sum. */
export function stylish(colors: Colors): LintWriter {
  return {
    part: ({ name }, findings) => ({ text: underName(name, findings, colors), counts: countsOf(findings) }),
    document: () => {
      const counts = new Map<Level, number>();
      return {
        begin: '',
        add: (part) => {
          for (const level of LEVELS) {
            counts.set(level, (counts.get(level) ?? 0) + (part.counts[level] ?? 0));
          }
          return part.text;
        },
        end: () => sumOf(counts, colors),
      };
    },
  };
}

function countsOf(findings: readonly PlacedFinding[]): Partial<Record<Level, number>> {
  const counts: Partial<Record<Level, number>> = {};
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}

function underName(name: string, findings: readonly PlacedFinding[], colors: Colors): string {
  if (findings.length === 0) return '';
  const paint = { warning: colors.yellow, information: colors.blue, hint: colors.dim };
  const rows = findings.map(({ range, severity, message, code }) => ({
    place: place(range.start),
    severity,
    message: printable(message),
    code,
  }));
  const places = rows.reduce((width, row) => Math.max(width, row.place.length), 0);
  const severities = rows.reduce((width, row) => Math.max(width, row.severity.length), 0);
  const lines = rows.map(
    (row) =>
      `  ${colors.dim(row.place.padStart(places))}  ${paint[row.severity](row.severity.padEnd(severities))}  ${row.message}  ${colors.dim(row.code)}`,
  );
  return `${colors.underline(printable(name))}\n${lines.join('\n')}\n\n`;
}

function sumOf(counts: ReadonlyMap<Level, number>, colors: Colors): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return '';
  const parts = LEVELS.toReversed().flatMap((level) => {
    const count = counts.get(level) ?? 0;
    return count === 0 ? [] : `${count} ${level}`;
  });
  return `${colors.bold(`${total} ${total === 1 ? 'finding' : 'findings'}`)} (${parts.join(', ')})\n`;
}
