import { comparePositions, type Range } from '../core/model/range';
import type { FixEdit } from '../protocol';
import type { PlacedFinding } from '../rules/diagnose';
import { ruleOf } from '../rules/registry';
import type { TextEdit } from '../rules/rule';

/**
 * What can be mended in a dump, in order of place and without overlaps: the edits of fixing all, and of each finding
 * that has no one right fix the first choice, unless it would touch another edit.
 * @param fixAll The edits of fixing all.
 */
export function fixes(findings: readonly PlacedFinding[], fixAll: readonly TextEdit[]): readonly FixEdit[] {
  const sure = fixAll.map((edit): FixEdit => {
    const cause = findings.find(({ fixes }) =>
      fixes.some(({ preferred, edits }) => preferred && edits.some(({ range }) => meets(range, edit.range))),
    );
    return { ...edit, sure: true, label: labelOf(cause), reason: cause?.message ?? '' };
  });
  const taken = [...sure];
  for (const finding of findings) {
    const choices = finding.fixes;
    const [first] = choices;
    if (first === undefined || choices.some(({ preferred }) => preferred)) continue;
    if (first.edits.some(({ range }) => taken.some((edit) => meets(edit.range, range)))) continue;
    const reason = choices.length > 1 ? `${first.title}, one of ${choices.length} choices` : first.title;
    taken.push(
      ...first.edits.map((edit) => ({
        ...edit,
        sure: false,
        label: labelOf(finding),
        reason: `${reason}. ${finding.message}`,
      })),
    );
  }
  return taken.sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function labelOf(finding: PlacedFinding | undefined): string {
  return (finding && ruleOf(finding.code)?.title) ?? 'Consequence of another fix';
}

/** Whether two ranges overlap or touch. */
function meets(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
