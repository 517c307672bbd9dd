import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileGlob } from '../../server/src/rules/glob';

test('patterns mean files as people expect', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['*.txt', ['a.txt', 'raw/a.txt', 'x/y/.txt'], ['a.txt.bak', 'a.dump']],
    ['raw/*.txt', ['raw/a.txt'], ['a.txt', 'raw/b/a.txt', 'x/raw/a.txt']],
    ['/a.txt', ['a.txt'], ['raw/a.txt']],
    ['./a.txt', ['a.txt'], ['raw/a.txt']],
    ['raw/**', ['raw/a.txt', 'raw/b/c.txt'], ['raws/a.txt', 'x/raw/a.txt']],
    ['**/raw/**/00?_*.txt', ['raw/001_a.txt', 'x/raw/y/z/002_.txt'], ['raw/0_a.txt', 'raws/001_a.txt']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/x/b/c', 'ab']],
    ['신문/*.txt', ['신문/가.txt'], ['신문/가/나.txt']],
    ['[a](b)+{c}', ['[a](b)+{c}', 'x/[a](b)+{c}'], ['a']],
  ];
  for (const [pattern, meant, others] of cases) {
    const isMeant = compileGlob(pattern);
    for (const path of meant) assert.ok(isMeant(path), `${pattern} means ${path}`);
    for (const path of others) assert.ok(!isMeant(path), `${pattern} does not mean ${path}`);
  }
});

test('a pattern means what the same regular expression does', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 5 });
  const part = fc.oneof(fc.constant('**'), name);
  const path = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const check = (parts: readonly string[], names: readonly string[]): void => {
    if (parts.length === 1) return;
    const source = parts
      .map((each, index) => {
        if (each === '**') return index === parts.length - 1 ? '.*' : '(?:[^/]+/)*';
        const own = each.replace(/\*+/g, '[^/]*').replaceAll('?', '[^/]');
        return index === parts.length - 1 ? own : `${own}/`;
      })
      .join('');
    // A folder's pattern means what is in it; the folder itself is never asked for.
    if (parts.at(-1) === '**') return;
    assert.equal(
      compileGlob(parts.join('/'))(names.join('/')),
      new RegExp(`^${source}$`).test(names.join('/')),
    );
  };
  fc.assert(fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), path, check));
});

test('a pattern of stars takes no long time', () => {
  assert.ok(!compileGlob(`${'*a'.repeat(140)}b`)('a'.repeat(20_000)));
});
