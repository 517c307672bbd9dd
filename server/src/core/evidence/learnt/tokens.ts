import { Kind, kindOf } from '../../text/characters';
import { FNV_START, fnvStep } from '../../text/fnv';
import { perLine } from '../../text/perLine';

/** Longer lines are looked at only so far: more words do not change what they say. */
const LONGEST = 600;
const MOST_WORDS = 80;
/** Lines of more words are all alike in their number. */
const MANY = 8;
/** Words at a line's beginning that count as one. */
const OPENING = 3;

/**
 * Hashes of what a line's words say: each word, each pair of neighbours, the first, the last, the first three as one, and
 * how many there are. Words are lower-case runs of letters and digits, marks, and characters of Chinese, Japanese and
 * Korean. FNV-1a, 32 bits; digits are taken for one another.
 */
export const wordHashes = perLine((text): Uint32Array => {
  const words = hashWords(text.slice(0, LONGEST).toLowerCase());
  const count = words.length;
  if (count === 0) return words;
  const hashes = new Uint32Array(2 * count + 3);
  hashes.set(words);
  let at = count;
  for (let word = 1; word < count; word++) hashes[at++] = join(words[word - 1] ?? 0, words[word] ?? 0);
  hashes[at++] = join(FIRST, words[0] ?? 0);
  hashes[at++] = join(LAST, words[count - 1] ?? 0);
  hashes[at++] = words.subarray(0, OPENING).reduce(join, BEGINNING);
  hashes[at++] = join(COUNT, Math.min(MANY, count));
  return hashes;
});

function hashWords(text: string): Uint32Array {
  const hashes = new Uint32Array(MOST_WORDS);
  let count = 0;
  let hash = FNV_START;
  let inWord = false;
  for (let at = 0; at < text.length && count < MOST_WORDS; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    const isInWord =
      kind !== Kind.Space && kind !== Kind.Mark && kind !== Kind.Ideograph && kind !== Kind.Hangul;
    if (isInWord) {
      hash = fnvStep(hash, kind === Kind.Digit ? 48 : unit);
      inWord = true;
      continue;
    }
    if (inWord) hashes[count++] = hash;
    inWord = false;
    hash = FNV_START;
    if (kind !== Kind.Space && count < MOST_WORDS) hashes[count++] = fnvStep(FNV_START, unit);
  }
  if (inWord && count < MOST_WORDS) hashes[count++] = hash;
  return hashes.subarray(0, count);
}

/** What a hash of a place in the line begins with. */
const FIRST = 1;
const LAST = 2;
const BEGINNING = 3;
const COUNT = 4;

/** A hash of two; its lower bits depend on all bits of both (the finalizer of MurmurHash3). */
function join(a: number, b: number): number {
  let mixed = Math.imul(a, 31) ^ b;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
