import { Command, CommanderError, Option } from 'commander';
import * as v from 'valibot';
import { version } from '../../../package.json';
import { EXPORT_FORMATS } from '../core/export';
import { ANNOTATE_FORMATS, annotate } from './annotate';
import { DATES_FORMATS, dates } from './dates';
import { exportFiles } from './export';
import { codeOf, UserError } from './files';
import { fix } from './fix';
import { lint } from './lint';
import { LINT_FORMAT_NAMES } from './lintFormats';
import { commonOptions, failOnOption, LEVELS, maxWarningsOption, quietOption, runOptions } from './options';
import { type Desk, EXIT } from './run';

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

/**
 * Runs a command line, without the names of the program before it, and returns the exit code; null where the reader of
 * its output went away before the end.
 */
export async function runCommandLine(desk: Desk, args: readonly string[]): Promise<number | null> {
  let code: number = EXIT.clean;
  const program = createProgram(desk, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // A reader that has seen enough, such as `head`, is no failure.
    if (codeOf(error) === 'EPIPE') return null;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
    desk.terminal.note(explanation(error));
    return EXIT.failure;
  }
}

function explanation(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof UserError ? error.message : (error.stack ?? error.message);
}

/**
 * The program with its commands. Usage errors and `--help` are thrown as `CommanderError`; other commands hand their
 * exit code to `onExit`.
 */
function createProgram(desk: Desk, onExit: (code: number) => void): Command {
  const { terminal } = desk;
  const { style } = terminal;
  const program = new Command('copydesk')
    .description('Reads article dumps: text dumps of scraped news pages, with site furniture left in.')
    .version(version)
    .exitOverride()
    .configureOutput(terminal.usage)
    .addHelpText(
      'after',
      `
Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or a file that failed.

Examples:
  copydesk annotate --format lines article.txt
  copydesk lint dumps/ --fail-on information
  copydesk lint dumps/ --format sarif --rule furniture=off > findings.sarif
  copydesk fix --diff 'dumps/**/*.txt'
  copydesk dates dumps/ > dates.csv
  copydesk export --format jsonl dumps/ > articles.jsonl
  zcat pages.jsonl.gz | copydesk annotate --format jsonl --from jsonl - > recognized.jsonl`,
    );

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

  program
    .command('lsp')
    .description('serve editors by the Language Server Protocol')
    .requiredOption('--stdio', 'talk over standard input and output')
    // Editors add arguments of their own, such as --clientProcessId=1.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      // Loaded when it is asked for: the other commands start without the language server's libraries.
      await import('../node/main');
    });

  return program;
}

function command(program: Command, name: string, description: string): Command {
  const created = program.command(name).description(description).argument(FILES, FILES_HELP);
  for (const option of commonOptions) created.addOption(option);
  return created;
}
