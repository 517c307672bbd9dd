import { isWordUnit, Kind, kindOf } from './characters';

/**
 * A set of phrases that is looked up in a text in one pass (Aho and Corasick 1975), whatever their number. Phrases are
 * compared in lower case; `^` and `$` in a phrase tie it to the beginning and the end of the text. A phrase that begins
 * or ends in a letter matches whole words only, but in scripts that put no spaces between words; `*` at its end lets the
 * last word run on.
 */
export class PhraseSet<T> {
  readonly #next: Map<number, number>[] = [new Map()];
  readonly #fail: number[] = [0];
  readonly #found: { readonly phrase: string; readonly value: T; readonly open: boolean }[][] = [[]];

  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of phrases) this.#add(phrase, value);
    this.#link();
  }

  /** Every phrase in the text. The text is compared in lower case. */
  match(text: string): readonly { readonly phrase: string; readonly value: T }[] {
    const found: { phrase: string; value: T }[] = [];
    const bounded = `^${text.toLowerCase()}$`;
    let state = 0;
    for (let at = 0; at < bounded.length; at++) {
      const unit = bounded.charCodeAt(at);
      while (state !== 0 && !this.#next[state]?.has(unit)) state = this.#fail[state] ?? 0;
      state = this.#next[state]?.get(unit) ?? 0;
      for (const hit of this.#found[state] ?? []) {
        const end = at + 1;
        if (joins(bounded, end - hit.phrase.length - 1, end - hit.phrase.length)) continue;
        if (hit.open || !joins(bounded, end - 1, end)) found.push(hit);
      }
    }
    return found;
  }

  #add(written: string, value: T): void {
    const open = written.endsWith('*');
    const phrase = open ? written.slice(0, -1) : written;
    let state = 0;
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(at);
      const edges = this.#next[state];
      let target = edges?.get(unit);
      if (target === undefined) {
        target = this.#next.length;
        this.#next.push(new Map());
        this.#fail.push(0);
        this.#found.push([]);
        edges?.set(unit, target);
      }
      state = target;
    }
    this.#found[state]?.push({ phrase, value, open });
  }

  #link(): void {
    const queue = [...(this.#next[0]?.values() ?? [])];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      for (const [unit, target] of this.#next[state] ?? []) {
        let fallback = this.#fail[state] ?? 0;
        while (fallback !== 0 && !this.#next[fallback]?.has(unit)) fallback = this.#fail[fallback] ?? 0;
        this.#fail[target] = this.#next[fallback]?.get(unit) ?? 0;
        this.#found[target]?.push(...(this.#found[this.#fail[target] ?? 0] ?? []));
        queue.push(target);
      }
    }
  }
}

/** Whether a word runs on across the border between two neighbouring units. */
function joins(text: string, left: number, right: number): boolean {
  const a = text.charCodeAt(left);
  const b = text.charCodeAt(right);
  if (!isWordUnit(a) || !isWordUnit(b)) return false;
  const kind = kindOf(b);
  return kind !== Kind.Ideograph && kind !== Kind.Hangul && kindOf(a) !== Kind.Ideograph;
}
