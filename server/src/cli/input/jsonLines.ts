import type { RecordFacts } from '../../core/export';
import { ByteReader } from './byteReader';
import { failure, type Note } from './unit';

/** Bytes that a record may have: larger ones are left out, and it is said so. */
export const LARGEST_RECORD = 50 * 1024 * 1024;

/** What is said of larger ones. */
export const TOO_LARGE = `larger than ${LARGEST_RECORD / 1024 / 1024} MB; left out`;

/** A text of a file that holds many, and what it says of itself. */
export interface TextRecord {
  /** Which one it is in its file: the line of JSON Lines, the record of a WARC file, from 1. */
  readonly number: number;
  readonly text: string | Uint8Array;
  readonly facts: RecordFacts;
}

/** Reads JSON Lines: the text is in the field `textField`; `id` and `url` are carried through. */
export async function* jsonLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  textField: string,
): AsyncGenerator<TextRecord | Note> {
  const reader = new ByteReader(chunks);
  try {
    let number = 0;
    for (let line = await reader.line(LARGEST_RECORD); line; line = await reader.line(LARGEST_RECORD)) {
      number++;
      const read = line.isCut ? TOO_LARGE : readLine(line.bytes, textField);
      if (typeof read === 'string') yield failure(`${name}:${number}: ${read}`);
      else if (read) yield { number, ...read };
    }
  } finally {
    await reader.close();
  }
}

/** What a line holds; why it cannot be read; or null for an empty line. */
function readLine(
  line: Uint8Array,
  textField: string,
): { readonly text: string; readonly facts: RecordFacts } | string | null {
  let value: unknown;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(line);
    if (json.trim() === '') return null;
    value = JSON.parse(json);
  } catch (error) {
    return error instanceof SyntaxError ? `not JSON: ${error.message}` : 'some bytes are not UTF-8';
  }
  const fields = new Map<string, unknown>(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  );
  const text = fields.get(textField);
  if (typeof text !== 'string') return `no text in a field “${textField}”; --text-field names another`;
  const [id, url] = [fields.get('id'), fields.get('url')];
  return {
    text,
    facts: {
      id: typeof id === 'string' || typeof id === 'number' ? id : null,
      url: typeof url === 'string' ? url : null,
    },
  };
}
