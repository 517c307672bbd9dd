import * as l10n from '@vscode/l10n';
import { comparePositions } from '../core/model/range';
import type { FixEdit } from '../protocol';
import type { PlacedFinding } from '../rules/diagnose';
import type { TextEdit } from '../rules/rule';
import { TakenRanges } from './takenRanges';
import { ruleTitle } from './words';

/**
 * What can be mended in a dump, in order of place and without overlaps: the edits of fixing all, and of each finding
 * that has no one right fix the first choice, unless it would touch another edit.
 * @param fixAll The edits of fixing all, in order of place.
 */
export function fixes(findings: readonly PlacedFinding[], fixAll: readonly TextEdit[]): readonly FixEdit[] {
  const causes = causesOf(findings, fixAll);
  const all = fixAll.map((edit, index): FixEdit => {
    const cause = causes[index];
    return { ...edit, sure: true, label: labelOf(cause), reason: cause?.message ?? '' };
  });
  const taken = new TakenRanges(all.map(({ range }) => range));
  for (const finding of findings) {
    const choices = finding.fixes;
    const [first] = choices;
    if (first === undefined || choices.some(({ preferred }) => preferred)) continue;
    if (first.edits.some(({ range }) => taken.meets(range))) continue;
    const reason =
      choices.length > 1 ? l10n.t('{0}, one of {1} choices', first.title, choices.length) : first.title;
    for (const edit of first.edits) {
      taken.add(edit.range);
      all.push({ ...edit, sure: false, label: labelOf(finding), reason: `${reason}. ${finding.message}` });
    }
  }
  return all.sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** For each edit the first finding that has a preferred fix there: one walk along both, which are in order of place. */
function causesOf(
  findings: readonly PlacedFinding[],
  edits: readonly TextEdit[],
): readonly (PlacedFinding | undefined)[] {
  const places = findings
    .flatMap((finding, index) =>
      finding.fixes.flatMap((fix) =>
        fix.preferred ? fix.edits.map(({ range }) => ({ finding, index, range })) : [],
      ),
    )
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
  let next = 0;
  let near: typeof places = [];
  return edits.map(({ range: { start, end } }) => {
    near = near.filter((place) => comparePositions(place.range.end, start) >= 0);
    for (; next < places.length; next++) {
      const place = places[next];
      if (!place || comparePositions(place.range.start, end) > 0) break;
      if (comparePositions(place.range.end, start) >= 0) near.push(place);
    }
    return near.reduce((first, place) => (first && first.index <= place.index ? first : place), near[0])
      ?.finding;
  });
}

function labelOf(finding: PlacedFinding | undefined): string {
  return finding ? ruleTitle(finding.code) : l10n.t('Consequence of another fix');
}
