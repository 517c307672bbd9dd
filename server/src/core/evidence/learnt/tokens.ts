import { Kind, kindOf } from '../../text/characters';

/** Longer lines are looked at only so far: more words do not change their mean. */
const LONGEST = 1200;

/**
 * Hashes of a text's words: lower-case runs of letters, and each character of Chinese, Japanese and Korean with the one
 * after it. FNV-1a, 32 bits; digits are taken for one another.
 */
export function wordHashes(text: string): readonly number[] {
  const hashes: number[] = [];
  const lower = text.slice(0, LONGEST).toLowerCase();
  let hash = START;
  let inWord = false;
  const close = () => {
    if (inWord) hashes.push(hash >>> 0);
    inWord = false;
    hash = START;
  };
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === Kind.Space || kind === Kind.Mark) close();
    else if (kind === Kind.Ideograph || kind === Kind.Hangul) {
      close();
      hashes.push(step(step(START, unit), lower.charCodeAt(at + 1) || 0) >>> 0);
    } else {
      hash = step(hash, kind === Kind.Digit ? 48 : unit);
      inWord = true;
    }
  }
  close();
  return hashes;
}

const START = 0x811c9dc5;

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}
