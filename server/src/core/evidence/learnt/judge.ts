import type { LineJudge } from '../evidence';
import { CONTEXT_WIDTH, contextFeatures } from './context';
import { FEATURES, lineFeatures, type WordScore } from './features';
import { HEAD_WIDTH, headFeatures, isHeadCandidate } from './head';
import { wordHashes } from './tokens';
import { type Forest, sumTrees } from './trees';

/** What is learnt: words, trees over lines, trees over what these say of the surroundings, trees for the head. */
export interface LineModel {
  readonly score: WordScore;
  readonly lines: Forest;
  readonly context: Forest;
  readonly headline: Forest;
  readonly byline: Forest;
  readonly metadata: Forest;
}

/** Log odds of lines that cannot be what is asked for. */
const NEVER = -9;

/** A judge by a model. */
export function lineJudge(model: LineModel): LineJudge {
  return (page) => {
    const { lines } = page;
    const hashes = lines.map(({ text }) => wordHashes(text));
    const own = lineFeatures(page, hashes, model.score);
    const first = Float32Array.from(lines, (_, index) => sumTrees(model.lines, own, index * FEATURES.length));
    const around = contextFeatures(page, first);
    const content = first.map((_, index) => sumTrees(model.context, around, index * CONTEXT_WIDTH));
    const head = headFeatures(page, own, around, content);
    const candidate = lines.map((_, index) => isHeadCandidate(page, index));
    const part = (forest: Forest) =>
      content.map((_, index) => (candidate[index] ? sumTrees(forest, head, index * HEAD_WIDTH) : NEVER));
    return {
      content,
      headline: part(model.headline),
      byline: part(model.byline),
      metadata: part(model.metadata),
    };
  };
}
