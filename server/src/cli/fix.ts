import { diagnose } from '../rules/diagnose';
import { fixAll } from '../rules/fixAll';
import { isAtLeast } from '../rules/rule';
import { encode, undecodable } from './encoding';
import { replaceContent, UserError } from './files';
import type { Level } from './options';
import { Run, type RunOptions } from './run';
import type { Terminal } from './terminal';
import { unifiedDiff } from './unifiedDiff';

export interface FixOptions extends RunOptions {
  /** Files are left as they are. */
  readonly dryRun: boolean;
  /** What would change is written as a unified diff, and files are left as they are. */
  readonly diff: boolean;
  /** The lowest severity that the exit code tells of. */
  readonly failOn: Level;
}

/**
 * `copydesk fix`: applies the preferred fixes to each dump. Standard input is a filter: its text, fixed or not, goes to
 * standard output. Returns the exit code, which tells of the findings that the files hold afterwards.
 */
export async function fix(terminal: Terminal, options: FixOptions): Promise<number> {
  const run = new Run(terminal, options);
  const keeps = options.dryRun || options.diff;
  await run.forEach(async (subject) => {
    const { name, path, bytes, decoded, dump, settings } = subject;
    const isFilter = path === null && !keeps;
    if (!decoded.isExact) throw new UserError(`${name}: ${undecodable(decoded)}; left as it is`);
    if (subject.hasConfigProblems) throw new UserError(`${name}: its settings are not clear; left as it is`);
    if (!dump.isDump) {
      run.skip(subject);
      if (isFilter) await terminal.out(bytes);
      return;
    }
    const onFailure = run.onRuleFailure(name);
    const result = fixAll(decoded.text, dump, { settings, recognize: subject.recognize, onFailure });
    const content = result.edits.length === 0 ? bytes : encode(result.text, decoded.encoding);
    if (options.diff) await terminal.out(unifiedDiff(name, decoded.text, result));
    if (isFilter) await terminal.out(content);
    else if (path !== null && !keeps && result.edits.length > 0) await replaceContent(path, bytes, content);
    if (result.fixed > 0)
      terminal.note(
        `${name}: ${keeps ? 'would mend' : 'mended'} ${result.fixed} ${result.fixed === 1 ? 'finding' : 'findings'}`,
      );
    const left = diagnose(keeps ? dump : result.dump, settings, onFailure);
    if (left.some(({ severity }) => isAtLeast(severity, options.failOn))) run.found();
  });
  return run.exitCode;
}
