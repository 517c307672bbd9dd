import { coversLine, type ScannedDate } from '../dates';
import { matchProfile, type ProfileMatch } from '../profiles/match';
import type { Profile } from '../profiles/profile';
import { isBlank } from '../text/lines';
import type { PageLine, PageView } from './evidence';
import { measure } from './measures';

/**
 * What evidence sources look at, made from a page's lines.
 * @param dates of the page, in order
 * @param profiles that the page may be of; pass one to keep an earlier choice
 */
export function viewPage(
  lines: readonly string[],
  dates: readonly ScannedDate[],
  profiles: readonly Profile[],
): PageView {
  const datesOf = new Map<number, ScannedDate[]>();
  for (const date of dates) {
    const others = datesOf.get(date.line);
    if (others) others.push(date);
    else datesOf.set(date.line, [date]);
  }
  const solid: PageLine[] = [];
  let gap = 0;
  lines.forEach((raw, line) => {
    if (isBlank(raw)) {
      gap++;
      return;
    }
    const own = datesOf.get(line) ?? [];
    solid.push({
      line,
      text: raw.trim(),
      measures: measure(raw),
      gap,
      dateOnly: coversLine(own, raw),
      dates: own,
    });
    gap = 0;
  });
  const texts = solid.map(({ text }) => text);
  return { lines: solid, profile: matchProfile(texts, profiles) };
}

/** The same page with another choice of profile, or none. */
export function withProfile(view: PageView, profile: ProfileMatch | null): PageView {
  return { ...view, profile };
}
