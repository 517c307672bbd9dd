#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { codeOf } from './files';
import { createProgram } from './program';
import { EXIT } from './run';
import { processTerminal } from './terminal';
import { serveThread } from './work/thread';

if (isMainThread) main();
else serveThread();

function main(): void {
  // Writes tell of their failures themselves; without listeners these would end the process with a stack.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const terminal = processTerminal();
  const program = createProgram({ terminal, program: import.meta.filename }, (code) => {
    process.exitCode = code;
  });

  program.parseAsync().catch((error: unknown) => {
    // A reader that has seen enough, such as `head`, is no failure. What is still being read is of no use any more.
    if (codeOf(error) === 'EPIPE') process.exit();
    process.exitCode = EXIT.failure;
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) process.exitCode = EXIT.clean;
      return;
    }
    terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
}
