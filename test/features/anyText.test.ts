import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DocumentSymbol, MarkupKind, type SelectionRange } from 'vscode-languageserver-types';
import { comparePositions, type Position, type Range } from '../../server/src/core/model/range';
import { recognize } from '../../server/src/core/recognize';
import { linesOf } from '../../server/src/core/text/lines';
import { codeLenses } from '../../server/src/features/codeLens';
import { completions } from '../../server/src/features/completion';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { diagnose } from '../../server/src/rules/diagnose';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { dumpTexts } from '../support/arbitraries';

// What clients take for granted, on texts of every sort. A failure prints its seed.

const placed = fc.record({ text: dumpTexts(), line: fc.nat(90), character: fc.nat(120) });

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

function dumpOf(text: string) {
  return recognize(text, { assumeDump: true, now: { year: 2026, month: 1, day: 1 } });
}

test('symbols have names, select inside their range, and lie inside their parents', () => {
  const check = (symbols: readonly DocumentSymbol[], lines: readonly string[], parent: Range): void => {
    for (const { name, range, selectionRange, children } of symbols) {
      assert.notEqual(name, '');
      assertInText(range, lines);
      assertInside(selectionRange, range);
      assertInside(range, parent);
      check(children ?? [], lines, range);
    }
  };
  fc.assert(
    fc.property(dumpTexts(), (text) => {
      const lines = linesOf(text);
      const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
      check(documentSymbols(dumpOf(text)), lines, all);
    }),
  );
});

test('folds are in order, one a line, nested, and no more than the client takes', () => {
  fc.assert(
    fc.property(dumpTexts(), fc.integer({ min: 0, max: 8 }), (text, rangeLimit) => {
      const lineCount = linesOf(text).length;
      const folds = foldingRanges(dumpOf(text));
      const open: number[] = [];
      let last = -1;
      for (const { startLine, endLine } of folds) {
        assert.ok(last < startLine && startLine < endLine && endLine < lineCount);
        last = startLine;
        while (open.length > 0 && (open.at(-1) ?? 0) < startLine) open.pop();
        assert.ok(endLine <= (open.at(-1) ?? Number.POSITIVE_INFINITY));
        open.push(endLine);
      }
      assert.equal(foldingRanges(dumpOf(text), { rangeLimit }).length, Math.min(rangeLimit, folds.length));
    }),
  );
});

test('tokens lie in their lines, in order, without overlaps', () => {
  fc.assert(
    fc.property(dumpTexts(), (text) => {
      const lines = linesOf(text);
      const data = semanticTokens(dumpOf(text));
      let line = 0;
      let start = 0;
      let end = 0;
      for (let at = 0; at < data.length; at += 5) {
        const [lineDelta = 0, startDelta = 0, length = 0] = data.slice(at, at + 3);
        line += lineDelta;
        start = lineDelta === 0 ? start + startDelta : startDelta;
        assert.ok(lineDelta > 0 || start >= end);
        end = start + length;
        assert.ok(length > 0 && end <= (lines[line]?.length ?? -1));
      }
    }),
  );
});

test('selections grow around the position', () => {
  fc.assert(
    fc.property(placed, ({ text, line, character }) => {
      const lines = linesOf(text);
      const position = { line: Math.min(line, lines.length - 1), character };
      const there = { ...position, character: Math.min(character, lines[position.line]?.length ?? 0) };
      let inner: Range = { start: there, end: there };
      let next: SelectionRange | undefined = selectionRanges(dumpOf(text), [position])[0];
      assert.ok(next);
      for (; next; next = next.parent) {
        assertInText(next.range, lines);
        assertInside(inner, next.range);
        inner = next.range;
      }
      const last = lines.length - 1;
      const end = { line: last, character: lines[last]?.length ?? 0 };
      assert.deepEqual(inner, { start: { line: 0, character: 0 }, end });
    }),
  );
});

test('hovers, highlights, links, lenses, hints and what completion replaces lie in the text', () => {
  fc.assert(
    fc.property(placed, ({ text, line, character }) => {
      const lines = linesOf(text);
      const dump = dumpOf(text);
      const position = { line, character };
      const findings = diagnose(dump, DEFAULT_SETTINGS, ({ error }) => assert.fail(String(error)));
      const shown = hover(dump, findings, position, MarkupKind.Markdown);
      for (const range of [
        ...(shown?.range ? [shown.range] : []),
        ...(documentHighlights(dump, position) ?? []).map((highlight) => highlight.range),
        ...documentLinks(dump).map((link) => link.range),
        ...findings.map((finding) => finding.range),
        ...codeLenses(dump, findings, { uri: 'file:///a.dump', hasCommands: true }).map((lens) => lens.range),
        ...inlayHints(dump, WHOLE, 'all').map((hint) => ({ start: hint.position, end: hint.position })),
        ...completions(dump, position).flatMap(({ textEdit }) =>
          textEdit && 'range' in textEdit ? [textEdit.range] : [],
        ),
      ]) {
        assertInText(range, lines);
      }
    }),
  );
});

function assertInside(inner: Range, outer: Range): void {
  assert.ok(comparePositions(outer.start, inner.start) <= 0);
  assert.ok(comparePositions(inner.end, outer.end) <= 0);
}

function assertInText({ start, end }: Range, lines: readonly string[]): void {
  const isThere = ({ line, character }: Position) => character <= (lines[line]?.length ?? -1);
  assert.ok(isThere(start) && isThere(end) && comparePositions(start, end) <= 0);
}
