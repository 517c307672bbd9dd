import { pipeline, Readable, Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { codeOf, UserError } from '../files';

/** Bytes as they come, and how many of them were taken. */
export class CountedBytes {
  /** Bytes that were taken so far, as they are stored. */
  read = 0;
  readonly #chunks: AsyncIterable<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#chunks) {
      this.read += chunk.length;
      yield chunk;
    }
  }
}

/** How bytes are packed, by their first ones. */
const PACKINGS = [
  { magic: [0x1f, 0x8b], open: () => zlib.createGunzip(), name: 'gzip' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], open: openZstd, name: 'zstd' },
] as const;

/** Enough of the first bytes to tell packings, WARC and JSON. */
const BEGINNING = 64;

/** The first bytes, and all of them: what is looked at is not lost. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly beginning: Uint8Array; readonly chunks: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < BEGINNING) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    taken.push(value);
    length += value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* taken;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { beginning: Buffer.concat(taken), chunks: all() };
}

/**
 * Unpacks gzip, of any number of members, and zstd where Node.js has it; other bytes are handed on. What is damaged
 * becomes a {@link UserError} that names the place, after all that could be read before it.
 */
export async function unpack(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly isPacked: boolean; readonly chunks: AsyncGenerator<Uint8Array> }> {
  const { beginning, chunks } = await peek(bytes);
  const packing = PACKINGS.find(({ magic }) => magic.every((byte, at) => beginning[at] === byte));
  if (!packing) return { isPacked: false, chunks };
  const transform = packing.open();
  if (transform) return { isPacked: true, chunks: through(name, chunks, transform, packing.name) };
  await chunks.return(undefined);
  throw new UserError(`${name}: ${packing.name} needs Node.js 22.15 or later; unpack it first`);
}

async function* through(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  transform: Transform,
  packing: string,
): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(chunks);
  // Errors of the source would otherwise never reach the transform, and its own end both.
  pipeline(packed, transform, () => {});
  try {
    for await (const chunk of transform) yield chunk;
  } catch (error) {
    throw explainedDamage(name, packing, bytesTaken(transform), error);
  } finally {
    packed.destroy();
  }
}

function explainedDamage(name: string, packing: string, taken: number, error: unknown): unknown {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'Z_BUF_ERROR')
    return new UserError(`${name}: the ${packing} data breaks off, after byte ${taken}`);
  if (code?.startsWith('Z_') || code?.startsWith('ZSTD_')) {
    return new UserError(`${name}: the ${packing} data is damaged, at byte ${taken}: ${message}`);
  }
  return error;
}

/** Packed bytes that were understood. */
function bytesTaken(transform: Transform): number {
  return 'bytesWritten' in transform && typeof transform.bytesWritten === 'number'
    ? transform.bytesWritten
    : 0;
}

/** Null where this Node.js has no zstd. */
function openZstd(): Transform | null {
  const make: unknown = Reflect.get(zlib, 'createZstdDecompress');
  const made: unknown = typeof make === 'function' ? make() : null;
  return made instanceof Transform ? made : null;
}
