import type { Dump, Page } from '../core/model/page';
import type { Range } from '../core/model/range';

/** How loud a rule is. Nothing in a dump is an error: sources are evidence, not code. */
export const SEVERITIES = ['off', 'hint', 'information', 'warning'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Whether a severity is as loud as another or louder. */
export function isAtLeast(severity: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(other);
}

/** The quieter of two severities. */
export function quieter<S extends Severity>(severity: S, other: S): S {
  return isAtLeast(severity, other) ? other : severity;
}

/** A replacement of one range; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A way to mend a finding. */
export interface Fix {
  readonly title: string;
  /** In order, without overlaps. */
  readonly edits: readonly TextEdit[];
  /** Whether it is the one right fix. Only such fixes are part of fix-all. */
  readonly preferred: boolean;
}

/** What a rule reports. Ranges are relative to what was checked: the page, or the file. */
export interface Finding {
  readonly code: string;
  readonly range: Range;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Other places that the finding is about. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  /** How loud it is at most, where it weighs less than others of its rule. A setting can make it quieter, never louder. */
  readonly severity?: Exclude<Severity, 'off'>;
  /** The text is not needed by a reader of the article: editors fade it. */
  readonly unnecessary?: true;
}

/** A small dump that shows a rule at work. */
export interface Example {
  /** Text of a whole page, or of a line that a page of the test's own is put around. */
  readonly text: string;
  /** The text after the preferred fixes, where there are any. */
  readonly fixed?: string;
}

/** What documentation and settings say of a rule. */
export interface RuleInfo {
  /** Stable, in kebab case. */
  readonly code: string;
  /** What it reports, as a noun phrase of a few words. */
  readonly title: string;
  /** Why it matters to someone who curates dumps, in Markdown. */
  readonly rationale: string;
  readonly severity: Severity;
  /** Where its findings are quieter, as words that follow the severity: `in running text`. */
  readonly milder?: { readonly severity: Exclude<Severity, 'off'>; readonly where: string };
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
}

/** A check of one page: what most rules are. */
export interface Rule extends RuleInfo {
  /** Findings of one page in order of their places. Pure: the same page gives the same findings. */
  check(page: Page): Iterable<Finding>;
}

/** A check of what has its cause in the whole file, and is one finding there: a wrong code page, mixed line ends. */
export interface DumpRule extends RuleInfo {
  /**
   * Findings of a file in order of their places. Pure. What is costly is to be known by page, so that an edit of one
   * page does not cost a look at all others.
   */
  checkDump(dump: Dump): Iterable<Finding>;
}
