import { isWordUnit, Kind, kindOf } from './characters';

interface Hit<T> {
  readonly phrase: string;
  readonly value: T;
}

/** A place in the tree of phrases. */
interface Node<T> {
  readonly next: Map<number, Node<T>>;
  /** Phrases that end here and may be followed by more of a word (`open`), or not. */
  readonly hits: (Hit<T> & { readonly open: boolean })[];
}

const START = '^'.charCodeAt(0);
const END = '$'.charCodeAt(0);

/**
 * A set of phrases that is looked up in a text, whatever their number: a tree that is walked from each word's beginning.
 * Phrases are compared in lower case; `^` and `$` in a phrase tie it to the beginning and the end of the text. A phrase
 * matches whole words only, but in scripts that put no spaces between words; `*` at its end lets the last word run on.
 * Time is linear in the text, as no phrase is long.
 */
export class PhraseSet<T> {
  readonly #root: Node<T> = { next: new Map(), hits: [] };

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of phrases) this.#add(phrase, value);
  }

  /** Every phrase in the text, in order. */
  match(text: string): readonly Hit<T>[] {
    const found: Hit<T>[] = [];
    const lower = text.toLowerCase();
    const anchored = this.#root.next.get(START);
    if (anchored) this.#walk(lower, 0, anchored, found);
    for (let at = 0; at < lower.length; at++) {
      if (at === 0 || !joins(lower, at)) this.#walk(lower, at, this.#root, found);
    }
    return found;
  }

  #walk(text: string, start: number, from: Node<T>, found: Hit<T>[]): void {
    let node: Node<T> | undefined = from;
    for (let at = start; node; at++) {
      for (const hit of node.hits) if (hit.open || at === text.length || !joins(text, at)) found.push(hit);
      if (at === text.length) {
        found.push(...(node.next.get(END)?.hits ?? []));
        return;
      }
      node = node.next.get(text.charCodeAt(at));
    }
  }

  #add(written: string, value: T): void {
    const open = written.endsWith('*');
    const phrase = open ? written.slice(0, -1) : written;
    let node = this.#root;
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(at);
      const next: Node<T> = node.next.get(unit) ?? { next: new Map(), hits: [] };
      node.next.set(unit, next);
      node = next;
    }
    node.hits.push({ phrase, value, open });
  }
}

/** Whether a word runs on across the place before `at`. */
function joins(text: string, at: number): boolean {
  const a = text.charCodeAt(at - 1);
  const b = text.charCodeAt(at);
  if (!isWordUnit(a) || !isWordUnit(b)) return false;
  const kind = kindOf(b);
  return kind !== Kind.Ideograph && kind !== Kind.Hangul && kindOf(a) !== Kind.Ideograph;
}
