import { type Found, gapBetween, type Stretch, textOf } from './grammar/stretch';
import { DATE_LANGUAGES } from './languages';
import type { DateLanguage } from './languages/language';
import { normalized } from './localeNames';
import { PLAIN } from './scanned';
import { CHARACTER, NUMBER, tokenFrom } from './tokens';

interface AgoUnit {
  readonly language: DateLanguage;
  readonly days: number | null;
}

let units: ReadonlyMap<string, readonly AgoUnit[]> | undefined;

/** Whether a word counts time, as `days` in `2 days ago`. */
export function isTimeUnit(word: string): boolean {
  units ??= unitsByWord();
  return units.has(normalized(word));
}

/** `2 days ago`, `vor 2 Tagen`, `il y a 2 jours`, `2일 전`: a date by its distance, from its number on. */
export function relativeDate({ text, tokens }: Stretch, index: number): Found | null {
  const number = tokens[index];
  if (number?.kind !== NUMBER || number.digits > 3) return null;
  const unit = tokens[index + 1];
  if (!unit || !/^[ \u00a0]?$/.test(gapBetween(text, number.end, unit))) return null;
  units ??= unitsByWord();
  // Words of unspaced scripts are tokens of one character each: up to three make a unit.
  const most = unit.kind === CHARACTER ? 3 : 1;
  for (let length = 1; length <= most; length++) {
    const last = tokens[index + length];
    if (!last) break;
    for (const { language, days } of units.get(
      normalized(textOf(text, { start: unit.start, end: last.end })),
    ) ?? []) {
      const end = endOfPhrase(text, last.end, language.ago?.after ?? []);
      const daysAgo = days === null ? null : days * number.value;
      const base = { ...PLAIN, form: 'ago' as const, daysAgo };
      if (end !== null) {
        return { date: { ...base, start: number.start, end }, next: tokenFrom(tokens, index + length, end) };
      }
      const start = startOfPhrase(text, number.start, language.ago?.before ?? []);
      if (start !== null) return { date: { ...base, start, end: last.end }, next: index + length + 1 };
    }
  }
  return null;
}

function endOfPhrase(text: string, from: number, words: readonly string[]): number | null {
  for (const word of words) {
    const start = text.charAt(from) === ' ' ? from + 1 : from;
    if (normalized(text.slice(start, start + word.length)) === word) return start + word.length;
  }
  return null;
}

function startOfPhrase(text: string, to: number, words: readonly string[]): number | null {
  for (const word of words) {
    const start = to - 1 - word.length;
    if (start >= 0 && text.charAt(to - 1) === ' ' && normalized(text.slice(start, to - 1)) === word)
      return start;
  }
  return null;
}

function unitsByWord(): ReadonlyMap<string, readonly AgoUnit[]> {
  const built = new Map<string, AgoUnit[]>();
  const put = (language: DateLanguage, words: readonly string[] | undefined, days: number | null): void => {
    for (const word of words ?? []) built.set(word, [...(built.get(word) ?? []), { language, days }]);
  };
  for (const language of DATE_LANGUAGES) {
    put(language, language.ago?.days, 1);
    put(language, language.ago?.weeks, 7);
    put(language, language.ago?.units, null);
  }
  return built;
}
