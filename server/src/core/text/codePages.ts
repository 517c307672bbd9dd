/** A character encoding of the platform, by a label of the WHATWG Encoding Standard, in both directions. */
export interface CodePage {
  /** The text of bytes; null where they are not valid. */
  decode(bytes: Uint8Array): string | null;
  /** The bytes of a UTF-16 unit: one byte, or two as `lead << 8 | trail`; null where there are none. */
  bytesOf(unit: number): number | null;
}

/** What is used of the platform. Editors, browsers and Node all have it, but not every one knows every label. */
interface Platform {
  readonly Error: unknown;
  readonly TextDecoder?: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}

/** Labels of encodings of one and two bytes that {@link codePage} takes. */
export type CodePageLabel =
  | 'big5'
  | 'euc-jp'
  | 'euc-kr'
  | 'gbk'
  | 'koi8-r'
  | 'macintosh'
  | 'shift_jis'
  | 'utf-8'
  | 'windows-1251'
  | 'windows-1253'
  | 'windows-1255'
  | 'windows-1256'
  | 'windows-874';

const known = new Map<CodePageLabel, CodePage | null>();

/** The encoding of a label; null where the platform does not have it. */
export function codePage(label: CodePageLabel): CodePage | null {
  const before = known.get(label);
  if (before !== undefined) return before;
  const made = createCodePage(label);
  known.set(label, made);
  return made;
}

function createCodePage(label: CodePageLabel): CodePage | null {
  const decode = decoderOf(label);
  if (decode === null) return null;
  let inverse: ReadonlyMap<number, number> | null = null;
  return {
    decode,
    bytesOf(unit) {
      if (unit < 0x80) return unit;
      inverse ??= inverseOf(decode);
      return inverse.get(unit) ?? null;
    },
  };
}

function decoderOf(label: string): CodePage['decode'] | null {
  const platform: Platform = globalThis;
  if (platform.TextDecoder === undefined) return null;
  try {
    const decoder = new platform.TextDecoder(label, { fatal: true, ignoreBOM: true });
    return (bytes) => {
      try {
        return decoder.decode(bytes);
      } catch (error) {
        // What a decoder that is told to be strict throws at bytes that are not valid.
        if (error instanceof TypeError) return null;
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Which bytes stand for which unit. Of several that stand for one the first counts, as it does for encoders. */
function inverseOf(decode: CodePage['decode']): ReadonlyMap<number, number> {
  const inverse = new Map<number, number>();
  const add = (bytes: number, text: string | null): void => {
    const unit = text?.length === 1 ? text.charCodeAt(0) : REPLACEMENT;
    if (unit !== REPLACEMENT && !inverse.has(unit)) inverse.set(unit, bytes);
  };
  for (let lead = 0x80; lead <= 0xff; lead++) {
    const single = decode(Uint8Array.of(lead));
    add(lead, single);
    if (single !== null) continue;
    for (let trail = 0x40; trail <= 0xfe; trail++)
      add((lead << 8) | trail, decode(Uint8Array.of(lead, trail)));
  }
  return inverse;
}

/** The sign of a failure, which some platforms give for bytes without a character. */
const REPLACEMENT = 0xfffd;
