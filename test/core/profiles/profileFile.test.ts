import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type ProfileError, parseProfile } from '../../../server/src/core/profiles/profileFile';

const HERALD = {
  $schema: './profile.schema.json',
  id: 'morning-herald',
  title: 'Morning Herald',
  language: 'en',
  lines: [
    { role: 'outlet', template: 'MORNING HERALD {edition}', signature: 0.4, place: 'first', once: true },
    { role: 'metadata', templates: ['Published {published:MM/dd/yyyy}', '{published:MMMM d, yyyy} | News'] },
    { role: 'promo', template: 'Get the Herald in your inbox', signature: 0.3 },
  ],
  transitions: [{ from: 'outlet', to: 'headline', weight: 2 }],
};

function errorsOf(value: unknown, path?: readonly (string | number)[]): readonly ProfileError[] {
  const result = parseProfile(value, path);
  return result.ok ? [] : result.errors;
}

/** A line form with a number of templates. */
function line(count: number) {
  return {
    role: 'promo',
    signature: 1,
    templates: Array.from({ length: count }, (_, index) => `Offer ${index}`),
  };
}

/** The one error of the profile with some of its keys set otherwise. */
function errorWith(change: Record<string, unknown>): ProfileError {
  const errors = errorsOf({ ...HERALD, ...change });
  assert.equal(errors.length, 1, JSON.stringify(errors));
  const [error] = errors;
  assert.ok(error);
  return error;
}

suite('profiles in JSON', () => {
  test('a right profile is compiled', () => {
    const result = parseProfile(HERALD);
    assert.ok(result.ok);
    const { id, title, language, dateOrder, lines, transitions } = result.profile;
    assert.deepEqual(
      { id, title, language },
      { id: 'morning-herald', title: 'Morning Herald', language: 'en' },
    );
    assert.equal(dateOrder, 'mdy', 'the order of its templates');
    assert.deepEqual(transitions, HERALD.transitions);
    assert.deepEqual(
      lines.map(({ role, signature, place, once, template }) => [
        role,
        signature,
        place,
        once,
        template.source,
      ]),
      [
        ['outlet', 0.4, 'first', true, 'MORNING HERALD {edition}'],
        ['metadata', 0, 'any', false, 'Published {published:MM/dd/yyyy}'],
        ['metadata', 0, 'any', false, '{published:MMMM d, yyyy} | News'],
        ['promo', 0.3, 'any', false, 'Get the Herald in your inbox'],
      ],
    );
    assert.ok(lines[1]?.template.match('Published 12/31/2024'));
  });

  test('a date order that is given counts before that of the templates', () => {
    const result = parseProfile({ ...HERALD, dateOrder: 'ymd' });
    assert.equal(result.ok && result.profile.dateOrder, 'ymd');
  });

  test('names of months are of the profile’s language', () => {
    const lines = [{ role: 'metadata', template: '{d:d. MMMM yyyy}', signature: 1 }];
    const result = parseProfile({ id: 'bote', title: 'Bote', language: 'de', lines });
    assert.ok(result.ok && result.profile.lines[0]?.template.match('3. März 2021'));
  });

  test('an error says where it is and what to write', () => {
    const [error] = errorsOf({ ...HERALD, lines: [{ role: 'headlin', template: 'News' }] }, ['profiles', 2]);
    assert.deepEqual(error?.path, ['profiles', 2, 'lines', 0, 'role']);
    assert.match(error?.message ?? '', /^“headlin” is not a role\. Roles are headline, deck, byline/);
  });

  test('an error in a template has its place in the template', () => {
    const lines = [{ role: 'metadata', templates: ['fine', 'Date: {d:dd.mm.yyyy}'], signature: 1 }];
    const { path, at, message } = errorWith({ lines });
    assert.deepEqual(path, ['lines', 0, 'templates', 1]);
    assert.equal(at, 'Date: {d:dd.'.length);
    assert.match(message, /minutes/);
    assert.deepEqual(errorWith({ lines: [{ role: 'promo', template: 'a ]', signature: 1 }] }).path, [
      'lines',
      0,
      'template',
    ]);
  });

  const cases: readonly (readonly [
    change: Record<string, unknown>,
    path: readonly (string | number)[],
    message: RegExp,
  ])[] = [
    [{ id: 'Morning Herald' }, ['id'], /small letters/],
    [{ id: undefined }, ['id'], /text of 1 to 60/],
    [{ title: '' }, ['title'], /1 to 100/],
    [{ title: 5 }, ['title'], /1 to 100/],
    [{ titel: 'x' }, ['titel'], /“titel” is not known here; known are .*title/],
    [{ language: 'english language' }, ['language'], /BCP 47/],
    [{ dateOrder: 'dym' }, ['dateOrder'], /dmy, mdy, ymd/],
    [{ lines: [] }, ['lines'], /list of 1 to 200/],
    [{ lines: 'News' }, ['lines'], /list of 1 to 200/],
    [{ lines: ['News'] }, ['lines', 0], /A line form is an object/],
    [{ lines: [{ template: 'News' }] }, ['lines', 0], /needs “role”/],
    [{ lines: [{ role: 'promo' }] }, ['lines', 0], /either “template” or “templates”/],
    [{ lines: [{ role: 'promo', template: 'a', templates: ['b'] }] }, ['lines', 0], /either/],
    [{ lines: [{ role: 'promo', template: 'a', signature: 2 }] }, ['lines', 0, 'signature'], /from 0 to 1/],
    [{ lines: [{ role: 'promo', template: 'a', place: 'top' }] }, ['lines', 0, 'place'], /first, /],
    [{ lines: [{ role: 'promo', template: 'a', once: 1 }] }, ['lines', 0, 'once'], /true or false/],
    [
      { lines: [{ role: 'promo', template: 'a', signature: 0.2 }] },
      ['lines'],
      /add up to 0\.2, and 0\.5 is needed/,
    ],
    [{ lines: [line(150), line(51)] }, ['lines'], /at most 200 templates; these are 201/],
    [{ transitions: [{ from: 'promo', to: 'x', weight: 1 }] }, ['transitions', 0, 'to'], /not a role/],
    [
      { transitions: [{ from: 'promo', to: 'promo', weight: 11 }] },
      ['transitions', 0, 'weight'],
      /-10 to 10/,
    ],
  ];
  for (const [change, path, message] of cases) {
    test(JSON.stringify(change).slice(0, 80), () => {
      const error = errorWith(change);
      assert.deepEqual(error.path, path);
      assert.match(error.message, message);
      assert.equal(error.at, undefined);
    });
  }

  test('what is missing is told of the object that lacks it', () => {
    assert.deepEqual(
      errorsOf({}, ['profiles', 0]).map(({ path, message }) => [path.join('.'), message]),
      ['id', 'title', 'lines'].map((key) => ['profiles.0', `A profile needs “${key}”.`]),
    );
  });

  test('no JSON value makes it throw', () => {
    const keys = [
      'id',
      'title',
      'lines',
      'role',
      'template',
      'templates',
      'transitions',
      '__proto__',
      'toString',
    ];
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 5, noNullPrototype: false }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(...Object.keys(HERALD)), fc.boolean(), (any, key, whole) => {
        const json: unknown = JSON.parse(JSON.stringify(whole ? any : { ...HERALD, [key]: any }));
        const result = parseProfile(json);
        assert.ok(result.ok || result.errors.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
