import type { SelectionRange } from 'vscode-languageserver-types';
import type { Dump, Page } from '../core/model/page';
import { type Position, type Range, rangeInLine, shiftRange } from '../core/model/range';
import { clamp, filledLines, isInside, lineAt, linesRange, sectionsAt, trimmedRange } from './places';
import { clauseAt, type Span, sentenceAt, wordAt } from './segments';

/** For each position the ever larger ranges around it: word, clause, sentence, paragraph, section, article, file. */
export function selectionRanges(dump: Dump, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const line = Math.max(0, Math.min(position.line, dump.text.lineCount - 1));
    const there = { line, character: clamp(lineAt(dump, line)?.text ?? '', position) };
    return chained(rangesAt(dump, there), there);
  });
}

/** From the innermost out; one may equal the next. */
function rangesAt(dump: Dump, position: Position): readonly Range[] {
  const placed = lineAt(dump, position.line);
  const file = fileRange(dump);
  if (placed === null) return [file];
  const { page, startLine, line, text, role } = placed;
  const within = role === '' ? [] : lineRanges(page, line, text, position.character);
  const sections = sectionsAt(page.sections, line)
    .map(({ startLine, endLine }) => linesRange(page, startLine, endLine))
    .reverse();
  const filled = filledLines(page);
  const article = filled ? [linesRange(page, filled.startLine, filled.endLine)] : [];
  return [...[...within, ...sections, ...article].map((range) => shiftRange(range, startLine)), file];
}

function lineRanges(page: Page, line: number, text: string, at: number): readonly Range[] {
  const language = page.language;
  const sentence = sentenceAt(text, at, language);
  const spans: readonly (Span | null)[] = [
    wordAt(text, at, language),
    sentence && clauseAt(text, at, sentence),
    sentence,
  ];
  return [
    ...spans.flatMap((span) => (span ? [rangeInLine(line, span.start, span.end)] : [])),
    trimmedRange(page, line),
  ];
}

function fileRange(dump: Dump): Range {
  const last = dump.text.lineCount - 1;
  return {
    start: { line: 0, character: 0 },
    end: { line: last, character: lineAt(dump, last)?.text.length ?? 0 },
  };
}

/** Each range as the parent of the one inside it. Ranges that say nothing new, or do not hold the one before, are skipped. */
function chained(ranges: readonly Range[], position: Position): SelectionRange {
  const kept: Range[] = [];
  for (const range of ranges) {
    const inner = kept.at(-1) ?? { start: position, end: position };
    if (isInside(inner, range) && !(kept.length > 0 && isInside(range, inner))) kept.push(range);
  }
  const outermost = kept.pop() ?? { start: position, end: position };
  return kept.reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
}
