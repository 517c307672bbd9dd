import type { Disposable } from 'vscode-languageserver';
import type { CalendarDate } from './core/model/date';

/** What the server needs of the place that it runs in: a Node process or a Worker. */
export interface Runtime {
  /** Runs `task` once the messages that wait have been read. */
  defer(task: () => void): void;
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

/** The day on the clock of this machine. */
export function localToday(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
