import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import * as v from 'valibot';
import { isRealDay } from '../core/dates/calendar';
import type { CalendarDate } from '../core/model/date';
import { ruleOf } from '../rules/registry';
import { SEVERITIES, type Severity } from '../rules/rule';
import { unknownRule } from '../rules/settings';
import { localToday } from '../runtime';
import { INPUT_FORMATS } from './input/units';
import type { RunOptions } from './run';

/** The severities that findings can have. */
export const LEVELS = ['hint', 'information', 'warning'] as const satisfies readonly Severity[];

export type Level = (typeof LEVELS)[number];

/** The lowest severity that the exit code tells of. */
export const failOnOption = new Option(
  '--fail-on <severity>',
  'exit with 1 where findings are at or above this',
)
  .choices(LEVELS)
  .default('warning');

/** How many findings at or above `--fail-on` the exit code lets pass. */
export const maxWarningsOption = new Option(
  '--max-warnings <count>',
  'let so many findings at or above --fail-on pass',
)
  .argParser(countArgument)
  .default(0);

/** Options of every command that reads files. */
export const commonOptions: readonly Option[] = [
  new Option('--rule <code=severity>', `set a rule to ${SEVERITIES.join(', ')} (may be repeated)`)
    .argParser(ruleArgument)
    .default({}, 'as in the settings'),
  new Option('--config <file>', 'take settings from this file, not from the nearest .copydesk.json'),
  new Option('--no-config', 'take no settings files'),
  new Option('--now <date>', 'the day that counts as today, YYYY-MM-DD').argParser(dayArgument),
  new Option('--assume-dump', 'take every file for a dump').default(false),
  new Option('--stdin-filename <file>', 'what - is called, and where its settings are looked for'),
  new Option('--from <format>', 'what files hold; auto tells by their names, of - by its first bytes')
    .choices(INPUT_FORMATS)
    .default('auto'),
  new Option('--text-field <name>', 'the field of JSON Lines that holds the text').default('text'),
  new Option('--workers <count>', 'threads that share the work')
    .argParser(workersArgument)
    .default(availableParallelism(), 'as many as the machine can run at once'),
];

/** `--quiet` of commands that tell of nothing else. */
export const quietOption = new Option(
  '--quiet',
  'say nothing of files that are no dumps, nor how far the run is',
).default(false);

const commonShape = v.object({
  rule: v.record(v.string(), v.picklist(SEVERITIES)),
  config: v.optional(v.union([v.string(), v.literal(false)])),
  now: v.optional(v.object({ year: v.number(), month: v.number(), day: v.number() })),
  assumeDump: v.boolean(),
  stdinFilename: v.optional(v.string()),
  from: v.picklist(INPUT_FORMATS),
  textField: v.string(),
  workers: v.number(),
  quiet: v.boolean(),
});

/** Reads what the parser of the arguments found for {@link commonOptions}. */
export function runOptions(files: readonly string[], options: unknown): RunOptions {
  const { rule, config, now, ...others } = v.parse(commonShape, options);
  return {
    ...others,
    files,
    config: config === undefined ? 'nearest' : config === false ? 'none' : { path: config },
    rules: { rules: rule },
    now: now ?? localToday(),
    inPlace: false,
  };
}

function ruleArgument(
  argument: string,
  previous: Readonly<Record<string, Severity>>,
): Readonly<Record<string, Severity>> {
  const [, code, word] = /^([^=]*)=(.*)$/s.exec(argument) ?? [];
  if (code === undefined) throw new InvalidArgumentError('It is a rule and its severity: furniture=off.');
  if (!ruleOf(code)) throw new InvalidArgumentError(unknownRule(code));
  const severity = SEVERITIES.find((each) => each === word);
  if (!severity) throw new InvalidArgumentError(`Severities are ${SEVERITIES.join(', ')}.`);
  return { ...previous, [code]: severity };
}

function countArgument(argument: string): number {
  if (!/^\d{1,9}$/.test(argument)) throw new InvalidArgumentError('It is a whole number: 10.');
  return Number(argument);
}

function workersArgument(argument: string): number {
  const count = countArgument(argument);
  if (count < 1 || count > 256) throw new InvalidArgumentError('It is a number from 1 to 256.');
  return count;
}

function dayArgument(argument: string): CalendarDate {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(argument) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || !isRealDay(year, month, day)) {
    throw new InvalidArgumentError('It is a day: 2025-02-05.');
  }
  return { year, month, day };
}
