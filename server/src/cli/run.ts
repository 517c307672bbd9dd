import { relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { CalendarDate } from '../core/model/date';
import type { Dump } from '../core/model/page';
import { type RecognizeOptions, recognize } from '../core/recognize';
import type { RuleFailure } from '../rules/findings';
import { ignoresFor } from '../rules/ignores';
import { recognitionFor } from '../rules/recognition';
import { mergeSettings, type Settings } from '../rules/settings';
import { type ConfigChoice, Configs, type LoadedConfig } from './configs';
import { type Decoded, decode } from './encoding';
import { codeOf, readBytes, UserError } from './files';
import { findInputs, STANDARD_INPUT } from './inputs';
import type { Terminal } from './terminal';

/** What every command that reads files is told. */
export interface RunOptions {
  readonly files: readonly string[];
  readonly config: ConfigChoice;
  /** Severities that were given as arguments; they come before those of settings files. */
  readonly rules: Settings;
  /** The day that counts as today. */
  readonly now: CalendarDate;
  readonly assumeDump: boolean;
  /** Nothing is said of files that are left alone as they are no dumps. */
  readonly quiet?: boolean;
  /** What standard input is called, and where its settings are looked for. */
  readonly stdinFilename?: string | undefined;
}

/** A file that was read and recognized. */
export interface Subject {
  /** For messages and output. */
  readonly name: string;
  /** Null for standard input. */
  readonly path: string | null;
  /** Whether it was given by its name, and not found in a folder or by a pattern. */
  readonly named: boolean;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  readonly dump: Dump;
  readonly settings: Settings;
  /** Where its settings come from, and its path below that. */
  readonly config: LoadedConfig;
  readonly pathBelow: string;
  /** Whether its settings file has something wrong in it. */
  readonly hasConfigProblems: boolean;
  /** Recognizes a changed text of it. */
  readonly recognize: (text: string, previous: Dump) => Dump;
}

/** Exit codes: the contract with scripts. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

/** One run of a command over its files: what is told to people, and how it ends. */
export class Run {
  readonly terminal: Terminal;
  readonly #options: RunOptions;
  readonly #told = new Set<string>();
  #failed = false;
  #found = false;
  #skipped = 0;

  constructor(terminal: Terminal, options: RunOptions) {
    this.terminal = terminal;
    this.#options = options;
  }

  get exitCode(): number {
    return this.#failed ? EXIT.failure : this.#found ? EXIT.findings : EXIT.clean;
  }

  /** Does the work for each file in order. What fails for one is told, and the others still have their turn. */
  async forEach(work: (subject: Subject, isOnly: boolean) => Promise<void>): Promise<void> {
    const configs = new Configs(this.#options.config, (message) => this.fail(message));
    const inputs = await findInputs(this.#options.files, (error) => this.fail(error.message));
    for (const { path, named } of inputs) {
      try {
        await work(await this.#read(path, named, configs), inputs.length === 1);
      } catch (error) {
        if (codeOf(error) === 'EPIPE') throw error;
        this.fail(error instanceof UserError ? error.message : `${path}: ${internal(error)}`);
      }
    }
    if (this.#skipped > 0 && !this.#options.quiet) {
      this.terminal.note(
        `${this.#skipped} other ${this.#skipped === 1 ? 'file is not a dump' : 'files are not dumps'}`,
      );
    }
  }

  /** Tells of a failure, once. */
  fail(message: string): void {
    this.#failed = true;
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.terminal.note(message);
  }

  /** Tells that a file is left alone as it is no dump: by name where it was given so, else counted. */
  skip({ name, named, dump }: Subject): void {
    if (named && !this.#options.quiet)
      this.terminal.note(
        `${name}: not a dump (score ${dump.score.toFixed(2)}); --assume-dump checks it all the same`,
      );
    else this.#skipped++;
  }

  /** There are findings that the exit code is to tell of. */
  found(): void {
    this.#found = true;
  }

  /** For rules that fail on a file. */
  onRuleFailure(name: string): (failure: RuleFailure) => void {
    return ({ code, error }) => this.fail(`${name}: rule ${code}: ${internal(error)}`);
  }

  async #read(path: string, named: boolean, configs: Configs): Promise<Subject> {
    const { stdinFilename, rules, now, assumeDump } = this.#options;
    const isStdin = path === STANDARD_INPUT;
    const name = isStdin ? (stdinFilename ?? STANDARD_INPUT) : path;
    const bytes = isStdin ? await buffer(process.stdin) : await readBytes(path);
    const decoded = decode(bytes);
    const place = isStdin ? (stdinFilename ?? 'stdin') : path;
    const loaded = await configs.of(place);
    const { config } = loaded;
    const below = relative(loaded.folder, resolve(place)).split(sep).join('/');
    const options: RecognizeOptions = { ...recognitionFor(config, below), assumeDump, now };
    return {
      name,
      path: isStdin ? null : path,
      named,
      bytes,
      decoded,
      dump: recognize(decoded.text, options),
      settings: { ...mergeSettings(config.settings, rules), ignores: ignoresFor(config.ignores, below) },
      config: loaded,
      pathBelow: below,
      hasConfigProblems: config.problems.length > 0,
      recognize: (text, previous) => recognize(text, options, previous),
    };
  }
}

/** An error that is Copydesk's own, with what is needed to find it. */
function internal(error: unknown): string {
  return `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
