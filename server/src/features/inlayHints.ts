import type { InlayHint } from 'vscode-languageserver-types';
import { weekdayOf } from '../core/dates/calendar';
import { isDateField } from '../core/dates/dateFields';
import type { DateMention } from '../core/model/date';
import type { Dump } from '../core/model/page';
import { comparePositions, type Range, shiftRange } from '../core/model/range';
import { shortWeekdayName } from '../core/text/display';
import { datesOn, pageAt } from './places';

/** Which dates get a hint. */
export const INLAY_HINT_MODES = ['fields', 'all', 'off'] as const;

export type InlayHintMode = (typeof INLAY_HINT_MODES)[number];

/** Hints of one request; a screen holds a few dozen. */
export const MAX_HINTS = 1000;

/** The value of dates as they are written: ISO 8601 and the weekday, behind each date in a range. */
export function inlayHints(dump: Dump, range: Range, mode: InlayHintMode): InlayHint[] {
  const hints: InlayHint[] = [];
  if (mode === 'off') return hints;
  const last = Math.min(range.end.line, dump.text.lineCount - 1);
  for (let { line } = range.start; line <= last && hints.length < MAX_HINTS; line++) {
    const placed = pageAt(dump, line);
    if (!placed) continue;
    for (const date of datesOn(placed.page, line - placed.startLine)) {
      if (mode === 'fields' && !isDateField(date.role)) continue;
      const label = hintOf(date);
      const { end } = shiftRange(date.range, placed.startLine);
      const isInRange = comparePositions(range.start, end) <= 0 && comparePositions(end, range.end) <= 0;
      if (label !== '' && isInRange) hints.push({ position: end, label, paddingLeft: true });
    }
  }
  return hints.slice(0, MAX_HINTS);
}

/** What the text does not say itself: `2024-12-31 Tue`. */
function hintOf({ iso, day, text }: DateMention): string {
  if (iso === null) return '';
  const weekday = day ? shortWeekdayName(weekdayOf(day)) : '';
  return [text.includes(iso) ? '' : iso, text.includes(weekday) ? '' : weekday].filter(Boolean).join(' ');
}
