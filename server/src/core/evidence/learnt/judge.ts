import type { LineOdds, PageView } from '../evidence';
import { CONTEXT_WIDTH, contextFeatures } from './context';
import { FEATURES, lineFeatures } from './features';
import { HEAD_WIDTH, headFeatures, isHeadCandidate } from './head';
import { wordHashes } from './tokens';
import { type Forest, sumLikely, sumTrees } from './trees';
import type { WordWeights } from './words';

/** What is learnt: words, trees over lines, trees over what these say of the surroundings, trees for the head. */
export interface LineModel {
  readonly words: WordWeights;
  readonly lines: Forest;
  readonly context: Forest;
  readonly headline: Forest;
  readonly byline: Forest;
  readonly metadata: Forest;
}

/** Log odds of lines that cannot be what is asked for. */
const NEVER = -9;
/** Log odds below this are not told apart: nobody asks for a title, author or date line that is so unlikely. */
const UNLIKELY = -2;

/** A judge by a model. */
export function lineJudge(model: LineModel): (page: PageView) => LineOdds {
  return (page) => {
    const { lines } = page;
    const hashes = lines.map(({ text }) => wordHashes(text));
    const own = lineFeatures(page, hashes, model.words);
    const first = sumTrees(model.lines, own, FEATURES.length);
    const around = contextFeatures(page, first);
    const content = sumTrees(model.context, around, CONTEXT_WIDTH);
    const head = headFeatures(page, own, around, content);
    const candidates = Uint32Array.from(lines.keys()).filter((index) => isHeadCandidate(page, index));
    const part = (forest: Forest) => {
      const odds = new Float32Array(lines.length).fill(NEVER);
      const sums = sumLikely(forest, head, HEAD_WIDTH, candidates, UNLIKELY);
      for (const [at, index] of candidates.entries()) odds[index] = Math.max(NEVER, sums[at] ?? NEVER);
      return odds;
    };
    return {
      content,
      headline: part(model.headline),
      byline: part(model.byline),
      metadata: part(model.metadata),
    };
  };
}
