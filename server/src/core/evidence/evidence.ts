import type { Correction } from '../corrections';
import type { ScannedDate } from '../dates';
import type { ProfileMatch } from '../profiles/match';
import type { LineMeasures } from './measures';
import type { CueCategory } from './words';

/** A non-blank line of a page, with what is known of it before any judgement. */
export interface PageLine {
  /** Line number in the page. */
  readonly line: number;
  /** Without line end and without white space around. */
  readonly text: string;
  /** UTF-16 units of white space before it. */
  readonly indent: number;
  readonly measures: LineMeasures;
  /** Blank lines before it. */
  readonly gap: number;
  /** Whether it is part of a paragraph whose lines were wrapped at one width. */
  readonly wrapped: boolean;
  /** Whether dates, clocks and what belongs to them are all that the line holds. */
  readonly dateOnly: boolean;
  /** Columns count from the beginning of the line, with its white space. */
  readonly dates: readonly ScannedDate[];
  /** Words that sites put on their furniture, as far as the line is short enough for them to tell something. */
  readonly phrases: readonly CuePhrase[];
  /** What these tell of the line where it is short; empty for longer ones. */
  readonly categories: ReadonlySet<CueCategory>;
  /** Hashes of the words at its beginning that tell something. */
  readonly tellingWords: readonly number[];
  /** Whether it opens with a place and an agency, as news texts do. */
  readonly hasDateline: boolean;
  /** Whether it is a person's name and nothing else. */
  readonly isName: boolean;
}

/** A phrase of a word list and what it tells. */
export interface CuePhrase {
  readonly phrase: string;
  readonly value: CueCategory;
}

/** What evidence sources look at: the non-blank lines of one page in order. */
export interface PageView {
  readonly lines: readonly PageLine[];
  /** The profile that fits the page and the lines that its templates matched. */
  readonly profile: ProfileMatch | null;
  /** What a person said of lines, by index. */
  readonly corrected: ReadonlyMap<number, Correction>;
  /**
   * What was learnt from other pages. Null where a built-in profile fits, which tells more, or where no model is at hand.
   */
  readonly learnt: LearntOdds | null;
}

/** For each line of a page the log odds that it is ... */
export interface LineOdds {
  /** ... of the article's text. */
  readonly content: Float32Array;
  /** ... its title. */
  readonly headline: Float32Array;
  /** ... its author line. */
  readonly byline: Float32Array;
  /** ... the line with its date. */
  readonly metadata: Float32Array;
}

/** What was learnt from other pages of one page's lines. */
export interface LearntOdds extends LineOdds {
  /** Index of the line that is likest the title when all are compared; -1 where there is none. */
  readonly title: number;
  /** Where the author or authors stand; null where nobody is likely enough. */
  readonly author: NamedSpan | null;
}

/** A stretch of one of a page's lines. */
export interface NamedSpan {
  /** Index into {@link PageView.lines}. */
  readonly index: number;
  /** Columns of the line's text, without the white space around it. */
  readonly start: number;
  readonly end: number;
}

/** A model of lines. */
export type LineJudge = (page: PageView) => LearntOdds;

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
