import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../server/src/openDocument';

const URI = 'file:///a.txt';
const LANGUAGE = 'article-dump';

const runs = { numRuns: 400, seed: 20260401 };

const piece = fc.constantFrom(
  '\n',
  '\r',
  '\r\n',
  'a',
  'word',
  'é',
  '😀',
  '\ud83d',
  '\ude00',
  '\u2028',
  '\ufeff',
  '\u0000',
  ' ',
);
const short = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
/** Longer than a chunk of lines, so that changes lie in one, on the bound of two, and over many. */
const long = fc
  .tuple(short, fc.integer({ min: 100, max: 900 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([text, times, end]) =>
    Array.from({ length: times }, (_, index) => `${index} ${text}${end}`).join(''),
  );
const text = fc.oneof({ weight: 3, arbitrary: short }, { weight: 1, arbitrary: long });

const place = fc.record({
  line: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.integer({ min: 0, max: 2000 })),
  character: fc.integer({ min: -1, max: 14 }),
});
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.record({ start: place, end: place }),
  // Where people type: at one place, or over a few characters.
  fc
    .tuple(place, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }))
    .map(([start, more, below]) => ({
      start,
      end: { line: start.line + below, character: start.character + more },
    })),
);
const change = fc.oneof(
  { weight: 12, arbitrary: fc.record({ range, text: short }) },
  { weight: 1, arbitrary: fc.record({ range, text: long }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

describe('a document of lines', () => {
  test('is what the library’s own document is, after any changes', () => {
    fc.assert(
      fc.property(text, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }), (first, versions) => {
        let ours = OpenDocument.create(URI, LANGUAGE, 1, first);
        let theirs = TextDocument.create(URI, LANGUAGE, 1, first);
        assertSame(ours, theirs);
        versions.forEach((changes, index) => {
          const before = ours;
          const textBefore = theirs.getText();
          ours = OpenDocument.update(ours, changes, index + 2);
          // One by one, and made anew: the library's line table is wrong after a change of lines that are not there.
          for (const each of changes) {
            const changed = TextDocument.update(theirs, [each], index + 2).getText();
            theirs = TextDocument.create(URI, LANGUAGE, index + 2, changed);
          }
          assertSame(ours, theirs);
          assert.equal(ours.version, index + 2);
          assert.equal(before.getText(), textBefore);
        });
      }),
      runs,
    );
  });

  test('answers for any range, place and offset as the library’s own does', () => {
    fc.assert(
      fc.property(text, range, fc.integer({ min: -2, max: 20_000 }), (content, asked, offset) => {
        const theirs = TextDocument.create(URI, LANGUAGE, 1, content);
        const ours = OpenDocument.create(URI, LANGUAGE, 1, content);
        assert.equal(ours.getText(asked), theirs.getText(asked));
        assert.equal(ours.offsetAt(asked.start), theirs.offsetAt(asked.start));
        assert.deepEqual(ours.positionAt(offset), theirs.positionAt(offset));
      }),
      runs,
    );
  });

  test('tells what differs from a version before, and no more', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 4 }), (first, changes) => {
        const { lines: before } = OpenDocument.create(URI, LANGUAGE, 1, first);
        const document = OpenDocument.create(URI, LANGUAGE, 1, first);
        const { lines } = OpenDocument.update(document, changes, 2);
        for (const old of [document.lines, before]) {
          const difference = lines.differenceFrom(old);
          if (difference === null) {
            assert.equal(lines.text(), old.text());
            continue;
          }
          const { startLine, end, endBefore } = difference;
          const raw = (of: typeof lines, from: number, to: number) => {
            const ends = of.lineEnds(from, to);
            return of.lines(from, to).map((line, index) => line + ends[index]);
          };
          assert.deepEqual(raw(lines, 0, startLine), raw(old, 0, startLine));
          assert.deepEqual(raw(lines, end, lines.lineCount), raw(old, endBefore, old.lineCount));
          const [changed, was] = [raw(lines, startLine, end), raw(old, startLine, endBefore)];
          assert.ok(changed.length === 0 || was.length === 0 || changed[0] !== was[0]);
          assert.ok(changed.length === 0 || was.length === 0 || changed.at(-1) !== was.at(-1));
        }
      }),
      runs,
    );
  });
});

function assertSame(ours: OpenDocument, theirs: TextDocument): void {
  assert.equal(ours.getText(), theirs.getText());
  assert.equal(ours.lineCount, theirs.lineCount);
  assert.equal(ours.lines.length, theirs.getText().length);
  for (const offset of [0, 1, 7, theirs.getText().length >> 1, theirs.getText().length]) {
    assert.deepEqual(ours.positionAt(offset), theirs.positionAt(offset));
  }
  for (const line of [0, 1, theirs.lineCount >> 1, theirs.lineCount - 1]) {
    const position = { line, character: 2 };
    assert.equal(ours.offsetAt(position), theirs.offsetAt(position));
  }
  for (const line of [-1, 0, 1, theirs.lineCount - 1, theirs.lineCount]) {
    assert.deepEqual(ours.getLineRange(line), theirs.getLineRange(line));
    assert.equal(ours.getEOLCharacters(line), theirs.getEOLCharacters(line));
  }
}
