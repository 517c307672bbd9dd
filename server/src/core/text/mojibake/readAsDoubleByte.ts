import { type CodePageLabel, codePage } from '../codePages';
import { isEastAsian } from './plausible';
import type { Repair } from './utf8Damage';

/** The encodings of East Asia that UTF-8 is read as by mistake. */
export type DoubleByteLabel = Extract<CodePageLabel, 'euc-kr' | 'gbk' | 'shift_jis'>;

/** A stretch of a line with what stood there. */
export interface DoubleByteRepair extends Repair {
  /** Whether all of the bytes were read into characters: otherwise some at the end are lost. */
  readonly isExact: boolean;
}

/** Characters that a stretch gives back at least: by chance, one or two may come of a correct text. */
const FEWEST = 3;

/**
 * Stretches of a line that are East Asian text in UTF-8, read two bytes a character: `鏈綉绔` for `本网站`. Correct text of
 * any length fails on its first characters, as its bytes are no UTF-8.
 */
export function readAsDoubleByte(line: string, label: DoubleByteLabel): readonly DoubleByteRepair[] {
  const repairs: DoubleByteRepair[] = [];
  for (const { 0: run, index } of line.matchAll(/[^\x00-\x7f\ufffd]{4,}/g)) {
    const repair = repairRun(run, label);
    if (repair) repairs.push({ ...repair, start: index + repair.start, end: index + repair.end });
  }
  return repairs;
}

function repairRun(run: string, label: DoubleByteLabel): DoubleByteRepair | null {
  const page = codePage(label);
  const utf8 = codePage('utf-8');
  if (page === null || utf8 === null) return null;
  const bytes: number[] = [];
  /** Units of the run up to which its bytes are whole characters, and how many bytes these are. */
  let end = 0;
  let whole = 0;
  let needed = 0;
  reading: for (let at = 0; at < run.length; at++) {
    const code = page.bytesOf(run.charCodeAt(at));
    if (code === null) break;
    for (const byte of code > 0xff ? [code >> 8, code & 0xff] : [code]) {
      if (needed === 0) needed = lengthOf(byte);
      else if ((byte & 0xc0) !== 0x80) needed = 0;
      if (needed === 0) break reading;
      bytes.push(byte);
      needed--;
    }
    if (needed === 0) {
      end = at + 1;
      whole = bytes.length;
    }
  }
  const text = utf8.decode(Uint8Array.from(bytes.slice(0, whole)));
  if (
    text === null ||
    text.length < FEWEST ||
    ![...text].every((each) => isEastAsian(each.codePointAt(0) ?? 0))
  )
    return null;
  return { start: 0, end, text, isExact: end === run.length };
}

/** Bytes of the character that a byte begins, of those with three or more: East Asia's. */
function lengthOf(lead: number): number {
  if (lead >= 0xe2 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}
