import { articleRecord } from '../core/export/articleRecord';
import type { DateMention } from '../core/model/date';
import type { Dump } from '../core/model/page';
import { type Range, shiftRange } from '../core/model/range';
import type { Role } from '../core/model/role';
import type { PlacedFinding } from '../rules/diagnose';
import { sourceJson } from './input/unit';
import { pagesInFile, type Subject } from './work/subject';

/**
 * What is known of a text, as JSON for other programs. Names, their order and their meaning are a contract. Lines and
 * columns count from 0, columns in UTF-16 units, as in LSP. A text that is no dump has neither articles nor diagnostics;
 * its lines have the roles that they would have in one. A part of a large file says which of the file's lines is its
 * first; all other places are the file's.
 */
export function annotation(subject: Subject, findings: readonly PlacedFinding[]): object {
  const { unit, dump } = subject;
  const pages = pagesInFile(subject);
  const main = pages.find(({ page }) => page.article) ?? pages[0];
  return {
    ...sourceJson(unit),
    ...(unit.part && { firstLine: unit.part.firstLine }),
    isDump: dump.isDump,
    score: unit.part?.score ?? dump.score,
    language: main?.page.language ?? null,
    profile: main?.page.profile?.id ?? null,
    lines: rolesOf(dump),
    articles: pages.flatMap((placed) =>
      dump.isDump && placed.page.article ? [articleRecord(placed, placed.page.article)] : [],
    ),
    dates: pages.flatMap(({ page, startLine }) =>
      page.dates.map((date) => dateJson({ ...date, range: shiftRange(date.range, startLine) })),
    ),
    diagnostics: findings.map(diagnosticJson),
  };
}

/** A date as JSON for other programs. */
export function dateJson({ range, text, iso, role, problems: [problem] }: DateMention): object {
  return { range: rangeJson(range), text, iso, role, ...(problem && { problem: problem.code }) };
}

/** A finding as JSON for other programs. */
export function diagnosticJson({ code, severity, message, range, fixes }: PlacedFinding): object {
  return {
    code,
    severity,
    message,
    range: rangeJson(range),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ range: rangeJson(edit.range), newText: edit.newText })),
    })),
  };
}

/** The role of each line of the file; `''` for blank lines. */
export function rolesOf({ text: { lineCount }, pages }: Dump): readonly (Role | '')[] {
  const roles = new Array<Role | ''>(lineCount).fill('');
  for (const { page, startLine } of pages) {
    for (const [line, role] of page.roles.entries()) {
      if (startLine + line < lineCount) roles[startLine + line] = role;
    }
  }
  return roles;
}

function rangeJson({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
