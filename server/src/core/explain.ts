import type { Page } from './model/page';

/** One reason for a line's role. */
export interface Reason {
  /** For people: `stands alone between blank lines and is short`. */
  readonly text: string;
  /** How much it speaks for (or, negative, against) the role: natural logarithm of odds. */
  readonly weight: number;
}

/** Why a line of the page has its role: reasons for and against, the strongest first. Empty for blank lines. */
export declare function explain(page: Page, line: number): readonly Reason[];
