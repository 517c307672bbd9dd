import type { DateMention } from '../model/date';
import { readDate } from './reading';
import { datesIn } from './scan';
import { type DateStyle, styleOf } from './style';

/** How a date is written, as a CLDR pattern; null for forms that no pattern says: eras, ranges, weekdays. */
export function patternOf({ text, day, order }: DateMention): string | null {
  const [date, more] = datesIn(text);
  if (!date || !day || more || date.weekday || date.clock || date.start > 0 || date.end < text.length)
    return null;
  const style = styleOf(date, readDate(date, order ?? null, day.year), text);
  return style && written(style);
}

function written({ pieces, letters }: DateStyle): string | null {
  if (letters !== 'usual') return null;
  return pieces
    .map((piece) => ('part' in piece ? piece.part.repeat(piece.width) : quoted(piece.text)))
    .join('');
}

/** A text in a pattern, where letters have a meaning of their own. */
function quoted(text: string): string {
  return /[A-Za-z']/.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}
