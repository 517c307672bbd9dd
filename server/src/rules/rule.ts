import type { Page } from '../core/model/page';
import type { Range } from '../core/model/range';

/** How loud a rule is. Nothing in a dump is an error: sources are evidence, not code. */
export const SEVERITIES = ['off', 'hint', 'information', 'warning'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Whether a severity is as loud as another or louder. */
export function isAtLeast(severity: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(other);
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

/** What a rule reports. Ranges are relative to the page that was checked. */
export interface Finding {
  readonly code: string;
  readonly range: Range;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Other places that the finding is about. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
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

/** A check with a stable, kebab-case code. */
export interface Rule {
  readonly code: string;
  /** What it reports, as a noun phrase of a few words. */
  readonly title: string;
  /** Why it matters to someone who curates dumps, in Markdown. */
  readonly rationale: string;
  readonly severity: Severity;
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
  /** Findings of one page in order of their places. Pure: the same page gives the same findings. */
  check(page: Page): Iterable<Finding>;
}
