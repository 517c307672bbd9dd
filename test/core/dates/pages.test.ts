import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scoreDates } from '../../support/dateCases';
import { type DatePageResult, readDatePageCases, runDatePageCase } from '../../support/datePages';

const results = readDatePageCases().map(runDatePageCase);

/** What went otherwise than the case says. */
function mistake({ each, codes, rightCode, fixed, values, isRangeRight }: DatePageResult): string | null {
  const { id, text, code, iso } = each;
  const said: string[] = [];
  if (code === null ? codes.length > 0 : !rightCode)
    said.push(`${codes.join(', ') || 'nothing'} for ${code}`);
  else if (each.fixed !== undefined && fixed !== each.fixed) said.push(`fixed to ${fixed}`);
  if (!isRangeRight) said.push('about something else');
  if (iso && !values.includes(iso)) said.push(`read as ${values.join(', ')} for ${iso}`);
  return said.length === 0 ? null : `${id} ${JSON.stringify(text)}: ${said.join('; ')}`;
}

describe('dates: whole pages', () => {
  it('reach the measures', (t) => {
    for (const each of results) {
      const wrong = mistake(each);
      if (wrong !== null) t.diagnostic(wrong);
    }
    const score = scoreDates(results);
    const rangeRight = results.filter(({ isRangeRight }) => isRangeRight).length / results.length;
    for (const [name, value] of Object.entries({ ...score, rangeRight })) t.diagnostic(`${name}: ${value}`);
    assert.ok(score.f1 >= 0.98, `F1 ${score.f1}`);
    assert.ok(score.precision >= 0.99, `precision ${score.precision}`);
    assert.ok(score.negativesFlagged <= 0.005, `negatives flagged ${score.negativesFlagged}`);
    assert.ok(score.rightCode >= 0.98, `right code ${score.rightCode}`);
    assert.ok(score.firstFix >= 0.96, `first fix ${score.firstFix}`);
    assert.ok(score.valueRight >= 0.99, `value right ${score.valueRight}`);
    assert.equal(score.fullDateForNone, 0);
    assert.ok(rangeRight >= 0.97, `range right ${rangeRight}`);
  });

  it('do so in every layout', () => {
    for (const layout of new Set(results.map(({ each }) => each.language))) {
      const { f1 } = scoreDates(results.filter(({ each }) => each.language === layout));
      assert.ok(f1 >= 0.85, `${layout}: F1 ${f1}`);
    }
  });
});
