import type { ContentJudge } from '../evidence';
import { CONTEXT_WIDTH, contextFeatures } from './context';
import { FEATURES, lineFeatures, type WordScore } from './features';
import { wordHashes } from './tokens';
import { type Forest, sumTrees } from './trees';

/** What is learnt: words, trees over lines, trees over what these say of the surroundings. */
export interface ContentModel {
  readonly score: WordScore;
  readonly lines: Forest;
  readonly context: Forest;
}

/** A judge by a model. */
export function contentJudge({ score, lines, context }: ContentModel): ContentJudge {
  return (page) => {
    const hashes = page.lines.map(({ text }) => wordHashes(text));
    const own = lineFeatures(page, hashes, score);
    const first = Float32Array.from(page.lines, (_, index) => sumTrees(lines, own, index * FEATURES.length));
    const around = contextFeatures(page, first);
    return first.map((_, index) => sumTrees(context, around, index * CONTEXT_WIDTH));
  };
}
