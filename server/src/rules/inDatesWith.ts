import type { DateProblem } from '../core/model/date';
import type { Page } from '../core/model/page';
import { comparePositions, overlap, type Range } from '../core/model/range';

/**
 * A test whether a range shares a character with a date of the page that has such a problem. The date rules report
 * those, so that other rules keep off them. Takes logarithmic time; nothing until it is first asked.
 */
export function inDatesWith(
  page: Page,
  isSuch: (problem: DateProblem) => boolean,
): (range: Range) => boolean {
  let known: readonly Range[] | null = null;
  return (range) => {
    known ??= rangesOfDates(page, isSuch);
    const dates = known;
    let low = 0;
    let high = dates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const date = dates[middle];
      if (date && comparePositions(date.end, range.start) <= 0) low = middle + 1;
      else high = middle;
    }
    const first = dates[low];
    return first !== undefined && overlap(first, range);
  };
}

function rangesOfDates(page: Page, isSuch: (problem: DateProblem) => boolean): readonly Range[] {
  return page.dates
    .filter((date) => date.problems.some(isSuch))
    .map((date) => date.range)
    .sort((a, b) => comparePositions(a.start, b.start));
}
