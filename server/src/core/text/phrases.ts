import { Kind, kindOf } from './characters';

interface Hit<T> {
  readonly phrase: string;
  readonly value: T;
}

/** Phrases that end at a place of the tree and may be followed by more of a word (`open`), or not. */
type Ending<T> = Hit<T> & { readonly open: boolean };

const START = '^'.charCodeAt(0);
const END = '$'.charCodeAt(0);
/** The first place of the tree. */
const ROOT = 1;
/** Places are told by 16 bits. */
const MOST_PLACES = 1 << 16;

/**
 * A set of phrases that is looked up in a text, whatever their number: a tree that is walked from each word's beginning.
 * Phrases are compared in lower case; `^` and `$` in a phrase tie it to the beginning and the end of the text. A phrase
 * matches whole words only, but in scripts that put no spaces between words; `*` at its end lets the last word run on.
 * Time is linear in the text, as no phrase is long.
 */
export class PhraseSet<T> {
  /** What ends at a place, in {@link PhraseSet.#endings}: for most places the first, which is nothing. */
  readonly #endingsOf: Uint16Array;
  readonly #endings: readonly (readonly Ending<T>[])[];
  readonly #ways: Ways;

  /** @param phrases with fewer than {@link MOST_PLACES} different beginnings, else a `RangeError` is thrown */
  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    const all = [...phrases];
    const endings: Ending<T>[][] = [[]];
    const endingsOf = new Uint16Array(MOST_PLACES);
    const ways = new Ways(all.reduce((sum, [written]) => sum + written.length, 0));
    for (const [written, value] of all) {
      const open = written.endsWith('*');
      const phrase = open ? written.slice(0, -1) : written;
      let node = ROOT;
      for (let at = 0; at < phrase.length; at++) node = ways.add(node, phrase.charCodeAt(at));
      endingsOf[node] ||= endings.push([]) - 1;
      endings[endingsOf[node] ?? 0]?.push({ phrase, value, open });
    }
    this.#endingsOf = endingsOf.slice(0, ways.last + 1);
    this.#endings = endings;
    this.#ways = ways;
  }

  /** Every phrase in the text, in order. */
  match(text: string): readonly Hit<T>[] {
    const found: Hit<T>[] = [];
    const lower = text.toLowerCase();
    const anchored = this.#ways.next(ROOT, START);
    if (anchored > 0) this.#walk(lower, 0, anchored, found);
    let before = Kind.Space;
    for (let at = 0; at < lower.length; at++) {
      const unit = lower.charCodeAt(at);
      const kind = kindOf(unit);
      if (!joins(before, kind)) {
        const node = this.#ways.next(ROOT, unit);
        if (node > 0) this.#walk(lower, at + 1, node, found);
      }
      before = kind;
    }
    return found;
  }

  /** Follows the tree from a place in it that what stands before `start` leads to. */
  #walk(text: string, start: number, from: number, found: Hit<T>[]): void {
    let node = from;
    for (let at = start; node > 0; at++) {
      for (const hit of this.#endingsAt(node)) if (hit.open || isWordEnd(text, at)) found.push(hit);
      if (at === text.length) {
        found.push(...this.#endingsAt(this.#ways.next(node, END)));
        return;
      }
      node = this.#ways.next(node, text.charCodeAt(at));
    }
  }

  #endingsAt(place: number): readonly Ending<T>[] {
    return this.#endings[this.#endingsOf[place] ?? 0] ?? [];
  }
}

/** The tree's ways from place to place: an open-addressed table, at least half of which is empty. */
class Ways {
  readonly #keys: Uint32Array;
  readonly #places: Uint16Array;
  readonly #mask: number;
  /** The place that was added last. */
  last = ROOT;

  /** @param most ways that will be added */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * Math.min(most, MOST_PLACES) + 1));
    this.#keys = new Uint32Array(size);
    this.#places = new Uint16Array(size);
    this.#mask = size - 1;
  }

  /** The place that a unit leads to, a new one where it led nowhere. */
  add(from: number, unit: number): number {
    const slot = this.#slotOf(keyOf(from, unit));
    if (this.#keys[slot] === 0) {
      if (++this.last === MOST_PLACES) throw new RangeError(`There are more than ${MOST_PLACES} places.`);
      this.#keys[slot] = keyOf(from, unit);
      this.#places[slot] = this.last;
    }
    return this.#places[slot] ?? 0;
  }

  /** The place that a unit leads to; 0 for none. */
  next(from: number, unit: number): number {
    return this.#places[this.#slotOf(keyOf(from, unit))] ?? 0;
  }

  /** Where a key stands, or would stand. */
  #slotOf(key: number): number {
    let slot = slotOf(key) & this.#mask;
    for (let other = this.#keys[slot]; other !== key && other !== 0; other = this.#keys[slot]) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}

function keyOf(place: number, unit: number): number {
  return ((place << 16) | unit) >>> 0;
}

function slotOf(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 8;
}

function isWordEnd(text: string, at: number): boolean {
  return at === text.length || !joins(kindOf(text.charCodeAt(at - 1)), kindOf(text.charCodeAt(at)));
}

/** Whether a word runs on from a character to the next one. */
function joins(before: Kind, after: Kind): boolean {
  if (before === Kind.Space || before === Kind.Mark || before === Kind.Ideograph) return false;
  return after !== Kind.Space && after !== Kind.Mark && after !== Kind.Ideograph && after !== Kind.Hangul;
}
