import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OrderTally } from '../../../server/src/core/dates/orderTally';
import { asksForOrder, isUpToDate, mayHaveVotes, ordersOf } from '../../../server/src/core/dates/siteOrders';
import type { Dump } from '../../../server/src/core/model/page';
import { type RecognizeOptions, recognize } from '../../../server/src/core/recognize';
import { diagnose } from '../../../server/src/rules/diagnose';
import { fixAll } from '../../../server/src/rules/fixAll';
import { DEFAULT_SETTINGS } from '../../../server/src/rules/settings';
import { gazetteDump } from '../../support/gazetteDump';

const onFailure = ({ error }: { error: unknown }) => {
  throw error;
};

function tallyOf(texts: readonly string[]): OrderTally {
  const tally = new OrderTally();
  for (const [index, text] of texts.entries()) tally.note(String(index), ordersOf(recognize(text)));
  return tally;
}

/** A text as it is recognized beside others. */
function beside(text: string, others: readonly string[], options: RecognizeOptions = {}): Dump {
  return recognize(text, { ...options, siteVotes: tallyOf(others).without('') });
}

function dateOf({ pages }: Dump, page = 0) {
  const [date] = pages[page]?.page.dates ?? [];
  assert.ok(date);
  const { iso, order, problems } = date;
  return {
    iso,
    reason: order?.reason,
    votes: order?.votes && [order.votes.agree, order.votes.of],
    codes: problems.map(({ code }) => code),
    repairs: problems[0]?.repairs,
  };
}

const OPEN = gazetteDump('03/04/2025');
const DAY_FIRST = [gazetteDump('25/03/2025'), gazetteDump('28/03/2025')];

describe('the order of numbers that other dumps of a site show', () => {
  it('decides where nothing on the page does', () => {
    const alone = recognize(OPEN);
    assert.ok(asksForOrder(alone));
    assert.deepEqual(dateOf(alone).codes, ['date-ambiguous']);
    const read = dateOf(beside(OPEN, DAY_FIRST));
    assert.deepEqual([read.iso, read.codes], ['2025-04-03', []]);
    assert.deepEqual(read.votes, [2, 2]);
    const other = dateOf(beside(OPEN, [gazetteDump('03/25/2025')]));
    assert.deepEqual([other.iso, other.votes], ['2025-03-04', [1, 1]]);
  });

  it('is that of most of them, and none where they are as many', () => {
    const mixed = [...DAY_FIRST, gazetteDump('03/25/2025')];
    assert.deepEqual(dateOf(beside(OPEN, mixed)).votes, [2, 3]);
    assert.deepEqual(dateOf(beside(OPEN, mixed.slice(1))).codes, ['date-ambiguous']);
  });

  it('is not asked of other sites, of texts that are no dumps, and where profile or page say it', () => {
    const others = DAY_FIRST.map((text) => text.replaceAll('Harbour Gazette', 'Valley Courier'));
    assert.deepEqual(dateOf(beside(OPEN, others)).codes, ['date-ambiguous']);
    assert.deepEqual(dateOf(beside(OPEN, ['Published: 25/03/2025'])).codes, ['date-ambiguous']);
    const profile = {
      id: 'gazette',
      title: 'Gazette',
      language: null,
      dateOrder: 'mdy',
      dateForms: [],
      lines: [],
      transitions: [],
    } as const;
    const chosen = beside(OPEN, DAY_FIRST, { profiles: [profile], profile: 'gazette' });
    assert.equal(dateOf(chosen).iso, '2025-03-04');
    const own = OPEN.replace('Read more', 'Updated: 03/25/2025');
    assert.equal(dateOf(beside(own, DAY_FIRST)).reason, 'the other dates of this page');
  });

  it('says that a date is swapped only where most dumps, its own among them, have the other order', () => {
    const swapped = gazetteDump('03/31/2025');
    const one = beside(swapped, DAY_FIRST.slice(1));
    assert.deepEqual([dateOf(one).iso, dateOf(one).codes], ['2025-03-31', []]);
    const two = dateOf(beside(swapped, DAY_FIRST));
    assert.deepEqual([two.iso, two.codes], ['2025-03-31', ['date-field-order']]);
    assert.deepEqual(two.repairs, [{ newText: '31/03/2025', preferred: false }]);
  });

  it('changes nothing that is mended without a question', () => {
    const swapped = gazetteDump('03/31/2025');
    const dump = beside(swapped, DAY_FIRST);
    const found = diagnose(dump, DEFAULT_SETTINGS, onFailure).map(({ code }) => code);
    assert.ok(found.includes('date-field-order'));
    const fixed = fixAll(swapped, dump, {
      settings: DEFAULT_SETTINGS,
      recognize: (text, previous) => recognize(text, {}, previous),
      onFailure,
    });
    assert.equal(fixed.text, swapped);
  });

  it('is learnt from the pages of the same file too', () => {
    const joined = [OPEN, ...DAY_FIRST].join('\n\f\n');
    const dump = recognize(joined);
    assert.equal(dump.pages.length, 3);
    assert.deepEqual(dateOf(dump).votes, [2, 2]);
    const edited = recognize(joined.replace('28/03/2025', '03/28/2025'), {}, dump);
    assert.deepEqual(dateOf(edited).codes, ['date-ambiguous']);
    assert.equal(edited.pages[1]?.page, dump.pages[1]?.page, 'other pages are not analysed again');
  });

  it('does not depend on what was known before', () => {
    const votes = tallyOf(DAY_FIRST).without('');
    const first = recognize(OPEN);
    const then = recognize(OPEN, { siteVotes: votes }, first);
    assert.deepEqual(then, recognize(OPEN, { siteVotes: votes }));
    assert.ok(!isUpToDate(first, votes));
    assert.ok(isUpToDate(then, votes));
    assert.equal(recognize(OPEN, { siteVotes: votes }, then).pages[0]?.page, then.pages[0]?.page);
    assert.deepEqual(recognize(OPEN, {}, then), first);
  });
});

describe('the tally of orders', () => {
  it('takes the votes of a file in place of those it had', () => {
    const tally = tallyOf(DAY_FIRST);
    const votes = () => [...ordersOf(recognize(DAY_FIRST[0] ?? '')).keys()].map(tally.without('0'));
    assert.deepEqual(votes(), [{ dmy: 1, mdy: 0 }]);
    assert.equal(tally.note('1', ordersOf(recognize(DAY_FIRST[1] ?? ''))), false);
    assert.equal(tally.note('1', ordersOf(recognize(gazetteDump('03/28/2025')))), true);
    assert.deepEqual(votes(), [{ dmy: 0, mdy: 1 }]);
    assert.equal(tally.note('1', ordersOf(recognize(OPEN))), true);
    assert.deepEqual(votes(), [{ dmy: 0, mdy: 0 }]);
  });
});

it('texts that may have votes are told cheaply', () => {
  for (const text of ['On 31/12/2024.', 'Date: 5.2.25 |', '03-04-2025']) assert.ok(mayHaveVotes(text), text);
  for (const text of ['2024-12-31', 'February 5, 2025', '10.0.0.1', '1/2', '5/2/202']) {
    assert.ok(!mayHaveVotes(text), text);
  }
});
