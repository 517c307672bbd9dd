import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanArticles, EXPORT_FORMATS, exportArticles } from '../../../server/src/core/export';
import { recognize } from '../../../server/src/core/recognize';
import { LIBRARY_DUMP } from '../../support/libraryDump';
import { type MarkedDump, markedDump } from '../../support/markedDump';
import { LIBRARY_PAGE } from '../../support/sampleDump';

const LIBRARY = markedDump(LIBRARY_PAGE);

function exported({ dump }: MarkedDump, format: (typeof EXPORT_FORMATS)[number]) {
  return exportArticles(cleanArticles(dump.pages, 'library.dump'), format);
}

function json({ dump }: MarkedDump, format: (typeof EXPORT_FORMATS)[number]) {
  return JSON.parse(exportArticles(cleanArticles(dump.pages, 'library.dump'), format).text);
}

const MARKS = markedDump(`
headline   | 5 * 3 = [15] & R&D <b>
deck       | #1 in town
byline     | A_B
paragraph  | 1. is a number, &amp; no list
paragraph  | --- and \`code\`
list-item  | • one
list-item  | 2) two
subheading | Next_part
caption    | A *star*
`);

describe('an article as text', () => {
  it('has its own lines and nothing else, each with its place in the dump', () => {
    const { text, lines } = exported(LIBRARY, 'text');
    assert.equal(
      text,
      [
        'New Library Opens at the Harbour',
        '2024-12-31 · Harbour News (EN)',
        'The new library of the harbour town opened on Dec. 30 with a concert.',
        'Some three hundred people came, among them Mr. Park of the U.S. Department of Letters, to see it.',
        'Sea charts',
        'The charts fill No. 5 of the old sheds.\n',
      ].join('\n\n'),
    );
    const source = LIBRARY.text.split('\n');
    const body = text.split('\n').slice(4, -1);
    assert.deepEqual(
      body.map((line, index) => line === '' || line === source[lines?.[index + 4] ?? -1]),
      body.map(() => true),
    );
  });

  it('has places that never fall, for several articles as well', () => {
    const dump = recognize(`${LIBRARY_DUMP}\n${LIBRARY_DUMP}`);
    const articles = cleanArticles(dump.pages, null);
    assert.equal(articles.length, 2);
    for (const format of ['text', 'markdown'] as const) {
      const { text, lines = [] } = exportArticles(articles, format);
      assert.equal(lines.length, text.split('\n').length - 1);
      assert.deepEqual(
        lines,
        lines.toSorted((a, b) => a - b),
      );
      assert.ok((lines.at(-1) ?? 0) > LIBRARY_DUMP.split('\n').length);
      assert.match(text, /\n\n\* \* \*\n\n/);
    }
  });

  it('joins lines that were wrapped at one width, and no others', () => {
    const wrapped = markedDump(`
headline  | A Wrapped Text About the Harbour

paragraph | The new library of the harbour town was opened
paragraph | on Saturday with a concert of the orchestra of
paragraph | the school, and three hundred people came by.

paragraph | Nothing more was heard of it after that day.
`);
    const [, ...paragraphs] = exported(wrapped, 'text').text.trimEnd().split('\n\n');
    assert.deepEqual(paragraphs, [
      'The new library of the harbour town was opened on Saturday with a concert of the orchestra of the school, and three hundred people came by.',
      'Nothing more was heard of it after that day.',
    ]);
    assert.equal(exported(MARKS, 'text').text.trimEnd().split('\n\n').length, 9);
  });
});

describe('an article as Markdown', () => {
  it('has headings, and marks of the text are no marks of Markdown', () => {
    assert.deepEqual(exported(MARKS, 'markdown').text.trimEnd().split('\n\n'), [
      '# 5 \\* 3 = \\[15\\] & R&D \\<b>',
      '**\\#1 in town**',
      'A\\_B',
      '1\\. is a number, \\&amp; no list',
      '\\--- and \\`code\\`',
      '- one',
      '2) two',
      '## Next\\_part',
      '*A \\*star\\**',
    ]);
  });
});

describe('an article as JSON-LD', () => {
  /** Properties of NewsArticle, CreativeWork and Thing (schema.org 28) that are written, and how their values look. */
  const SHAPE: Readonly<Record<string, (value: unknown) => boolean>> = {
    '@context': (value) => value === 'https://schema.org',
    '@type': (value) => value === 'NewsArticle',
    headline: isText,
    description: isText,
    author: isThing('Person'),
    datePublished: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
    dateline: isText,
    inLanguage: isText,
    publisher: isThing('Organization'),
    sourceOrganization: isThing('Organization'),
    url: (value) => typeof value === 'string' && URL.canParse(value),
    wordCount: (value) => Number.isInteger(value),
    timeRequired: (value) => typeof value === 'string' && /^PT\d+M$/.test(value),
    articleBody: isText,
  };

  function isText(value: unknown): boolean {
    return typeof value === 'string' && value !== '';
  }

  function isThing(type: string) {
    return (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      '@type' in value &&
      value['@type'] === type &&
      'name' in value &&
      isText(value.name);
  }

  it('is a NewsArticle with known properties alone, of the right kinds', () => {
    for (const dump of [LIBRARY, MARKS]) {
      const article: Readonly<Record<string, unknown>> = json(dump, 'jsonld');
      for (const [name, value] of Object.entries(article)) {
        assert.ok(SHAPE[name]?.(value), `${name}: ${JSON.stringify(value)}`);
      }
      for (const name of ['@context', '@type', 'headline', 'articleBody', 'wordCount']) {
        assert.ok(name in article, name);
      }
    }
    assert.equal(json(LIBRARY, 'jsonld').datePublished, '2024-12-31');
    assert.deepEqual(json(LIBRARY, 'jsonld').publisher, {
      '@type': 'Organization',
      name: 'Harbour News (EN)',
    });
  });

  it('is a graph where there are several articles, or none', () => {
    const two = {
      ...LIBRARY,
      dump: { ...LIBRARY.dump, pages: [...LIBRARY.dump.pages, ...MARKS.dump.pages] },
    };
    assert.deepEqual(
      json(two, 'jsonld')['@graph'].map((article: { headline: string }) => article.headline),
      ['New Library Opens at the Harbour', '5 * 3 = [15] & R&D <b>'],
    );
    assert.deepEqual(JSON.parse(exportArticles([], 'jsonld').text)['@graph'], []);
  });
});

describe('an article as a citation', () => {
  it('is an entry of BibTeX with balanced braces, TeX’s marks escaped, and a key that no other has', () => {
    const pages = [...LIBRARY.dump.pages, ...LIBRARY.dump.pages, ...MARKS.dump.pages];
    const { text } = exportArticles(cleanArticles(pages, null), 'bibtex');
    assert.deepEqual(text.match(/(?<=^@misc\{)[^,]+/gm), ['harbour2024new', 'harbour2024new-2', 'bundated5']);
    assert.match(text, /^ {2}title = \{\{New Library Opens at the Harbour\}\},$/m);
    assert.match(text, /^ {2}title = \{\{5 \* 3 = \[15\] \\& R\\&D <b>\}\},$/m);
    assert.match(text, /^ {2}year = \{2024\},\n {2}date = \{2024-12-31\},$/m);
    assert.match(text, /^ {2}urldate = \{2025-02-05\},$/m);
    assert.match(text, /^ {2}month = dec,\n {2}day = \{31\},$/m);
    let depth = 0;
    for (const mark of text.replace(/\\./g, '').match(/[{}]/g) ?? []) {
      depth += mark === '{' ? 1 : -1;
      assert.ok(depth >= 0);
    }
    assert.equal(depth, 0);
  });

  it('is an item of CSL-JSON', () => {
    assert.deepEqual(json(LIBRARY, 'csl-json'), [
      {
        id: 'harbour2024new',
        type: 'article-newspaper',
        title: 'New Library Opens at the Harbour',
        'container-title': 'Harbour News (EN)',
        issued: { 'date-parts': [[2024, 12, 31]] },
        accessed: { 'date-parts': [[2025, 2, 5]] },
        language: 'en',
      },
    ]);
    assert.deepEqual(JSON.parse(exportArticles([], 'csl-json').text), []);
  });
});

describe('an article as a record', () => {
  it('is one line of JSON with what is known of it and its text', () => {
    const { text } = exported(LIBRARY, 'jsonl');
    assert.equal(text.indexOf('\n'), text.length - 1);
    const record = JSON.parse(text);
    assert.equal(record.file, 'library.dump');
    assert.equal(record.published, '2024-12-31');
    assert.equal(record.captured, '2025-02-05');
    assert.match(record.text, /^The new library.*old sheds\.$/s);
    assert.equal(record.related.length, 2);
  });
});

it('no articles are an empty document where the form is no list', () => {
  const texts = EXPORT_FORMATS.map((format) => exportArticles([], format).text);
  assert.deepEqual(
    texts.map((text) => text.length === 0),
    [true, true, false, true, false, true],
  );
});
