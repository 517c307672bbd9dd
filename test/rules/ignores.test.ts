import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dump } from '../../server/src/core/model/page';
import { parseConfig } from '../../server/src/rules/config';
import { diagnose, type PlacedFinding } from '../../server/src/rules/diagnose';
import { fixAll } from '../../server/src/rules/fixAll';
import { type Ignore, ignoresFor } from '../../server/src/rules/ignores';
import { quoteAt } from '../../server/src/rules/quotes';
import { unusedIgnores } from '../../server/src/rules/unusedIgnores';
import { markedDump } from '../support/markedDump';

const onFailure = ({ error }: { error: unknown }) => {
  throw error;
};

const LINES = [
  'headline | Fair Opens',
  'paragraph | The mayor , who came late, spoke of Anna Holm , the founder.',
  'paragraph | Pak , Kim and Ri sang on the 21 st of May.',
];

const dumpOf = (...lines: string[]): Dump => markedDump(lines.join('\n')).dump;

function findings(dump: Dump, ignores: readonly Ignore[] = []): readonly PlacedFinding[] {
  return diagnose(dump, { rules: { furniture: 'off', 'incomplete-article': 'off' }, ignores }, onFailure);
}

/** Where findings stand: `code@line:column`. */
function places(dump: Dump, ignores: readonly Ignore[] = []): readonly string[] {
  return findings(dump, ignores).map(
    ({ code, range: { start } }) => `${code}@${start.line}:${start.character}`,
  );
}

function ignoresOf(...items: object[]) {
  const config = parseConfig(JSON.stringify({ ignores: items }));
  assert.deepEqual(config.problems, []);
  return config.ignores;
}

const SPACE = 'space-before-punctuation';
const ALL = [`${SPACE}@1:9`, `${SPACE}@1:45`, `${SPACE}@2:3`, 'split-ordinal@2:29'];

describe('an ignore', () => {
  it('of a quoted finding concerns that one, and stays with it when lines move', () => {
    const dump = dumpOf(...LINES);
    assert.deepEqual(places(dump), ALL);
    const second = findings(dump)[1] ?? assert.fail();
    const quote = quoteAt(dump, second.range);
    assert.deepEqual(quote, {
      exact: ' ,',
      prefix: 'he mayor , who came late, spoke of Anna Holm'.slice(-40),
      suffix: ' the founder.',
    });
    const ignores = ignoresOf({ rule: SPACE, quote });
    assert.deepEqual(places(dump, ignores), ALL.toSpliced(1, 1));
    const moved = dumpOf(LINES[0] ?? '', 'paragraph | Rain fell.', LINES[2] ?? '', LINES[1] ?? '');
    assert.deepEqual(places(moved, ignores), [`${SPACE}@2:3`, 'split-ordinal@2:29', `${SPACE}@3:9`]);
  });

  it('is of its rule alone', () => {
    const dump = dumpOf(...LINES);
    assert.deepEqual(places(dump, ignoresOf({ rule: 'split-ordinal', quote: { exact: ' ,' } })), ALL);
    assert.deepEqual(places(dump, ignoresOf({ rule: SPACE, quote: { exact: ' ,' } })), ALL.slice(3));
    assert.deepEqual(places(dump, ignoresOf({ rule: SPACE, file: '*' })), ALL.slice(3));
  });

  it('outlives mended spaces and marks around it, and one changed side', () => {
    const quote = { exact: ' ,', prefix: 'spoke of Anna Holm', suffix: ' the founder.' };
    const ignores = ignoresOf({ rule: SPACE, quote });
    for (const text of [
      'The mayor, who came late, spoke of: Anna  Holm , the founder…',
      'Anna Holm , the founder',
      'They spoke of Anna Holm , the mother of the fair.',
    ]) {
      assert.deepEqual(
        places(dumpOf(`paragraph | ${text}`), ignores).filter((place) => place.startsWith(SPACE)),
        [],
        text,
      );
    }
    for (const text of ['They spoke of Bob , the mother.', 'Anna Holm came , and the founder.']) {
      assert.equal(places(dumpOf(`paragraph | ${text}`), ignores).length, 1, text);
    }
  });

  it('prefers what fits it wholly', () => {
    const ignores = ignoresOf({
      rule: SPACE,
      quote: { exact: ' ,', prefix: 'saw Anna', suffix: 'then Bob' },
    });
    const dump = dumpOf('paragraph | They saw Anna , then Bob.', 'paragraph | They saw Anna , then Eve.');
    assert.deepEqual(places(dump, ignores), [`${SPACE}@1:13`]);
  });

  it('of a line without words tells it by its neighbours', () => {
    const dump = dumpOf(
      'paragraph | One.',
      'paragraph | |',
      'paragraph | Two.',
      'paragraph | |',
      'paragraph | Three.',
    );
    const [first, second] = findings(dump).filter(({ code }) => code === 'leftover-markup');
    assert.ok(first && second);
    const ignores = ignoresOf({ rule: 'leftover-markup', quote: quoteAt(dump, second.range) });
    assert.deepEqual(places(dump, ignores), ['leftover-markup@1:0']);
  });

  it('is of the files that it names', () => {
    const ignores = ignoresOf(
      { rule: SPACE, file: 'raw/*.txt' },
      { rule: 'split-ordinal', file: './a.txt' },
      { rule: 'double-space', quote: { exact: '  ' } },
    );
    const rules = (path: string | null) => ignoresFor(ignores, path).map(({ rule }) => rule);
    assert.deepEqual(rules('raw/a.txt'), [SPACE, 'double-space']);
    assert.deepEqual(rules('a.txt'), ['split-ordinal', 'double-space']);
    assert.deepEqual(rules(null), ['double-space']);
  });

  it('keeps a finding out of fix-all, whatever is mended around it', () => {
    const text = 'The mayor , who came late , spoke of Anna Holm , the founder , and left .';
    const dump = dumpOf(`paragraph | ${text}`);
    const third = findings(dump)[2] ?? assert.fail();
    const ignores = ignoresOf({ rule: SPACE, quote: quoteAt(dump, third.range) });
    const recognize = (changed: string) => dumpOf(`paragraph | ${changed}`);
    const result = fixAll(text, dump, { settings: { rules: {}, ignores }, recognize, onFailure });
    assert.equal(result.text, 'The mayor, who came late, spoke of Anna Holm , the founder, and left.');
  });

  it('that names one file is unused where it fits nothing there', () => {
    const dump = dumpOf(...LINES);
    const unused = (...items: object[]) => unusedIgnores(dump, ignoresOf(...items)).map(({ index }) => index);
    assert.deepEqual(
      unused(
        { rule: SPACE, file: './a.txt', quote: { exact: ' ,', prefix: 'mayor' } },
        { rule: SPACE, file: './a.txt', quote: { exact: ' ,', prefix: 'Bob' } },
        { rule: 'double-space', file: './a.txt' },
        { rule: 'double-space', file: 'a.txt' },
        { rule: 'double-space', file: 'raw/*.txt' },
        { rule: 'double-space', quote: { exact: '  ' } },
      ),
      [1, 2],
    );
  });

  it('made of any finding of any text ignores it', () => {
    const words = fc.constantFrom(
      'Anna',
      'Holm',
      ' ,',
      '  ',
      'the',
      '21 st',
      '.',
      '|',
      '&amp;',
      '<br>',
      'Â£',
      '\u00ad',
      '사람',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 8 }), { minLength: 1, maxLength: 5 }), (lines) => {
        const dump = dumpOf(...lines.map((line) => `paragraph | ${line.join(' ')}`));
        const all = findings(dump);
        for (const finding of all) {
          const ignores = ignoresOf({ rule: finding.code, quote: quoteAt(dump, finding.range) });
          const left = findings(dump, ignores);
          assert.ok(left.length < all.length);
          assert.ok(!left.includes(finding));
          assert.ok(left.every(({ code, range }) => code !== finding.code || range !== finding.range));
        }
      }),
      { numRuns: 150, seed: 20260111 },
    );
  });

  it('takes time linear in the findings, however many are alike', () => {
    const dump = dumpOf(`paragraph | ${'Anna , '.repeat(20_000)}`);
    const items = Array.from({ length: 200 }, (_, index) => ({
      rule: SPACE,
      quote: { exact: ' ,', prefix: `n${index}` },
    }));
    const started = performance.now();
    assert.equal(findings(dump, ignoresOf(...items)).length, 20_000);
    assert.ok(performance.now() - started < 10_000);
  });
});

describe('the ignores of a settings file', () => {
  it('that are wrong are told of, and the others count', () => {
    const config = parseConfig(`{ "ignores": [
  { "rule": "double-space" },
  { "rule": "dubble-space", "file": "a.txt" },
  { "rule": "double-space", "file": "a.txt", "why": 1 },
  { "rule": "double-space", "file": "a.txt" }
] }`);
    assert.deepEqual(
      config.problems.map(({ message }) => message),
      [
        'It needs a “file” or a “quote”. To turn a rule off everywhere, set it to “off” under “rules”.',
        'There is no rule "dubble-space".',
        'An item of “ignores” has a “rule”, a “file” or a “quote” or both, and nothing else.',
      ],
    );
    assert.deepEqual(
      config.ignores.map(({ index, range }) => [index, range.start.line]),
      [[3, 4]],
    );
  });
});
