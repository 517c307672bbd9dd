import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { datesIn, judgeDates } from '../../../server/src/core/dates';
import type { DateMention } from '../../../server/src/core/model/date';
import { ROLES } from '../../../server/src/core/model/role';
import { type DateCase, datesOfCase, readDateCases } from '../../support/dateCases';

/** The text after each date's first preferred repair. */
function mended(text: string, dates: readonly DateMention[]): string {
  return dates.toReversed().reduce((rest, { range, problems }) => {
    const repair = problems.flatMap(({ repairs }) => repairs).find(({ preferred }) => preferred);
    return repair
      ? rest.slice(0, range.start.character) + repair.newText + rest.slice(range.end.character)
      : rest;
  }, text);
}

const hasPreferred = (dates: readonly DateMention[]): boolean =>
  dates.some(({ problems }) => problems.some(({ repairs }) => repairs.some(({ preferred }) => preferred)));

describe('dates: repairs', () => {
  it('leave nothing to repair', () => {
    const left = readDateCases().flatMap((each) => {
      const text = mended(each.text, datesOfCase(each));
      const again: DateCase = { ...each, text };
      const dates = datesOfCase(again);
      return hasPreferred(dates) ? [`${each.id}: ${each.text} -> ${text} -> ${mended(text, dates)}`] : [];
    });
    assert.deepEqual(left, []);
  });

  it('are texts with a real date', () => {
    for (const each of readDateCases()) {
      for (const { problems } of datesOfCase(each)) {
        for (const { code, repairs } of problems) {
          for (const { newText } of repairs) {
            assert.ok(datesIn(newText.trim()).length > 0, `${each.id} ${code}: ${newText}`);
            assert.ok(!newText.includes('undefined') && !newText.includes('NaN'), newText);
          }
        }
      }
    }
  });
});

const pieces = fc.constantFrom(
  ...readDateCases().map(({ text }) => text),
  ...[
    'January',
    'Feb.',
    'may',
    '31',
    '2024',
    '/',
    '-',
    '.',
    ',',
    ' ',
    '年',
    '月',
    '日',
    'Juche',
    '(',
    ')',
    "'",
  ],
  ...[
    'th',
    'de',
    'T',
    ':',
    '10:15',
    'Z',
    'Mo',
    'Monday',
    '٣',
    '３',
    'O',
    'l',
    'ago',
    'days',
    '|',
    '\u00a0',
    '\ud83d',
  ],
);
const line = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join('').replace(/[\r\n]/g, ' '));

describe('dates: any text', () => {
  it('gives dates in order that hold what they say', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.constantFrom(...ROLES),
        fc.constantFrom('en', 'de', 'ja', null),
        (lines, role, language) => {
          const dates = judgeDates(lines, {
            roles: lines.map(() => role),
            order: null,
            language,
            now: null,
          });
          let before = { line: 0, character: 0 };
          for (const { range, text, iso, day, problems } of dates) {
            assert.equal(range.start.line, range.end.line);
            assert.ok(range.start.line > before.line || range.start.character >= before.character);
            before = range.end;
            assert.equal(lines[range.start.line]?.slice(range.start.character, range.end.character), text);
            if (day)
              assert.equal(
                iso,
                [day.year, day.month, day.day].map((n, i) => String(n).padStart(i ? 2 : 4, '0')).join('-'),
              );
            assert.ok(problems.length <= 4);
          }
        },
      ),
      { seed: 11, numRuns: 3000 },
    );
  });
});
