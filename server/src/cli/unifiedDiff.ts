import { scanLines } from '../core/text/lines';
import { offsetAt } from '../rules/offsets';
import type { TextEdit } from '../rules/rule';
import { printable } from './terminal';

/** Rows around a change that are shown. */
const CONTEXT = 3;

/** Rows that were replaced by others: from `start` up to, and without, `end`. */
interface Change {
  readonly oldStart: number;
  oldEnd: number;
  readonly newStart: number;
  newEnd: number;
}

/**
 * The change of a file as `patch` and `git apply` read it; `''` where there is none. It is made of the edits, in time
 * linear in the text, where comparing two long texts with many changes would take minutes. Rows end in line feeds, as
 * those programs count them: carriage returns are part of a row.
 */
export function unifiedDiff(
  name: string,
  before: string,
  after: { text: string; edits: readonly TextEdit[] },
): string {
  if (after.edits.length === 0) return '';
  const oldRows = rowsOf(before);
  const newRows = rowsOf(after.text);
  const hunks = groups(changesOf(before, after.edits, oldRows.length)).map((changes) =>
    hunk(changes, oldRows, newRows),
  );
  const path = printable(name).replace(/^\/+/, '');
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** The rows of a text, each with its line feed; the last may have none. */
function rowsOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The rows that edits touch, in order; edits of one row are one change. */
function changesOf(before: string, edits: readonly TextEdit[], rowCount: number): readonly Change[] {
  const table = scanLines(before);
  const changes: Change[] = [];
  let row = 0;
  let at = 0;
  let shift = 0;
  const rowAt = (offset: number): number => {
    row += feedsIn(before.slice(at, offset));
    at = offset;
    return row;
  };
  for (const { range, newText } of edits) {
    const oldStart = rowAt(offsetAt(table, range.start));
    const oldEnd = Math.min(rowCount, rowAt(offsetAt(table, range.end)) + 1);
    const newStart = oldStart + shift;
    shift += feedsIn(newText) - (row - oldStart);
    const last = changes.at(-1);
    if (last && last.oldEnd > oldStart) {
      last.oldEnd = oldEnd;
      last.newEnd = oldEnd + shift;
    } else {
      changes.push({ oldStart, oldEnd, newStart, newEnd: oldEnd + shift });
    }
  }
  return changes;
}

function feedsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Changes that stand so near each other that their contexts meet go into one hunk. */
function groups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const all: Change[][] = [];
  for (const change of changes) {
    const group = all.at(-1);
    const last = group?.at(-1);
    if (group && last && change.oldStart - last.oldEnd <= 2 * CONTEXT) group.push(change);
    else all.push([change]);
  }
  return all;
}

function hunk(changes: readonly Change[], oldRows: readonly string[], newRows: readonly string[]): string {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return '';
  const context = Math.min(CONTEXT, first.oldStart);
  const start = first.oldStart - context;
  const end = Math.min(oldRows.length, last.oldEnd + CONTEXT);
  const lines: string[] = [];
  let at = start;
  for (const change of changes) {
    lines.push(...marked(' ', oldRows.slice(at, change.oldStart)));
    lines.push(...marked('-', oldRows.slice(change.oldStart, change.oldEnd)));
    lines.push(...marked('+', newRows.slice(change.newStart, change.newEnd)));
    at = change.oldEnd;
  }
  lines.push(...marked(' ', oldRows.slice(at, end)));
  const newStart = first.newStart - context;
  const newEnd = Math.min(newRows.length, last.newEnd + end - last.oldEnd);
  return `@@ -${span(start, end)} +${span(newStart, newEnd)} @@\n${lines.join('')}`;
}

/** First row, counted from 1 (the row before, where there are none), and number of rows. */
function span(start: number, end: number): string {
  return `${end > start ? start + 1 : start},${end - start}`;
}

function marked(mark: string, rows: readonly string[]): readonly string[] {
  return rows.map((row) =>
    row.endsWith('\n') ? `${mark}${row}` : `${mark}${row}\n\\ No newline at end of file\n`,
  );
}
