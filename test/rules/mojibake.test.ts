import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dump } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { windows1252Of } from '../../server/src/core/text/windows1252';
import { diagnose } from '../../server/src/rules/diagnose';
import { applyEdits } from '../../server/src/rules/edits';
import { fixAll } from '../../server/src/rules/fixAll';
import { mojibake } from '../../server/src/rules/mojibake';
import { LIBRARY_DUMP } from '../support/libraryDump';
import { markedDump } from '../support/markedDump';

const onFailure = ({ error }: { error: unknown }) => {
  throw error;
};

/** A text in UTF-8 as windows-1252 reads it. */
function misread(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => windows1252Of(byte)).join('');
}

/** Words of many languages, each with characters that take several bytes. */
const WORDS = [
  ...[
    'don’t',
    '“yes”',
    '—',
    '£5',
    '€6',
    'naïve',
    'über',
    'Straße',
    'été',
    'déjà',
    'cœur',
    'señor',
    '¿Qué',
    'ação',
    'três',
  ],
  ...[
    'łódź',
    'żółw',
    'příliš',
    'kůň',
    'güneş',
    'İzmir',
    'città',
    'ő',
    'Ærø',
    'Åse',
    'şcoală',
    'ăn',
    'Việt',
    'được',
  ],
  ...[
    'город',
    'библиотека',
    'Їжак',
    'βιβλίο',
    'ספר',
    'كتاب',
    'किताब',
    'ห้องสมุด',
    '図書館',
    'かな',
    '图书馆',
    '도서관',
    '😀',
  ],
];

const dumpOf = (...lines: string[]): Dump =>
  markedDump(lines.map((line) => `paragraph | ${line}`).join('\n')).dump;

function mended(text: string): string {
  const edits = [...mojibake.checkDump(dumpOf(text))].flatMap(({ fixes }) =>
    fixes.flatMap((fix) => fix.edits),
  );
  return applyEdits(text, edits);
}

/** Characters that texts hardly have, and misread ones do. */
function improbable(text: string): number {
  return text.match(/[\x80-\xa0\xad]|[ÂÃÄÅÐÑØÙà-ï](?=[^\x00-\x7fÀ-ž])|[€„‚¤¦¨¬¯±¼½¾](?=\S)/g)?.length ?? 0;
}

describe('text that was misread', () => {
  it('comes back as it was, of any language', () => {
    const sentences = fc.array(fc.constantFrom(...WORDS, 'the', 'of', 'and', '2024'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(sentences, (words) => {
        // Words that are sure in themselves tell of the others.
        const text = ['the señor', ...words, 'don’t'].join(' ');
        const damaged = misread(text);
        assert.equal(mended(damaged), text);
        assert.ok(improbable(mended(damaged)) < improbable(damaged));
      }),
      { numRuns: 300, seed: 20260112 },
    );
  });

  it('twice comes back in two rounds', () => {
    const text = LIBRARY_DUMP.replace('opened on Saturday', 'wasn’t opened in the café');
    const damaged = misread(misread(text));
    const analyze = (changed: string, previous?: Dump) => recognize(changed, { assumeDump: true }, previous);
    const settings = { rules: { 'space-before-punctuation': 'off', 'split-ordinal': 'off' } } as const;
    const options = { settings, recognize: analyze, onFailure };
    const fixed = fixAll(damaged, analyze(damaged), options).text;
    assert.equal(fixed, text);
    assert.equal(fixAll(fixed, analyze(fixed), options).text, text);
  });

  it('in a few lines is a finding for each, in many is one', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => misread(`It’s line ${index}.`));
    const few = [...mojibake.checkDump(dumpOf(...lines(5)))];
    assert.equal(few.length, 5);
    assert.equal(few[0]?.related?.length, 4);
    const [many, ...others] = mojibake.checkDump(dumpOf(...lines(60)));
    assert.deepEqual(others, []);
    assert.match(many?.message ?? '', /in 60 lines$/);
    assert.equal(many?.related?.length, 20);
    assert.equal(many?.fixes[0]?.edits.length, 60);
  });

  it('in a whole file of several pages is one finding', () => {
    const bytes = 'Íîâàÿ áèáëèîòåêà îòêðûëàñü â ñóááîòó êîíöåðòîì øêîëüíîãî îðêåñòðà.';
    const { dump } = markedDump(`paragraph | ${bytes}\nparagraph | Î\n===\nparagraph | ${bytes}`);
    const [finding, ...others] = mojibake.checkDump(dump);
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /^Text in windows-1251 that was read as windows-1252, in 2 lines$/);
    assert.deepEqual(
      new Set(finding?.fixes[0]?.edits.map(({ newText }) => newText.slice(0, 5))),
      new Set(['Новая']),
    );
  });
});

describe('text that is right', () => {
  it('is never touched: words of all languages, and the marks that stand around them', () => {
    const marks = fc.constantFrom(
      '',
      '”',
      '’',
      '…',
      '»',
      '…”',
      '»…',
      '\u00a0:',
      '™',
      '°',
      '—',
      '“',
      '.',
      ',',
    );
    const words = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.boolean(), marks), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts
          .map(([word, isUpper, mark]) => (isUpper ? word.toUpperCase() : word) + mark)
          .join(' ');
        assert.deepEqual([...mojibake.checkDump(dumpOf(text))], []);
      }),
      { numRuns: 2000, seed: 20260113 },
    );
  });

  it('is never touched: the dumps of other tests', () => {
    const folder = 'test/fixtures/recognition';
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    assert.ok(files.length > 80);
    for (const name of files) {
      const dump = recognize(readFileSync(`${folder}/${name}`, 'utf8'), { assumeDump: true });
      const found = diagnose(dump, { rules: {} }, onFailure).filter(({ code }) => code === 'mojibake');
      assert.deepEqual(found, [], name);
    }
  });
});
