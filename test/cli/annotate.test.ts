import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { linesOf } from '../../server/src/core/text/lines';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

before(assertBuilt);

describe('copydesk annotate', () => {
  it('writes one JSON document, in the names and the order of the contract', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const { code, stdout, stderr } = await folder.run([
      'annotate',
      '--format',
      'json',
      '--now',
      '2024-03-04',
      'a.txt',
    ]);
    assert.deepEqual([code, stderr], [0, '']);
    const document = JSON.parse(stdout);
    assert.deepEqual(Object.keys(document), [
      'file',
      'isDump',
      'score',
      'language',
      'profile',
      'lines',
      'articles',
      'dates',
      'diagnostics',
    ]);
    assert.equal(document.file, 'a.txt');
    assert.equal(document.isDump, true);
    assert.ok(document.score > 0.5 && document.score <= 1);
    assert.equal(document.language, 'en');
    assert.equal(document.profile, 'kcna-watch');
    assert.equal(document.lines.length, linesOf(LIBRARY_DUMP).length);
    assert.deepEqual(document.lines.slice(0, 11), [
      'capture-date',
      'outlet',
      '',
      'headline',
      '',
      'metadata',
      '',
      'promo',
      '',
      'paragraph',
      '',
    ]);
    const [article] = document.articles;
    assert.deepEqual(Object.keys(article).slice(0, 10), [
      'startLine',
      'endLine',
      'headline',
      'deck',
      'author',
      'source',
      'outlet',
      'published',
      'captured',
      'wordCount',
    ]);
    assert.equal(article.startLine, 0);
    assert.equal(article.endLine, linesOf(LIBRARY_DUMP).length - 2);
    assert.equal(article.headline, 'Harbour Town Opens a New Library');
    assert.deepEqual([article.deck, article.author], [null, null]);
    assert.equal(article.source, 'Example News (EN)');
    assert.deepEqual([article.published, article.captured], ['2024-03-02', '2024-03-03']);
    assert.deepEqual(
      article.related.map(({ published }: { published: string }) => published),
      ['2024-03-01', '2024-02-28'],
    );
    assert.deepEqual(document.dates[0], {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } },
      text: 'March 03, 2024',
      iso: '2024-03-03',
      role: 'capture-date',
    });
    const mark = linesOf(LIBRARY_DUMP)[9]?.indexOf(' ,') ?? -1;
    assert.deepEqual(
      document.diagnostics.find(({ code }: { code: string }) => code === 'space-before-punctuation'),
      {
        code: 'space-before-punctuation',
        severity: 'information',
        message: 'Space before “,”',
        range: { start: { line: 9, character: mark }, end: { line: 9, character: mark + 2 } },
        fixes: [
          {
            title: 'Delete the space before “,”',
            edits: [
              {
                range: { start: { line: 9, character: mark }, end: { line: 9, character: mark + 1 } },
                newText: '',
              },
            ],
          },
        ],
      },
    );
  });

  it('writes a document a line for several files, also for what is no dump', async (context) => {
    const folder = await CommandFolder.create(context, {
      'a.txt': LIBRARY_DUMP,
      'sub/b.txt': PLAIN_PROSE,
      'empty.dump': '',
    });
    const { code, stdout } = await folder.run(['annotate', '.']);
    assert.equal(code, 0);
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      documents.map(({ file, isDump }) => [file, isDump]),
      [
        ['a.txt', true],
        ['empty.dump', false],
        ['sub/b.txt', false],
      ],
    );
    for (const { isDump, articles, diagnostics } of documents.slice(1)) {
      assert.deepEqual([isDump, articles, diagnostics], [false, [], []]);
    }
    assert.deepEqual(documents[1].lines, ['']);
    assert.ok(documents[2].lines.some((role: string) => role !== ''));
  });

  it('writes the role beside each line for people', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const { code, stdout } = await folder.run(['annotate', '--format', 'lines', 'a.txt']);
    assert.equal(code, 0);
    const lines = linesOf(LIBRARY_DUMP);
    const written = linesOf(stdout).slice(0, -1);
    assert.equal(written.length, lines.length);
    for (const [index, line] of written.entries()) {
      const [, role = '', text = ''] = /^([a-z-]+) +(.*)$/.exec(line) ?? [];
      assert.equal(role === '', lines[index] === '');
      assert.equal(text, lines[index]);
    }
    assert.match(written[3] ?? '', /^headline +Harbour/);
  });

  it('writes in colour where that is wished, and no control characters of the dump', async (context) => {
    const folder = await CommandFolder.create(context, {
      'a.txt': LIBRARY_DUMP.replace('Opens', '\u001b[2JOpens\u009b'),
    });
    const plain = await folder.run(['annotate', '--format', 'lines', 'a.txt'], { env: { CI: '1' } });
    assert.doesNotMatch(plain.stdout, /[\u001b\u009b]/);
    assert.match(plain.stdout, /␛\[2JOpens/);
    const colored = await folder.run(['annotate', '--format', 'lines', 'a.txt'], {
      env: { FORCE_COLOR: '1' },
    });
    assert.match(colored.stdout, /\u001b\[1mheadline/);
    const env = { FORCE_COLOR: '1', NO_COLOR: '1' };
    assert.equal(
      (await folder.run(['annotate', '--format', 'lines', 'a.txt'], { env })).stdout,
      plain.stdout,
    );
  });

  it('reads standard input', async (context) => {
    const folder = await CommandFolder.create(context);
    const { stdout } = await folder.run(['annotate', '-', '--stdin-filename', 'x.txt'], {
      input: LIBRARY_DUMP,
    });
    const document = JSON.parse(stdout);
    assert.deepEqual([document.file, document.isDump], ['x.txt', true]);
  });

  it('reads UTF-16 by its mark, and what is not UTF-8 with a note', async (context) => {
    const folder = await CommandFolder.create(context, {
      'le.txt': Buffer.from(`\ufeff${LIBRARY_DUMP}`, 'utf16le'),
      'be.txt': Buffer.from(`\ufeff${LIBRARY_DUMP}`, 'utf16le').swap16(),
      'utf8.txt': `\ufeff${LIBRARY_DUMP}`,
      'bad.txt': Buffer.concat([Buffer.from(LIBRARY_DUMP), Buffer.from([0xff, 0x00, 0xfe])]),
    });
    for (const file of ['le.txt', 'be.txt', 'utf8.txt']) {
      const { stdout, stderr } = await folder.run(['annotate', file]);
      assert.equal(stderr, '');
      const { dates } = JSON.parse(stdout);
      assert.equal(dates[0].range.start.character, 0, 'the mark is no character');
    }
    const bad = await folder.run(['annotate', 'bad.txt']);
    assert.equal(bad.code, 0);
    assert.match(bad.stderr, /^copydesk: bad\.txt: some bytes are not UTF-8/);
    assert.equal(JSON.parse(bad.stdout).isDump, true);
  });

  it('ends quietly where nobody reads on', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP.repeat(300) });
    const { code, stderr } = await folder.runUnread(['annotate', 'a.txt', 'a.txt', './a.txt', '-']);
    assert.deepEqual([code, stderr], [0, '']);
  });
});
