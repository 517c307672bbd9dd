import type { Dump, Page } from '../core/model/page';
import { comparePositions } from '../core/model/range';
import { perObject } from '../core/perObject';
import { firstLongLine, withoutLongLines } from '../core/text/longLines';
import { perPage } from './perPage';
import { DUMP_RULES, PAGE_RULES } from './registry';
import type { Finding } from './rule';

/** A rule that failed on a page: an error in Copydesk, to be shown to a person or written to a log. */
export interface RuleFailure {
  readonly code: string;
  readonly error: unknown;
}

/** What rules report of a page, or of a file. */
export interface Findings {
  /** In order of place; at one place in order of the rules. Ranges are relative to what was checked. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Checks a page with every rule for pages, once: a page is immutable. A rule that fails does not take the others with it. */
export const findingsOf: (page: Page) => Findings = perPage((page) => {
  const checked = withoutLongLines(page);
  return collect(PAGE_RULES, (rule) => rule.check(checked));
});

/** The same with the rules that look at the whole file. */
export const dumpFindingsOf: (dump: Dump) => Findings = perObject((dump: Dump) => {
  const checked = checkedPart(dump);
  return collect(DUMP_RULES, (rule) => rule.checkDump(checked));
});

function checkedPart(dump: Dump): Dump {
  if (firstLongLine(dump) === null) return dump;
  return { ...dump, pages: dump.pages.map((placed) => ({ ...placed, page: withoutLongLines(placed.page) })) };
}

function collect<R extends { readonly code: string }>(
  rules: readonly R[],
  check: (rule: R) => Iterable<Finding>,
): Findings {
  const byRule: Finding[][] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    try {
      byRule.push([...check(rule)]);
    } catch (error) {
      failures.push({ code: rule.code, error });
    }
  }
  return { findings: inOrder(byRule.flat()), failures };
}

/** Findings sorted by place; those of one place keep their order. */
export function inOrder<F extends Finding>(findings: readonly F[]): readonly F[] {
  return findings.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
}
