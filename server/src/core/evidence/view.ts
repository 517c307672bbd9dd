import { type Correction, correctedLines } from '../corrections';
import { matchProfile } from '../profiles/match';
import type { Profile } from '../profiles/profile';
import type { LineJudge, PageView } from './evidence';
import { factsOf, type LineFacts, ViewedLine } from './line';
import { wrappedLines } from './wrapping';

/**
 * What evidence sources look at, made from a page's lines.
 * @param profiles that the page may be of; pass one to keep an earlier choice
 * @param judge the model for pages that no profile fits
 * @param corrections what a person said of lines
 */
export function viewPage(
  lines: readonly string[],
  profiles: readonly Profile[],
  judge: LineJudge | null,
  corrections: readonly Correction[] = [],
): PageView {
  const solid: {
    readonly facts: LineFacts;
    readonly line: number;
    readonly gap: number;
    readonly length: number;
  }[] = [];
  let gap = 0;
  lines.forEach((raw, line) => {
    const facts = factsOf(raw);
    if (facts.isBlank) {
      gap++;
      return;
    }
    solid.push({ facts, line, gap, length: facts.measures.length });
    gap = 0;
  });
  const wrapped = wrappedLines(solid);
  const pageLines = solid.map((each, index) => new ViewedLine(each.facts, each, wrapped[index] === true));
  const texts = pageLines.map(({ text }) => text);
  const corrected = correctedLines(texts, corrections);
  const view = { lines: pageLines, profile: matchProfile(texts, profiles), corrected, learnt: null };
  return view.profile || !judge ? view : { ...view, learnt: judge(view) };
}
