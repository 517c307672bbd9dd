import { Worker } from 'node:worker_threads';
import { failure, type Unit } from '../input/unit';
import type { Reply } from './job';
import type { Assignment } from './tasks';

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
  readonly #assignment: Assignment;
  readonly #count: number;
  readonly #threads: Thread<R>[] = [];
  readonly #waiting: Order<R>[] = [];
  #isClosed = false;

  /** @param file the program, which serves an assignment where it is started as a thread */
  constructor(count: number, file: string, assignment: Assignment) {
    this.room = count * ROOM;
    this.#file = file;
    this.#assignment = assignment;
    this.#count = count;
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
    const thread: Thread<R> = { worker: new Worker(this.#file, { workerData: this.#assignment }), sent: [] };
    let cause = 'the thread ended';
    thread.worker.on('message', (reply: Reply<R>) => {
      thread.sent.shift()?.answer(reply);
      this.#send();
    });
    thread.worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    thread.worker.on('exit', () => {
      if (!this.#isClosed) this.#bury(thread, cause);
    });
    this.#threads.push(thread);
    return thread;
  }

  #bury(thread: Thread<R>, cause: string): void {
    this.#threads.splice(this.#threads.indexOf(thread), 1);
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
      thread.worker.postMessage(order.unit);
    }
  }

  /** The thread that has least to do: a new one where none is idle; null where all have enough. */
  #free(): Thread<R> | null {
    const least = this.#threads.toSorted((a, b) => a.sent.length - b.sent.length)[0];
    if ((!least || least.sent.length > 0) && this.#threads.length < this.#count) return this.#start();
    return least && least.sent.length < AHEAD ? least : null;
  }
}
