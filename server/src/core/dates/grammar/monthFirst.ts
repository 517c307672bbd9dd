import { classOf, isCapitalized, LETTER } from '../characters';
import { type NamePart, PLAIN, type ScannedDate, type Slip } from '../scanned';
import { nearMonth } from '../spelling';
import { endsLikeDate, isCued, standsAlone } from '../surroundings';
import { NUMBER, WORD } from '../tokens';
import { dayAt, endsDay } from './days';
import { flawedMonth, isNamedNumber, isShortName, mayStandAlone, monthAt } from './months';
import { rangeAfterDay } from './ranges';
import { type Found, gapBetween, isBlankGap, isLoose, type Stretch, slip, textOf } from './stretch';
import { type YearAt, yearAt } from './years';

/** `February 05, 2025`, `Feb. 5`, `January 25-28, 2025`, `February 1 – March 3, 2025`. */
export function monthFirst(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const first = tokens[index];
  if (first?.kind !== WORD) return null;
  const second = tokens[index + 1]?.kind;
  // Only words before a number are looked up.
  if (second !== NUMBER && (second !== WORD || tokens[index + 2]?.kind !== NUMBER)) return null;
  const exact = monthAt(stretch, index);
  if (exact && !isNamedNumber(exact.month)) return monthThenDay(stretch, exact.month, exact.next);
  const after = tokens[index + 1];
  if (exact || after?.kind !== NUMBER || after.digits > 2 || first.end - first.start < 3) return null;
  if (!isCapitalized(textOf(text, first)) || !isLoose(gapBetween(text, first.end, after))) return null;
  const year = tokens[index + 2];
  const full =
    year?.kind === NUMBER && year.digits === 4 && /^ ?,? {0,2}$/.test(gapBetween(text, after.end, year));
  const cued = isCued(text, first.start);
  if (!full && !cued && !standsAlone(text, { start: first.start, end: after.end })) return null;
  const near = nearMonth(textOf(text, first));
  if (!near || (!full && cued && near.flaw.kind === 'abbreviation')) return null;
  return monthThenDay(stretch, flawedMonth(first, near), index + 1);
}

function monthThenDay(stretch: Stretch, month: NamePart, index: number): Found | null {
  const { text, tokens } = stretch;
  const number = tokens[index];
  if (number?.kind !== NUMBER) return null;
  const gap = gapBetween(text, month.end, number);
  if (number.digits === 4) return monthThenYear(stretch, month, index, gap);
  const at = dayAt(stretch, index);
  if (!at || !(isLoose(gap) || gap === '-' || gap === '/')) return null;
  const hyphen = gap === '-' || gap === '/' ? gap : null;
  const slips: Slip[] = [];
  if (!hyphen && !isBlankGap(gap)) {
    const right = gap.startsWith('.') ? '. ' : ' ';
    if (gap !== right) slips.push({ start: month.end, end: number.start, right, anywhere: true });
  }
  const until = rangeAfterDay(stretch, at, 'month-first');
  const dayEnd = until?.end ?? at.end;
  const afterDay = until?.next ?? at.next;
  // `January, 6 2026`: the comma has slipped.
  const tail = yearAfterDay(stretch, afterDay, dayEnd, hyphen, month.start, gap.includes(','));
  if (!tail) {
    if (hyphen || gap.includes(',') || !endsDay(text, dayEnd)) return null;
    // Without a year only languages that write the month first mean a day.
    const monthFirstOnes = month.languages.filter((language) => language.monthFirst);
    const isDay = monthFirstOnes.length > 0 && mayStandAlone(text, month, monthFirstOnes);
    if (!month.flaw && !isDay) return null;
  }
  if (tail?.gapSlip) slips.push(tail.gapSlip);
  // A full name has no full stop.
  if (tail && gap === '. ' && month.long && !month.languages.some((each) => isShortName(text, month, each)))
    slips.push({ start: month.end, end: number.start, right: ' ', anywhere: true });
  const date: ScannedDate = {
    ...PLAIN,
    form: 'named',
    order: tail ? 'Mdy' : 'Md',
    start: month.start,
    end: tail?.found.end ?? dayEnd,
    month,
    day: at.day,
    year: tail?.found.year ?? null,
    era: tail?.found.era ?? null,
    until: until?.until ?? null,
    ordinal: at.ordinal,
    clipped: tail?.found.clipped ?? false,
    slips,
    foreign: tail?.foreign ?? [],
  };
  return { date, next: tail?.found.next ?? afterDay };
}

function yearAfterDay(
  stretch: Stretch,
  index: number,
  dayEnd: number,
  hyphen: string | null,
  from: number,
  isCommaLost: boolean,
): { found: YearAt; gapSlip: Slip | null; foreign: readonly Slip[] } | null {
  const { text, tokens } = stretch;
  const token = tokens[index];
  const span = { start: dayEnd, end: token?.start ?? dayEnd };
  const gap = gapBetween(text, dayEnd, token);
  if (!token || gap === '\0') return null;
  const found = yearAt(stretch, index, from);
  if (!found) return null;
  const bare = gap.replace(/['’‘]$/, '');
  const clip = gap.slice(bare.length);
  if (hyphen) return bare === hyphen ? { found, gapSlip: null, foreign: [] } : null;
  if (!isLoose(bare) || bare === '') return null;
  if (/[،，]/.test(bare)) {
    return { found, gapSlip: null, foreign: [{ ...span, right: `, ${clip}`, anywhere: false }] };
  }
  if (isBlankGap(bare)) {
    // `May 5 2000 soldiers`: only a likely year may do without its comma.
    const year = found.year?.value ?? 0;
    const isYear = year >= 1900 && year < 2100 && year % 1000 !== 0;
    const likely = found.era !== null || isYear || endsLikeDate(text, found.end);
    return likely
      ? { found, gapSlip: { ...span, right: `, ${clip}`, anywhere: isCommaLost }, foreign: [] }
      : null;
  }
  // `March 4. 2025` is the way of some sites.
  if (bare === '. ') return { found, gapSlip: slip(span, gap, `, ${clip}`, false), foreign: [] };
  const counts = bare === ',' && !endsLikeDate(text, found.end) && !isGlueAt(text, found.end);
  // `August 1,2025 tons` counts something.
  if (counts) return null;
  return { found, gapSlip: slip(span, gap, `, ${clip}`, true), foreign: [] };
}

function isGlueAt(text: string, end: number): boolean {
  return classOf(text.charCodeAt(end)) === LETTER;
}

/** `March 2024`, `March, 2024`. */
function monthThenYear(stretch: Stretch, month: NamePart, index: number, gap: string): Found | null {
  const { text, tokens } = stretch;
  const joined = /^(?:\.?,? |-|\/|\u00a0)$/.test(gap);
  if (
    !joined ||
    (month.flaw && !standsAlone(text, { start: month.start, end: tokens[index]?.end ?? month.end }))
  )
    return null;
  if (month.languages.every((language) => language.capitalized) && !isCapitalized(textOf(text, month)))
    return null;
  const found = yearAt(stretch, index, month.start);
  if (!found) return null;
  return {
    date: {
      ...PLAIN,
      form: 'named',
      order: 'My',
      start: month.start,
      end: found.end,
      month,
      year: found.year,
      era: found.era,
    },
    next: found.next,
  };
}
