import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { cleanArticles, exportArticles } from '../../../server/src/core/export';
import { escapeMarkdown } from '../../../server/src/features/markdown';
import { markedDump } from '../../support/markedDump';

const commonMark = new MarkdownIt('commonmark');
/** With the tables, struck text and automatic links of editors. */
const editor = new MarkdownIt('default', { linkify: true, html: true });

/** Texts on one line of what Markdown reads as marks, between words. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'#*_`~[](){}<>!|\\&=+-.:;"\'/@1 '.split('')),
      fc.constantFrom(
        'word',
        ' ',
        ' #',
        '##',
        '&amp;',
        '&#35;',
        '<b>',
        '](x)',
        'www.a.example',
        'https://a.example',
      ),
      fc.constantFrom('a@b.example', '1. ', '- ', '---', '===', '***', '> ', '```', '~~~', '中文', 'é', '“'),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => /\w/.test(text));

/** Those that mean nothing to `markedDump`. */
const unmarked = texts.filter((text) => !/[{}|]|<\^>/.test(text));

/** The blocks that a renderer sees, and the text in them. */
function blocks(
  renderer: MarkdownIt,
  markdown: string,
): readonly { readonly kind: string; readonly text: string }[] {
  const tokens = renderer.parse(markdown, {});
  return tokens.flatMap((token, index) =>
    token.type === 'inline' ? [{ kind: tokens[index - 1]?.type ?? '', text: textOf(token) }] : [],
  );
}

/** The plain text of a line. Links, code and HTML have none, so that they are seen to be missing. */
function textOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'text_special' ? content : plain(type)))
    .join('');
}

function plain(type: string): string {
  return /^(?:em|strong)_(?:open|close)$/.test(type) ? '' : `<${type}>`;
}

test('an exported article is shown with the words and the headings that it has', () => {
  fc.assert(
    fc.property(unmarked, unmarked, (headline, paragraph) => {
      const { dump } = markedDump(
        ['headline', 'subheading', 'paragraph']
          .map((role, at) => `${role} | ${at < 2 ? headline : paragraph}`)
          .join('\n\n'),
      );
      const { text } = exportArticles(cleanArticles(dump.pages, null), 'markdown');
      const shown = [
        { kind: 'heading_open', text: headline },
        { kind: 'heading_open', text: headline },
        { kind: 'paragraph_open', text: paragraph },
      ];
      assert.deepEqual(blocks(commonMark, text), shown, text);
    }),
    { numRuns: 500 },
  );
});

test('text of a dump is shown as it is where hovers show it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      assert.deepEqual(blocks(editor, escapeMarkdown(text)), [{ kind: 'paragraph_open', text }], text);
      assert.deepEqual(blocks(commonMark, escapeMarkdown(text)), [{ kind: 'paragraph_open', text }], text);
    }),
    { numRuns: 500 },
  );
});
