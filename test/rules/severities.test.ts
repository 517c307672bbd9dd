import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recognize } from '../../server/src/core/recognize';
import { diagnose } from '../../server/src/rules/diagnose';
import { exampleDump } from '../../server/src/rules/exampleDump';
import { quieter, type Severity } from '../../server/src/rules/rule';

const CARD_WITHOUT_DATE = exampleDump({
  related: ['February 03, 2025', 'Invalid Date', 'February 01, 2025'],
});
const FIELD_WITHOUT_DATE = exampleDump({ published: 'Date: Invalid Date' });
const YEAR_IN_PROSE = exampleDump({ body: "The vote of October 10, '24, was close." });
const YEAR_IN_FIELD = exampleDump({ published: 'Date: 31/12/24' });

/** The severities of the findings of a rule under a setting for it. */
function severities(text: string, code: string, setting?: Severity): readonly string[] {
  const dump = recognize(text, { assumeDump: true });
  const settings = { rules: setting === undefined ? {} : { [code]: setting } };
  const found = diagnose(dump, settings, ({ error }) => {
    throw error;
  });
  return found.filter((finding) => finding.code === code).map(({ severity }) => severity);
}

describe('severities of findings', () => {
  it('are milder for a related article without a date than for the article’s own', () => {
    assert.deepEqual(severities(FIELD_WITHOUT_DATE, 'date-missing'), ['warning']);
    assert.deepEqual(severities(CARD_WITHOUT_DATE, 'date-missing'), ['information']);
  });

  it('are milder for a short year in running text than in a field', () => {
    assert.deepEqual(severities(YEAR_IN_FIELD, 'date-two-digit-year'), ['warning']);
    assert.deepEqual(severities(YEAR_IN_PROSE, 'date-two-digit-year'), ['information']);
  });

  it('are made quieter by a setting, and never louder', () => {
    const both = (setting: Severity) => [
      ...severities(YEAR_IN_FIELD, 'date-two-digit-year', setting),
      ...severities(YEAR_IN_PROSE, 'date-two-digit-year', setting),
    ];
    assert.deepEqual(both('warning'), ['warning', 'information']);
    assert.deepEqual(both('information'), ['information', 'information']);
    assert.deepEqual(both('hint'), ['hint', 'hint']);
    assert.deepEqual(both('off'), []);
  });

  it('are ordered', () => {
    assert.equal(quieter('warning', 'hint'), 'hint');
    assert.equal(quieter('information', 'warning'), 'information');
    assert.equal(quieter('off', 'hint'), 'off');
  });
});
