import type { Dump } from '../core/model/page';
import { dumpFindingsOf, findingsOf } from './findings';

/**
 * Whether rules report the same of two texts, at the same places. Pages that both have are not looked into, so that it
 * costs about what differs.
 */
export function haveSameFindings(before: Dump, after: Dump): boolean {
  return (
    before.isDump === after.isDump &&
    before.pages.length === after.pages.length &&
    after.pages.every(({ page, startLine }, index) => {
      const other = before.pages[index];
      if (other?.startLine !== startLine) return false;
      return other.page === page || isSame(findingsOf(other.page), findingsOf(page));
    }) &&
    isSame(dumpFindingsOf(before), dumpFindingsOf(after))
  );
}

/** Findings are plain data, and rules make them with their properties in one order. */
function isSame(a: ReturnType<typeof findingsOf>, b: ReturnType<typeof findingsOf>): boolean {
  return a.findings.length === b.findings.length && JSON.stringify(a.findings) === JSON.stringify(b.findings);
}
