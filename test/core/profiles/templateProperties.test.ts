import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { compileTemplate } from '../../../server/src/core/profiles/compileTemplate';
import { MOST_STEPS, runProgram } from '../../../server/src/core/profiles/matcher';
import { parseTemplate } from '../../../server/src/core/profiles/parseTemplate';
import { buildProgram } from '../../../server/src/core/profiles/program';
import type { TemplateField } from '../../../server/src/core/profiles/template';
import { anyCharacters } from '../../support/characters';

// A second, naive matcher for a small part of the language: it tries one way after the other.

type Node =
  | { readonly kind: 'letters'; readonly text: string }
  | { readonly kind: 'space' }
  | { readonly kind: 'field'; readonly type: FieldType }
  | { readonly kind: 'all'; readonly nodes: readonly Node[] }
  | { readonly kind: 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'maybe'; readonly node: Node };

type FieldType = 'text' | 'rest' | 'word' | 'dd/MM';

interface Way {
  readonly at: number;
  readonly fields: readonly TemplateField[];
}

const ALPHABET = ['a', 'b', ' ', '\u00a0', '1', '/', '|', '(', '\\', '😀'];

function sourceOf(node: Node): string {
  switch (node.kind) {
    case 'letters':
      return node.text.replace(/[\\{}()[\]|]/g, '\\$&');
    case 'space':
      return ' ';
    case 'field':
      return node.type === 'text' ? '{text}' : `{${node.type === 'dd/MM' ? 'date' : node.type}:${node.type}}`;
    case 'all':
      return node.nodes.map(sourceOf).join('');
    case 'any':
      return `(${node.nodes.map(sourceOf).join('|')})`;
    case 'maybe':
      return `[${sourceOf(node.node)}]`;
  }
}

function* waysOf(node: Node, line: string, way: Way, budget: { left: number }): Generator<Way> {
  if (budget.left-- <= 0) return;
  switch (node.kind) {
    case 'letters':
      if (line.startsWith(node.text, way.at)) yield { ...way, at: way.at + node.text.length };
      return;
    case 'space': {
      const [run = ''] = /^\s*/.exec(line.slice(way.at)) ?? [];
      for (let at = way.at + run.length; at > way.at; at--) yield { ...way, at };
      const edge = way.at === 0 || way.at === line.length || /\s/.test(line.charAt(way.at - 1));
      if (edge) yield way;
      return;
    }
    case 'field':
      for (const text of textsOf(node.type, line.slice(way.at))) {
        const start = way.at + text.length - text.trimStart().length;
        const end = way.at + text.trimEnd().length;
        const name = node.type === 'dd/MM' ? 'date' : node.type;
        yield {
          at: way.at + text.length,
          fields: end > start ? [...way.fields, { name, start, end }] : way.fields,
        };
      }
      return;
    case 'all': {
      const [first, ...rest] = node.nodes;
      if (first === undefined) {
        yield way;
        return;
      }
      for (const next of waysOf(first, line, way, budget))
        yield* waysOf({ kind: 'all', nodes: rest }, line, next, budget);
      return;
    }
    case 'any':
      for (const each of node.nodes) yield* waysOf(each, line, way, budget);
      return;
    case 'maybe':
      yield* waysOf(node.node, line, way, budget);
      yield way;
  }
}

/** What a field may take from the beginning of a text, the preferred first. */
function textsOf(type: FieldType, text: string): readonly string[] {
  const points = Array.from(text);
  const prefixes = Array.from({ length: points.length + 1 }, (_, length) => points.slice(0, length).join(''));
  switch (type) {
    case 'text':
      return prefixes.filter((prefix) => prefix !== '' && prefix.trim() === prefix);
    case 'rest':
      return prefixes;
    case 'word':
      return prefixes.filter((prefix) => /^\S+$/.test(prefix)).reverse();
    case 'dd/MM':
      return prefixes.filter((prefix) => /^\d\d\/\d\d$/.test(prefix));
  }
}

/** What the template takes from the line, null where it does not fit; undefined where that takes too long to tell. */
function naiveMatch(node: Node, line: string): readonly TemplateField[] | null | undefined {
  const budget = { left: 5000 };
  const indent = line.length - line.trimStart().length;
  const trimmed = line.trim();
  for (const way of waysOf(node, trimmed, { at: 0, fields: [] }, budget)) {
    if (budget.left <= 0) return undefined;
    if (way.at !== trimmed.length) continue;
    return way.fields.map(({ name, start, end }) => ({ name, start: start + indent, end: end + indent }));
  }
  return budget.left > 0 ? null : undefined;
}

const lettersNode: fc.Arbitrary<Node> = fc
  .array(fc.constantFrom('a', 'b', '1', '/', '|', '(', '\\', '😀'), { minLength: 1, maxLength: 2 })
  .map((chars) => ({ kind: 'letters', text: chars.join('') }));

const { tree } = fc.letrec<{ tree: Node; leaf: Node; all: Node }>((tie) => ({
  leaf: fc.oneof(
    { weight: 3, arbitrary: lettersNode },
    { weight: 2, arbitrary: fc.constant<Node>({ kind: 'space' }) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom<FieldType>('text', 'rest', 'word', 'dd/MM')
        .map((type): Node => ({ kind: 'field', type })),
    },
  ),
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    tie('all'),
    fc.array(tie('all'), { minLength: 2, maxLength: 3 }).map((nodes): Node => ({ kind: 'any', nodes })),
    tie('all').map((node): Node => ({ kind: 'maybe', node })),
  ),
  all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((nodes): Node => ({ kind: 'all', nodes })),
}));

/** A template with letters that must be there, so that it is a right one. */
const root: fc.Arbitrary<Node> = fc
  .tuple(fc.array(tree, { maxLength: 3 }), lettersNode, fc.array(tree, { maxLength: 3 }))
  .map(([before, letters, after]) => ({ kind: 'all', nodes: [...before, letters, ...after] }));

const anyLine = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 10 }).map((chars) => chars.join(''));

/** A line that the template was made for. */
function draw(node: Node, pick: (count: number) => number): string {
  const one = (options: readonly string[]) => options[pick(options.length)] ?? '';
  switch (node.kind) {
    case 'letters':
      return node.text;
    case 'space':
      return one([' ', '\u00a0 ', '  ']);
    case 'field':
      if (node.type === 'dd/MM') return one(['11/11', '01/12', '99/99']);
      return one(
        node.type === 'text' ? ['a', 'b a', '1/b'] : node.type === 'word' ? ['a', '(a'] : ['', ' a b'],
      );
    case 'all':
      return node.nodes.map((each) => draw(each, pick)).join('');
    case 'any':
      return node.nodes.map((each) => draw(each, pick))[pick(node.nodes.length)] ?? '';
    case 'maybe':
      return pick(2) === 0 ? '' : draw(node.node, pick);
  }
}

suite('templates', () => {
  test('compiling and matching never throw', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '|',
      '\\',
      ':',
      "'",
      'd',
      'MMM',
      'rest',
      'x',
      ' ',
      'é',
    );
    const source = fc.oneof(
      anyCharacters(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(
        source,
        anyCharacters(),
        fc.constantFrom('en', 'ko', 'xx', '-', ''),
        (text, line, language) => {
          const result = compileTemplate(text, { language });
          if (result.ok) result.template.match(line);
          else for (const { at } of result.errors) assert.ok(at >= 0 && at <= text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a line’s own text, escaped, fits that line', () => {
    fc.assert(
      fc.property(anyCharacters({ minLength: 1, maxLength: 60 }), (line) => {
        fc.pre(/[^\s\u0085\u200b\ufeff]/.test(line));
        const source = line.replace(/[\\{}()[\]|]/g, '\\$&');
        const result = compileTemplate(source);
        assert.ok(result.ok);
        assert.deepEqual(result.template.match(line), []);
      }),
      { numRuns: 2000 },
    );
  });

  test('the automaton agrees with trying one way after the other', () => {
    let compared = 0;
    let fitting = 0;
    fc.assert(
      fc.property(root, anyLine, fc.gen(), (node, other, random) => {
        const result = compileTemplate(sourceOf(node));
        fc.pre(result.ok);
        const meant = draw(node, (count) => random(fc.nat, { max: count - 1 }));
        for (const line of [meant, ` ${meant}${other}`, other]) {
          const expected = naiveMatch(node, line);
          if (expected === undefined) continue;
          assert.deepEqual(result.template.match(line), expected);
          compared++;
          if (expected) fitting++;
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(compared > 3000 && fitting > compared / 10, `${fitting} of ${compared} fit`);
  });

  test('fields lie inside the line, in order and apart', () => {
    fc.assert(
      fc.property(root, anyLine, (node, line) => {
        const result = compileTemplate(`[${sourceOf(node)}][{a}]b`);
        if (!result.ok) return;
        let before = 0;
        for (const { start, end } of result.template.match(`${line}b`) ?? []) {
          assert.ok(start >= before && end > start && end <= line.length + 1);
          before = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('the work grows with the line’s length, not faster', () => {
    const hostile = [
      '{a} {b} {c} {d} {e} {f} x',
      '{a}{b}{c}{d}{e}{f}{g}{h}',
      '[[[{a} ]{b} ]{c} ]x{d:rest}y{e:rest}z',
      '({a} a|{b} a|{c} a|{d}  a) x',
      '{a:name} {b:name} {c:name} {d:word}',
    ];
    for (const source of hostile) {
      const program = buildProgram(parseTemplate(source, 'en').pattern);
      for (const part of ['a', 'a ', 'A ', 'x y z ', '1,']) {
        const work = [1000, 2000, 4000].map((length) => {
          const line = `${part.repeat(length / part.length)}.`;
          const { steps } = runProgram(program, line, 0, line.length);
          assert.ok(steps <= 2 * program.steps.length * (line.length + 1), `${source} on ${part}: ${steps}`);
          return steps;
        });
        const [small = 0, middle = 0, large = 0] = work;
        assert.ok(large - middle <= 2.2 * (middle - small) + 100, `${source} on ${part}: ${work}`);
        assert.ok(large < MOST_STEPS);
      }
    }
  });

  test('a line that would take too long is given up', () => {
    const program = buildProgram(parseTemplate('{a} {b} {c} {d} x', 'en').pattern);
    const line = `${'a '.repeat(500_000)}x`;
    const { fits, steps } = runProgram(program, line, 0, line.length);
    assert.ok(!fits && steps <= MOST_STEPS + 2 * program.steps.length, String(steps));
    const short = `${'a '.repeat(1000)}x`;
    assert.ok(runProgram(program, short, 0, short.length).fits);
  });

  test('a line’s length costs nothing where the last field takes all that follows', () => {
    const program = buildProgram(parseTemplate('Home [- ]{a}', 'en').pattern);
    const line = `Home - ${'a '.repeat(500_000)}x`;
    const { fits, last, steps } = runProgram(program, line, 0, line.length);
    assert.ok(fits && steps < 200, String(steps));
    assert.equal(last?.at, line.length);
  });
});
