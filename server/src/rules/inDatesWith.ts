import type { DateProblem } from '../core/model/date';
import type { Page } from '../core/model/page';
import { comparePositions, overlap, type Range } from '../core/model/range';

/**
 * A test whether a range shares a character with a date of the page that has such a problem. The date rules report
 * those, so that other rules keep off them. Takes logarithmic time.
 */
export function inDatesWith(
  page: Page,
  isSuch: (problem: DateProblem) => boolean,
): (range: Range) => boolean {
  const dates = page.dates
    .filter((date) => date.problems.some(isSuch))
    .map((date) => date.range)
    .sort((a, b) => comparePositions(a.start, b.start));
  return (range) => {
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
