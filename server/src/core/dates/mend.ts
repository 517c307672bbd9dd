import { padded } from './calendar';
import { digitValue, inCaseOf } from './characters';
import { hasLookalike, isNamed, type NumberPart, type ScannedDate, type Span } from './scanned';
import { keyOf, styleOf } from './style';
import { type DateView, type Edit, edited } from './view';

// Damage to the letters of a date, whose repair does not depend on what the date means.

/** All numbers of a date. */
export function numbersOf(date: ScannedDate): readonly NumberPart[] {
  const month = date.month && !isNamed(date.month) ? [date.month] : [];
  const parts = [...date.numbers, date.year, date.day, ...month, date.until?.day, date.era?.year];
  return parts.filter((part) => part !== null && part !== undefined);
}

/** Whether all numbers are in ASCII digits and nothing else, as they are in most dates. */
export function hasPlainDigits(date: ScannedDate): boolean {
  for (const part of date.numbers) if (!isPlain(part)) return false;
  const { year, day, month, era, until } = date;
  return (
    isPlain(year) &&
    isPlain(day) &&
    (month === null || isNamed(month) || isPlain(month)) &&
    isPlain(era?.year ?? null) &&
    isPlain(until?.day ?? null)
  );
}

function isPlain(part: NumberPart | null): boolean {
  return part === null || part.script === 'ascii';
}

/** Digits in place of lookalikes. */
export function lookalikeEdits(date: ScannedDate): readonly Edit[] {
  return numbersOf(date)
    .filter(hasLookalike)
    .map(({ start, end, value, digits }) => ({ start, end, text: padded(value, digits) }));
}

/** The names of month and weekday as they should be. */
export function nameEdits({ date, line }: DateView): readonly Edit[] {
  const edits: Edit[] = [];
  for (const name of [date.month && isNamed(date.month) ? date.month : null, date.weekday]) {
    if (!name?.flaw) continue;
    // A full name has no full stop.
    const dotted = name.flaw.kind === 'abbreviation' && line.charAt(name.end) === '.';
    edits.push({
      start: name.start,
      end: dotted ? name.end + 1 : name.end,
      text: inCaseOf(name.flaw.right, line.slice(name.start, name.end)),
    });
  }
  return edits;
}

/** The ordinal suffix as it should be. */
export function ordinalEdits({ ordinal }: ScannedDate): readonly Edit[] {
  return ordinal ? [{ start: ordinal.start, end: ordinal.end, text: ordinal.right }] : [];
}

/** Spaces and commas as they should be; in running text only where they are surely wrong. */
export function slipEdits(view: DateView): readonly Edit[] {
  return view.date.slips
    .filter(({ anywhere }) => anywhere || lacksComma(view))
    .map(({ start, end, right }) => ({ start, end, text: right }));
}

/** Whether an English field lacks the comma before the year, and its other dates have it or are too few to tell. */
export function lacksComma({ date, field, language, style, reading, line }: DateView): boolean {
  if (!field || !language?.monthFirst || date.slips.every(({ anywhere }) => anywhere)) return false;
  // `March 4. 2025` is the way of some sites: only others of its field show that it lacks its comma.
  if (!style && date.slips.some(({ start }) => line.charAt(start) === '.')) return false;
  const own = styleOf(date, reading, line);
  return !own || !style || keyOf(own, true) !== keyOf(style.style, true);
}

/** Digits, separators and commas of the line's own script. */
export function widthEdits({ date, line }: DateView): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { start, end, script } of numbersOf(date)) {
    if (script === 'ascii' || script === 'han' || script === 'lookalike') continue;
    let text = '';
    for (let at = start; at < end; at++) text += String(digitValue(line.charCodeAt(at)));
    edits.push({ start, end, text });
  }
  for (const { start, end, mark } of date.separators) {
    const plain = { '／': '/', '．': '.', '－': '-', '‐': '-', '‑': '-', '،': ',' }[mark];
    if (plain !== undefined) edits.push({ start, end, text: plain });
  }
  return [...edits, ...date.foreign.map(({ start, end, right }) => ({ start, end, text: right }))];
}

/** Every such repair of a date together. */
export function mendingEdits(view: DateView, withWidths: boolean): readonly Edit[] {
  const { date } = view;
  return [
    ...lookalikeEdits(date),
    ...nameEdits(view),
    ...ordinalEdits(date),
    ...slipEdits(view),
    ...(withWidths ? widthEdits(view) : []),
    ...(date.clock?.fault?.right
      ? [{ start: date.clock.start, end: date.clock.end, text: date.clock.fault.right }]
      : []),
  ];
}

/** The date's text with all such repairs, and these further replacements. */
export function mended(view: DateView, edits: readonly Edit[], withWidths = false): string {
  const own = edits.map(({ start, end }): Span => ({ start, end }));
  const others = mendingEdits(view, withWidths).filter(
    ({ start, end }) => !own.some((span) => start < span.end && span.start < end),
  );
  return edited(view, [...others, ...edits]);
}
