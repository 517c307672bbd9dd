import type { Profile } from '../../core/profiles/profile';
import { splitText } from '../../core/splitText';
import { TextLines } from '../../core/text/textLines';
import { UserError } from '../files';

/** Bytes up to which a text is worked on as a whole: as many as editors have analysed (`copydesk.maxFileSize`). */
export const LARGEST_WHOLE = 50 * 1024 * 1024;

/** Bytes that a part of a larger text has, about. */
const PART = 1024 * 1024;

/** Bytes at the end of a part in which the beginning of a page is looked for first. */
const WINDOW = 64 * 1024;

const LF = 10;
const CR = 13;

/** Bytes of a large text, from the beginning of a page up to that of another. */
export interface BytePart {
  readonly bytes: Uint8Array;
  /** The text's line that they begin with, from 0. */
  readonly firstLine: number;
  readonly isLast: boolean;
}

/**
 * Cuts a text of UTF-8 where pages begin, reading no more of it at a time than a part needs; a page that does not end
 * within {@link LARGEST_WHOLE} is cut at the end of a line.
 */
export async function* textParts(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  profiles: readonly Profile[],
): AsyncGenerator<BytePart> {
  let held: Uint8Array[] = [];
  let length = 0;
  // A cut is looked for in what is held when it is so long.
  let enough = PART + WINDOW;
  let firstLine = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < enough) continue;
    const bytes = Buffer.concat(held);
    const cut = lastPageStart(bytes, profiles) ?? (length > LARGEST_WHOLE ? lastLineEnd(bytes, name) : null);
    held = [bytes];
    // Longer steps each time: text without pages is not searched over and over.
    enough = length * 2;
    if (cut === null) continue;
    yield { bytes: bytes.subarray(0, cut), firstLine, isLast: false };
    firstLine += lineStarts(bytes).filter((start) => start <= cut).length;
    held = [bytes.subarray(cut)];
    length -= cut;
    enough = length + PART;
  }
  yield { bytes: Buffer.concat(held), firstLine, isLast: true };
}

/** Where the last page in these bytes begins; null where none is seen to begin. */
function lastPageStart(bytes: Buffer, profiles: readonly Profile[]): number | null {
  for (let size = WINDOW; ; size *= 4) {
    const found = pageStartIn(bytes, Math.max(0, bytes.length - size), profiles);
    if (found !== null || size >= bytes.length) return found;
  }
}

function pageStartIn(bytes: Buffer, from: number, profiles: readonly Profile[]): number | null {
  // The first line may be the end of one, and the last one's end has not come yet.
  const starts = lineStarts(bytes.subarray(from));
  const first = from === 0 ? 0 : starts[0];
  const end = starts.at(-1);
  if (first === undefined || end === undefined) return null;
  const { parts } = splitText(TextLines.of(bytes.toString('utf8', from + first, from + end)), profiles);
  const last = parts.at(-1);
  if (!last || parts.length === 1) return null;
  const start = starts[from === 0 ? last.startLine - 1 : last.startLine];
  return start === undefined ? null : from + start;
}

function lastLineEnd(bytes: Uint8Array, name: string): number {
  const end = lineStarts(bytes).at(-1);
  if (end === undefined) throw new UserError(`${name}: a line larger than ${LARGEST_WHOLE / 1024 / 1024} MB`);
  return end;
}

/** Where lines begin, but for the first one. A line whose end may not have come wholly is left out. */
function lineStarts(bytes: Uint8Array): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF) starts.push(at + 1);
    else if (byte === CR && at + 1 < bytes.length && bytes[at + 1] !== LF) starts.push(at + 1);
  }
  return starts;
}
