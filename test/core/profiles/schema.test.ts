import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import Ajv from 'ajv';
import { ROLES } from '../../../server/src/core/model/role';
import { parseProfile } from '../../../server/src/core/profiles/profileFile';

const SCHEMA = 'server/schema/profile.schema.json';
const BUILT_IN = 'server/src/core/profiles/builtin';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

suite('the schema of profiles', () => {
  const schema = readJson(SCHEMA);
  assert.ok(typeof schema === 'object' && schema !== null);
  const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

  test('the built-in profiles are right by the schema and by the parser', () => {
    const files = readdirSync(BUILT_IN).filter((file) => file.endsWith('.json'));
    assert.ok(files.length > 0);
    for (const file of files) {
      const value = readJson(`${BUILT_IN}/${file}`);
      assert.ok(validate(value), `${file}: ${JSON.stringify(validate.errors)}`);
      const result = parseProfile(value);
      assert.ok(result.ok, `${file}: ${result.ok ? '' : JSON.stringify(result.errors)}`);
    }
  });

  test('the example of the documentation is right', () => {
    const page = readFileSync('server/src/core/profiles/README.md', 'utf8');
    const json = /```json\n(.*?)```/s.exec(page)?.[1] ?? '';
    const [value] = JSON.parse(json).profiles;
    assert.ok(validate(value), JSON.stringify(validate.errors));
    const result = parseProfile(value);
    assert.ok(result.ok);
    const lines = [
      'MORNING HERALD',
      'By Ann Lee | March 3, 2024',
      'Published 03/04/2024 in World',
      '(c) 2024 Herald Press',
    ];
    for (const text of lines) {
      assert.ok(
        result.profile.lines.some(({ template }) => template.match(text)),
        text,
      );
    }
  });

  const line = { role: 'promo', template: 'News', signature: 1 };
  const profile = { id: 'a', title: 'A', lines: [line] };
  const cases: readonly unknown[] = [
    profile,
    { ...profile, lines: ROLES.map((role) => ({ ...line, role })) },
    { ...profile, lines: [{ ...line, templates: ['x'] }] },
    { ...profile, lines: [{ role: 'promo', templates: ['x'], signature: 0.5 }] },
    { ...profile, lines: [{ ...line, role: 'prmo' }] },
    { ...profile, lines: [{ ...line, rule: 1 }] },
    { ...profile, lines: [{ ...line, template: '' }] },
    { ...profile, lines: [] },
    { ...profile, id: 'A' },
    { ...profile, dateOrder: 'ydm' },
    { ...profile, transitions: [{ from: 'promo', to: 'promo', weight: 1 }] },
    { ...profile, transitions: [{ from: 'promo', to: 'promo' }] },
    { id: 'a', title: 'A' },
    [],
    null,
  ];
  for (const value of cases) {
    test(`schema and parser agree on ${JSON.stringify(value).slice(0, 80)}`, () => {
      assert.equal(validate(value), parseProfile(value).ok);
    });
  }
});
