/** How a file's bytes stand for its text. */
export interface Encoding {
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Whether a byte order mark stands first. It is not part of the text: editors do not show it either. */
  readonly mark: boolean;
}

/** A text and how it was written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether every byte is part of a character. Otherwise U+FFFD stands in the text where bytes could not be read. */
  readonly isExact: boolean;
}

const MARKS = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Reads UTF-8, or UTF-16 where a byte order mark says so. Never throws.
 * @param isBeginning whether a byte order mark may stand first; within a text it is a character
 */
export function decode(bytes: Uint8Array, isBeginning = true): Decoded {
  const found = MARKS.find((mark) => isBeginning && mark.bytes.every((byte, at) => bytes[at] === byte));
  const charset = found?.charset ?? 'utf-8';
  const content = bytes.subarray(found?.bytes.length ?? 0);
  const encoding = { charset, mark: found !== undefined };
  try {
    return { text: createDecoder(charset, true).decode(content), encoding, isExact: true };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: createDecoder(charset, false).decode(content), encoding, isExact: false };
  }
}

/** The bytes of a text in an encoding: the inverse of {@link decode} where that was exact. */
export function encode(text: string, { charset, mark }: Encoding): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  if (charset === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return charset === 'utf-16be' ? bytes.swap16() : bytes;
}

/** What is wrong with bytes whose decoding was not exact. */
export function undecodable({ encoding }: Decoded): string {
  return `some bytes are not ${encoding.charset === 'utf-8' ? 'UTF-8' : 'UTF-16'}`;
}

function createDecoder(charset: Encoding['charset'], fatal: boolean) {
  return new TextDecoder(charset, { fatal, ignoreBOM: true });
}
