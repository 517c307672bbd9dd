import { type CodePageLabel, codePage } from '../codePages';
import { latinByteOf } from '../windows1252';

/** Characters of a line that are, byte for byte, the UTF-8 form of one other character. */
export interface Utf8Sequence {
  readonly start: number;
  readonly end: number;
  /** The character that the bytes stand for. */
  readonly code: number;
}

/** The encodings that UTF-8 is read as by mistake, of those with one byte a character. */
export type SingleByteLabel = Extract<CodePageLabel, 'macintosh' | 'windows-1251'> | 'windows-1252';

/** Finds, in one pass, the UTF-8 sequences of a line that was read in an encoding of one byte a character. */
export function utf8Sequences(line: string, label: SingleByteLabel): readonly Utf8Sequence[] {
  const byteAt = byteReader(label);
  if (byteAt === null) return [];
  const found: Utf8Sequence[] = [];
  for (let at = 0; at < line.length; ) {
    const lead = byteAt(line.charCodeAt(at));
    const length = lead === null ? 0 : lengthOf(lead);
    const code = lead === null || length === 0 ? null : codeOf(line, at, lead, length, byteAt);
    if (code === null) {
      at++;
    } else {
      found.push({ start: at, end: at + length, code });
      at += length;
    }
  }
  return found;
}

type ByteReader = (unit: number) => number | null;

function byteReader(label: SingleByteLabel): ByteReader | null {
  if (label === 'windows-1252') return latinByteOf;
  const page = codePage(label);
  return page && ((unit) => page.bytesOf(unit));
}

/** Bytes of the sequence that a byte begins; 0 where it begins none of more than one. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The character of a sequence (RFC 3629); null where the bytes are no valid one. */
function codeOf(
  line: string,
  start: number,
  lead: number,
  length: number,
  byteAt: ByteReader,
): number | null {
  let code = lead & (0xff >> (length + 1));
  for (let at = start + 1; at < start + length; at++) {
    const byte = byteAt(line.charCodeAt(at));
    if (byte === null || byte < 0x80 || byte > 0xbf) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  const isOverlong = code < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000);
  return isOverlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : code;
}
