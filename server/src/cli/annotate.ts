import { isContent, ROLES, type Role } from '../core/model/role';
import { linesOf } from '../core/text/lines';
import { annotation, rolesOf } from './annotation';
import { undecodable } from './encoding';
import { type Desk, Run, type RunOptions } from './run';
import { type Colors, colorsOf, cutToWidth, printable, type Style } from './terminal';
import type { Work } from './work/job';
import { findingsInFile, type Subject } from './work/subject';

/** How `annotate` can write. */
export const ANNOTATE_FORMATS = ['json', 'jsonl', 'lines'] as const;

export interface AnnotateOptions extends RunOptions {
  readonly format: (typeof ANNOTATE_FORMATS)[number];
  readonly style: Style;
}

/** `copydesk annotate`: what is recognized in each file. Returns the exit code. */
export async function annotate(desk: Desk, options: AnnotateOptions): Promise<number> {
  const run = new Run(desk, options);
  await run.forEach({ command: 'annotate', options }, annotateWork(options), () => ({
    take: async (text) => {
      if (text !== null) await desk.terminal.out(text);
    },
  }));
  return run.exitCode;
}

/** Writes what is recognized in a text. */
export function annotateWork({ format, style }: AnnotateOptions): Work<string> {
  return (subject, report) => {
    const { unit, decoded, dump } = subject;
    if (!decoded.isExact) report.note(`${unit.name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (format !== 'lines') {
      const findings = findingsInFile(subject, report.onRuleFailure(subject));
      return `${JSON.stringify(annotation(subject, findings))}\n`;
    }
    if (dump.isDump) return underHeading(subject, style);
    report.skip(subject);
    return null;
  };
}

const ROLE_WIDTH = Math.max(...ROLES.map((role) => role.length));

/** The role of each line beside it; of several files each below its name. */
function underHeading(subject: Subject, style: Style): string {
  const { name, isOnly, part } = subject.unit;
  const lines = linesOutput(subject, style);
  if (isOnly) return lines;
  const heading = `${colorsOf(style).underline(printable(name))}\n`;
  return `${part === null || part.number === 1 ? heading : ''}${lines}${part === null || part.isLast ? '\n' : ''}`;
}

function linesOutput({ decoded, dump }: Subject, style: Style): string {
  const roles = rolesOf(dump);
  const colors = colorsOf(style);
  const width = style.columns === null ? null : Math.max(1, style.columns - ROLE_WIDTH - 2);
  const lines = linesOf(decoded.text).map((text, line) => {
    const role = roles[line] ?? '';
    if (role === '') return '';
    const shown = printable(text).trimEnd();
    const paint = paintOf(role, colors);
    return paint(
      `${role.padEnd(ROLE_WIDTH)}  ${width === null ? shown : cutToWidth(shown.replaceAll('\t', ' '), width)}`,
    );
  });
  return `${lines.join('\n')}\n`;
}

/** Furniture is faded, as in the editor; what names the article stands out. */
function paintOf(role: Role, colors: Colors): (text: string) => string {
  if (!isContent(role)) return colors.dim;
  switch (role) {
    case 'headline':
      return colors.bold;
    case 'deck':
    case 'subheading':
      return colors.yellow;
    case 'byline':
    case 'metadata':
      return colors.cyan;
    default:
      return String;
  }
}
