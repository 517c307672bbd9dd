import type { CalendarDate } from '../model/date';
import { padded } from './calendar';
import { isCapitalized, isUpperCase } from './characters';
import type { DateLanguage } from './languages/language';
import { languageNames } from './lexicon';
import type { Reading } from './reading';
import { isNamed, type NamePart, type NumberPart, type ScannedDate, type Span } from './scanned';

/** A piece of a date's form: a part and how wide it is, or the text between parts. */
type Piece = { readonly part: 'y' | 'M' | 'd'; readonly width: number } | { readonly text: string };

/** How a date is written, apart from what it says: a CLDR pattern, and the case of its names. */
export interface DateStyle {
  readonly pieces: readonly Piece[];
  /** Whether names are in capitals throughout, or in small letters where their language has a capital first. */
  readonly letters: 'capitals' | 'small' | 'usual';
}

/** Reads a CLDR date pattern: `dd/MM/yyyy`, `d 'de' MMMM 'de' yyyy`. Letters other than y, M and d are text. */
export function parseStyle(pattern: string): DateStyle {
  const pieces: Piece[] = [];
  for (const [run] of pattern.matchAll(/y+|M+|d+|'[^']*'|[^yMd']+/g)) {
    const letter = run.charAt(0);
    if (letter === 'y' || letter === 'M' || letter === 'd') pieces.push({ part: letter, width: run.length });
    else pieces.push({ text: run.replaceAll("'", '') });
  }
  return { pieces, letters: 'usual' };
}

/** The style that a date is written in; null for forms that are no one's style. Found once for a reading. */
export function styleOf(date: ScannedDate, reading: Reading, line: string): DateStyle | null {
  const known = styles.get(reading);
  if (known !== undefined) return known;
  const style = findStyle(date, reading, line);
  styles.set(reading, style);
  return style;
}

const styles = new WeakMap<Reading, DateStyle | null>();

function findStyle(date: ScannedDate, reading: Reading, line: string): DateStyle | null {
  const { yearPart, monthPart, dayPart } = reading;
  if (!yearPart || !monthPart || !dayPart || date.until || date.era || date.form === 'era') return null;
  const named = date.month && isNamed(date.month) ? date.month : null;
  const monthWidth = named ? (named.long ? 4 : 3) : monthPart.end - monthPart.start;
  const parts = [
    placed(yearPart, 'y', yearPart.digits === 2 ? 2 : 4),
    placed(dayPart, 'd', dayPart.digits),
    placed(monthPart, 'M', monthWidth),
  ].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = parts[0]?.start ?? 0;
  for (const { part, width, start, end } of parts) {
    if (start > at) pieces.push({ text: line.slice(at, start) });
    pieces.push({ part, width });
    at = part === 'd' ? end + ordinalOfFirst(line, dayPart) : end;
  }
  if (date.form === 'marked') pieces.push({ text: line.charAt(at) });
  return { pieces, letters: named ? lettersOf(named, line) : 'usual' };
}

function placed({ start, end }: Span, part: 'y' | 'M' | 'd', width: number) {
  return { start, end, part, width };
}

/** The length of the suffix that Romance languages put to the first of a month only: `1er juin`, `1º de maio`. */
function ordinalOfFirst(line: string, { value, end }: NumberPart): number {
  return value === 1 ? (/^(?:er|[º°ª])/.exec(line.slice(end, end + 2))?.[0].length ?? 0) : 0;
}

function lettersOf(month: NamePart, line: string): DateStyle['letters'] {
  const written = line.slice(month.start, month.end);
  if (isUpperCase(written)) return 'capitals';
  return month.languages.every(({ capitalized }) => capitalized) && !isCapitalized(written)
    ? 'small'
    : 'usual';
}

/** The pattern of a style. With `loose`, days and numeric months are the same with and without padding. */
export function keyOf(style: DateStyle, loose: boolean): string {
  const keys = loose ? looseKeys : exactKeys;
  const known = keys.get(style);
  if (known !== undefined) return known;
  const key = findKey(style, loose);
  keys.set(style, key);
  return key;
}

const looseKeys = new WeakMap<DateStyle, string>();
const exactKeys = new WeakMap<DateStyle, string>();

function findKey(style: DateStyle, loose: boolean): string {
  const letters = style.pieces.map((piece) => {
    if ('text' in piece) return piece.text.replaceAll('\u00a0', ' ');
    const { part, width } = piece;
    return loose && part !== 'y' && width <= 2 ? part : part.repeat(width);
  });
  return `${letters.join('')}${style.letters}`;
}

/** The order of a style's parts: `dMy`. */
export function orderOf(style: DateStyle): string {
  return style.pieces.flatMap((piece) => ('part' in piece ? [piece.part] : [])).join('');
}

/** The separators and order of a numeric style; null for one with names or marks. */
export function numericShape(style: DateStyle): { readonly order: string; readonly mark: string } | null {
  const texts = style.pieces.flatMap((piece) => ('text' in piece ? [piece.text] : []));
  if (style.pieces.some((piece) => 'part' in piece && piece.part === 'M' && piece.width > 2)) return null;
  const [mark] = texts;
  return texts.length === 2 && mark !== undefined && mark === texts[1]
    ? { order: orderOf(style), mark }
    : null;
}

/** Whether one-digit days and months carry a zero; null where nothing shows it. */
export interface Padding {
  readonly day: boolean | null;
  readonly month: boolean | null;
}

/** The padding that a style's own pattern has. */
export function paddingOf(style: DateStyle): Padding {
  const isPadded = (letter: 'd' | 'M'): boolean | null => {
    const found = style.pieces.find((piece) => 'part' in piece && piece.part === letter && piece.width <= 2);
    return found && 'part' in found ? found.width === 2 : null;
  };
  return { day: isPadded('d'), month: isPadded('M') };
}

/** A style with this padding, as far as that is known. */
export function withPadding(style: DateStyle, { day, month }: Padding): DateStyle {
  const pieces = style.pieces.map((piece): Piece => {
    if ('text' in piece || piece.part === 'y' || piece.width > 2) return piece;
    const padded = piece.part === 'd' ? day : month;
    return padded === null ? piece : { ...piece, width: padded ? 2 : 1 };
  });
  return { ...style, pieces };
}

/**
 * A style in which `May` and, beside abbreviations with a full stop, the names from March to July may stand: they are
 * full names and short ones alike.
 */
export function asFullName(style: DateStyle): DateStyle {
  const pieces = style.pieces.map((piece, index): Piece => {
    const before = style.pieces[index - 1];
    if ('text' in piece) {
      const isAfterShort = before && 'part' in before && before.part === 'M' && before.width === 3;
      return isAfterShort ? { text: piece.text.replace(/^\./, '') } : piece;
    }
    return piece.part === 'M' && piece.width === 3 ? { ...piece, width: 4 } : piece;
  });
  return { ...style, pieces };
}

/** Whether a month's name is its own abbreviation. */
export function isShortAndFull(date: ScannedDate): boolean {
  const { month } = date;
  if (!month || !isNamed(month)) return false;
  return month.languages.some((language) => {
    const names = languageNames(language);
    const [full] = names.months[month.value - 1] ?? [];
    return full !== undefined && month.long && (names.shortMonths[month.value - 1] ?? []).includes(full);
  });
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
      if (style.letters === 'capitals') return name.toUpperCase();
      return language.capitalized && style.letters === 'usual'
        ? name.charAt(0).toUpperCase() + name.slice(1)
        : name;
    })
    .join('');
}

/** A style's pattern for people, as an example of 5 February 2025. */
export function exampleOf(style: DateStyle, language: DateLanguage): string {
  return writeDate(style, { year: 2025, month: 2, day: 5 }, language);
}
