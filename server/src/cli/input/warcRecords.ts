import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { ByteReader } from './byteReader';
import { LARGEST_RECORD, type TextRecord, TOO_LARGE } from './jsonLines';
import { failure, type Note } from './unit';

/** Bytes that the head of a record may have. */
const LARGEST_HEAD = 64 * 1024;

/** How a record begins (ISO 28500). */
const VERSION = /^WARC\/1\.\d+$/;

/** Types of records that hold a page's text. */
const WITH_TEXT: ReadonlySet<string | null> = new Set(['conversion', 'resource', 'response']);

/**
 * Reads the plain texts of a WARC file: the `conversion` records of WET files, and resources and responses of type
 * `text/plain`. Records are found here, so that one that is damaged or does not end costs neither memory nor those
 * below it; what is in them is read by the library.
 */
export async function* warcRecords(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<TextRecord | Note> {
  const reader = new ByteReader(chunks);
  let others = 0;
  let number = 0;
  try {
    for (let head = await nextHead(reader); head; head = await nextHead(reader)) {
      if (head.skipped > 0) {
        yield failure(
          `${name}: ${head.skipped} bytes from byte ${head.from} on are no WARC record; left out`,
        );
      }
      if (head.lines === null) break;
      number++;
      const place = `${name}#${number} (byte ${head.from + head.skipped})`;
      const length = lengthOf(head.lines);
      if (length === null) {
        yield failure(`${place}: its head does not end, or tells no Content-Length; left out`);
      } else if (length > LARGEST_RECORD) {
        yield failure(`${place}: ${TOO_LARGE}`);
        await reader.skip(length);
      } else {
        const block = await reader.bytes(length);
        if (block.length < length) {
          yield failure(`${place}: breaks off after ${block.length} of ${length} bytes; left out`);
        } else {
          const read = await readRecord(head.lines, block);
          if (typeof read === 'string') yield failure(`${place}: ${read}`);
          else if (read) yield { number, ...read };
          else if (WITH_TEXT.has(headerOf(head.lines, 'WARC-Type'))) others++;
        }
      }
    }
  } finally {
    await reader.close();
  }
  if (others > 0) {
    const are = others === 1 ? 'record is' : 'records are';
    yield { message: `${name}: ${others} ${are} not plain text`, isFailure: false };
  }
}

/** The head of a record: its lines, of which the first is the version. */
interface Head {
  /** Null where none came any more. */
  readonly lines: readonly string[] | null;
  /** Where it was looked for from, and how many bytes that are of no record were found there. */
  readonly from: number;
  readonly skipped: number;
}

/** Goes on to the next record and reads its head; null at the end. */
async function nextHead(reader: ByteReader): Promise<Head | null> {
  let from = reader.offset;
  let isClean = true;
  for (;;) {
    const at = reader.offset;
    const line = await nextLine(reader);
    if (line === null) return isClean ? null : { lines: null, from, skipped: at - from };
    if (VERSION.test(line))
      return { lines: await headLines(reader, line), from, skipped: isClean ? 0 : at - from };
    if (isClean && line === '') from = reader.offset;
    else isClean = false;
  }
}

/** A head's lines up to the blank line; empty where it does not end. */
async function headLines(reader: ByteReader, version: string): Promise<readonly string[]> {
  const lines = [version];
  let length = 0;
  for (let line = await nextLine(reader); line !== ''; line = await nextLine(reader)) {
    length += line?.length ?? 0;
    if (line === null || length > LARGEST_HEAD) return [];
    lines.push(line);
  }
  return lines;
}

async function nextLine(reader: ByteReader): Promise<string | null> {
  const line = await reader.line(LARGEST_HEAD);
  return line && Buffer.from(line.bytes).toString('utf8').trimEnd();
}

function headerOf(head: readonly string[], name: string): string | null {
  const prefix = `${name.toLowerCase()}:`;
  const found = head.find((line) => line.toLowerCase().startsWith(prefix));
  return found === undefined ? null : found.slice(prefix.length).trim();
}

function lengthOf(head: readonly string[]): number | null {
  const length = headerOf(head, 'Content-Length');
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

/** The text of a record; null where it holds none; or why it cannot be read. */
async function readRecord(
  head: readonly string[],
  block: Uint8Array,
): Promise<Omit<TextRecord, 'number'> | string | null> {
  if (!WITH_TEXT.has(headerOf(head, 'WARC-Type'))) return null;
  const bytes = [Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block];
  const record = await new WARCParser(new AsyncIterReader(bytes, null)).parse();
  if (!record) return null;
  const type = record.httpHeaders ? record.httpHeaders.headers.get('Content-Type') : record.warcContentType;
  if (!/^\s*text\/plain\b/i.test(type ?? '')) return null;
  const content = await contentOf(record);
  if (content === null) return TOO_LARGE;
  return {
    text: inCharset(content, /charset\s*=\s*"?([^\s";]+)/i.exec(type ?? '')?.[1] ?? 'utf-8'),
    facts: { id: record.warcHeader('WARC-Record-ID') ?? null, url: record.warcTargetURI ?? null },
  };
}

/** What is in a record, decoded where it was sent compressed; null where that is too large. */
async function contentOf(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.length;
    if (length > LARGEST_RECORD) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Bytes of another charset as text; those of UTF-8, or of a charset that is not known, as they are. */
function inCharset(bytes: Uint8Array, charset: string): string | Uint8Array {
  if (/^(?:utf-?8|us-ascii)$/i.test(charset)) return bytes;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return bytes;
  }
}
