import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end and answers what it printed. Throws, with that output, where it fails. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...environment(options), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += String(data);
    });
    child.stderr.on('data', (data) => {
      output += String(data);
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) done(output);
      else fail(new Error(`${command} ${args.join(' ')}: ${signal ?? `exit code ${code}`}\n${output}`));
    });
  });
}

/** Runs npm, the one that runs us where there is one; its configuration, registry included, is the user's. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', ...args];
  const script = process.env['npm_execpath'];
  return script === undefined
    ? run('npm', quiet, { cwd })
    : run(process.execPath, [script, ...quiet], { cwd });
}

/**
 * Puts the files of a package of the npm registry, without its dependencies and without running its scripts,
 * into a folder, and lets `finish` complete them. Does nothing where the folder is there; nothing half done
 * is ever left at its place.
 */
export async function fetchPackage(
  specifier: string,
  folder: string,
  finish: (folder: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return;
  const partial = `${folder}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    console.error(`Getting ${specifier} (once) ...`);
    await npm(['pack', specifier, '--ignore-scripts', '--pack-destination', partial], partial);
    const archive = readdirSync(partial).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) throw new Error(`npm packed no archive of ${specifier}`);
    await run('tar', ['-xzf', archive, '--strip-components=1'], { cwd: partial });
    rmSync(join(partial, archive));
    await finish(partial);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The program of that name on the PATH, if any. */
export function onPath(name: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((each) => join(folder, each)))
    .find((path) => existsSync(path));
}

const running = new Set<ChildProcess>();

/**
 * Starts a program that runs beside us. It gets a process group of its own, and the whole group ends with us,
 * however we end.
 */
export function start(command: string, args: readonly string[], options: RunOptions = {}) {
  const child = spawn(command, args, {
    ...environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a program started by {@link start} and waits for its end. */
export async function stop(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  kill(child);
  await ended;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // It ended in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

process.once('exit', () => {
  for (const child of running) kill(child);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // In order, so that nothing writes into folders that are removed at the end.
    void Promise.all([...running].map(stop)).then(() => process.exit(1));
  });
}

function environment(options: RunOptions) {
  return {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
  };
}
