import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const PATH = 'syntaxes/article-dump.tmLanguage.json';

let grammar: IGrammar;

before(async () => {
  const wasm = await readFile('node_modules/vscode-oniguruma/release/onig.wasm');
  await loadWASM({ data: wasm });
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(await readFile(PATH, 'utf8'), PATH),
  });
  const loaded = await registry.loadGrammar('text.article-dump');
  assert.ok(loaded);
  grammar = loaded;
});

/** The scoped stretches of a text: `text = innermost scope`, without the language's own suffix. */
function scopes(...lines: string[]): string[] {
  const found: string[] = [];
  let state = INITIAL;
  for (const line of lines) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1) ?? '';
      if (scope.startsWith('text.') || scope.startsWith('meta.')) continue;
      const text = line.slice(startIndex, endIndex);
      if (text.trim() !== '') found.push(`${text} = ${scope.replace('.article-dump', '')}`);
    }
  }
  return found;
}

describe('grammar', () => {
  it('knows the masthead, the outlet and the headline by their order', () => {
    assert.deepEqual(
      scopes('March 08, 2026Mar 8, 2026', 'KCNA Harbour Office (EN)', '', 'Ferry Resumes', '', 'It sailed.'),
      [
        'March 08, 2026Mar 8, 2026 = constant.numeric.date.capture',
        'KCNA Harbour Office (EN) = entity.name.type.outlet',
        'Ferry Resumes = markup.heading.headline',
      ],
    );
    assert.deepEqual(scopes('May 03, 2024', '', 'Ferry Resumes', 'It sailed.'), [
      'May 03, 2024 = constant.numeric.date.capture',
      'Ferry Resumes = markup.heading.headline',
    ]);
    assert.deepEqual(scopes('KCNA KCNA.kp (En)', '', 'Ferry Resumes', '', 'It sailed.'), [
      'KCNA KCNA.kp (En) = entity.name.type.outlet',
      'Ferry Resumes = markup.heading.headline',
    ]);
  });

  it('takes a text apart from its first line alone for no dump', () => {
    assert.deepEqual(
      scopes('Notes of the week', 'Milk and bread.', 'KCNA is an agency (En)', 'Call home.'),
      [],
    );
  });

  it('knows the metadata line, whole, short and with an address', () => {
    assert.deepEqual(
      scopes('Title', 'Date: 05/02/2025 | Source: Harbour Office (EN) | Read original version at source'),
      [
        'Date: = punctuation.definition.label.date',
        '05/02/2025 = constant.numeric.date.published',
        '| = punctuation.separator',
        'Source: = punctuation.definition.label.source',
        ' Harbour Office (EN)  = string.unquoted.source',
        '| = punctuation.separator',
      ],
    );
    assert.deepEqual(scopes('Title', 'Date: 09/03/2018'), [
      'Date: = punctuation.definition.label.date',
      '09/03/2018 = constant.numeric.date.published',
    ]);
    assert.equal(
      scopes('Title', 'Date: 09/03/2018 | Source: X | https://example.org/a').at(-1),
      'https://example.org/a = markup.underline.link',
    );
  });

  it('knows the related block by its heading, its dates and its end', () => {
    assert.deepEqual(
      scopes('Title', 'More From Harbour Office (EN)', 'A card', 'February 03, 2025', 'More Articles'),
      [
        'More From Harbour Office (EN) = entity.name.label.related',
        'February 03, 2025 = constant.numeric.date.related',
        'More Articles = entity.name.label.related',
      ],
    );
    assert.deepEqual(scopes('Title', 'More from the coast as it comes in.'), []);
  });

  it('knows datelines and addresses', () => {
    assert.deepEqual(
      scopes('Title', 'Pyongyang, April 15 (KCNA) -- The ferry sailed, says www.example.org (today).'),
      ['Pyongyang, April 15 (KCNA) -- = markup.italic.dateline', 'www.example.org = markup.underline.link'],
    );
  });

  it('gives furniture no scope of comments, which themes make louder than text', async () => {
    assert.doesNotMatch(await readFile(PATH, 'utf8'), /"name": "comment/);
  });

  it('takes time in proportion to the length of a hostile line', () => {
    for (const unit of [' ', 'KCNA (', 'Date: 1/1/2020 | Source: ', 'www.', 'A', '(En) ', 'March 08, 2026']) {
      const time = (length: number): number => {
        const line = unit.repeat(length / unit.length);
        const start = performance.now();
        for (const first of ['', line]) {
          let state = INITIAL;
          for (const each of [first, line]) state = grammar.tokenizeLine(each, state).ruleStack;
        }
        return performance.now() - start;
      };
      time(1000);
      // Quadratic time would be 256 times the time of the shorter line.
      const [short, long] = [Math.max(time(20_000), 1), time(320_000)];
      assert.ok(long < 100 * short, `${JSON.stringify(unit)}: ${short} ms, then ${long} ms`);
    }
  });
});
