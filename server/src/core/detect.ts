/** Whether a text is an article dump. */
export interface Detection {
  /** 0 (surely not) to 1 (surely). */
  readonly score: number;
  /** What spoke for or against, for people. */
  readonly reasons: readonly string[];
}

/** From this score on a text counts as a dump. */
export const IS_DUMP = 0.5;

/** From this score on an editor may switch a plain text to a dump without asking. */
export const SURELY_DUMP = 0.9;

/** UTF-16 units that detection looks at. */
export const DETECTION_LENGTH = 8192;

/** Judges the first {@link DETECTION_LENGTH} units of a text. Cheap: for every text file that an editor opens. */
export declare function detect(text: string): Detection;
