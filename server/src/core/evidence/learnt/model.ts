import type { LineModel } from './judge';
import data from './model.data.json';
import { readForest } from './trees';

/** A word's score is stored in steps of this size. */
export const SCORE_STEP = 1 / 16;

let model: LineModel | null = null;

/** The shipped model (made by server/training), read at the first call. */
export function lineModel(): LineModel {
  model ??= {
    score: wordScore(bytesOf(data.words)),
    lines: readForest(bytesOf(data.lines)),
    context: readForest(bytesOf(data.context)),
    headline: readForest(bytesOf(data.headline)),
    byline: readForest(bytesOf(data.byline)),
    metadata: readForest(bytesOf(data.metadata)),
  };
  return model;
}

/** Words as an open-addressed table of their hashes and scores; half of it is empty. */
function wordScore(bytes: Uint8Array): (hash: number) => number {
  const count = bytes.length / 5;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 2 ** Math.ceil(Math.log2(2 * count + 1));
  const keys = new Uint32Array(size);
  const scores = new Float32Array(size);
  for (let word = 0; word < count; word++) {
    const hash = view.getUint32(word * 4, true);
    let slot = hash & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = hash;
    scores[slot] = view.getInt8(count * 4 + word) * SCORE_STEP;
  }
  return (hash) => {
    let slot = hash & (size - 1);
    for (let key = keys[slot]; key !== 0; key = keys[slot]) {
      if (key === hash) return scores[slot] ?? 0;
      slot = (slot + 1) & (size - 1);
    }
    return 0;
  };
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
