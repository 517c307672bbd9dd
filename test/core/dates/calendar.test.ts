import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  isRealDay,
  weekdayOf,
} from '../../../server/src/core/dates/calendar';

describe('calendar', () => {
  it('agrees with the host on every day of three centuries', () => {
    const first = dayNumber({ year: 1800, month: 1, day: 1 });
    const last = dayNumber({ year: 2100, month: 12, day: 31 });
    for (let number = first; number <= last; number++) {
      const host = new Date(number * 86_400_000);
      const date = dateOfDayNumber(number);
      assert.deepEqual(
        [date.year, date.month, date.day, weekdayOf(date) % 7],
        [host.getUTCFullYear(), host.getUTCMonth() + 1, host.getUTCDate(), host.getUTCDay()],
      );
      assert.equal(dayNumber(date), number);
    }
  });

  it('knows the last of February', () => {
    assert.deepEqual(
      [2024, 2023, 1900, 2000, null].map((year) => daysInMonth(year, 2)),
      [29, 28, 28, 29, 29],
    );
    assert.ok(!isRealDay(2025, 13, 1) && !isRealDay(2025, 0, 1) && !isRealDay(2025, 1, 0));
  });
});
