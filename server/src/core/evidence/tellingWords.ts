import { Kind, kindOf } from '../text/characters';
import { FNV_START, fnvStep } from '../text/fnv';

/** More of a text is not looked at. */
const LOOKED_AT = 2000;
/** Shorter words of scripts with spaces are mostly function words. */
const FEWEST_LETTERS = 4;

/**
 * Words that tell something, as hashes (FNV-1a without its lowest bit, so that engines keep them as small integers): of
 * four letters or digits or more, in small letters; of shorter words of East Asian scripts, pairs of characters.
 */
export function tellingWords(text: string): readonly number[] {
  const words: number[] = [];
  const lower = text.slice(0, LOOKED_AT).toLowerCase();
  let start = 0;
  let hash = FNV_START;
  for (let at = 0; at <= lower.length; at++) {
    const unit = at < lower.length ? lower.charCodeAt(at) : 0;
    const kind = kindOf(unit);
    if (kind !== Kind.Space && kind !== Kind.Mark) {
      hash = fnvStep(hash, unit);
      continue;
    }
    if (at - start >= FEWEST_LETTERS) words.push(hash >>> 1);
    else if (at - start >= 2) addPair(lower, start, at, words);
    start = at + 1;
    hash = FNV_START;
  }
  return words;
}

/** The pair of East Asian characters in a short word. */
function addPair(text: string, start: number, end: number, words: number[]): void {
  for (let at = start; at + 1 < end; at++) {
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    if (kindOf(first) < Kind.Ideograph || kindOf(second) < Kind.Ideograph) continue;
    words.push(fnvStep(fnvStep(FNV_START, first), second) >>> 1);
    return;
  }
}
