#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { runCommandLine } from './program';
import { processTerminal } from './terminal';

if (isMainThread) void main();
else void import('./work/thread').then(({ serveThread }) => serveThread());

async function main(): Promise<void> {
  // Writes tell of their failures themselves; without listeners these would end the process with a stack.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const desk = { terminal: processTerminal(), program: import.meta.filename };
  const code = await runCommandLine(desk, process.argv.slice(2));
  // What is still being read is of no use to a reader that is gone.
  if (code === null) process.exit();
  process.exitCode = code;
}
