import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dump } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { diagnose } from '../../server/src/rules/diagnose';
import { fixAll } from '../../server/src/rules/fixAll';
import { DUMP_RULES, PAGE_RULES } from '../../server/src/rules/registry';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { pageAround } from '../support/examplePage';

const now = { year: 2026, month: 1, day: 1 };
const analyze = (text: string, previous?: Dump) => recognize(text, { assumeDump: true, now }, previous);
const onFailure = ({ error }: { error: unknown }) => {
  throw error;
};

for (const { code, examples } of [...PAGE_RULES, ...DUMP_RULES]) {
  describe(`rule ${code}`, () => {
    for (const example of examples.wrong) {
      it(`reports: ${example.text.slice(0, 80)}`, () => {
        const text = pageAround(example.text);
        const dump = analyze(text);
        const findings = diagnose(dump, DEFAULT_SETTINGS, onFailure);
        assert.deepEqual(
          [...new Set(findings.flatMap((finding) => (finding.code === 'furniture' ? [] : finding.code)))],
          code === 'furniture' ? [] : [code],
          'this rule alone',
        );
        assert.ok(findings.some((finding) => finding.code === code));
        const fixed = fixAll(text, dump, { settings: DEFAULT_SETTINGS, recognize: analyze, onFailure });
        assert.equal(fixed.text, pageAround(example.fixed ?? example.text));
        const left = diagnose(analyze(fixed.text), DEFAULT_SETTINGS, onFailure);
        assert.deepEqual(
          left.filter((finding) => finding.fixes.some((fix) => fix.preferred)),
          [],
          'nothing is left to fix',
        );
        if (example.fixed !== undefined) assert.ok(left.every((finding) => finding.code !== code));
      });
    }

    for (const example of examples.right) {
      it(`does not report: ${example.text.slice(0, 80)}`, () => {
        const findings = diagnose(analyze(pageAround(example.text)), DEFAULT_SETTINGS, onFailure);
        // The page around the example has furniture of its own.
        const expected = code === 'furniture' && !example.text.includes('\n') ? 2 : 0;
        assert.equal(findings.filter((finding) => finding.code === code).length, expected);
      });
    }
  });
}
