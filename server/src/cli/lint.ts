import { linesOf } from '../core/text/lines';
import { diagnose } from '../rules/diagnose';
import { isAtLeast } from '../rules/rule';
import { undecodable } from './encoding';
import { createReporter, type LintFormat } from './lintFormats';
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
  let counted = 0;
  await run.forEach(async (subject) => {
    const { name, decoded, dump, settings } = subject;
    if (!decoded.isExact) terminal.note(`${name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (!dump.isDump) {
      run.skip(subject);
      return;
    }
    const findings = diagnose(dump, settings, run.onRuleFailure(name));
    counted += findings.filter(({ severity }) => isAtLeast(severity, options.failOn)).length;
    await terminal.out(
      reporter.file(
        { name, lines: linesOf(decoded.text) },
        findings.filter(({ severity }) => isAtLeast(severity, options.level)),
      ),
    );
  });
  await terminal.out(reporter.end());
  if (counted > options.maxWarnings) run.found();
  return run.exitCode;
}
