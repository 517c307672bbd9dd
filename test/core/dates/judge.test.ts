import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DateContext, judgeDates } from '../../../server/src/core/dates';
import type { DateMention } from '../../../server/src/core/model/date';
import type { Role } from '../../../server/src/core/model/role';

/** Judges a page of lines with their roles. */
function judge(
  page: readonly (readonly [Role, string])[],
  context: Partial<DateContext> = {},
): readonly DateMention[] {
  const lines = page.map(([, text]) => text);
  return judgeDates(lines, {
    roles: page.map(([role]) => role),
    order: null,
    language: 'en',
    now: null,
    ...context,
  });
}

const values = (dates: readonly DateMention[]): readonly (string | null)[] => dates.map(({ iso }) => iso);
const codes = (dates: readonly DateMention[]): readonly string[] =>
  dates.flatMap(({ problems }) => problems.map(({ code }) => code));

describe('dates: values', () => {
  it('are never read over the end of a line', () => {
    const dates = judge([
      ['metadata', 'Published: May 3, 2025'],
      ['paragraph', 'The ferry came in May'],
      ['paragraph', '3, 2025 people waited.'],
    ]);
    assert.deepEqual(
      dates.map(({ range }) => range.start.line),
      [0],
    );
  });

  it('are what is written, without shifts of zones', () => {
    const [date] = judge([['paragraph', 'Sent 2024-12-31T23:30:00-05:00.']]);
    assert.equal(date?.iso, '2024-12-31');
    assert.deepEqual(date?.day, { year: 2024, month: 12, day: 31 });
    assert.equal(date?.time, '23:30:00-05:00');
  });

  it('are reduced where parts are missing, and intervals for ranges', () => {
    assert.deepEqual(
      values(
        judge([['paragraph', 'On December 30, in March 2024, on January 25-28, 2025, in Juche 113 (2024).']]),
      ),
      ['XXXX-12-30', '2024-03', '2025-01-25/2025-01-28', '2024'],
    );
  });

  it('are none for days that do not exist and dates with two readings', () => {
    assert.deepEqual(values(judge([['paragraph', 'On February 30, 2025, and 03/04/2025 and 31/13/2024.']])), [
      null,
      null,
      null,
    ]);
  });

  it('are those of the one sure repair for damaged dates', () => {
    assert.deepEqual(values(judge([['related-date', 'Febuary l5, 2025']])), ['2025-02-15']);
  });

  it('lie on the page, from the era where no other year stands', () => {
    assert.deepEqual(
      values(judge([['paragraph', '令和6年12月31日に、主体113年4月15日に']], { language: 'ja' })),
      ['2024-12-31', '2024-04-15'],
    );
  });
});

describe('dates: the order of numbers', () => {
  const field = (date: string): readonly [Role, string] => ['metadata', `Date: ${date}`];

  it('is the profile’s in fields, and not in running text', () => {
    const dates = judge([field('03/04/2025'), ['paragraph', 'Signed on 03/04/2025.']], { order: 'dmy' });
    assert.deepEqual(values(dates), ['2025-04-03', null]);
    assert.equal(dates[0]?.order?.order, 'dmy');
    assert.match(dates[0]?.order?.reason ?? '', /profile/);
    assert.deepEqual(codes(dates), ['date-ambiguous']);
  });

  it('is the convention of the language', () => {
    assert.deepEqual(values(judge([['paragraph', 'Signé le 03/04/2025.']], { language: 'fr' })), [
      '2025-04-03',
    ]);
    assert.deepEqual(values(judge([['paragraph', 'Signed on 03/04/2025.']], { language: 'en-US' })), [
      '2025-03-04',
    ]);
    assert.deepEqual(values(judge([['paragraph', 'Aláírva: 03.04.2025']], { language: 'hu' })), [
      '2025-04-03',
    ]);
    assert.deepEqual(values(judge([field('24.12.31')], { language: 'ko' })), ['2024-12-31']);
  });

  it('is learnt from other dates of the same kind of place, never from the date itself', () => {
    assert.deepEqual(values(judge([field('31/12/2024'), field('03/04/2025')])), ['2024-12-31', '2025-04-03']);
    assert.deepEqual(codes(judge([field('31/12/2024'), ['paragraph', 'Signed on 03/04/2025.']])), [
      'date-ambiguous',
    ]);
    assert.deepEqual(codes(judge([field('12/31/2024')])), []);
    assert.deepEqual(codes(judge([field('12/31/2024'), field('28/11/2024'), field('30/11/2024')])), [
      'date-field-order',
    ]);
  });

  it('is learnt from other pages of the site', () => {
    assert.deepEqual(
      values(
        judge([field('03/04/2025')], { learntOrder: { order: 'mdy', reason: 'other dumps of this site' } }),
      ),
      ['2025-03-04'],
    );
  });
});

describe('dates: fields and running text', () => {
  it('keeps to what is wrong everywhere in running text', () => {
    assert.deepEqual(
      codes(judge([['paragraph', 'On Feb. 5 2025, 5 February 2025, 2025-02-05, March 2024, May 5, 1592.']])),
      [],
    );
  });

  it('reports one primary problem a date, the first of the table', () => {
    assert.deepEqual(codes(judge([['paragraph', 'On Monday, Febuary 30 , 2025, it froze.']])), [
      'date-impossible',
    ]);
  });

  it('adds relations to other dates, and says to which', () => {
    const dates = judge([
      ['capture-date', 'February 05, 2025'],
      ['metadata', 'Date: 2025-03-15'],
      ['related-date', 'March 15, 2025'],
      ['related-date', 'February 01, 2025'],
    ]);
    assert.deepEqual(codes(dates), ['date-after-capture', 'date-related-after-capture']);
    assert.deepEqual(dates[1]?.problems[0]?.other, dates[0]?.range);
  });

  it('does not trust a capture that most dates follow', () => {
    const dates = judge([
      ['capture-date', 'February 05, 2020'],
      ['related-date', 'March 15, 2025'],
      ['related-date', 'March 14, 2025'],
      ['related-date', 'March 13, 2025'],
    ]);
    assert.deepEqual(codes(dates), []);
  });

  it('takes the day that counts as today from outside', () => {
    const page = [['capture-date', 'March 05, 2027']] as const;
    assert.deepEqual(codes(judge(page)), []);
    assert.deepEqual(codes(judge(page, { now: { year: 2026, month: 12, day: 1 } })), ['date-future']);
    assert.deepEqual(codes(judge(page, { now: { year: 2027, month: 3, day: 4 } })), []);
  });

  it('lets a site show days without a year', () => {
    const cards = ['Dec 23', 'Dec 22', 'Dec 21', 'Dec 20'].map((text): readonly [Role, string] => [
      'related-date',
      text,
    ]);
    assert.deepEqual(codes(judge(cards)), []);
    assert.deepEqual(codes(judge(cards.slice(0, 1))), ['date-incomplete']);
  });

  it('does not ask a label for what stands on the next line', () => {
    assert.deepEqual(
      codes(
        judge([
          ['metadata', 'Published:'],
          ['metadata', '5 May 2025'],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      codes(
        judge([
          ['metadata', 'Published:'],
          ['metadata', 'Harbour Post'],
        ]),
      ),
      ['date-missing'],
    );
  });

  it('says nothing of `May` among abbreviations', () => {
    const card = (text: string): readonly [Role, string] => ['related-date', text];
    assert.deepEqual(codes(judge([card('Feb 03, 2025'), card('Jan 31, 2025'), card('May 19, 2024')])), []);
    assert.deepEqual(codes(judge([card('Feb 03, 2025'), card('Jan 31, 2025'), card('January 19, 2025')])), [
      'date-style',
    ]);
  });
});
