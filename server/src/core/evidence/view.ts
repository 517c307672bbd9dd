import { type Correction, correctedLines } from '../corrections';
import { coversLine, isDatePlaceholder, type ScannedDate } from '../dates';
import { matchProfile } from '../profiles/match';
import type { Profile } from '../profiles/profile';
import { isBlank } from '../text/lines';
import type { LineJudge, PageView } from './evidence';
import { type SeenLine, ViewedLine } from './line';
import { measure } from './measures';
import { wrappedLines } from './wrapping';

/**
 * What evidence sources look at, made from a page's lines.
 * @param dates of the page, in order
 * @param profiles that the page may be of; pass one to keep an earlier choice
 * @param judge the model for pages that no profile fits
 * @param corrections what a person said of lines
 */
export function viewPage(
  lines: readonly string[],
  dates: readonly ScannedDate[],
  profiles: readonly Profile[],
  judge: LineJudge | null,
  corrections: readonly Correction[] = [],
): PageView {
  const datesOf = new Map<number, ScannedDate[]>();
  for (const date of dates) {
    const others = datesOf.get(date.line);
    if (others) others.push(date);
    else datesOf.set(date.line, [date]);
  }
  const solid: SeenLine[] = [];
  let gap = 0;
  lines.forEach((raw, line) => {
    if (isBlank(raw)) {
      gap++;
      return;
    }
    const own = datesOf.get(line) ?? [];
    const text = raw.trim();
    solid.push({
      line,
      text,
      measures: measure(raw),
      gap,
      dateOnly: coversLine(own, raw) || isDatePlaceholder(text),
      dates: own,
    });
    gap = 0;
  });
  const texts = solid.map(({ text }) => text);
  const wrapped = wrappedLines(
    solid.map(({ measures, gap: before }) => ({ length: measures.length, gap: before })),
  );
  const pageLines = solid.map((each, index) => new ViewedLine(each, wrapped[index] === true));
  const corrected = correctedLines(texts, corrections);
  const view = { lines: pageLines, profile: matchProfile(texts, profiles), corrected, learnt: null };
  return view.profile || !judge ? view : { ...view, learnt: judge(view) };
}
