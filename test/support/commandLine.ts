import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { runCommandLine } from '../../server/src/cli/program';
import { noteLine, type Terminal, wantsColors } from '../../server/src/cli/terminal';

/** The program as it is shipped. */
export const PROGRAM = resolve('dist/cli.js');

/** For `before`: a bundle that is not there would fail every test without saying why. */
export function assertBuilt(): void {
  assert.ok(existsSync(PROGRAM), 'Build first: npm run build.');
}

/** How a command ended and what it wrote. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of a test's own, in which commands are run. */
export class CommandFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** A new folder with these files, gone when the test is over. */
  static async create(
    context: TestContext,
    files: Readonly<Record<string, string | Uint8Array>> = {},
  ): Promise<CommandFolder> {
    const folder = new CommandFolder(await mkdtemp(join(tmpdir(), 'copydesk-cli-')));
    context.after(() => rm(folder.path, { recursive: true, force: true }));
    for (const [name, content] of Object.entries(files)) await folder.write(name, content);
    return folder;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  async write(name: string, content: string | Uint8Array, mode?: number): Promise<void> {
    await mkdir(dirname(this.file(name)), { recursive: true });
    await writeFile(this.file(name), content);
    if (mode !== undefined) await chmod(this.file(name), mode);
  }

  async read(name: string): Promise<Buffer> {
    return readFile(this.file(name));
  }

  /**
   * Runs `copydesk` in the folder, in this process: starting one takes longer than most commands. Nobody is at its
   * terminal, as with files and pipes.
   */
  async run(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    const turn = lastRun.then(() => runHere(this.path, args, options));
    lastRun = turn.catch(() => {});
    return turn;
  }

  /** Runs the program as it is shipped in the folder, in a process of its own. */
  async runShipped(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    const child = this.#start(args, options);
    const [code, stdout, stderr] = await Promise.all([
      ended(child),
      buffer(child.stdout),
      buffer(child.stderr),
    ]);
    return { code, stdout: String(stdout), stderr: String(stderr) };
  }

  /** The same with a reader that goes after the first bytes, as `head` does. */
  async runUnread(args: readonly string[]): Promise<CommandResult> {
    const child = this.#start(args, {});
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, stderr] = await Promise.all([ended(child), buffer(child.stderr)]);
    return { code, stdout: '', stderr: String(stderr) };
  }

  #start(args: readonly string[], { input = '', env = {} }: CommandOptions): ChildProcessWithoutNullStreams {
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: this.path,
      env: { ...inherited, ...env },
    });
    // A program that reads no input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    return child;
  }
}

export interface CommandOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** A process has one current folder, so runs wait for each other. */
let lastRun: Promise<unknown> = Promise.resolve();

async function runHere(
  folder: string,
  args: readonly string[],
  { input = '', env = {} }: CommandOptions,
): Promise<CommandResult> {
  const stdout: (string | Uint8Array)[] = [];
  const stderr: string[] = [];
  const terminal: Terminal = {
    input: Readable.from([Buffer.from(input)]),
    out: async (data) => {
      stdout.push(data);
    },
    note: (message) => stderr.push(noteLine(message)),
    usage: { writeOut: (text) => stdout.push(text), writeErr: (text) => stderr.push(text) },
    isInteractive: false,
    progress: () => {},
    showsProgress: false,
    style: { columns: null, isColored: wantsColors(env, false) },
  };
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await runCommandLine({ terminal, program: PROGRAM }, args);
    const bytes = Buffer.concat(stdout.map((data) => (typeof data === 'string' ? Buffer.from(data) : data)));
    return { code, stdout: String(bytes), stderr: stderr.join('') };
  } finally {
    process.chdir(before);
  }
}

function ended(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
}
