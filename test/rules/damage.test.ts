import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { DUMP_RULES, PAGE_RULES } from '../../server/src/rules/registry';
import { damageCases, findingsIn, outcomeOf, type Score, scoreOf } from '../support/damageCases';
import { markedDump } from '../support/markedDump';

/** Each rule has as many cases of damage, and as many of what only looks like it. */
const FEWEST_CASES = 10;
const LOWEST_PRECISION = 0.95;
const LOWEST_RECALL = 0.8;

for (const file of readdirSync('test/fixtures/damage').sort()) {
  const code = basename(file, '.jsonl');
  const rule = [...PAGE_RULES, ...DUMP_RULES].find((each) => each.code === code);
  describe(`cases of ${code}`, () => {
    const cases = damageCases(code);
    it('are there for the rule, right and wrong, in several languages', () => {
      assert.ok(rule);
      assert.ok(cases.filter(({ found }) => found.length > 0).length >= FEWEST_CASES);
      assert.ok(cases.filter(({ found }) => found.length === 0).length >= FEWEST_CASES);
      assert.ok(new Set(cases.map(({ language }) => language)).size >= 4);
    });
    if (!rule) return;

    for (const each of cases) {
      const text = typeof each.text === 'string' ? each.text : each.text.join(' / ');
      it(`${each.found.length > 0 ? 'reports' : 'does not report'}: ${text.slice(0, 90)}`, () => {
        const outcome = outcomeOf(rule, each);
        if (each.fails !== undefined) assert.notDeepEqual(outcome.found, each.found, 'fails no more');
        else {
          assert.deepEqual(outcome.found, each.found);
          if (outcome.fixed !== null) assert.equal(outcome.fixed, each.fixed ?? each.text);
        }
      });
    }

    it('are judged well enough', (test) => {
      const scores = cases.map((each) => scoreOf(each.found, outcomeOf(rule, each).found));
      const { hits, misses, alarms } = scores.reduce(add);
      const precision = hits / (hits + alarms);
      const recall = hits / (hits + misses);
      test.diagnostic(
        `${code}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} over ${cases.length} cases`,
      );
      assert.ok(precision >= LOWEST_PRECISION, `precision ${precision}`);
      assert.ok(recall >= LOWEST_RECALL, `recall ${recall}`);
    });
  });
}

describe('rules for damage', () => {
  const rules = [...PAGE_RULES, ...DUMP_RULES].filter(({ code }) =>
    readdirSync('test/fixtures/damage').includes(`${code}.jsonl`),
  );
  it('let the first of several findings of a page point to the others, to as many as help', () => {
    const [placed] = markedDump(`paragraph | ${'The fair , they say, '.repeat(30)}`).dump.pages;
    const rule = rules.find(({ code }) => code === 'space-before-punctuation');
    assert.ok(placed && rule);
    const findings = findingsIn(placed.page, rule);
    assert.equal(findings.length, 30);
    assert.equal(findings[0]?.related?.length, 20);
    assert.deepEqual(findings[0]?.related?.[0]?.range, findings[1]?.range);
    assert.ok(findings.slice(1).every(({ related }) => related === undefined));
  });
});

function add(a: Score, b: Score): Score {
  return { hits: a.hits + b.hits, misses: a.misses + b.misses, alarms: a.alarms + b.alarms };
}
