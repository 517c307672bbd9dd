import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATE_PROBLEM_CODES } from '../../../server/src/core/model/date';
import { readDateCases, runDateCase, scoreDates } from '../../support/dateCases';

const results = readDateCases().map(runDateCase);
const score = scoreDates(results);

/** What went otherwise than the case says. */
function mistakes(): readonly string[] {
  return results.flatMap(({ each, codes, rightCode, fixed, values }) => {
    const said: string[] = [];
    if (each.code === null ? codes.length > 0 : !rightCode)
      said.push(`${codes.join(', ') || 'nothing'} for ${each.code}`);
    else if (each.fixed !== undefined && fixed !== each.fixed) said.push(`fixed to ${JSON.stringify(fixed)}`);
    if (each.iso && !values.includes(each.iso)) said.push(`read as ${values.join(', ')} for ${each.iso}`);
    if (each.iso === '' && values.some((iso) => /^\d{4}-\d{2}-\d{2}$/.test(iso ?? '')))
      said.push(`read as ${values.join(', ')}`);
    return said.map((what) => `${each.id} [${each.language}] ${JSON.stringify(each.text)}: ${what}`);
  });
}

describe('dates: the case set', () => {
  it('covers every code with right and wrong cases', () => {
    for (const code of DATE_PROBLEM_CODES) {
      const own = results.filter(({ each }) => each.id.startsWith(`${code}/`));
      assert.ok(own.filter(({ each }) => each.code !== null).length >= 19, code);
      assert.ok(own.filter(({ each }) => each.code === null).length >= 19, code);
    }
    const negatives = results.filter(({ each }) => each.code === null);
    assert.ok(negatives.length * 2 >= results.length);
    assert.ok(new Set(results.map(({ each }) => each.language)).size >= 11);
  });

  it('reaches the measures', (t) => {
    const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
    for (const [name, value] of Object.entries(score)) {
      t.diagnostic(`${name}: ${name === 'cases' ? value : percent(value)}`);
    }
    for (const mistake of mistakes()) t.diagnostic(mistake);
    assert.ok(score.f1 >= 0.95, `F1 ${score.f1}`);
    assert.ok(score.precision >= 0.99, `precision ${score.precision}`);
    assert.ok(score.negativesFlagged <= 0.005, `negatives flagged ${score.negativesFlagged}`);
    assert.ok(score.rightCode >= 0.97, `right code ${score.rightCode}`);
    assert.ok(score.firstFix >= 0.94, `first fix ${score.firstFix}`);
    assert.ok(score.valueRight >= 0.98, `value right ${score.valueRight}`);
    assert.equal(score.fullDateForNone, 0);
  });

  it('flags no kind of thing that is no date', () => {
    const flagged = results.filter(({ each, codes }) => each.trap !== undefined && codes.length > 0);
    assert.deepEqual(
      flagged.map(({ each }) => each.text),
      [],
    );
  });

  it('does as well in every language', (t) => {
    for (const language of new Set(results.map(({ each }) => each.language))) {
      const own = results.filter(({ each }) => each.language === language);
      const { f1, cases } = scoreDates(own);
      t.diagnostic(`${language}: F1 ${(f1 * 100).toFixed(1)} % of ${cases}`);
      assert.ok(f1 >= 0.9, `${language}: ${f1}`);
    }
  });
});
