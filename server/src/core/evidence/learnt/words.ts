/** Weights of hashed words, and what is said of a line without any; natural logarithms of odds of an article's text. */
export interface WordWeights {
  /** A power of two long; a hash's place is in its lower bits. */
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Bits of a hash that tell words apart. */
export const WORD_BITS = 16;

/** What a line's words say of it. */
export interface WordScore {
  /** Natural logarithm of the odds that it is of an article's text. */
  readonly odds: number;
  /** The weight of the word that speaks most against it, and most for it; 0 where none does. */
  readonly least: number;
  readonly most: number;
}

/**
 * Logistic regression over hashed words (Weinberger et al. 2009), each line a vector of length one.
 * @param hashes see `wordHashes`
 */
export function scoreWords(hashes: Uint32Array, { weights, bias }: WordWeights): WordScore {
  let sum = 0;
  let least = 0;
  let most = 0;
  for (let at = 0; at < hashes.length; at++) {
    const weight = weights[(hashes[at] ?? 0) & (weights.length - 1)] ?? 0;
    sum += weight;
    if (weight < least) least = weight;
    else if (weight > most) most = weight;
  }
  return { odds: bias + sum / Math.sqrt(Math.max(1, hashes.length)), least, most };
}
