import type { ScannedDate } from '../dates';
import type { ProfileMatch } from '../profiles/match';
import type { LineMeasures } from './measures';

/** A non-blank line of a page, with what is known of it before any judgement. */
export interface PageLine {
  /** Line number in the page. */
  readonly line: number;
  /** Without line end and without white space around. */
  readonly text: string;
  readonly measures: LineMeasures;
  /** Blank lines before it. */
  readonly gap: number;
  /** Whether dates, clocks and what belongs to them are all that the line holds. */
  readonly dateOnly: boolean;
  readonly dates: readonly ScannedDate[];
}

/** What evidence sources look at: the non-blank lines of one page in order. */
export interface PageView {
  readonly lines: readonly PageLine[];
  /** The profile that fits the page and the lines that its templates matched. */
  readonly profile: ProfileMatch | null;
}

/**
 * Says that a cue was seen on a line.
 * @param index into {@link PageView.lines}
 * @param cue key of the source's {@link EvidenceSource.cues}
 * @param strength 1 where the cue is plainly there; less or more scales its weights
 * @param detail what was seen, to be shown after the cue's reason
 */
export type Emit = (index: number, cue: string, strength?: number, detail?: string) => void;

/**
 * Something that knows about lines. It never decides: it says which cues it sees, and the weights (a data file) say
 * what each cue is worth for each role.
 */
export interface EvidenceSource {
  /** Every cue that it may emit, with the reason that a person is shown. */
  readonly cues: Readonly<Record<string, string>>;
  /** Looks at a page in time linear in its length. */
  observe(page: PageView, emit: Emit): void;
}
