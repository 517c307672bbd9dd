import { WORD_BITS, type WordWeights } from '../src/core/evidence/learnt/words';
import type { ContentPage } from './pages';
import { generator } from './random';

const ROUNDS = 4;
const RATE = 0.12;
const SEED = 7;

/**
 * Logistic regression over hashed words by gradient descent, line by line, with a rate of its own for each weight
 * (AdaGrad, Duchi et al. 2011). Lines come in an order that the seed settles.
 * @param lineWeights how much each line of a page counts; lines of none are not learnt from
 */
export function trainWords(
  pages: readonly ContentPage[],
  lineWeights: (page: ContentPage) => readonly number[],
): WordWeights {
  const lines = pages.flatMap((page) =>
    lineWeights(page).flatMap((weight, line) => {
      const hashes = page.hashes[line];
      return weight > 0 && hashes ? [{ hashes, weight, isText: page.gold[line] === true }] : [];
    }),
  );
  const mean = lines.reduce((sum, { weight }) => sum + weight, 0) / lines.length;
  const size = 2 ** WORD_BITS;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  let bias = 0;
  let biasSquares = 1e-3;
  const random = generator(SEED);
  const order = Uint32Array.from(lines.keys());
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const index of order) {
      const line = lines[index];
      if (!line) continue;
      const { hashes, weight, isText } = line;
      const length = 1 / Math.sqrt(Math.max(1, hashes.length));
      let odds = bias;
      for (const hash of hashes) odds += (weights[hash & (size - 1)] ?? 0) * length;
      const slope = (weight / mean) * ((isText ? 1 : 0) - 1 / (1 + Math.exp(-odds)));
      for (const hash of hashes) {
        const at = hash & (size - 1);
        squares[at] = (squares[at] ?? 0) + (slope * length) ** 2;
        weights[at] = (weights[at] ?? 0) + (RATE * slope * length) / Math.sqrt(squares[at] ?? 1);
      }
      biasSquares += slope ** 2;
      bias += (RATE * slope) / Math.sqrt(biasSquares);
    }
  }
  return { weights, bias };
}

/** Fisher and Yates's shuffle, in place. */
function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
