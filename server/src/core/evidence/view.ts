import { type Correction, correctedLines } from '../corrections';
import { lineTemplates, matchProfile, type ProfileMatch } from '../profiles/match';
import type { Profile } from '../profiles/profile';
import type { LearntOdds, LineJudge, PageView } from './evidence';
import { factsOf, type LineFacts, ViewedLine } from './line';
import { wrappedLines } from './wrapping';

/**
 * What evidence sources look at, made from a page's lines.
 * @param profiles that the page may be of; pass one to keep an earlier choice
 * @param judge the model for pages that no profile fits, and for what the profile of a workspace leaves open
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
  if (view.profile?.profile.isBuiltIn || !judge) return view;
  const learnt = judge(view);
  return { ...view, learnt: view.profile ? leftOpen(learnt, view.profile) : learnt };
}

/** Log odds of what a line is not. */
const NEVER = -9;

/** What was learnt of the lines of which a workspace's profile says nothing: where it does, it knows better. */
function leftOpen(learnt: LearntOdds, profile: ProfileMatch): LearntOdds {
  const isOpen = (index: number) => lineTemplates(profile, index).length === 0;
  const open = (odds: Float32Array, known: number) =>
    odds.map((value, index) => (isOpen(index) ? value : known));
  return {
    content: open(learnt.content, 0),
    headline: open(learnt.headline, NEVER),
    byline: open(learnt.byline, NEVER),
    metadata: open(learnt.metadata, NEVER),
    title: isOpen(learnt.title) ? learnt.title : -1,
    author: learnt.author && isOpen(learnt.author.index) ? learnt.author : null,
  };
}
