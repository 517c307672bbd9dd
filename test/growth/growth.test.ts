import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { describe, test } from 'node:test';
import { judgeDates } from '../../server/src/core/dates';
import { compileTemplate, LONGEST_TEMPLATE } from '../../server/src/core/profiles/compileTemplate';
import { recognize } from '../../server/src/core/recognize';
import { linesOf } from '../../server/src/core/text/lines';
import { DUMP_RULES, PAGE_RULES } from '../../server/src/rules/registry';
import { placeName, takeRuns } from '../support/runs';
import { countWalks } from '../support/walks';

// Everything that reads texts is fed with ones of growing size. Each place of the code counts how often it runs, and
// JavaScript's own functions what they go through: twice the text may take no more than about twice of both. Expressions
// are checked one by one by test/patterns.

/** Work that grows by more than this where the text is doubled, each time, grows faster than the text; sorting by 2.2. */
const MOST_GROWTH = 2.75;
/** Steps for each UTF-16 unit that tell nothing yet: some work begins only beyond a size. */
const TELLING = 1;
/** Doublings of a text whose work seems to grow too fast, until that is sure. */
const DOUBLINGS = 5;

const NOW = { year: 2026, month: 1, day: 1 };

/** Parts of texts that are hard on one reader or another where they come again and again. */
const PARTS = [
  'a~A ~É~word , ~the the ~  ~　~.~. ~..~-~- ~inter- ~,a~:~*~# ~\\',
  '|~ | ~“~”~"~\'~(~)~[~[1]~[…]~{~}~1) ~<~<p>~</a>~<!--~-->',
  '&~& ~&amp;~&#~Ã©~â€~ï¿~\u00ad~\ufeff~\u202e~\ud83d~\0~\u0301~가~다.~す（す）~漢（',
  '1~1 ~1/~1/2/~1-~1.~1,~1:~12:~2024~2024-~+09:00~2024-01-02 ~2024-01-02T~th ~21 st ',
  'Monday, ~May ~May 5, ~Febuary 3O, ~5 May ~Date: ~Date: 1/2/2024 | ~3 days ago ~from May 3 to ',
  '2024년 ~2024년 11월 31일~令和6年~令和6年12月31日~Juche 112 ~(2024) ',
  'By ~By Anna Holm, ~Anna Holm and ~(AP) -- ~LONDON, May 5 (~Photo: ~Read more~Share ~More From ~© 2024 ',
  'http://~http://a.example/~www.~a@b.~%20',
].flatMap((parts) => parts.split('~'));

/** More that are hard in one line. */
const PARTS_OF_LINES = [
  ' ~.A~a.Aa~.”Aa~.)Aa~ofAa~다.가~a  b~the ~a..~a,, ~::~”a~a[1],~a- b ~lib- rary ~Author: ~| Auther: ',
  'Juch 1 ~a_~a.b~этот этот ~他~...~\u00a0 ~â€™ ~РџСЂ~‚Äô~\u0092~½Ã~鏈綉~譁~\ufffd ~âs ~&#x~\u200d~<a ',
  '<script>~<b>x</b>~**~**a~[b]~[a ~![](~[x](http://~var x = ~http: / /~http://a/ ~www . a~長(zhǎng)',
  '(zhǎng~今日きょう~漢（かん~uif ~ ,~ .~a .~1 st ~\u00a0 ,~31/12/~February 5 ~February 5, 2025~年月日~十二月~(1~O1l',
  '2 days ago~Febuary 5, 2025 ~a1-/. Feb',
  " 's~'24 ",
].flatMap((parts) => parts.split('~'));

/** Lines that are hard where they follow one another: a related article, sentences that go on, line ends of all kinds. */
const LINES = [
  'More From A\nA title\nA title\nMay 5, 2024\nIt began to',
  ...['', ' a', ' end.', ' “', ',', '-'].map(
    (end) => `The captain of the ship said that the library of the${end}`,
  ),
  'a\r\nb\nc\r\ufeff',
];

/** Texts in which a part comes again so many times. */
type Shape = (part: string, times: number) => string;

const SHAPES: Readonly<Record<string, { readonly shape: Shape; readonly times: number }>> = {
  'one line': { shape: (part, times) => part.repeat(times), times: 60 },
  'one line amid spaces': {
    shape: (part, times) => ' '.repeat(times) + part.repeat(times) + ' '.repeat(times),
    times: 60,
  },
  lines: { shape: (part, times) => `${part}\n`.repeat(times), times: 12 },
  'lines that differ': {
    shape: (part, times) => Array.from({ length: times }, (_, at) => `${part} ${inLetters(at)}\n\n`).join(''),
    times: 12,
  },
};

function inLetters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}

/** Templates: what stands first, what comes again, and what closes it. */
const TEMPLATES: readonly (readonly [before: string, part: string, after?: string])[] = [
  ['', 'a'],
  ['', 'a '],
  ['', '\\['],
  ['a', '[b', ']'],
  ['a', '[b]'],
  ['a', '(b|c', ')'],
  ['a', '(b|c)'],
  ['a', '{'],
  ['a', '['],
  ['a', '}'],
  ['a', '{b:'],
  ['{a:', 'd '],
  ['{a:', "''"],
];

/** Templates with many ways to fit a line. */
const HOSTILE = [
  '{a} {b} {c} {d} {e} {f} x',
  '{a}{b}{c}{d}{e}{f}{g}{h}x',
  '[[[{a} ]{b} ]{c} ]x{d:rest}y{e:rest}z',
  '({a} a|{b} a|{c} a|{d}  a) x',
  '{a:name} {b:name} {c:name} {d:word} {e:url}',
  '{a} {b:d MMMM yyyy} {c:number} x',
];

/** Does something with a text, and tells of each part of it that is done. */
type Work = (text: string, done: (part: string) => void) => void;

/** Runs by number of the place, and what was gone through by the part in which it was. */
type Counts = ReadonlyMap<string | number, number>;

function countsOf(work: Work, text: string): Counts {
  const counts = new Map<string | number, number>();
  const walks = countWalks();
  try {
    work(text, (part) => counts.set(part, walks.take()));
  } finally {
    walks.stop();
  }
  takeRuns((place, runs) => counts.set(place, runs));
  return counts;
}

/** What grows faster than the text does. */
function superLinear(work: Work, textOf: (doublings: number) => string): readonly string[] {
  let [small, middle] = [countsOf(work, textOf(0)), countsOf(work, textOf(1))];
  let suspects: readonly string[] = [];
  for (let doublings = 2; doublings <= DOUBLINGS; doublings++) {
    const text = textOf(doublings);
    const large = countsOf(work, text);
    suspects = [...large].flatMap(([what, most]) => {
      const [least, more] = [small.get(what) ?? 0, middle.get(what) ?? 0];
      const growsFast = more > MOST_GROWTH * least && most > MOST_GROWTH * more;
      if (!growsFast || most < TELLING * text.length) return [];
      const name = typeof what === 'number' ? relative(process.cwd(), placeName(what)) : what;
      return [`${name}: ${least}, ${more}, ${most} in ${text.length} units`];
    });
    if (suspects.length === 0) break;
    [small, middle] = [middle, large];
  }
  return suspects;
}

/** Dates, recognition and rules, with lines of each kind that has scanners of its own. */
function analyze(text: string, done: (part: string) => void): void {
  const dump = recognize(text, { assumeDump: true, now: NOW });
  done('recognition');
  const lines = linesOf(text);
  for (const role of ['metadata', 'paragraph'] as const) {
    const roles = lines.map((line) => (line.trim() === '' ? '' : role));
    judgeDates(lines, { roles, order: null, language: 'en', now: NOW });
    done(`dates of ${role}`);
    for (const rule of PAGE_RULES) {
      for (const { page } of dump.pages)
        Array.from(rule.check({ ...page, roles: page.roles.map((own) => own && role) }));
      done(`${rule.code} in ${role}`);
    }
  }
  for (const rule of DUMP_RULES) {
    Array.from(rule.checkDump(dump));
    done(rule.code);
  }
}

describe('twice the text takes about twice the work', () => {
  for (const [name, { shape, times }] of Object.entries(SHAPES)) {
    test(`dates, recognition and rules: ${name}`, () => {
      // What is made once is not counted.
      countsOf(analyze, 'May 5, 2024\n');
      for (const part of [...PARTS, ...(name.startsWith('lines') ? LINES : PARTS_OF_LINES)]) {
        const found = superLinear(analyze, (doublings) => shape(part, times * 2 ** doublings));
        assert.deepEqual(found, [], JSON.stringify(part));
      }
    });
  }

  test('templates, long and nested', () => {
    const longest = 2 ** DOUBLINGS;
    const found = TEMPLATES.flatMap(([before, part, after = '']) =>
      superLinear(
        (source) => void compileTemplate(source),
        (doublings) => {
          const times =
            Math.floor(LONGEST_TEMPLATE / longest / (part.length + after.length)) * 2 ** doublings;
          return before + part.repeat(times) + after.repeat(times);
        },
      ),
    );
    assert.deepEqual(found, []);
  });

  test('lines for templates', () => {
    for (const source of HOSTILE) {
      const compiled = compileTemplate(source);
      assert.ok(compiled.ok, source);
      for (const part of ['a', 'a ', 'A ', 'Anna ', 'x y z ', '1,', '1 May 2024 ', 'www.']) {
        const match = (line: string) => void compiled.template.match(line);
        const found = superLinear(match, (doublings) => `a ${part.repeat(50 * 2 ** doublings)}.`);
        assert.deepEqual(found, [], `${source} on ${part}`);
      }
    }
  });
});
