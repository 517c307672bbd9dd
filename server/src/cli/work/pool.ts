import { Worker } from 'node:worker_threads';
import { failure, type Unit } from '../input/unit';
import type { Reply } from './job';
import type { FromThread, ToThread } from './messages';
import { SharedTally } from './sharedTally';
import type { Task } from './tasks';

/** Where texts are worked on. */
export interface Pool<R> {
  /** How many texts may be under way at once. */
  readonly room: number;
  /** Never fails: what goes wrong is part of the reply. */
  run(unit: Unit): Promise<Reply<R>>;
  /** Ends at once; what is under way is not answered any more. */
  close(): Promise<void>;
}

/** Texts that a thread is sent before it has answered the first of them, so that it never waits. */
const AHEAD = 2;

/** Texts under way for each thread: one that takes long lets the others go on, up to here. */
const ROOM = 16;

/** Works in this thread. */
export function inProcess<R>(work: (unit: Unit) => Promise<Reply<R>>): Pool<R> {
  return { room: 1, run: work, close: async () => {} };
}

interface Order<R> {
  readonly unit: Unit;
  readonly answer: (reply: Reply<R>) => void;
}

interface Thread<R> {
  readonly worker: Worker;
  /** What it was sent and has not answered, in order; it works on the first one. */
  readonly sent: Order<R>[];
}

/** Works in threads of their own. One that dies takes the text with it that it died of, and no other. */
export class Threads<R> implements Pool<R> {
  readonly room: number;
  readonly #file: string;
  readonly #task: Task;
  readonly #count: number;
  readonly #threads: Thread<R>[] = [];
  readonly #tally: SharedTally<Thread<R>>;
  readonly #waiting: Order<R>[] = [];
  #isClosed = false;

  /**
   * @param file the program, which does a task where it is started as a thread
   * @param asked files that show how the dates of their sites are to be read; read when the first text wants to know
   */
  constructor(count: number, file: string, task: Task, asked: readonly string[]) {
    this.room = count * ROOM;
    this.#file = file;
    this.#task = task;
    this.#count = count;
    this.#tally = new SharedTally(
      asked,
      (thread, files) => send(thread, { kind: 'share', files }),
      (thread, orders) => send(thread, { kind: 'orders', orders }),
    );
  }

  run(unit: Unit): Promise<Reply<R>> {
    return new Promise((answer) => {
      this.#waiting.push({ unit, answer });
      this.#send();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #start(): Thread<R> {
    const thread: Thread<R> = { worker: new Worker(this.#file, { workerData: this.#task }), sent: [] };
    let cause = 'the thread ended';
    thread.worker.on('message', (message: FromThread<R>) => this.#hear(thread, message));
    thread.worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    thread.worker.on('exit', () => {
      if (!this.#isClosed) this.#bury(thread, cause);
    });
    this.#threads.push(thread);
    return thread;
  }

  #hear(thread: Thread<R>, message: FromThread<R>): void {
    switch (message.kind) {
      case 'reply':
        thread.sent.shift()?.answer(message.reply);
        this.#send();
        break;
      case 'asks':
        this.#tally.ask(thread, this.#threads);
        break;
      case 'share':
        this.#tally.take(thread, message.orders);
    }
  }

  #bury(thread: Thread<R>, cause: string): void {
    this.#threads.splice(this.#threads.indexOf(thread), 1);
    this.#tally.bury(thread);
    const [died, ...others] = thread.sent;
    this.#waiting.unshift(...others);
    const notes = died ? [failure(`${died.unit.name}: internal error: ${cause}`)] : [];
    died?.answer({ result: null, notes, isSkipped: false });
    this.#send();
  }

  /** Hands out what waits. */
  #send(): void {
    for (let order = this.#waiting[0]; order; order = this.#waiting[0]) {
      const thread = this.#free();
      if (!thread) return;
      this.#waiting.shift();
      thread.sent.push(order);
      send(thread, { kind: 'unit', unit: order.unit });
    }
  }

  /** The thread that has least to do: a new one where none is idle; null where all have enough. */
  #free(): Thread<R> | null {
    const least = this.#threads.toSorted((a, b) => a.sent.length - b.sent.length)[0];
    if ((!least || least.sent.length > 0) && this.#threads.length < this.#count) return this.#start();
    return least && least.sent.length < AHEAD ? least : null;
  }
}

function send({ worker }: Thread<never>, message: ToThread): void {
  worker.postMessage(message);
}
