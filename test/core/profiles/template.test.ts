import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compileTemplate } from '../../../server/src/core/profiles/compileTemplate';
import type { LineTemplate, TemplateField } from '../../../server/src/core/profiles/template';

function compile(source: string, language?: string): LineTemplate {
  const result = compileTemplate(source, language === undefined ? {} : { language });
  assert.ok(
    result.ok,
    `${source}: ${result.ok ? '' : result.errors.map(({ message }) => message).join(' ')}`,
  );
  return result.template;
}

/** What the template takes from the line: `name=text`, and the date where it is a real day; null where it does not fit. */
function taken(source: string, line: string, language?: string): readonly string[] | null {
  const show = ({ name, start, end, date }: TemplateField) =>
    `${name}=${line.slice(start, end)}${date ? ` (${date.year}-${date.month}-${date.day})` : ''}`;
  return compile(source, language).match(line)?.map(show) ?? null;
}

function fits(source: string, line: string, language?: string): boolean {
  return compile(source, language).match(line) !== null;
}

/** The messages and places of a wrong template. */
function errorsOf(source: string, language?: string): readonly (readonly [number, string])[] {
  const result = compileTemplate(source, language === undefined ? {} : { language });
  return result.ok ? [] : result.errors.map(({ at, message }) => [at, message] as const);
}

suite('text and white space', () => {
  test('a line fits as a whole, white space at its ends aside', () => {
    assert.deepEqual(taken('Share Button', '  Share Button\t'), []);
    assert.equal(taken('Share Button', 'Share Button now'), null);
    assert.equal(taken('Share Button', 'The Share Button'), null);
    assert.equal(taken('Share Button', 'share button'), null);
  });

  test('a space stands for white space of any kind and length', () => {
    assert.ok(fits('More From', 'More\u00a0From'));
    assert.ok(fits('More From', 'More \u3000\t From'));
    assert.ok(!fits('More From', 'MoreFrom'));
  });

  test('spaces on both sides of a part that is left out are one', () => {
    assert.ok(fits('News [from abroad] today', 'News today'));
    assert.ok(fits('News [from abroad] today', 'News from abroad today'));
    assert.ok(fits('News [today]', 'News'));
    assert.ok(fits('[Today] News', 'News'));
    assert.ok(!fits('News [from abroad] today', 'Newstoday'));
  });

  test('a bar is a bar outside parentheses', () => {
    assert.ok(fits('Home | World [| Asia]', 'Home | World | Asia'));
    assert.ok(fits('(Home|Start) | World', 'Start | World'));
    assert.ok(fits('([Home | ]World|Sport)', 'Home | World'));
  });

  test('a backslash takes the meaning from a sign', () => {
    assert.ok(fits('\\{x\\} \\(a\\|b\\) \\[c\\] \\\\', '{x} (a|b) [c] \\'));
  });
});

suite('fields', () => {
  test('free text is as short as the line lets it be', () => {
    assert.deepEqual(taken('{a} - {b}', 'one - two - three'), ['a=one', 'b=two - three']);
    assert.deepEqual(taken('By {who}[, {what}]', 'By the staff, Editors'), ['who=the staff', 'what=Editors']);
    assert.equal(taken('By {who}', 'By '), null);
  });

  test('columns are UTF-16 units, and fields neither begin nor end with white space', () => {
    const fields = compile('😀 {a}:{b:rest}').match(' 😀  one:  two ');
    assert.deepEqual(fields, [
      { name: 'a', start: 5, end: 8 },
      { name: 'b', start: 11, end: 14 },
    ]);
  });

  test('a metadata line gives its values, and real days their dates', () => {
    const source = 'Date: {published:dd/MM/yyyy}[ | Source: {source}][ | {link}]';
    assert.deepEqual(taken(source, 'Date: 09/03/2018'), ['published=09/03/2018 (2018-3-9)']);
    assert.deepEqual(taken(source, 'Date: 09/03/2018 | Source: The Daily (EN) | Read it there'), [
      'published=09/03/2018 (2018-3-9)',
      'source=The Daily (EN)',
      'link=Read it there',
    ]);
  });

  test('a day that does not exist fits by its shape and has no date', () => {
    assert.deepEqual(taken('Date: {d:dd/MM/yyyy}', 'Date: 31/02/2024'), ['d=31/02/2024']);
    assert.deepEqual(taken('Date: {d:dd/MM/yyyy}', 'Date: 29/02/2024'), ['d=29/02/2024 (2024-2-29)']);
    assert.deepEqual(taken('Date: {d:dd/MM/yyyy}', 'Date: 00/13/2024'), ['d=00/13/2024']);
    assert.equal(taken('Date: {d:dd/MM/yyyy}', 'Date: 1/02/2024'), null);
    assert.deepEqual(taken('{d:d/M/yyyy}', '1/12/2024'), ['d=1/12/2024 (2024-12-1)']);
  });

  test('two-digit years are those of 1969 to 2068', () => {
    assert.deepEqual(taken('{d:dd.MM.yy}', '28.05.25'), ['d=28.05.25 (2025-5-28)']);
    assert.deepEqual(taken('{d:dd.MM.yy}', '28.05.69'), ['d=28.05.69 (1969-5-28)']);
    assert.deepEqual(taken('{d:dd.MM.yy}', '28.05.68'), ['d=28.05.68 (2068-5-28)']);
  });

  test('a name may be used again, for values of the same kind', () => {
    assert.deepEqual(taken('{d:MMMM d, yyyy}{d:MMM d, yyyy}', 'May 27, 2026May 27, 2026'), [
      'd=May 27, 2026 (2026-5-27)',
      'd=May 27, 2026 (2026-5-27)',
    ]);
    assert.deepEqual(compile('({d:d MMM yyyy}|{d:MMM d, yyyy}) {x:word}').fields, ['d', 'x']);
  });

  test('names of months and weekdays, with stops and without, in any case', () => {
    for (const day of ['Sep 7, 2024', 'Sept 7, 2024', 'Sept. 7, 2024', 'SEP. 7, 2024']) {
      assert.deepEqual(taken('{d:MMM d, yyyy}', day), [`d=${day} (2024-9-7)`]);
    }
    assert.deepEqual(taken('{d:EEE, d MMMM yyyy}', 'Wed, 3 January 2024'), [
      'd=Wed, 3 January 2024 (2024-1-3)',
    ]);
    assert.equal(taken('{d:MMMM d, yyyy}', 'Foo 7, 2024'), null);
  });

  const foreign: readonly (readonly [language: string, pattern: string, line: string, day: string])[] = [
    ['de', 'EEEE, d. MMMM yyyy', 'Mittwoch, 8. März 2023', '2023-3-8'],
    ['fr', 'EEE d MMM yyyy', 'mer. 3 janv. 2024', '2024-1-3'],
    ['es', "d 'de' MMMM 'de' yyyy", '24 de Agosto de 2022', '2022-8-24'],
    ['ru', 'd MMMM yyyy', '22 июня 2023', '2023-6-22'],
    ['tr', 'dd MMMM yyyy EEEE', '05 EYLÜL 2023 SALI', '2023-9-5'],
    ['ko', 'yyyy년 M월 d일 (EEEE)', '2022년 1월 18일 (화요일)', '2022-1-18'],
    ['ko', 'yyyy. MM. dd(EEE)', '2026. 02. 11(수)', '2026-2-11'],
    ['ja', 'yyyy年MMMMd日(EEE)', '２０２６年11月4日(水)', '2026-11-4'],
    ['zh', 'yyyy年MM月dd日 EEEE', '2023年03月29日 星期三', '2023-3-29'],
  ];
  for (const [language, pattern, line, day] of foreign) {
    test(`${language}: ${line}`, () => {
      assert.deepEqual(taken(`{d:${pattern}}`, line, language), [`d=${line} (${day})`]);
    });
  }

  test('times stand beside dates or alone', () => {
    assert.deepEqual(taken("{d:dd.MM.yyyy, HH:mm 'Uhr'}", '01.01.2010, 14:39 Uhr'), [
      'd=01.01.2010, 14:39 Uhr (2010-1-1)',
    ]);
    assert.deepEqual(taken('{d:d MMM yyyy h:mm a} EST', '5 May 2020 6:20 pm EST'), [
      'd=5 May 2020 6:20 pm (2020-5-5)',
    ]);
    assert.deepEqual(taken('Updated {t:HH:mm:ss}', 'Updated 05:20:33'), ['t=05:20:33']);
    assert.deepEqual(taken("{t:h 'o''clock'}", "5 o'clock"), ["t=5 o'clock"]);
  });

  test('the order of numbers is told where it is one', () => {
    assert.equal(compile('{d:dd/MM/yyyy}').dateOrder, 'dmy');
    assert.equal(compile('{d:M/d/yy}').dateOrder, 'mdy');
    assert.equal(compile('{d:yyyy-MM-dd HH:mm}').dateOrder, 'ymd');
    assert.equal(compile('{d:MMMM d, yyyy}').dateOrder, null);
    assert.equal(compile('{d:dd/MM/yyyy} {e:MM/dd/yyyy}').dateOrder, null);
  });

  test('numbers', () => {
    for (const line of ['7', '12,500', '1.234.567', '3.5']) assert.ok(fits('{n:number}', line), line);
    for (const line of ['', 'seven', '7,', '.5', '1 2']) assert.ok(!fits('{n:number}', line), line);
  });

  test('words', () => {
    assert.deepEqual(taken('Tags: {tag:word}', 'Tags: #north-korea'), ['tag=#north-korea']);
    assert.ok(!fits('Tags: {tag:word}', 'Tags: two words'));
  });

  test('names', () => {
    const names = [
      'Ri Song Nam',
      'Paula von der Heide',
      'Seán O’Brien-Smith',
      'Lucía Vega Ibáñez',
      'J. R. Smith',
      'KCNA.kp',
      '박민준',
      '法新社',
      'Нина Петрова',
    ];
    for (const name of names) assert.deepEqual(taken('By {by:name}', `By ${name}`), [`by=${name}`]);
    for (const other of [
      'the way',
      'Kim said that',
      'One Two Three Four Five Six',
      '12 Kim',
      'Kim, Editor',
    ]) {
      assert.ok(!fits('By {by:name}', `By ${other}`), other);
    }
  });

  test('addresses', () => {
    assert.deepEqual(taken('\\[Read it\\]\\({link:url}\\)', '[Read it](https://example.org/a?b=(c))'), [
      'link=https://example.org/a?b=(c)',
    ]);
    assert.ok(fits('{link:url}', 'www.example.org'));
    assert.ok(!fits('{link:url}', 'https://example.org and more'));
    assert.ok(!fits('{link:url}', 'example'));
  });

  test('the rest may be nothing', () => {
    assert.deepEqual(taken('Copyright{owner:rest}', 'Copyright'), []);
    assert.deepEqual(taken('Copyright{owner:rest}', 'Copyright (C) The Daily'), ['owner=(C) The Daily']);
  });

  test('the first alternative that fits the line counts', () => {
    assert.deepEqual(taken('({a} in {b}|{c})!', 'Kim in Rome!'), ['a=Kim', 'b=Rome']);
    assert.deepEqual(taken('({a} in {b}|{c})!', 'Kim!'), ['c=Kim']);
  });
});

suite('wrong templates', () => {
  const cases: readonly (readonly [source: string, at: number, message: RegExp])[] = [
    ['', 0, /line without text/],
    ['[Share]', 0, /line without text/],
    ['{x:rest}', 0, /line without text/],
    ['{x}', 0, /every line/],
    ['({x}|Share)', 0, /every line/],
    ['a {x', 2, /“{” is not closed/],
    ['a {x {y:word}', 2, /“{” is not closed/],
    ['a (b|c', 2, /“\(” is not closed/],
    ['a [b', 2, /“\[” is not closed/],
    ['a ]', 2, /“\]” closes nothing/],
    ['a )', 2, /“\)” closes nothing/],
    ['a }', 2, /“}” closes nothing/],
    ['a (b|c])', 6, /“\]” closes nothing/],
    ['a (b|)', 5, /alternative is empty/],
    ['a (|b)', 3, /alternative is empty/],
    ['a []', 2, /Nothing stands between/],
    ['a (EN)', 2, /Parentheses hold alternatives/],
    ['a \\n', 2, /has no meaning/],
    ['a \\', 2, /Nothing follows/],
    ['a {}', 3, /no name/],
    ['a {:word}', 3, /no name/],
    ['a {1st}', 3, /cannot name a field/],
    ['a {x:wrod}', 5, /no type “wrod”/],
    ['a {x:}', 5, /at least one part/],
    ['a {x:DD.MM.yyyy}', 5, /“dd” is/],
    ['a {x:dd/mm/yyyy}', 8, /minutes/],
    ['a {x:d. MMMM um HH}', 13, /“u” is not a part/],
    ["a {x:d 'de MMMM}", 7, /quote is not closed/],
    ['a {x:word} {x:d.M.}', 11, /“x” was a text before/],
    [`a ${'{x:word} '.repeat(21)}`, 182, /at most 20 fields/],
    ['x'.repeat(1001), 1000, /at most 1000/],
  ];
  for (const [source, at, message] of cases) {
    test(source.length > 40 ? `${source.slice(0, 40)}...` : `“${source}”`, () => {
      const errors = errorsOf(source);
      assert.equal(errors.length, 1, JSON.stringify(errors));
      const [[where, text] = [-1, '']] = errors;
      assert.match(text, message);
      assert.equal(where, at);
    });
  }

  test('every error is told', () => {
    assert.deepEqual(
      errorsOf('a ] {x:wrod} (b)').map(([at]) => at),
      [2, 7, 13],
    );
  });

  test('a language must be one, and known where its names are needed', () => {
    assert.match(errorsOf('a', 'not a tag').join(), /not a language tag/);
    assert.match(errorsOf('{d:MMMM}', 'xx').join(), /No names of months/);
    assert.ok(fits('{d:dd.MM.yyyy}', '01.02.2003', 'xx'));
  });
});
