import { CommanderError } from 'commander';
import { codeOf } from './files';
import { createProgram } from './program';
import { EXIT } from './run';
import { processTerminal } from './terminal';

// Writes tell of their failures themselves; without listeners these would end the process with a stack.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const terminal = processTerminal();
const program = createProgram(terminal, (code) => {
  process.exitCode = code;
});

program.parseAsync().catch((error: unknown) => {
  // A reader that has seen enough, such as `head`, is no failure.
  if (codeOf(error) === 'EPIPE') return;
  process.exitCode = EXIT.failure;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) process.exitCode = EXIT.clean;
    return;
  }
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
