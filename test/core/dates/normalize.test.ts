import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeDates } from '../../../server/src/core/dates';
import {
  normalizeDates,
  rewriteDate,
  TARGET_PATTERNS,
  type TargetPattern,
  writingPlace,
} from '../../../server/src/core/dates/normalize';
import type { DateOrder, KnownOrder } from '../../../server/src/core/model/date';
import { comparePositions } from '../../../server/src/core/model/range';
import { datesOfCase, readDateCases } from '../../support/dateCases';
import { markedDump } from '../../support/markedDump';

/** A line with its dates in another form. */
function rewritten(
  line: string,
  pattern: TargetPattern,
  language = 'en',
  order: DateOrder | null = 'dmy',
): string {
  const dates = judgeDates([line], { roles: ['metadata'], order, language, now: null });
  let text = line;
  for (const date of [...dates].reverse()) {
    const rewrite = rewriteDate(date, pattern, { language, isDayFirst: order === 'dmy' });
    if (!rewrite) continue;
    const { start, end } = rewrite.range;
    text = text.slice(0, start.character) + rewrite.newText + text.slice(end.character);
  }
  return text;
}

test('a date is written in each form', () => {
  assert.deepEqual(
    TARGET_PATTERNS.map((pattern) => rewritten('Date: 05/02/2025', pattern)),
    ['Date: 2025-02-05', 'Date: 05/02/2025', 'Date: February 05, 2025', 'Date: 5 February 2025'],
  );
  assert.equal(rewritten('02/05/2025', 'yyyy-MM-dd', 'en-US', 'mdy'), '2025-02-05');
});

test('names are those of the date’s language, else of the page’s', () => {
  assert.equal(rewritten('5. März 2024', 'd MMMM yyyy', 'de'), '5 März 2024');
  assert.equal(rewritten('05.03.2024', 'd MMMM yyyy', 'de'), '5 März 2024');
  assert.equal(rewritten('2024-06-22', 'd MMMM yyyy', 'ru'), '22 июня 2024');
  assert.equal(rewritten('5 de febrero de 2025', 'yyyy-MM-dd', 'es'), '2025-02-05');
  assert.equal(rewritten('2025年2月5日', 'yyyy-MM-dd', 'ja'), '2025-02-05');
  assert.equal(rewritten('2025년 2월 5일', 'dd/MM/yyyy', 'ko'), '05/02/2025');
});

test('weekday and time stay as they are', () => {
  assert.equal(rewritten('Wednesday, February 5, 2025', 'd MMMM yyyy'), 'Wednesday, 5 February 2025');
  assert.equal(rewritten('05/02/2025 10:15 GMT', 'yyyy-MM-dd'), '2025-02-05 10:15 GMT');
});

test('what is no single sound day stays as it is', () => {
  const lines = [
    '30 February 2025',
    'February 2025',
    '12-15 May 2024',
    '3 days ago',
    'Juche 113 (2024)',
    'Tuesday, 5 February 2025',
  ];
  for (const line of lines) assert.equal(rewritten(line, 'yyyy-MM-dd'), line);
  assert.equal(rewritten('05/02/2025', 'yyyy-MM-dd', 'en', null), '05/02/2025', 'ambiguous');
});

test('a time stamp stays: with another date in it, it would be none', () => {
  const stamp = '2024-12-31T10:15:00Z';
  for (const pattern of TARGET_PATTERNS) assert.equal(rewritten(stamp, pattern), stamp);
});

test('days are written first only where they are read so', () => {
  assert.equal(rewritten('5 February 2025', 'dd/MM/yyyy', 'en', null), '5 February 2025');
  assert.equal(rewritten('5 February 2025', 'dd/MM/yyyy', 'en', 'mdy'), '5 February 2025');
  const place = (marked: string): boolean => {
    const page = markedDump(marked).dump.pages[0]?.page;
    assert.ok(page);
    const order: KnownOrder = {
      order: marked.includes('02/05') ? 'mdy' : 'dmy',
      reason: 'the profile of this site',
    };
    const dates = page.dates.map((date) => ({ ...date, order }));
    return writingPlace({ ...page, dates }, true).isDayFirst;
  };
  assert.equal(place('metadata | no date'), false);
  assert.equal(place('metadata | {2025-02-05=05/02/2025}'), true);
  assert.equal(place('metadata | {2025-02-05=02/05/2025}'), false);
});

test('a field, or the whole file, is rewritten in order of place', () => {
  const { dump } = markedDump(`
metadata     | {2024-12-31=31 December 2024}
paragraph    | On {2025-01-05=January 5, 2025} and {2024-05-06=6 May 2024}.
===
metadata     | {2025-02-03=3 February 2025}
`);
  const lines = (role: 'metadata' | null): readonly (readonly [number, string])[] =>
    normalizeDates(dump, 'yyyy-MM-dd', role).map(({ range, newText }) => [range.start.line, newText]);
  assert.deepEqual(lines('metadata'), [
    [0, '2024-12-31'],
    [2, '2025-02-03'],
  ]);
  assert.deepEqual(lines(null), [
    [0, '2024-12-31'],
    [1, '2025-01-05'],
    [1, '2024-05-06'],
    [2, '2025-02-03'],
  ]);
});

test('over all cases a rewritten date has its day still, and a second pass changes nothing', () => {
  let count = 0;
  for (const each of readDateCases()) {
    for (const date of datesOfCase(each)) {
      for (const pattern of TARGET_PATTERNS) {
        const place = { language: each.language, isDayFirst: each.order === 'dmy' && each.place !== 'prose' };
        const rewrite = rewriteDate(date, pattern, place);
        if (!rewrite) continue;
        count++;
        assert.ok(comparePositions(date.range.start, rewrite.range.start) <= 0);
        assert.ok(comparePositions(rewrite.range.end, date.range.end) <= 0);
        const { start, end } = rewrite.range;
        const line = each.text.slice(0, start.character) + rewrite.newText + each.text.slice(end.character);
        const again = datesOfCase({ ...each, text: line }).filter(
          ({ range }) => range.start.character <= start.character && start.character < range.end.character,
        );
        const what = `${each.id}: ${each.text} -> ${line}`;
        assert.deepEqual(
          again.map(({ iso }) => iso),
          [date.iso],
          what,
        );
        assert.ok(
          again.every((next) => rewriteDate(next, pattern, place) === null),
          what,
        );
      }
    }
  }
  assert.ok(count > 800, String(count));
});
