import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Sign, signsOf } from '../../server/src/core/text/signs';

/** What each sign stands for, as a pattern that says it slowly. */
const PATTERNS: Readonly<Record<keyof typeof Sign, RegExp>> = {
  DoubleBlank: /[ \u00a0]{2}/,
  BlankBeforeMark: /[ \u00a0][,.'’]/,
  DigitBeforeBlank: /[0-9][ \u00a0]/,
  WordTwice: /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)[ \u00a0]+\1(?![\p{L}\p{N}])/u,
  MarkInside: /[.!?][^\s.,;:!?0-9]/,
  CommaInside: /,[a-zà-öø-ÿа-я]/,
  CapitalInside: /[a-zа-я][A-ZА-Я]/,
  TwoMarks: /[.,;:،，。、][.,;:،，。、]/,
  Quote: /["“”„‟«»「」『』《》]/,
  Ampersand: /&/,
  Markup: /[<>*#[\]{}|]/,
  Code: /[{}\\=<>_\]$#(]|::|\/\//,
  Colon: /[:：]/,
  Binary: /[\x00-\x08\x0b\x0e-\x1f\x7f]|%[A-Z]/,
  NonAscii: /[^\x00-\x7f]/,
};

const PIECES = [
  ...' \u00a0\t.,;:!?،，。、：\'’"“«「&<*#[{|\\=_$(/%\f\x00\x0b\x7f09azAZéЖжß漢字가\ud800'.split(''),
  'the ',
  'The ',
  'of',
  'of of ',
  '%PDF',
  'http://',
];

describe('the signs of a line', () => {
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const sign = Sign[name as keyof typeof Sign];
    test(`has ${name} where ${pattern} is in it`, () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
          const line = pieces.join('');
          assert.ok(!pattern.test(line) || (signsOf(line) & sign) !== 0, JSON.stringify(line));
        }),
        { numRuns: 2000, seed: 20261128 },
      );
    });
  }

  test('are few on a plain sentence', () => {
    assert.equal(signsOf('The old harbour is open again, said the mayor of the town on Monday.'), 0);
  });

  test('tell a word that stands twice from words that are alike', () => {
    const isTwice = (line: string) => (signsOf(line) & Sign.WordTwice) !== 0;
    assert.ok(isTwice('It rained on the the town.'));
    assert.ok(isTwice('The the town.'));
    assert.ok(isTwice('на на'));
    assert.ok(!isTwice('the, the'));
    assert.ok(!isTwice('the then, then the'));
    assert.ok(!isTwice('an in on'));
  });
});
