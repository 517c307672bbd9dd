import { createReadStream } from 'node:fs';
import { IS_DUMP } from '../../core/detect';
import type { Profile } from '../../core/profiles/profile';
import { decode } from '../encoding';
import { asUserError, stateOf, UserError } from '../files';
import { type Input, STANDARD_INPUT } from './inputs';
import { jsonLines, type TextRecord } from './jsonLines';
import { LARGEST_WHOLE, textParts } from './textParts';
import { failure, type Note, type Origin, type Unit } from './unit';
import { CountedBytes, peek, unpack } from './unpack';
import { warcRecords } from './warcRecords';

/** What files hold: a text, a text a line, or records of pages; `auto` tells by the name and the first bytes. */
export const INPUT_FORMATS = ['auto', 'text', 'jsonl', 'warc'] as const;

export type InputFormat = (typeof INPUT_FORMATS)[number];

/** How files are read. */
export interface ReadOptions {
  readonly from: InputFormat;
  /** The field of JSON Lines that holds the text. */
  readonly textField: string;
  /** What standard input is called, and where its settings are looked for. */
  readonly stdinFilename?: string | undefined;
  /** Whether texts are mended where they stand, so that those in other files are of no use. */
  readonly inPlace: boolean;
}

/** What must be known of a text before it is cut into parts. */
export interface Beginning {
  readonly profiles: readonly Profile[];
  readonly score: number;
}

type Format = Exclude<InputFormat, 'auto'>;

/** Endings of packed files. */
const PACKED = /\.(?:gz|zst)$/i;

/** Bytes that are looked at to tell whether a text is a dump. */
const JUDGED = 32 * 1024;

type UnitBase = Pick<Unit, 'name' | 'place' | 'named' | 'isOnly'>;

/**
 * The texts of a file, one after the other, and notes of what could not be read. At any time no more is held than one
 * text, or one part of a large one.
 * @param stdin opens standard input
 * @param judge looks at the beginning of a large text
 */
export async function* unitsOf(
  input: Input,
  isOnly: boolean,
  options: ReadOptions,
  stdin: () => AsyncIterable<Uint8Array>,
  judge: (place: string, beginning: string) => Promise<Beginning>,
): AsyncGenerator<Unit | Note> {
  const isStdin = input.path === STANDARD_INPUT;
  const name = isStdin ? (options.stdinFilename ?? STANDARD_INPUT) : input.path;
  const base = {
    name,
    place: isStdin ? (options.stdinFilename ?? 'stdin') : name,
    named: input.named,
    isOnly,
  };
  try {
    if (isStdin) {
      yield* read(stdin(), { kind: 'stdin' }, base, options, judge);
      return;
    }
    const state = await stateOf(name, input.real);
    const origin: Origin = { kind: 'file', state };
    const isText = formatByName(name, false, options) === 'text' && !PACKED.test(name);
    if (isText && state.isPlain && state.size <= LARGEST_WHOLE) {
      yield { ...base, content: { kind: 'file' }, origin, record: null, part: null, readTo: state.size };
    } else {
      yield* read(createReadStream(name), origin, base, options, judge);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    yield failure(error.message);
  }
}

/** Reads a file as a stream. */
async function* read(
  stream: AsyncIterable<Uint8Array>,
  plain: Origin,
  base: UnitBase,
  options: ReadOptions,
  judge: (place: string, beginning: string) => Promise<Beginning>,
): AsyncGenerator<Unit | Note> {
  const { name } = base;
  const stored = new CountedBytes(bytesOf(stream, name));
  const { isPacked, chunks: unpackedChunks } = await unpack(name, stored);
  const { beginning, chunks } = await peek(unpackedChunks);
  const format = formatByName(name, plain.kind === 'stdin', options) ?? formatByBytes(beginning);
  try {
    if (options.inPlace && (isPacked || format !== 'text')) {
      throw new UserError(
        `${name}: texts in packed, WARC and JSON Lines files cannot be mended in their place`,
      );
    }
    if (format === 'text') {
      const origin: Origin = isPacked ? { kind: 'container' } : plain;
      yield* textUnits({ ...base, origin, record: null }, chunks, () => stored.read, judge);
      return;
    }
    const records =
      format === 'jsonl' ? jsonLines(name, chunks, options.textField) : warcRecords(name, chunks);
    for await (const record of records) {
      yield 'message' in record ? record : recordUnit(base, record, stored.read);
    }
  } finally {
    await chunks.return(undefined);
  }
}

function recordUnit(base: UnitBase, { number, text, facts }: TextRecord, readTo: number): Unit {
  return {
    ...base,
    name: `${base.name}#${number}`,
    // Records are found, whatever their file was.
    named: false,
    isOnly: false,
    content: typeof text === 'string' ? { kind: 'text', text } : { kind: 'bytes', bytes: text },
    origin: { kind: 'container' },
    record: facts,
    part: null,
    readTo,
  };
}

/** A text as a whole, or as parts where it is large. */
async function* textUnits(
  base: UnitBase & Pick<Unit, 'origin' | 'record'>,
  chunks: AsyncGenerator<Uint8Array>,
  position: () => number,
  judge: (place: string, beginning: string) => Promise<Beginning>,
): AsyncGenerator<Unit | Note> {
  const held: Uint8Array[] = [];
  let length = 0;
  // Not with `for await`, which would close what is read on below.
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    held.push(next.value);
    length += next.value.length;
    if (length > LARGEST_WHOLE) break;
  }
  if (length <= LARGEST_WHOLE) {
    const bytes = Buffer.concat(held);
    yield { ...base, content: { kind: 'bytes', bytes }, part: null, readTo: position() };
    return;
  }
  const { text, encoding } = decode(Buffer.concat(held).subarray(0, JUDGED));
  if (encoding.charset !== 'utf-8') {
    throw new UserError(`${base.name}: larger than ${LARGEST_WHOLE / 1024 / 1024} MB and not UTF-8`);
  }
  const { profiles, score } = await judge(base.place, text);
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let chunk = held.shift(); chunk; chunk = held.shift()) yield chunk;
    yield* chunks;
  }
  let number = 0;
  for await (const { bytes, firstLine, isLast } of textParts(base.name, all(), profiles)) {
    number++;
    const part = { number, firstLine, score, isLast };
    yield { ...base, content: { kind: 'bytes', bytes }, part, readTo: position() };
    // Of what is no dump nothing more is asked.
    if (score < IS_DUMP) return;
  }
}

/** The bytes of a stream; the system's errors become messages for people. */
async function* bytesOf(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw asUserError(name, error);
  }
}

/** What a file holds by its name; null for standard input without one. */
function formatByName(name: string, isStdin: boolean, { from }: ReadOptions): Format | null {
  if (from !== 'auto') return from;
  if (isStdin && name === STANDARD_INPUT) return null;
  const plain = name.replace(PACKED, '');
  if (/\.(?:jsonl|ndjson)$/i.test(plain)) return 'jsonl';
  return /\.(?:warc|wet)$/i.test(plain) ? 'warc' : 'text';
}

function formatByBytes(beginning: Uint8Array): Format {
  const text = Buffer.from(beginning).toString('latin1');
  if (text.startsWith('WARC/1.')) return 'warc';
  return /^\s*\{\s*"/.test(text) ? 'jsonl' : 'text';
}
