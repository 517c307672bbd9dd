import { linesOf } from '../core/text/lines';
import { firstLongLine, LONGEST_LINE } from '../core/text/longLines';
import type { PlacedFinding } from '../rules/diagnose';
import { isAtLeast } from '../rules/rule';
import { Configs } from './configs';
import { undecodable } from './encoding';
import { IgnoreUse, type UnusedIgnores, unusedIgnoresOf } from './ignoreUse';
import { createWriter, type LintedFile, type LintFormat, type LintPart } from './lintFormats';
import type { Level } from './options';
import { type Desk, Run, type RunOptions } from './run';
import { colorsOf, type Style } from './terminal';
import type { Work } from './work/job';
import { findingsInFile } from './work/subject';

export interface LintOptions extends RunOptions {
  readonly format: LintFormat;
  readonly style: Style;
  /** The lowest severity that is written. */
  readonly level: Level;
  /** The lowest severity that the exit code tells of. */
  readonly failOn: Level;
  /** How many findings at or above that are let pass. */
  readonly maxWarnings: number;
}

/** What the rules report of one text. */
interface LintResult {
  readonly part: LintPart;
  /** How many findings the exit code is to tell of. */
  readonly counted: number;
  readonly unused: UnusedIgnores | null;
}

/** `copydesk lint`: what the rules report of each dump. Returns the exit code. */
export async function lint(desk: Desk, options: LintOptions): Promise<number> {
  const { terminal } = desk;
  const run = new Run(desk, options);
  const write = partWriter(options);
  const document = createWriter(options.format, colorsOf(options.style)).document();
  const ignores = new IgnoreUse(new Configs(options.config));
  let counted = 0;
  const take = async (result: Omit<LintResult, 'unused'>): Promise<void> => {
    counted += result.counted;
    const text = document.add(result.part);
    if (text !== '') await terminal.out(text);
  };
  if (document.begin !== '') await terminal.out(document.begin);
  await run.forEach({ command: 'lint', options }, lintWork(options), () => ({
    take: async (result) => {
      if (result === null) return;
      if (result.unused) await ignores.add(result.unused);
      await take(result);
    },
  }));
  for (const { file, findings } of ignores.findings(options.rules)) await take(write(file, findings));
  await terminal.out(document.end());
  if (counted > options.maxWarnings) run.found();
  return run.exitCode;
}

/** Looks for findings in a text, and writes them. */
export function lintWork(options: LintOptions): Work<LintResult> {
  const write = partWriter(options);
  return (subject, report) => {
    const { unit, decoded, dump } = subject;
    if (!decoded.isExact) report.note(`${unit.name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (!dump.isDump) {
      report.skip(subject);
      return null;
    }
    const longLine = firstLongLine(dump);
    if (longLine !== null)
      report.note(
        `${unit.name}: line ${longLine + 1} is not checked: it has more than ${LONGEST_LINE} characters`,
      );
    const { name, record, part } = unit;
    const file = { name, record, lines: linesOf(decoded.text), firstLine: part?.firstLine ?? 0 };
    const findings = findingsInFile(subject, report.onRuleFailure(subject));
    return { ...write(file, findings), unused: unusedIgnoresOf(subject) };
  };
}

function partWriter({ format, style, level, failOn }: LintOptions) {
  const writer = createWriter(format, colorsOf(style));
  return (file: LintedFile, findings: readonly PlacedFinding[]): Omit<LintResult, 'unused'> => ({
    part: writer.part(
      file,
      findings.filter(({ severity }) => isAtLeast(severity, level)),
    ),
    counted: findings.filter(({ severity }) => isAtLeast(severity, failOn)).length,
  });
}
