import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { EXIT } from './exit';
import { codeOf, UserError } from './files';
import type { Desk } from './run';
import type { Terminal } from './terminal';

/**
 * Runs a command line, without the names of the program before it, and returns the exit code; null where the reader of
 * its output went away before the end.
 */
export async function runCommandLine(desk: Desk, args: readonly string[]): Promise<number | null> {
  let code: number = EXIT.clean;
  const program = createProgram(desk.terminal);
  try {
    // An editor waits for its server, which starts without what the other commands are made of.
    if (args[0] !== 'lsp') {
      const { addCommands } = await import('./commands');
      addCommands(program, desk, (ended) => {
        code = ended;
      });
    }
    addServer(program);
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

/** The program without the commands that read files. Usage errors and `--help` are thrown as `CommanderError`. */
function createProgram({ usage }: Terminal): Command {
  return new Command('copydesk')
    .description('Reads article dumps: text dumps of scraped news pages, with site furniture left in.')
    .version(version)
    .exitOverride()
    .configureOutput(usage)
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
}

function addServer(program: Command): void {
  program
    .command('lsp')
    .description('serve editors by the Language Server Protocol')
    .requiredOption('--stdio', 'talk over standard input and output')
    // Editors add arguments of their own, such as --clientProcessId=1.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      // Loaded when it is asked for, as the other commands are.
      await import('../node/main');
    });
}
