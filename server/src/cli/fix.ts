import { diagnose } from '../rules/diagnose';
import { fixAll } from '../rules/fixAll';
import { isAtLeast } from '../rules/rule';
import { encode, undecodable } from './encoding';
import { replaceContent, UserError } from './files';
import { LargeFix } from './largeFix';
import type { Level } from './options';
import { type Desk, type Handler, Run, type RunOptions } from './run';
import { uninterrupted } from './signals';
import { unifiedDiff } from './unifiedDiff';
import type { Work } from './work/job';

export interface FixOptions extends RunOptions {
  /** Files are left as they are. */
  readonly dryRun: boolean;
  /** What would change is written as a unified diff, and files are left as they are. */
  readonly diff: boolean;
  /** The lowest severity that the exit code tells of. */
  readonly failOn: Level;
}

/** What fixing made of one text. */
interface FixResult {
  /** The fixed text; null where it is as it was, or is not asked for. */
  readonly content: Uint8Array | null;
  readonly diff: string;
  /** Number of findings that were fixed. */
  readonly fixed: number;
  /** Whether the exit code is to tell of findings that are left. */
  readonly isFound: boolean;
}

/**
 * `copydesk fix`: applies the preferred fixes to each dump. Standard input is a filter: its text, fixed or not, goes to
 * standard output. Returns the exit code, which tells of the findings that the files hold afterwards.
 */
export async function fix(desk: Desk, options: FixOptions): Promise<number> {
  const run = new Run(desk, options);
  const keeps = options.dryRun || options.diff;
  const large = new LargeFix();
  const tell = (name: string, fixed: number) =>
    desk.terminal.note(
      `${name}: ${keeps ? 'would mend' : 'mended'} ${fixed} ${fixed === 1 ? 'finding' : 'findings'}`,
    );
  const handler: Handler<FixResult> = {
    settle: async ({ content }, { name, origin, part }) => {
      if (content && origin.kind === 'file' && part === null) {
        await uninterrupted(() => replaceContent(name, origin.state, content));
      }
      return [];
    },
    take: async (result, unit) => {
      const isLarge = unit.part !== null && unit.origin.kind === 'file' && !keeps;
      const fixed = isLarge ? await large.take(result, unit) : (result?.fixed ?? 0);
      if (result && unit.origin.kind === 'stdin' && result.content) await desk.terminal.out(result.content);
      if (result && result.diff !== '') await desk.terminal.out(result.diff);
      if (fixed > 0) tell(unit.name, fixed);
      if (result?.isFound) run.found();
    },
  };
  try {
    await run.forEach({ command: 'fix', options }, fixWork(options), () => handler);
  } finally {
    await large.close();
  }
  return run.exitCode;
}

/** Mends a text. */
export function fixWork({ dryRun, diff, failOn }: FixOptions): Work<FixResult> {
  const keeps = dryRun || diff;
  return (subject, report) => {
    const { unit, bytes, decoded, dump, settings } = subject;
    const { name, origin, part } = unit;
    if (!decoded.isExact) throw new UserError(`${name}: ${undecodable(decoded)}; left as it is`);
    if (subject.config.problems.length > 0) {
      throw new UserError(`${name}: its settings are not clear; left as it is`);
    }
    if (diff && part)
      throw new UserError(`${name}: too large for --diff; --dry-run counts what would be mended`);
    // What is written anew, be it to standard output, is written whole.
    const unchanged = !keeps && (part !== null || origin.kind === 'stdin') ? bytes : null;
    if (!dump.isDump) {
      report.skip(subject);
      return { content: unchanged, diff: '', fixed: 0, isFound: false };
    }
    const onFailure = report.onRuleFailure(subject);
    const result = fixAll(decoded.text, dump, { settings, recognize: subject.recognize, onFailure });
    const isChanged = result.edits.length > 0 && !keeps;
    const left = diagnose(keeps ? dump : result.dump, settings, onFailure);
    return {
      content: isChanged ? encode(result.text, decoded.encoding) : unchanged,
      diff: diff ? unifiedDiff(name, decoded.text, result) : '',
      fixed: result.fixed,
      isFound: left.some(({ severity }) => isAtLeast(severity, failOn)),
    };
  };
}
