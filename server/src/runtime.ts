import type { Disposable } from 'vscode-languageserver';
import type { CalendarDate } from './core/model/date';
import type { Steps } from './core/steps';

/** What the server needs of the place that it runs in: a Node process or a Worker. */
export interface Runtime {
  /** Runs `task` once the messages that wait have been read. */
  defer(task: () => void): void;
  /** Milliseconds of work after which waiting messages are read; {@link TURN} if left out. */
  readonly turn?: number;
  /** Runs `task` after `milliseconds`, unless disposed before. */
  delay(task: () => void, milliseconds: number): Disposable;
  /** Today where the person is. */
  today(): CalendarDate;
  /** The text of the file at a URI, null where there is none. Absent where files cannot be reached. */
  readFile?(uri: string): Promise<string | null>;
  /**
   * Whether a symbolic link at or above a URI leads out of all of the folders, in one of which it seems to be. Absent
   * where files cannot be reached.
   */
  leadsOutside?(uri: string, folders: readonly string[]): Promise<boolean>;
  /** The JSON text of the translations that are shipped for a language (`ko`), null where there are none. */
  readTranslations?(language: string): Promise<string | null>;
}

/** A fifth of the time in which an answer seems to come at once (100 ms: Miller 1968, Nielsen 1993). */
const TURN = 20;

/** Does work step by step, and lets others have their turn where it takes long. */
export async function inTurns<T>(steps: Steps<T>, runtime: Pick<Runtime, 'defer' | 'turn'>): Promise<T> {
  const turn = runtime.turn ?? TURN;
  for (let end = performance.now() + turn; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await new Promise<void>((resolve) => runtime.defer(resolve));
    end = performance.now() + turn;
  }
}

/** The day on the clock of this machine. */
export function localToday(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
