import type { Page } from '../core/model/page';
import { comparePositions } from '../core/model/range';
import { RULES } from './registry';
import type { Finding } from './rule';

/** A rule that failed on a page: an error in Copydesk, to be shown to a person or written to a log. */
export interface RuleFailure {
  readonly code: string;
  readonly error: unknown;
}

/** What all rules report of a page. */
export interface PageFindings {
  /** In order of place; at one place in order of the rules. Ranges are relative to the page. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

const known = new WeakMap<Page, PageFindings>();

/** Checks a page with every rule, once: a page is immutable. A rule that fails does not take the others with it. */
export function findingsOf(page: Page): PageFindings {
  const before = known.get(page);
  if (before) return before;
  const byRule: Finding[][] = [];
  const failures: RuleFailure[] = [];
  for (const rule of RULES) {
    try {
      byRule.push([...rule.check(page)]);
    } catch (error) {
      failures.push({ code: rule.code, error });
    }
  }
  const findings = byRule.flat().sort((a, b) => comparePositions(a.range.start, b.range.start));
  const all = { findings, failures };
  known.set(page, all);
  return all;
}
