import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import { scanLines } from '../../server/src/core/text/lines';
import { type Config, NO_CONFIG, parseConfig } from '../../server/src/rules/config';
import { offsetAt } from '../../server/src/rules/offsets';
import { recognitionFor } from '../../server/src/rules/recognition';
import { RULES } from '../../server/src/rules/registry';
import { MOST_PROBLEMS, mergeSettings, parseSettings, severityOf } from '../../server/src/rules/settings';
import { anyCharacters } from '../support/characters';

/** The problems of a settings text: what of the text is marked, and the message. */
function problems(text: string, config: Config = parseConfig(text)): readonly string[] {
  const table = scanLines(text);
  return config.problems.map(({ message, range: { start, end } }) => {
    return `${text.slice(offsetAt(table, start), offsetAt(table, end))} → ${message}`;
  });
}

const profile = (template: string) => ({
  id: 'morning-herald',
  title: 'Morning Herald',
  lines: [{ role: 'metadata', template, signature: 1 }],
});

describe('a settings file', () => {
  it('sets rules and profiles, in JSON with comments', () => {
    const config = parseConfig(`\ufeff{
  // Of the Herald
  "$schema": "copydesk.schema.json",
  "rules": { "furniture": "off", /* loud */ "split-ordinal": "warning", },
  "profiles": [${JSON.stringify(profile('Posted {published:dd/MM/yyyy}'))}],
}`);
    assert.deepEqual(config.problems, []);
    assert.deepEqual(config.settings, { rules: { furniture: 'off', 'split-ordinal': 'warning' } });
    assert.deepEqual(
      config.profiles.map(({ id }) => id),
      ['morning-herald'],
    );
  });

  it('may say nothing', () => {
    for (const text of ['{}', '{ "rules": {} }', '{ "profiles": [] }']) {
      assert.deepEqual(parseConfig(text), NO_CONFIG);
    }
  });

  it('says of lines what they are, and of files which profile they are of', () => {
    const config = parseConfig(`{
  "lines": [
    { "role": "promo", "quote": { "exact": " Subscribe ", "prefix": "above " }, "file": "raw/*.txt" },
    { "role": "navigation", "template": "Tags: {tags:rest}" }
  ],
  "files": [
    { "file": "raw/**", "profile": "none" },
    { "file": "raw/watch/**", "profile": "kcna-watch" },
    { "file": "raw/**", "isDump": true },
    { "file": "raw/notes.txt", "isDump": false }
  ]
}`);
    assert.deepEqual(config.problems, []);
    const isDump = (path: string): boolean | undefined => recognitionFor(config, path).assumeDump;
    assert.deepEqual(['raw/a.txt', 'raw/notes.txt', 'b.txt'].map(isDump), [true, false, undefined]);
    const told = (path: string | null) => {
      const { corrections, profile } = recognitionFor(config, path);
      return [corrections.map(({ role }) => role), profile];
    };
    assert.deepEqual(told('raw/a.txt'), [['promo', 'navigation'], 'none']);
    assert.deepEqual(told('raw/watch/a.txt'), [['navigation'], 'kcna-watch']);
    assert.deepEqual(told('b.txt'), [['navigation'], null]);
    assert.deepEqual(told(null), [['navigation'], null]);
    const [first] = recognitionFor(config, 'raw/a.txt').corrections;
    assert.deepEqual(first, { role: 'promo', quote: { exact: 'Subscribe', prefix: 'above', suffix: null } });
  });

  it('marks what cannot be used of lines and files', () => {
    const text = `{
  "lines": [
    { "role": "advert", "quote": { "exact": "a" } },
    { "role": "promo", "quote": { "exact": " " } },
    { "role": "promo" },
    { "role": "promo", "template": "Tags: {tags:nonsense}" },
    { "role": "promo", "quote": { "exact": "b" } }
  ],
  "files": [{ "file": "*.txt", "profile": "kcna-wacth" }, { "file": "*.txt" }]
}`;
    const config = parseConfig(text);
    assert.equal(config.lines.length, 1);
    assert.equal(config.files.length, 1);
    const marked = problems(text, config);
    assert.deepEqual(
      marked.map((problem) => problem.split(' → ')[0]),
      ['"advert"', '" "', '{ "role": "promo" }', 'n', '"kcna-wacth"', '{ "file": "*.txt" }'],
    );
    assert.match(marked[4] ?? '', /There is no profile “kcna-wacth”. Profiles are none, kcna-watch,/);
  });

  it('that is wrong in places counts in the others', () => {
    const text = `{
  "rules": { "furniture": "off", "funiture": "off", "split-ordinal": "loud" },
  "rule": 1,
  "profiles": [
    ${JSON.stringify(profile('A "é" {published:dd/QQ}')).replace('é', '\\u00e9')},
    ${JSON.stringify({ ...profile('Posted {published:dd/MM/yyyy}'), name: 1 })},
    ${JSON.stringify(profile('Posted {published:dd/MM/yyyy}'))}
  ]
}`;
    const config = parseConfig(text);
    assert.deepEqual(config.settings, { rules: { furniture: 'off' } });
    assert.equal(config.profiles.length, 1);
    const found = problems(text, config);
    assert.equal(found.length, 5);
    const codes = RULES.map(({ code }) => code).join(', ');
    assert.equal(found[0], `"funiture" → There is no rule “funiture”. Rules are ${codes}.`);
    assert.equal(
      found[1],
      '"loud" → A severity is one of “off”, “hint”, “information”, “warning”; this is "loud".',
    );
    assert.equal(
      found[2],
      '"rule" → “rule” is not known here; known are $schema, rules, profiles, lines, files, ignores.',
    );
    assert.match(found[3] ?? '', /^Q → /, 'behind the escapes of its text');
    assert.match(found[4] ?? '', /“name” is not known here/);
  });

  it('with more than an editor could take counts as far as that', () => {
    const profiles = Array.from({ length: 52 }, (_, at) => ({
      ...profile(`Posted ${at}`),
      id: `herald-${at}`,
    }));
    const config = parseConfig(JSON.stringify({ profiles }));
    assert.equal(config.profiles.length, 50);
    assert.deepEqual(
      config.problems.map(({ message }) => message),
      ['“profiles” are a list of at most 50; the others do not count.'],
    );
  });

  it('of another kind is told what it should be', () => {
    assert.deepEqual(problems('[]'), ['[] → Settings are an object: { "rules": …, "profiles": … }.']);
    assert.deepEqual(problems('{"rules": 3, "profiles": {}}'), [
      '3 → Rules are an object of rule codes and severities.',
      '{} → “profiles” are a list.',
    ]);
  });

  it('with errors of syntax is told where, and what can be read counts', () => {
    const config = parseConfig('{\n  "rules": { "furniture": "off" "x"\n');
    assert.deepEqual(config.settings, { rules: { furniture: 'off' } });
    assert.ok(config.problems.length > 0);
    assert.deepEqual(config.problems[0]?.range.start, { line: 1, character: 32 });
    assert.match(config.problems[0]?.message ?? '', /comma is missing/);
    assert.equal(parseConfig('').problems.length, 1);
  });

  it('of any text gives settings, and problems inside the text', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"rules"',
      '"furniture"',
      ':',
      ',',
      '"off"',
      '"',
      '\\',
      '//',
      '\n',
    );
    const text = fc.array(fc.oneof(part, anyCharacters({ maxLength: 4 })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('');
        const { starts, ends } = scanLines(source);
        for (const { range } of parseConfig(source).problems) {
          assert.ok(range.end.line < starts.length);
          assert.ok(range.end.character <= (ends[range.end.line] ?? 0) - (starts[range.end.line] ?? 0));
        }
      }),
      { numRuns: 500, seed: 20260108 },
    );
    assert.match(parseConfig('['.repeat(200_000)).problems[0]?.message ?? '', /nested too deeply/);
  });
});

describe('a settings file with very many mistakes', () => {
  it('tells of the first ones, and that there are more', () => {
    const wrong = (length: number) => Array.from({ length }, (_, number) => [`rule-${number}`, 'off']);
    const said = (length: number) =>
      parseConfig(JSON.stringify({ rules: { ...Object.fromEntries(wrong(length)), furniture: 'off' } }));
    assert.equal(said(MOST_PROBLEMS).problems.length, MOST_PROBLEMS);
    const { problems, settings } = said(100_000);
    assert.equal(problems.length, MOST_PROBLEMS + 1);
    assert.match(problems.at(-1)?.message ?? '', /There are more/);
    assert.deepEqual(settings, { rules: { furniture: 'off' } });
  });
});

describe('the schema of settings files', () => {
  const schema = JSON.parse(readFileSync('server/schema/copydesk.schema.json', 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);

  it('takes what is read without problems, and nothing else', () => {
    const values = [
      {},
      { $schema: 'x', rules: { furniture: 'off' } },
      { profiles: [profile('Posted {published:dd/MM/yyyy}')] },
      { rules: { furniture: 'loud' } },
      { rules: { funiture: 'off' } },
      { rules: [] },
      { profiles: {} },
      { profiles: [{ id: 'x' }] },
      { other: 1 },
      [],
    ];
    for (const value of values) {
      const text = JSON.stringify(value);
      assert.equal(validate(value), parseConfig(text).problems.length === 0, text);
    }
  });

  it('completes every rule with its own severity', () => {
    for (const { code, severity } of RULES) {
      assert.equal(schema.properties.rules.properties[code].default, severity);
    }
  });
});

describe('settings', () => {
  it('of unknown origin are read as far as they are right', () => {
    assert.deepEqual(parseSettings(undefined), { settings: { rules: {} }, problems: [] });
    assert.deepEqual(parseSettings(null).problems, []);
    assert.equal(parseSettings('off').problems.length, 1);
    const { settings, problems: found } = parseSettings({
      furniture: 'hint',
      nothing: 'off',
      'split-ordinal': 2,
    });
    assert.deepEqual(settings, { rules: { furniture: 'hint' } });
    assert.deepEqual(
      found.map(({ path, about }) => [path, about]),
      [
        [['nothing'], 'key'],
        [['split-ordinal'], 'value'],
      ],
    );
  });

  it('leave rules that they do not name as loud as those are', () => {
    for (const { code, severity } of RULES) assert.equal(severityOf({ rules: {} }, code), severity);
    assert.equal(severityOf({ rules: { furniture: 'warning' } }, 'furniture'), 'warning');
    assert.equal(severityOf({ rules: {} }, 'no-such-rule'), 'off');
  });

  it('are laid over others rule by rule', () => {
    const base = { rules: { furniture: 'off', 'split-ordinal': 'hint' } } as const;
    assert.deepEqual(mergeSettings(base, { rules: { furniture: 'warning' } }), {
      rules: { furniture: 'warning', 'split-ordinal': 'hint' },
    });
  });
});
