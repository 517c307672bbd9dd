import type { PlacedFinding } from '../rules/diagnose';
import { ruleOf } from '../rules/registry';
import type { EachFinding, LintWriter } from './lintFormats';
import type { Level } from './options';
import { unixLine } from './unixFormat';

/** Annotations of one kind that GitHub shows of a step; it drops the others without a word. */
const MOST = 10;

const KINDS = ['warning', 'notice'] as const;

type Kind = (typeof KINDS)[number];

/**
 * For GitHub Actions: workflow commands that become annotations. Of more than are shown, the last one says how many
 * there are, and all others are plain lines of the log.
 */
export function github(): LintWriter {
  return {
    part: ({ name }, findings) => ({
      text: '',
      counts: {},
      each: findings.map((finding) => ({
        severity: finding.severity,
        command: commandOf(kindOf(finding.severity), name, finding),
        line: unixLine(name, finding),
      })),
    }),
    document: () => {
      const all: EachFinding[] = [];
      return {
        begin: '',
        add: ({ each = [] }) => {
          for (const finding of each) all.push(finding);
          return '';
        },
        end: () =>
          KINDS.map((kind) =>
            lines(
              kind,
              all.filter(({ severity }) => kindOf(severity) === kind),
            ),
          ).join(''),
      };
    },
  };
}

function kindOf(severity: Level): Kind {
  return severity === 'warning' ? 'warning' : 'notice';
}

function lines(kind: Kind, found: readonly EachFinding[]): string {
  const shown = found.length > MOST ? found.slice(0, MOST - 1) : found;
  const rest = found.slice(shown.length);
  const written = [...shown.map(({ command }) => command), ...rest.map(({ line }) => line)];
  if (rest.length > 0) {
    written.push(
      `::${kind} title=Copydesk::${rest.length} more of ${found.length} findings are in the log of this step`,
    );
  }
  return written.map((line) => `${line}\n`).join('');
}

function commandOf(
  kind: Kind,
  name: string,
  { range: { start, end }, code, message }: PlacedFinding,
): string {
  const properties = {
    file: name,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns for findings of one line alone.
    ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
    title: `${ruleOf(code)?.title ?? code} (${code})`,
  };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${kind} ${written.join(',')}::${escapeData(message)}`;
}

/** What runners take for the end of a command, encoded as they decode it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
