import { bytesOf } from './base64';
import type { LineModel } from './judge';
import data from './model.data.json';
import { readForest } from './trees';

/** A word's weight is stored in steps of this size. */
export const WEIGHT_STEP = 1 / 16;

let model: LineModel | null = null;

/** The shipped model (made by server/training), read at the first call. */
export function lineModel(): LineModel {
  model ??= {
    words: { weights: wordWeights(bytesOf(data.words)), bias: data.bias },
    lines: readForest(bytesOf(data.lines)),
    context: readForest(bytesOf(data.context)),
    headline: readForest(bytesOf(data.headline)),
    byline: readForest(bytesOf(data.byline)),
    metadata: readForest(bytesOf(data.metadata)),
  };
  return model;
}

/** Weights of words, in bytes with a sign. */
function wordWeights(bytes: Uint8Array): Float32Array {
  return Float32Array.from(new Int8Array(bytes.buffer), (steps) => steps * WEIGHT_STEP);
}
