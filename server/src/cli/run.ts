import { detect } from '../core/detect';
import { profilesFor } from '../core/recognize';
import { Configs } from './configs';
import { EXIT } from './exit';
import { codeOf, OutputError, UserError } from './files';
import { findInputs, type Input } from './input/inputs';
import { failure, type Note, type Unit } from './input/unit';
import { type Beginning, type ReadOptions, unitsOf } from './input/units';
import type { Terminal } from './terminal';
import { inOrder } from './work/inOrder';
import { internal, type Reply, type Work, worker } from './work/job';
import { inProcess, type Pool, Threads } from './work/pool';
import { Progress } from './work/progress';
import { askedFiles, orderReader } from './work/siteTally';
import { recognitionIn, type SubjectOptions } from './work/subject';
import type { Task } from './work/tasks';

/** What every command that reads files is told. Plain data. */
export interface RunOptions extends SubjectOptions, ReadOptions {
  readonly files: readonly string[];
  /** Nothing is said of files that are left alone as they are no dumps, nor of how far the run is. */
  readonly quiet: boolean;
  /** Threads that share the work; with one it is done in the program's own. */
  readonly workers: number;
}

/** Where commands run. */
export interface Desk {
  readonly terminal: Terminal;
  /** The program's file, which is started again in threads. */
  readonly program: string;
}

/** What a command does with the results of its task. */
export interface Handler<R> {
  /** Does what may be done for several texts at once, and out of order. Returns what is to be told of it. */
  readonly settle?: (result: R, unit: Unit) => Promise<readonly Note[]>;
  /** Takes the result of each text in order; null where there is none. */
  readonly take: (result: R | null, unit: Unit) => Promise<void>;
}

/** Bytes of texts that are worked on before threads are worth their start. */
const WORTH_THREADS = 4 * 1024 * 1024;

/** Bytes of texts that may be under way at once. */
const MOST_UNDER_WAY = 64 * 1024 * 1024;

/** One run of a command over its files: what is told to people, and how it ends. */
export class Run {
  readonly #desk: Desk;
  readonly #options: RunOptions;
  readonly #told = new Set<string>();
  #failed = false;
  #found = false;

  constructor(desk: Desk, options: RunOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  get exitCode(): number {
    return this.#failed ? EXIT.failure : this.#found ? EXIT.findings : EXIT.clean;
  }

  /** Tells of a failure, once. */
  fail(message: string): void {
    this.#failed = true;
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#desk.terminal.note(message);
  }

  /** There are findings that the exit code is to tell of. */
  found(): void {
    this.#found = true;
  }

  /**
   * Does the task for each text, in threads where that is worth it, and hands the results on in order. What fails for
   * one is told, and the others still have their turn.
   * @param work the task's
   * @param begin is told of the files that will be read
   */
  async forEach<R>(
    task: Task,
    work: Work<R>,
    begin: (inputs: readonly Input[]) => Handler<R>,
  ): Promise<void> {
    const { terminal, program } = this.#desk;
    const { files, inPlace, workers, quiet } = this.#options;
    const inputs = await findInputs(files, inPlace ? 'plain' : 'all', (error) => this.fail(error.message));
    const handler = begin(inputs);
    const progress = new Progress(quiet ? null : terminal, inputs);
    const asked = askedFiles(inputs);
    let pool: Pool<R> = inProcess(worker(work, this.#options, () => orderReader(this.#options)(asked)));
    let handedOut = 0;
    const start = async (item: Unit | Note): Promise<Done<R>> => {
      if ('message' in item) return { unit: null, notes: [item] };
      if (handedOut >= WORTH_THREADS && workers > 1 && pool.room === 1) {
        pool = new Threads(workers, program, task, asked);
      }
      handedOut += sizeOf(item);
      return settled(await pool.run(item), item, handler);
    };
    const room = () => ({ count: pool.room, size: MOST_UNDER_WAY });
    const skipped = { files: 0, records: 0 };
    try {
      for await (const done of inOrder(this.#units(inputs), start, sizeOf, room)) {
        for (const { message, isFailure } of done.notes) {
          if (isFailure) this.fail(message);
          else terminal.note(message);
        }
        if (done.unit === null) continue;
        if (done.isSkipped) skipped[done.unit.record ? 'records' : 'files']++;
        await this.#take(done, handler);
        progress.done(done.unit);
      }
    } finally {
      terminal.progress(null);
      await pool.close();
    }
    if (!quiet) this.#tellSkipped(skipped);
  }

  async #take<R>({ unit, result }: DoneUnit<R>, handler: Handler<R>): Promise<void> {
    try {
      await handler.take(result, unit);
    } catch (error) {
      if (codeOf(error) === 'EPIPE' || error instanceof OutputError) throw error;
      this.fail(error instanceof UserError ? error.message : `${unit.name}: ${internal(error)}`);
    }
  }

  /** The texts of all files, in order. */
  async *#units(inputs: readonly Input[]): AsyncGenerator<Unit | Note> {
    const configs = new Configs(this.#options.config);
    const judge = async (place: string, beginning: string): Promise<Beginning> => {
      const { recognition } = recognitionIn(await configs.of(place), place, this.#options);
      const profiles = profilesFor(recognition);
      const { assumeDump } = recognition;
      const score = assumeDump === undefined ? detect(beginning, profiles).score : Number(assumeDump);
      return { profiles, score };
    };
    const stdin = () => this.#desk.terminal.input;
    for (const input of inputs) yield* unitsOf(input, inputs.length === 1, this.#options, stdin, judge);
  }

  #tellSkipped({ files, records }: { readonly files: number; readonly records: number }): void {
    const { terminal } = this.#desk;
    if (files > 0)
      terminal.note(`${files} other ${files === 1 ? 'file is not a dump' : 'files are not dumps'}`);
    if (records > 0)
      terminal.note(`${records} ${records === 1 ? 'record is not a dump' : 'records are not dumps'}`);
  }
}

/** What came of a text, or what could not be read. */
type Done<R> = DoneUnit<R> | { readonly unit: null; readonly notes: readonly Note[] };

interface DoneUnit<R> extends Reply<R> {
  readonly unit: Unit;
}

async function settled<R>(reply: Reply<R>, unit: Unit, { settle }: Handler<R>): Promise<DoneUnit<R>> {
  if (!settle || reply.result === null) return { ...reply, unit };
  try {
    return { ...reply, unit, notes: [...reply.notes, ...(await settle(reply.result, unit))] };
  } catch (error) {
    const message = error instanceof UserError ? error.message : `${unit.name}: ${internal(error)}`;
    return { ...reply, unit, result: null, notes: [...reply.notes, failure(message)] };
  }
}

function sizeOf(item: Unit | Note): number {
  if ('message' in item) return 0;
  const { content } = item;
  if (content.kind === 'file') return item.readTo;
  return content.kind === 'bytes' ? content.bytes.length : content.text.length;
}
