import { type CalendarNames, calendarNames } from '../calendarNames';
import { isCapitalUnit } from './characters';

/** Names of one kind: of each month or weekday, in order, what it is called. */
export type NameGroup = (names: CalendarNames) => readonly (readonly string[])[];

/** The kinds of names that dates are read by. */
export const NAME_GROUPS: Readonly<
  Record<'months' | 'shortMonths' | 'weekdays' | 'shortWeekdays', NameGroup>
> = {
  months: ({ long }) => long.months,
  shortMonths: ({ short }) => short.months,
  weekdays: ({ long }) => long.weekdays.map((name) => [name]),
  shortWeekdays: ({ short }) => short.weekdays.map((name) => [name]),
};

/** The names of a locale that are words: East Asian ones are numbers and marks. */
export function wordsOf(locale: string, of: NameGroup): readonly (readonly string[])[] {
  const names = calendarNames(locale);
  const lists = names ? of(names) : [];
  return lists.map((list) =>
    list
      .map(normalized)
      .filter((name) => name.length > 1 && !/[\d\p{Script=Han}\p{Script=Hangul}]/u.test(name)),
  );
}

/** A word as the lexicon knows it: composed, in lower case, without full stops. */
export function normalized(word: string): string {
  let hasCapital = false;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (!isPlain(unit)) return wholly(word);
    hasCapital ||= isCapitalUnit(unit);
  }
  return hasCapital ? word.toLowerCase() : word;
}

/** Whether a unit needs nothing but lower case: composed Latin (but `İ`, which falls apart in it), Cyrillic, Han, hangul. */
function isPlain(unit: number): boolean {
  if (unit < 0x300) return unit !== 0x2e && unit !== 0x130;
  return (
    (unit >= 0x400 && unit <= 0x481) ||
    (unit >= 0x1e00 && unit <= 0x1eff) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3)
  );
}

function wholly(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replaceAll('.', '')
    .replaceAll('\u2019', "'");
}
