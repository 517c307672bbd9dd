import type { CalendarDate } from '../model/date';
import { padded } from './calendar';
import { isUpperCase } from './characters';
import type { DateLanguage } from './languages/language';
import { languageNames } from './lexicon';
import type { Reading } from './reading';
import { isNamed, type ScannedDate } from './scanned';

/** A piece of a date's form: a part and how wide it is, or the text between parts. */
type Piece = { readonly part: 'y' | 'M' | 'd'; readonly width: number } | { readonly text: string };

/** How a date is written, apart from what it says: a CLDR pattern, and whether its names are in capitals. */
export interface DateStyle {
  readonly pieces: readonly Piece[];
  readonly capitals: boolean;
}

/** Reads a CLDR date pattern: `dd/MM/yyyy`, `d 'de' MMMM 'de' yyyy`. Letters other than y, M and d are text. */
export function parseStyle(pattern: string): DateStyle {
  const pieces: Piece[] = [];
  for (const [run] of pattern.matchAll(/y+|M+|d+|'[^']*'|[^yMd']+/g)) {
    const letter = run.charAt(0);
    if (letter === 'y' || letter === 'M' || letter === 'd') pieces.push({ part: letter, width: run.length });
    else pieces.push({ text: run.replaceAll("'", '') });
  }
  return { pieces, capitals: false };
}

/** The style that a date is written in; null for forms that are no one's style. */
export function styleOf(date: ScannedDate, reading: Reading, line: string): DateStyle | null {
  const { yearPart, monthPart, dayPart } = reading;
  if (!yearPart || !monthPart || !dayPart || date.until || date.era || date.form === 'era') return null;
  const named = date.month && isNamed(date.month) ? date.month : null;
  const parts = [
    { ...yearPart, part: 'y' as const, width: yearPart.digits === 2 ? 2 : 4 },
    { ...dayPart, part: 'd' as const, width: dayPart.digits },
    {
      ...monthPart,
      part: 'M' as const,
      width: named ? (named.long ? 4 : 3) : monthPart.end - monthPart.start,
    },
  ].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = parts[0]?.start ?? 0;
  for (const { part, width, start, end } of parts) {
    if (start > at) pieces.push({ text: line.slice(at, start) });
    pieces.push({ part, width });
    at = end;
  }
  if (date.form === 'marked') pieces.push({ text: line.charAt(at) });
  return { pieces, capitals: named !== null && isUpperCase(line.slice(named.start, named.end)) };
}

/** The pattern of a style. With `loose`, days and numeric months are the same with and without padding. */
export function keyOf(style: DateStyle, loose: boolean): string {
  const letters = style.pieces.map((piece) => {
    if ('text' in piece) return piece.text.replaceAll('\u00a0', ' ');
    const { part, width } = piece;
    return loose && part !== 'y' && width <= 2 ? part : part.repeat(width);
  });
  return letters.join('') + (style.capitals ? '!' : '');
}

/** The separators and order of a numeric style; null for one with names or marks. */
export function numericShape(style: DateStyle): { readonly order: string; readonly mark: string } | null {
  const order = style.pieces.flatMap((piece) => ('part' in piece ? [piece.part] : [])).join('');
  const texts = style.pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []));
  if (style.pieces.some((piece) => 'part' in piece && piece.part === 'M' && piece.width > 2)) return null;
  const [mark] = texts;
  return texts.length === 2 && mark !== undefined && mark === texts[1] ? { order, mark } : null;
}

/** Whether one-digit days and months carry a zero in this style; null where the style has no such part. */
export function isPadded(style: DateStyle): boolean | null {
  const widths = style.pieces.flatMap((piece) =>
    'part' in piece && piece.part !== 'y' && piece.width <= 2 ? [piece.width] : [],
  );
  return widths.length === 0 ? null : widths.every((width) => width === 2);
}

/** Writes a day in a style. Names are in the language, with its capitals. */
export function writeDate(style: DateStyle, date: CalendarDate, language: DateLanguage): string {
  return style.pieces
    .map((piece) => {
      if ('text' in piece) return piece.text;
      if (piece.part === 'y') return piece.width === 2 ? padded(date.year % 100, 2) : padded(date.year, 4);
      if (piece.part === 'd') return padded(date.day, Math.min(2, piece.width));
      if (piece.width <= 2) return padded(date.month, piece.width);
      const names = languageNames(language);
      const name = (piece.width === 3 ? names.shortMonths : names.months)[date.month - 1]?.[0] ?? '';
      if (style.capitals) return name.toUpperCase();
      return language.capitalized ? name.charAt(0).toUpperCase() + name.slice(1) : name;
    })
    .join('');
}

/** A style's pattern for people, as an example of 5 February 2025. */
export function exampleOf(style: DateStyle, language: DateLanguage): string {
  return writeDate(style, { year: 2025, month: 2, day: 5 }, language);
}
