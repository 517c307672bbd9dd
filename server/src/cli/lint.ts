import { linesOf } from '../core/text/lines';
import { diagnose, type PlacedFinding } from '../rules/diagnose';
import { isAtLeast } from '../rules/rule';
import { undecodable } from './encoding';
import { IgnoreUse } from './ignoreUse';
import { createReporter, type LintedFile, type LintFormat } from './lintFormats';
import type { Level } from './options';
import { Run, type RunOptions } from './run';
import type { Terminal } from './terminal';

export interface LintOptions extends RunOptions {
  readonly format: LintFormat;
  /** The lowest severity that is written. */
  readonly level: Level;
  /** The lowest severity that the exit code tells of. */
  readonly failOn: Level;
  /** How many findings at or above that are let pass. */
  readonly maxWarnings: number;
}

/** `copydesk lint`: what the rules report of each dump. Returns the exit code. */
export async function lint(terminal: Terminal, options: LintOptions): Promise<number> {
  const run = new Run(terminal, options);
  const reporter = createReporter(options.format, terminal.colors);
  const ignores = new IgnoreUse();
  let counted = 0;
  async function write(file: LintedFile, findings: readonly PlacedFinding[]): Promise<void> {
    counted += findings.filter(({ severity }) => isAtLeast(severity, options.failOn)).length;
    await terminal.out(
      reporter.file(
        file,
        findings.filter(({ severity }) => isAtLeast(severity, options.level)),
      ),
    );
  }
  await run.forEach(async (subject) => {
    const { name, decoded, dump, settings } = subject;
    if (!decoded.isExact) terminal.note(`${name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (!dump.isDump) {
      run.skip(subject);
      return;
    }
    ignores.add(subject);
    await write({ name, lines: linesOf(decoded.text) }, diagnose(dump, settings, run.onRuleFailure(name)));
  });
  for (const { file, findings } of ignores.findings(options.rules)) await write(file, findings);
  await terminal.out(reporter.end());
  if (counted > options.maxWarnings) run.found();
  return run.exitCode;
}
