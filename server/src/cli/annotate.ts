import { isContent, ROLES, type Role } from '../core/model/role';
import { linesOf } from '../core/text/lines';
import { diagnose } from '../rules/diagnose';
import { annotation, rolesOf } from './annotation';
import { undecodable } from './encoding';
import { Run, type RunOptions, type Subject } from './run';
import { type Colors, cutToWidth, printable, type Terminal } from './terminal';

/** How `annotate` can write. */
export const ANNOTATE_FORMATS = ['json', 'lines'] as const;

export interface AnnotateOptions extends RunOptions {
  readonly format: (typeof ANNOTATE_FORMATS)[number];
}

/** `copydesk annotate`: what is recognized in each file. Returns the exit code. */
export async function annotate(terminal: Terminal, options: AnnotateOptions): Promise<number> {
  const run = new Run(terminal, options);
  await run.forEach(async (subject, isOnly) => {
    const { name, decoded, dump, settings } = subject;
    if (!decoded.isExact) terminal.note(`${name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (options.format === 'json') {
      const findings = diagnose(dump, settings, run.onRuleFailure(name));
      await terminal.out(`${JSON.stringify(annotation(name, dump, findings))}\n`);
    } else if (dump.isDump) {
      const heading = isOnly ? '' : `${terminal.colors.underline(printable(name))}\n`;
      await terminal.out(`${heading}${linesOutput(subject, terminal)}${isOnly ? '' : '\n'}`);
    } else {
      run.skip(subject);
    }
  });
  return run.exitCode;
}

const ROLE_WIDTH = Math.max(...ROLES.map((role) => role.length));

/** The role of each line beside it. */
function linesOutput({ decoded, dump }: Subject, { colors, columns }: Terminal): string {
  const roles = rolesOf(dump);
  const width = columns === null ? null : Math.max(1, columns - ROLE_WIDTH - 2);
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
