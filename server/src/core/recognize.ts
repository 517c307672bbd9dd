import type { CalendarDate } from './model/date';
import type { Dump } from './model/page';
import type { Profile } from './profiles/profile';

/** What recognition may know beside the text. */
export interface RecognizeOptions {
  /** The workspace's profiles; they come before the built-in ones. */
  readonly profiles?: readonly Profile[];
  /** A person said that the file is a dump: the score is reported but not asked. */
  readonly assumeDump?: boolean;
  /** The day that counts as today for dates in the future; never read from a clock. */
  readonly now?: CalendarDate | null;
}

/**
 * Recognizes the pages of a text. Any text gives a Dump; nothing throws. Pages whose text stood in `previous` under the
 * same options are taken from there.
 */
export declare function recognize(text: string, options?: RecognizeOptions, previous?: Dump): Dump;
