import type { FileOrders } from './siteTally';

/**
 * Asks files how their sites write dates, each in one of several threads, once a thread wants to know, and tells all of
 * it to each that does. A thread that dies says nothing of its share.
 */
export class SharedTally<Thread> {
  readonly #asked: readonly string[];
  readonly #share: (thread: Thread, files: readonly string[]) => void;
  readonly #tell: (thread: Thread, orders: readonly FileOrders[]) => void;
  readonly #orders: FileOrders[] = [];
  /** Threads that want to know. */
  readonly #asking = new Set<Thread>();
  /** Threads that have not said what their share shows; null before anybody asked. */
  #busy: Set<Thread> | null = null;

  /**
   * @param asked the files
   * @param share gives a thread its share of them
   * @param tell tells a thread what all of them show
   */
  constructor(
    asked: readonly string[],
    share: (thread: Thread, files: readonly string[]) => void,
    tell: (thread: Thread, orders: readonly FileOrders[]) => void,
  ) {
    this.#asked = asked;
    this.#share = share;
    this.#tell = tell;
  }

  /** A thread wants to know. */
  ask(thread: Thread, threads: readonly Thread[]): void {
    this.#asking.add(thread);
    if (this.#busy === null) {
      this.#busy = new Set(threads);
      for (const [index, each] of threads.entries()) {
        this.#share(
          each,
          this.#asked.filter((_, file) => file % threads.length === index),
        );
      }
    }
    this.#tellIfDone();
  }

  /** A thread says what its share shows. */
  take(thread: Thread, orders: readonly FileOrders[]): void {
    this.#orders.push(...orders);
    this.#busy?.delete(thread);
    this.#tellIfDone();
  }

  /** A thread has ended. */
  bury(thread: Thread): void {
    this.#asking.delete(thread);
    this.#busy?.delete(thread);
    this.#tellIfDone();
  }

  #tellIfDone(): void {
    if (this.#busy === null || this.#busy.size > 0) return;
    for (const thread of this.#asking) this.#tell(thread, this.#orders);
    this.#asking.clear();
  }
}
