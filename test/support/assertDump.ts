import assert from 'node:assert/strict';
import type { Dump, Section } from '../../server/src/core/model/page';
import { comparePositions, type Range } from '../../server/src/core/model/range';
import { ROLES } from '../../server/src/core/model/role';
import { joinLines } from '../../server/src/core/text/chunk';
import { isBlank, linesOf } from '../../server/src/core/text/lines';

/** Every non-blank line has one role, blank lines have none. */
export function assertRoles(text: string, dump: Dump): void {
  const lines = linesOf(text);
  const roles = dump.pages.flatMap(({ page }) => page.roles);
  assert.equal(dump.text.lineCount, lines.length);
  assert.equal(roles.length, lines.length);
  lines.forEach((line, at) => {
    const role = roles[at];
    assert.equal(role === '', isBlank(line));
    assert.ok(role === '' || ROLES.some((known) => known === role));
  });
}

/** Pages follow one another, and their texts make the file. */
export function assertPages(text: string, dump: Dump): void {
  assert.equal(dump.pages.map(({ page }) => joinLines(page.lines, page.ends)).join(''), text);
  let next = 0;
  for (const { page, startLine } of dump.pages) {
    assert.equal(startLine, next);
    next += page.lines.length;
  }
}

/** Confidence is a probability. */
export function assertConfidence(dump: Dump): void {
  for (const { page } of dump.pages) {
    for (const value of page.confidence) assert.ok(value > 0 && value <= 1.000001, String(value));
  }
}

/** Sections are nested, in order, and begin and end on non-blank lines. */
export function assertSections(dump: Dump): void {
  for (const { page } of dump.pages) assertNested(page.sections, 0, page.lines.length - 1, page.lines);
}

/** Metadata and dates stand where they say. */
export function assertPlaces(dump: Dump): void {
  for (const { page } of dump.pages) {
    for (const { range, text } of page.dates) assert.equal(textAt(page.lines, range), text);
    const { article } = page;
    if (!article) continue;
    for (const field of [article.author, article.source, article.outlet, article.url]) {
      if (field) assert.equal(textAt(page.lines, field.range), field.value);
    }
    for (const field of [article.headline, article.deck, article.published, article.captured]) {
      if (field) assert.ok(textAt(page.lines, field.range).length > 0);
    }
  }
}

/** All that is true of the dump of any text. */
export function assertDump(text: string, dump: Dump): void {
  assertRoles(text, dump);
  assertPages(text, dump);
  assertConfidence(dump);
  assertSections(dump);
  assertPlaces(dump);
}

function assertNested(
  sections: readonly Section[],
  from: number,
  to: number,
  lines: readonly string[],
): void {
  let next = from;
  for (const { startLine, endLine, children } of sections) {
    assert.ok(startLine >= next && endLine >= startLine && endLine <= to);
    assert.ok(!isBlank(lines[startLine] ?? '') && !isBlank(lines[endLine] ?? ''));
    assertNested(children, startLine, endLine, lines);
    next = endLine + 1;
  }
}

function textAt(lines: readonly string[], { start, end }: Range): string {
  assert.ok(comparePositions(start, end) <= 0);
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  const last = lines[end.line] ?? '';
  assert.ok(end.character <= last.length);
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    last.slice(0, end.character),
  ].join('\n');
}
