import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coversLine, datesIn } from '../../../server/src/core/dates';

const textsOf = (line: string): readonly string[] =>
  datesIn(line).map(({ start, end }) => line.slice(start, end));

describe('dates: scanning', () => {
  it('finds dates with their weekday, era and time, in order', () => {
    assert.deepEqual(textsOf('Sent on Monday, 3 March 2025, 10:15 GMT and again 2025-03-04T08:00Z.'), [
      'Monday, 3 March 2025, 10:15 GMT',
      '2025-03-04T08:00Z',
    ]);
    assert.deepEqual(textsOf('會議於民國113年12月31日（星期二）在港口舉行'), ['民國113年12月31日（星期二）']);
    assert.deepEqual(textsOf('«19» марта 112 года чучхе (2023) и 20 марта'), [
      '«19» марта 112 года чучхе (2023)',
      '20 марта',
    ]);
  });

  it('gives columns of the line that it was given', () => {
    assert.deepEqual(
      datesIn('  on May 3, 2025').map(({ start, end }) => [start, end]),
      [[5, 16]],
    );
  });

  it('reads no dates in addresses, paths and file names', () => {
    for (const line of [
      'https://example.org/2024/12/31/ferry',
      'mail harbour.31.12.2024@example.org',
      'scan-2024-12-31.pdf',
      'C:\\logs\\31-12-2024',
    ]) {
      assert.deepEqual(textsOf(line), [], line);
    }
  });

  it('knows lines that are a date and nothing else', () => {
    for (const line of [
      'February 27, 2026Feb 27, 2026',
      ' February 05, 2025 ',
      'Febuary 05, 2025',
      'February 30, 2025',
      '(2025.03.24.)',
      '2 days ago',
      '1 month ago',
      'vor 3 Tagen',
      '3일 전',
      'Wednesday, February 5, 2025 - 10:15',
      '2025年2月5日(水) 10:15',
      '3I/12/2024',
    ]) {
      assert.ok(coversLine(datesIn(line), line), line);
    }
    for (const line of ['', 'February', 'On February 5, 2025', 'February 5, 2025 was cold', '12.31']) {
      assert.ok(!coversLine(datesIn(line), line), line);
    }
  });
});
