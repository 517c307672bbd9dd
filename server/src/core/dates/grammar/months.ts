import { isCapitalized } from '../characters';
import { DATE_LANGUAGES } from '../languages';
import type { DateLanguage } from '../languages/language';
import { beginsName, type DateName, languageNames, namesOf } from '../lexicon';
import { normalized } from '../localeNames';
import type { NamePart, Span } from '../scanned';
import type { NearName } from '../spelling';
import { NUMBER, type Token, WORD } from '../tokens';
import { gapBetween, type Stretch, textOf } from './stretch';

interface MonthAt {
  readonly month: NamePart;
  readonly next: number;
}

/** The month that begins at a token: a name of one or two words, or Vietnamese `tháng 12`. */
export function monthAt({ text, tokens }: Stretch, index: number): MonthAt | null {
  const token = tokens[index];
  if (token?.kind !== WORD || token.end - token.start < 2) return null;
  const written = textOf(text, token);
  const month = namePart(token, namesOf(written), 'month');
  if (month) {
    const twin = tokens[index + 1];
    return twin && isTwinName(text, month, twin)
      ? { month: { ...month, end: twin.end }, next: index + 2 }
      : { month, next: index + 1 };
  }
  const second = tokens[index + 1];
  if (second?.kind === WORD && beginsName(written) && gapBetween(text, token.end, second) === ' ') {
    const both = { start: token.start, end: second.end };
    const name = namePart(both, namesOf(textOf(text, both)), 'month');
    if (name) return { month: name, next: index + 2 };
  }
  if (second?.kind === NUMBER && second.digits <= 2 && normalized(written) === 'tháng') {
    const vietnamese = DATE_LANGUAGES.filter(({ tag }) => tag === 'vi');
    const both = { start: token.start, end: second.end };
    return {
      month: { ...both, value: second.value, long: true, languages: vietnamese, flaw: null },
      next: index + 2,
    };
  }
  return null;
}

/** Whether a second name of the same month follows: Arabic texts write «فبراير/شباط». */
function isTwinName(text: string, month: NamePart, twin: Token): boolean {
  if (twin.kind !== WORD || text.charAt(month.end) !== '/' || twin.start !== month.end + 1) return false;
  return namePart(twin, namesOf(textOf(text, twin)), 'month')?.value === month.value;
}

/** A word as a month or weekday, with all the languages that have it so. */
export function namePart(span: Span, names: readonly DateName[], kind: 'month' | 'weekday'): NamePart | null {
  if (names.length === 0) return null;
  const byKind = meanings.get(names) ?? {
    month: meaningOf(names, 'month'),
    weekday: meaningOf(names, 'weekday'),
  };
  meanings.set(names, byKind);
  const meaning = byKind[kind];
  if (!meaning) return null;
  const { value, long, languages } = meaning;
  return { start: span.start, end: span.end, value, long, languages, flaw: null };
}

type Meaning = Pick<NamePart, 'value' | 'long' | 'languages'>;

/** What the words of the lexicon mean; asked for often, and always the same. */
const meanings = new WeakMap<
  readonly DateName[],
  { readonly month: Meaning | null; readonly weekday: Meaning | null }
>();

function meaningOf(names: readonly DateName[], kind: 'month' | 'weekday'): Meaning | null {
  const own = names.filter((name) => name.kind === kind);
  const [first] = own;
  if (!first) return null;
  const same = own.filter(({ value }) => value === first.value);
  return {
    value: first.value,
    long: same.some(({ long }) => long),
    languages: same.map(({ language }) => language),
  };
}

/** A word as the name of a month that it is near to. */
export function flawedMonth(span: Span, near: NearName): NamePart {
  return {
    start: span.start,
    end: span.end,
    value: near.value,
    long: near.flaw.kind !== 'abbreviation',
    languages: [near.language],
    flaw: near.flaw,
  };
}

/** Vietnamese months begin with a word and end with a number: the day goes before. */
export function isNamedNumber(month: NamePart): boolean {
  return month.languages.every(({ tag }) => tag === 'vi') && month.long;
}

/** Whether a month's name is written as a language abbreviates it. */
export function isShortName(text: string, month: NamePart, language: DateLanguage): boolean {
  return (languageNames(language).shortMonths[month.value - 1] ?? []).includes(
    normalized(textOf(text, month)),
  );
}

/** `may` and `march` are words; in languages that write months with a capital only a capital makes them months. */
export function mayStandAlone(
  text: string,
  month: NamePart,
  languages: readonly DateLanguage[] = month.languages,
): boolean {
  return isCapitalized(textOf(text, month)) || languages.some((language) => !language.capitalized);
}
