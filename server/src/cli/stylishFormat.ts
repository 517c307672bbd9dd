import type { LintReporter } from './lintFormats';
import { type Colors, printable } from './terminal';
import { place } from './unixFormat';

/** For people: by file, aligned, with a sum. */
export function stylish(colors: Colors): LintReporter {
  const counts = new Map<string, number>();
  const paint = { warning: colors.yellow, information: colors.blue, hint: colors.dim };
  return {
    file({ name }, findings) {
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
