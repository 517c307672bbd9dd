import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '../../server/src/core/model/page';
import { rangeInLine } from '../../server/src/core/model/range';
import { applyEdits } from '../../server/src/rules/edits';
import type { Rule } from '../../server/src/rules/rule';
import { spaceBeforePunctuation } from '../../server/src/rules/space-before-punctuation';
import { splitOrdinal } from '../../server/src/rules/split-ordinal';
import { markedDump } from '../support/markedDump';

function page(line: string, language: string | null = 'en', role = 'paragraph'): Page {
  const [placed] = markedDump(`${role} | ${line}`).dump.pages;
  assert.ok(placed);
  return { ...placed.page, language };
}

function fixed(rule: Rule, of: Page): string {
  const edits = [...rule.check(of)].flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
  return applyEdits(of.lines.join('\n'), edits);
}

/** Lines and what becomes of them; those that stand alone are left as they are. */
type Cases = readonly (string | readonly [string, string])[];

function check(rule: Rule, language: string | null, cases: Cases): void {
  for (const each of cases) {
    const [text, expected] = typeof each === 'string' ? [each, each] : each;
    assert.equal(fixed(rule, page(text, language)), expected);
  }
}

describe('space before punctuation', () => {
  it('is found after words, numbers, quotations and brackets', () => {
    check(spaceBeforePunctuation, 'en', [
      ['Kim , Pak , and Ri', 'Kim, Pak, and Ri'],
      ["in 2024 , and (so)  , “that” , 'this' .", "in 2024, and (so), “that”, 'this'."],
      ['He said: “Come to Anna\u00a0.”', 'He said: “Come to Anna.”'],
      ['It ended . A new day began .', 'It ended. A new day began.'],
      ['Ким Чен Ын , товарищ .', 'Ким Чен Ын, товарищ.'],
      ['김정은동지 , 그리고 .', '김정은동지, 그리고.'],
      ['.com , .net and .org , too', '.com, .net and .org, too'],
    ]);
  });

  it('is left where it belongs or may belong', () => {
    check(spaceBeforePunctuation, 'en', [
      ' , 01.01.2010, 14:39',
      '20 ...',
      'and so on . . . and on',
      'one , , two',
      'a .5 share of .NET ,NET',
      'J . K . Rowling',
      '1 . Introduction',
      '  12 . Chapter',
      'www . kcna . kp',
      '3 . 14',
      'Hello :) ; really ? yes !',
      '朝鮮 , 中国 .',
      'emoji 😀 , here',
    ]);
    check(spaceBeforePunctuation, 'fr', ['« Oui » ; non ? si ! voilà : ça']);
  });

  it('is found before a possessive ending of a name', () => {
    check(spaceBeforePunctuation, 'en', [
      ["Kim Jong Un 's visit", "Kim Jong Un's visit"],
      ['(DPRK)  ’s, “Sun” ’s.', '(DPRK)’s, “Sun”’s.'],
      ['the ’s of Kim ’s', 'the ’s of Kim’s'],
    ]);
    check(spaceBeforePunctuation, null, [['Anna ’s', 'Anna’s']]);
  });

  it('is left before what is no possessive ending', () => {
    check(spaceBeforePunctuation, 'en', [
      "The letter 's' of Sarah 's-Hertogenbosch",
      "Since The ’90s, Rock ’n’ Roll, Kim 'said",
      'words ’s',
    ]);
    check(spaceBeforePunctuation, 'nl', ['Maandag ’s avonds']);
  });

  it('in a date with a problem of its own is left to the rules for dates', () => {
    const plain = page('On May 5 , 2024 , it rained .');
    const dates = [{ start: 3, end: 15 }].map(({ start, end }) => ({
      range: rangeInLine(0, start, end),
      text: plain.lines[0]?.slice(start, end) ?? '',
      role: 'paragraph' as const,
      iso: '2024-05-05',
      day: { year: 2024, month: 5, day: 5 },
      time: null,
      problems: [{ code: 'date-punctuation' as const, values: {}, repairs: [] }],
    }));
    assert.equal(fixed(spaceBeforePunctuation, { ...plain, dates }), 'On May 5 , 2024, it rained.');
    const sound = dates.map((date) => ({ ...date, problems: [] }));
    assert.equal(fixed(spaceBeforePunctuation, { ...plain, dates: sound }), 'On May 5, 2024, it rained.');
  });

  it('is looked for in content alone, metadata lines left out', () => {
    for (const role of ['headline', 'deck', 'byline', 'subheading', 'list-item', 'caption']) {
      assert.equal(fixed(spaceBeforePunctuation, page('Kim , Pak', 'en', role)), 'Kim, Pak', role);
    }
    for (const role of ['metadata', 'navigation', 'legal', 'related-title', 'related-teaser']) {
      assert.equal(fixed(spaceBeforePunctuation, page('Kim , Pak', 'en', role)), 'Kim , Pak', role);
    }
  });

  it('is named in the message, and its range holds spaces and mark', () => {
    const [finding] = spaceBeforePunctuation.check(page('Kim  , Pak'));
    assert.equal(finding?.message, 'Space before “,”');
    assert.deepEqual(finding?.range, rangeInLine(0, 3, 6));
    assert.deepEqual(finding?.fixes[0]?.edits, [{ range: rangeInLine(0, 3, 5), newText: '' }]);
  });
});

describe('split ordinal', () => {
  it('is joined where the suffix is right for the number', () => {
    check(splitOrdinal, 'en', [
      ['the 1 st, 2 nd, 3 rd, 4 th and 75  th', 'the 1st, 2nd, 3rd, 4th and 75th'],
      ['11 th 12 th 13 th 111 th 0 th 121 st', '11th 12th 13th 111th 0th 121st'],
      ['mid-19 th, (21\u00a0st)', 'mid-19th, (21st)'],
      ['on its 10 th.', 'on its 10th.'],
    ]);
    check(splitOrdinal, null, [['the 75 th', 'the 75th']]);
    check(splitOrdinal, 'fr-FR', [['le 1 er mai, la 1 ère', 'le 1er mai, la 1ère']]);
  });

  it('is left where it is no ordinal, or not surely one', () => {
    check(splitOrdinal, 'en', [
      '21 St. Mary Street, at 21 st. Mary',
      '11 st, 12 nd, 13 rd, 1 th',
      'weighs 21 st 3 lb',
      '3.21 st, $21 st, 1920-21 st, A4 th, 1/4 th, #21 st',
      "4 the, 4 th's, 2 ndx",
      '1 er mai',
    ]);
    check(splitOrdinal, 'fr', ['2 er, le 75 th']);
    check(splitOrdinal, 'de', ['die 21 st und 1 er']);
  });

  it('that is the day of a date with that problem is left to the rules for dates', () => {
    const plain = page('On December 30 th, 2024, the 75 th');
    const dates = [
      {
        range: rangeInLine(0, 3, 23),
        text: 'December 30 th, 2024',
        role: 'paragraph' as const,
        iso: '2024-12-30',
        day: { year: 2024, month: 12, day: 30 },
        time: null,
        problems: [{ code: 'date-ordinal' as const, values: {}, repairs: [] }],
      },
    ];
    assert.equal(fixed(splitOrdinal, { ...plain, dates }), 'On December 30 th, 2024, the 75th');
  });
});
