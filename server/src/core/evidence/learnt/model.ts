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

/** Bytes from base64; neither `Buffer` nor `atob` is there on every platform that this runs on. */
function bytesOf(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let quad = 0; quad < text.length; quad += 4) {
    const bits =
      ((values[text.charCodeAt(quad)] ?? 0) << 18) |
      ((values[text.charCodeAt(quad + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(quad + 2)] ?? 0) << 6) |
      (values[text.charCodeAt(quad + 3)] ?? 0);
    if (at < bytes.length) bytes[at++] = bits >> 16;
    if (at < bytes.length) bytes[at++] = (bits >> 8) & 255;
    if (at < bytes.length) bytes[at++] = bits & 255;
  }
  return bytes;
}
