import { type Command, Option } from 'commander';
import * as v from 'valibot';
import { EXPORT_FORMATS } from '../core/export';
import { ANNOTATE_FORMATS, annotate } from './annotate';
import { DATES_FORMATS, dates } from './dates';
import { exportFiles } from './export';
import { fix } from './fix';
import { lint } from './lint';
import { LINT_FORMAT_NAMES } from './lintFormats';
import { commonOptions, failOnOption, LEVELS, maxWarningsOption, quietOption, runOptions } from './options';
import type { Desk } from './run';

const FILES = '<files...>';
const FILES_HELP =
  'files (.txt, .dump, .jsonl, .warc, .wet, also .gz), patterns, folders, or - for standard input';

const annotateShape = v.object({ format: v.picklist(ANNOTATE_FORMATS) });
const datesShape = v.object({ format: v.picklist(DATES_FORMATS) });
const lintShape = v.object({
  format: v.picklist(LINT_FORMAT_NAMES),
  level: v.optional(v.picklist(LEVELS)),
  failOn: v.picklist(LEVELS),
  maxWarnings: v.number(),
  quiet: v.boolean(),
});
const exportShape = v.object({
  format: v.picklist(EXPORT_FORMATS),
  output: v.optional(v.string()),
  force: v.boolean(),
});
const fixShape = v.object({ dryRun: v.boolean(), diff: v.boolean(), failOn: v.picklist(LEVELS) });

/** Adds the commands that read files. They hand their exit code to `onExit`. */
export function addCommands(program: Command, desk: Desk, onExit: (code: number) => void): void {
  const { terminal } = desk;
  const { style } = terminal;

  command(program, 'annotate', 'write what is recognized in each file')
    .addOption(quietOption)
    .addOption(
      new Option('--format <format>', 'json and jsonl, which are the same, for programs, lines for people')
        .choices(ANNOTATE_FORMATS)
        .default(terminal.isInteractive ? 'lines' : 'json'),
    )
    .action(async (files: string[], options: unknown) => {
      const { format } = v.parse(annotateShape, options);
      onExit(await annotate(desk, { ...runOptions(files, options), format, style }));
    });

  command(program, 'lint', 'write what the rules report of each dump')
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(LINT_FORMAT_NAMES)
        .default(terminal.isInteractive ? 'stylish' : 'unix'),
    )
    .addOption(
      new Option('--level <severity>', 'write findings at or above this')
        .choices(LEVELS)
        .default(undefined, 'information, or --fail-on where that is lower'),
    )
    .addOption(failOnOption)
    .addOption(maxWarningsOption)
    .option(
      '--quiet',
      'write findings at or above --fail-on alone, and nothing of files that are no dumps, nor how far the run is',
      false,
    )
    .action(async (files: string[], options: unknown) => {
      const { quiet, level, ...rest } = v.parse(lintShape, options);
      const lowest = quiet ? rest.failOn : rest.failOn === 'hint' ? 'hint' : 'information';
      onExit(await lint(desk, { ...runOptions(files, options), ...rest, style, level: level ?? lowest }));
    });

  command(program, 'fix', 'mend dumps where there is one right way; - goes to standard output')
    .addOption(quietOption)
    .option('--dry-run', 'say what would be mended, and leave files as they are', false)
    .option('--diff', 'write a unified diff of what would be mended, and leave files as they are', false)
    .addOption(failOnOption)
    .action(async (files: string[], options: unknown) => {
      const own = v.parse(fixShape, options);
      const inPlace = !own.dryRun && !own.diff;
      onExit(await fix(desk, { ...runOptions(files, options), ...own, inPlace }));
    });

  command(program, 'dates', 'list the dates of dumps: what they say, where, and what is wrong with them')
    .addOption(quietOption)
    .addOption(
      new Option('--format <format>', 'csv counts lines and columns from 1, json and jsonl from 0')
        .choices(DATES_FORMATS)
        .default('csv'),
    )
    .action(async (files: string[], options: unknown) => {
      const { format } = v.parse(datesShape, options);
      onExit(await dates(desk, { ...runOptions(files, options), format }));
    });

  command(program, 'export', 'write the articles of dumps, without the furniture around them')
    .addOption(quietOption)
    .addOption(
      new Option('--format <format>', 'the form that they are written in')
        .choices(EXPORT_FORMATS)
        .default('text'),
    )
    .addOption(
      new Option(
        '--output <folder>',
        'write a file for each dump into this folder, below it as below this one',
      ),
    )
    .addOption(new Option('--force', 'replace files that are in that folder').default(false))
    .action(async (files: string[], options: unknown) => {
      onExit(await exportFiles(desk, { ...runOptions(files, options), ...v.parse(exportShape, options) }));
    });
}

function command(program: Command, name: string, description: string): Command {
  const created = program.command(name).description(description).argument(FILES, FILES_HELP);
  for (const option of commonOptions) created.addOption(option);
  return created;
}
