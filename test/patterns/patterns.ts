import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import { checkSync } from 'recheck';
import { globSync } from 'tinyglobby';

// Every regular expression of the sources is fed with texts of growing size that are made against it, and its matcher's
// steps are counted: they may grow with the text and no faster (recheck: an analysis of the automaton, and a search for
// bad texts after Shen and others 2018). Patterns of profiles have a matcher of their own, whose steps other tests count.

/** Milliseconds for one expression. */
const TIMEOUT = 20_000;

/** Beginnings of expressions whose bounds the checker takes for none, or with which it does not come to an end. */
const BOUNDED = [
  // At each address no more than a few hundred units are looked at.
  '\\bhttps?:\\/\\/[^\\s()<>"]{1,500}\\/ ',
  '\\bhttps?(?!:\\/\\/[^ ]) ?: ?',
  '\\bwww\\.[a-z0-9-]{1,63}',
  // Many ways to begin, each of a fixed length.
  ':\\/\\/|@\\w|^www\\.',
  '^(Dear|Hi|Hello',
];

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** The expressions that are written in a file. */
function patternsIn(where: string): readonly Pattern[] {
  const { code } = transformSync(readFileSync(where, 'utf8'), { loader: 'ts', format: 'esm' });
  const found: Pattern[] = [];
  const visit = (value: object) => {
    if ('regex' in value && isRegex(value.regex))
      found.push({ where, source: value.regex.pattern, flags: value.regex.flags });
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) visit(child);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

/** The expressions that are put together while the rules are loaded. */
async function madePatterns(): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]) {
      const made = new target(source, flags);
      found.push({ where: 'put together', source: made.source, flags: made.flags });
      return made;
    },
  });
  await import('../../server/src/rules/registry');
  globalThis.RegExp = original;
  return found;
}

test('no expression takes more than linear time', async (context) => {
  const files = globSync(['server/src/**/*.ts', 'client/src/**/*.ts']).sort();
  const written = files.flatMap(patternsIn);
  const made = await madePatterns();
  assert.ok(written.length > 300 && made.length > 0, `${written.length} and ${made.length} were found`);
  for (const { where, source, flags } of [...written, ...made]) {
    if (BOUNDED.some((beginning) => source.startsWith(beginning))) continue;
    await context.test(`${where}: /${source}/${flags}`, () => {
      const first = checkSync(source, flags, { timeout: TIMEOUT });
      // The search's budget is time: on a busy machine it has stopped at texts that a second search clears.
      const result = first.status === 'safe' ? first : checkSync(source, flags, { timeout: TIMEOUT });
      if (result.status === 'safe') return;
      const why =
        result.status === 'vulnerable'
          ? `${result.complexity.summary} on ${result.attack.pattern}`
          : result.error.kind;
      assert.fail(`${result.status}: ${why}`);
    });
  }
});
