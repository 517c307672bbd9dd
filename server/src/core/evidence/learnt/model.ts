import { bytesOf } from './base64';
import type { LineModel } from './judge';
import { readForest } from './trees';

/** A word's weight is stored in steps of this size. */
export const WEIGHT_STEP = 1 / 16;

/** By `require` the file is read when it is first asked for; an import would read it when the program starts. */
declare const require: (path: './model.data.json') => typeof import('./model.data.json');

let model: LineModel | null = null;

/** The shipped model (made by server/training), read at the first call. */
export function lineModel(): LineModel {
  if (model) return model;
  const data = require('./model.data.json');
  model = {
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
