const LF = 10;

/** A line's bytes without its line feed. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** Whether it was longer than was asked for: its beginning alone is here. */
  readonly isCut: boolean;
}

/** Reads bytes that come in chunks by lines and by lengths, and holds no more of them than it was asked for. */
export class ByteReader {
  /** Bytes that were read so far. */
  offset = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line; null at the end. Of a line longer than `limit` the rest is skipped. */
  async line(limit: number): Promise<ByteLine | null> {
    const taken: Uint8Array[] = [];
    let length = 0;
    let isLine = false;
    while (!isLine && (await this.#fill())) {
      const end = this.#chunk.indexOf(LF);
      isLine = end >= 0;
      const bytes = this.#take(isLine ? end : this.#chunk.length);
      if (isLine) this.#take(1);
      if (length < limit) taken.push(bytes.subarray(0, limit - length));
      length += bytes.length;
    }
    if (length === 0 && !isLine) return null;
    return { bytes: Buffer.concat(taken), isCut: length > limit };
  }

  /** The next `length` bytes; fewer at the end. */
  async bytes(length: number): Promise<Uint8Array> {
    const taken: Uint8Array[] = [];
    for await (const bytes of this.#next(length)) taken.push(bytes);
    return Buffer.concat(taken);
  }

  /** Leaves out the next `length` bytes. Returns how many there were. */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    for await (const bytes of this.#next(length)) skipped += bytes.length;
    return skipped;
  }

  /** Ends the reading: what was opened is closed. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async *#next(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0 && (await this.#fill()); ) {
      const bytes = this.#take(Math.min(left, this.#chunk.length));
      left -= bytes.length;
      yield bytes;
    }
  }

  #take(length: number): Uint8Array {
    const taken = this.#chunk.subarray(0, length);
    this.#chunk = this.#chunk.subarray(length);
    this.offset += length;
    return taken;
  }

  /** Makes sure that there is something in the chunk; false at the end. */
  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const { value, done } = await this.#chunks.next();
      if (done === true) return false;
      this.#chunk = value;
    }
    return true;
  }
}
