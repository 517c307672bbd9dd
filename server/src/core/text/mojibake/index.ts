import { isBinary } from '../binary';
import { Sign, signsOf } from '../signs';
import { misreadControls } from './controls';
import { lostMarks } from './lostBytes';
import { isEastAsian } from './plausible';
import { type DoubleByteLabel, readAsDoubleByte } from './readAsDoubleByte';
import { NO_DAMAGE, type Repair, utf8Damage } from './utf8Damage';
import type { SingleByteLabel } from './utf8Sequences';
import { type WrongCodePage, wrongCodePage } from './wrongCodePage';

export type { Repair } from './utf8Damage';
export type { WrongCodePage } from './wrongCodePage';

/** Why text is damaged: UTF-8 was read in this encoding, windows-1252 as Latin-1, or bytes were lost. */
export type MojibakeKind =
  | SingleByteLabel
  | DoubleByteLabel
  | 'controls'
  | 'lost marks'
  | 'lost bytes'
  | 'lost';

/** Damaged stretches of one line, of one kind. */
export interface DamagedLine {
  readonly kind: MojibakeKind;
  readonly line: number;
  /** In order. Empty where nothing is left of what stood there; then `place` is what stands there now. */
  readonly repairs: readonly Repair[];
  readonly place: { readonly start: number; readonly end: number };
}

/** What is damaged in a text by reading it in a wrong encoding. */
export interface Mojibake {
  readonly codePage: WrongCodePage | null;
  readonly lines: readonly DamagedLine[];
}

/** What a line may hold that was read in a wrong encoding; most lines hold none of it. */
const CANDIDATE =
  /[\x80-\x9f\u00ac\u00c2-\u00f4\u0402-\u0453\u221a\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f\ufffd]/;

function isCandidate(text: string): boolean {
  return (signsOf(text) & Sign.NonAscii) !== 0 && CANDIDATE.test(text) && !isBinary(text);
}

/** Sure damage of a page from which what is merely likely counts in all of its lines. */
const ENOUGH = 3;

/**
 * Finds text that was read in a wrong encoding, and what it was.
 * @param isEnglish whether marks that lost their other characters may be guessed at
 */
export function findMojibake(lines: readonly string[], isEnglish: boolean): Mojibake {
  const candidates = lines.flatMap((text, line) => (isCandidate(text) ? { line, text } : []));
  const page = candidates.length === 0 ? null : wrongCodePage(lines);
  const reread = new Set([...(page?.lines.map(({ line }) => line) ?? []), ...(page?.lost ?? [])]);
  const rest = candidates.filter(({ line }) => !reread.has(line));
  const found = SINGLE.flatMap((kind) => inUtf8(rest, kind));
  const taken = new Set(found.map(({ line }) => line));
  for (const { line, text } of rest) {
    found.push(...DOUBLE.flatMap((kind) => inDoubleByte(line, text, kind)));
    found.push(...damagedLine('lost', line, lost(text), true));
    if (taken.has(line)) continue;
    found.push(...damagedLine('controls', line, misreadControls(text)));
    if (isEnglish) found.push(...damagedLine('lost marks', line, lostMarks(text)));
  }
  return { codePage: page, lines: found };
}

const SINGLE = ['windows-1252', 'windows-1251', 'macintosh'] as const;
const DOUBLE = ['gbk', 'shift_jis', 'euc-kr'] as const;

interface Line {
  readonly line: number;
  readonly text: string;
}

function inUtf8(lines: readonly Line[], kind: SingleByteLabel): DamagedLine[] {
  const damages = lines.flatMap(({ line, text }) => {
    const damage = utf8Damage(text, kind);
    return damage === NO_DAMAGE || isMentioned(text, damage.sure) ? [] : [{ line, ...damage }];
  });
  const sure = damages.flatMap((damage) => damage.sure);
  const isEastern = sure.filter(({ text }) => isEastAsian(text.codePointAt(0) ?? 0)).length >= ENOUGH;
  return damages.flatMap(({ line, ...damage }) => {
    const others = isEastern ? [...damage.likely, ...damage.eastAsian] : damage.likely;
    const isDamaged = damage.sure.length > 0 || sure.length >= ENOUGH;
    return damagedLine(kind, line, isDamaged ? inOrder([...damage.sure, ...others]) : []);
  });
}

/** Letters that text on such damage quotes, each for itself: `“Ã©” or “Ã¨”`. A text that is damaged has no sound quotation marks. */
function isMentioned(text: string, repairs: readonly Repair[]): boolean {
  const [first] = repairs;
  return (
    first !== undefined &&
    /[“„”«「『]\s?$/.test(text.slice(Math.max(0, first.start - 2), first.start)) &&
    repairs.every(
      ({ start, end, text: letter }) =>
        end - start <= 3 && letter.length === 1 && /^[\s\u200e]?[“”»」』]/.test(text.slice(end, end + 2)),
    )
  );
}

function inOrder(repairs: readonly Repair[]): readonly Repair[] {
  return repairs.toSorted((a, b) => a.start - b.start);
}

function inDoubleByte(line: number, text: string, kind: DoubleByteLabel): readonly DamagedLine[] {
  const repairs = readAsDoubleByte(text, kind);
  return [
    ...damagedLine(
      kind,
      line,
      repairs.filter(({ isExact }) => isExact),
    ),
    ...damagedLine(
      'lost bytes',
      line,
      repairs.filter(({ isExact }) => !isExact),
    ),
  ];
}

/**
 * What is left of characters that could not be read: U+FFFD, and U+FFFD read as windows-1252 or as GBK; the beginning of a
 * UTF-8 sequence at a line's end.
 */
function lost(text: string): readonly Repair[] {
  return [...text.matchAll(/\ufffd+|(?:ï¿½)+|(?:锟斤拷)+|[\xe2-\xef][\x80-\x9f]$/g)].map(
    ({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      text: match,
    }),
  );
}

function damagedLine(
  kind: MojibakeKind,
  line: number,
  repairs: readonly Repair[],
  isIrreparable = false,
): readonly DamagedLine[] {
  const first = repairs[0];
  const last = repairs.at(-1);
  if (!first || !last) return [];
  return [
    { kind, line, repairs: isIrreparable ? [] : repairs, place: { start: first.start, end: last.end } },
  ];
}
