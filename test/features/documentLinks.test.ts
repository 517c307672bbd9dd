import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLinks } from '../../server/src/features/documentLinks';
import { markedDump } from '../support/markedDump';

test('addresses end before the marks of the sentence around them', () => {
  const marked = markedDump(`
metadata  | Read at <|https://example.org/a?b=1&c=(2)|>.
paragraph | (See <|http://example.org/x_(y)|>) and “<|https://example.org/q|>”, or <|www.example.org|>!
===
legal     | <|https://xn--e1afmkfd.example/путь|>、 and no link: https:// http://... awww.example.org
`);
  const links = documentLinks(marked.dump);
  assert.deepEqual(
    links.map(({ range }) => range),
    marked.ranges,
  );
  assert.deepEqual(
    links.map(({ target }) => target),
    [
      'https://example.org/a?b=1&c=(2)',
      'http://example.org/x_(y)',
      'https://example.org/q',
      'https://www.example.org',
      'https://xn--e1afmkfd.example/путь',
    ],
  );
});

test('a line of 1 MB that is all brackets and slashes is read at once', () => {
  const hostile = `http://${'(['.repeat(250_000)}${')'.repeat(500_000)}`;
  const start = performance.now();
  documentLinks(markedDump('legal | x').dump);
  const { dump } = markedDump('legal | x');
  const [placed] = dump.pages;
  assert.ok(placed);
  const page = { ...placed.page, lines: [hostile] };
  assert.equal(documentLinks({ ...dump, pages: [{ ...placed, page }] }).length, 0);
  assert.ok(performance.now() - start < 5000);
});
