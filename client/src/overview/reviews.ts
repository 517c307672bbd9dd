import type { Memento } from 'vscode';

const STORED_REVIEWS = 'reviewedDumps';

/** Which dumps a person has marked as reviewed; remembered with the workspace. */
export class Reviews {
  readonly #memory: Memento;
  readonly #uris: Set<string>;

  constructor(memory: Memento) {
    this.#memory = memory;
    const stored: unknown = memory.get(STORED_REVIEWS);
    this.#uris = new Set(Array.isArray(stored) ? stored.filter((uri) => typeof uri === 'string') : []);
  }

  has(uri: string): boolean {
    return this.#uris.has(uri);
  }

  async mark(marks: readonly { readonly uri: string; readonly reviewed: boolean }[]): Promise<void> {
    for (const { uri, reviewed } of marks) {
      if (reviewed) this.#uris.add(uri);
      else this.#uris.delete(uri);
    }
    await this.#memory.update(STORED_REVIEWS, [...this.#uris]);
  }
}
