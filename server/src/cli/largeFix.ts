import { Replacement } from './files';
import type { Unit } from './input/unit';
import { beforeSignal, uninterrupted } from './signals';

/** A part of a file that was mended, or is as it was. */
export interface MendedPart {
  readonly content: Uint8Array | null;
  readonly fixed: number;
}

/** Writes files that are mended in parts: one after the other, each in place of the old one when all parts are there. */
export class LargeFix {
  #replacement: Replacement | null = null;
  #fixed = 0;
  #forget = () => {};

  /**
   * Takes the next part; null where it could not be mended, and its file is left as it is. Returns how many findings
   * were fixed in the file once it is written.
   */
  async take(mended: MendedPart | null, { name, origin, part }: Unit): Promise<number> {
    if (part === null || origin.kind !== 'file') return 0;
    if (part.number === 1) {
      await this.close();
      this.#replacement = await Replacement.begin(name, origin.state);
      this.#forget = beforeSignal(() => this.close());
    }
    if (!this.#replacement) return 0;
    if (!mended?.content) {
      await this.close();
      return 0;
    }
    await this.#replacement.write(mended.content);
    this.#fixed += mended.fixed;
    return part.isLast ? this.#finish(this.#replacement) : 0;
  }

  /** Leaves alone the file of which not all parts came. */
  async close(): Promise<void> {
    this.#forget();
    const replacement = this.#replacement;
    this.#replacement = null;
    this.#fixed = 0;
    await replacement?.discard();
  }

  async #finish(replacement: Replacement): Promise<number> {
    const fixed = this.#fixed;
    if (fixed > 0) {
      this.#replacement = null;
      this.#forget();
      await uninterrupted(() => replacement.commit());
    }
    await this.close();
    return fixed;
  }
}
