import { isCapitalized } from '../characters';
import { type NamePart, PLAIN, type RangeEnd, type ScannedDate, type Slip } from '../scanned';
import { nearMonth } from '../spelling';
import { endsLikeDate, isCued, standsAlone } from '../surroundings';
import { NUMBER, WORD } from '../tokens';
import { type DayAt, dayAt, isTailOfNumber } from './days';
import { flawedMonth, mayStandAlone, monthAt } from './months';
import { rangeAfterDay } from './ranges';
import { type Found, gapBetween, isBlankGap, isLoose, type Stretch, slip, textOf, word } from './stretch';
import { joiners, shortWord } from './words';
import { type YearAt, yearAt } from './years';

/** `5 February 2025`, `5. Februar 2025`, `5 de febrero de 2025`, `25–28 January 2025`, `5 tháng 2 năm 2025`. */
export function dayFirst(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const number = tokens[index];
  if (number?.kind !== NUMBER || number.digits > 2 || isTailOfNumber(text, number.start)) return null;
  const at = dayAt(stretch, index);
  if (!at) return null;
  const range = rangeAfterDay(stretch, at, 'day-first');
  const last = range ? { end: range.end, next: range.next } : { end: at.end, next: at.next };
  const found = thenMonth(stretch, index, at, range?.until ?? null, last.end, last.next);
  if (found || !range) return found;
  return null;
}

function thenMonth(
  stretch: Stretch,
  index: number,
  at: DayAt,
  until: RangeEnd | null,
  dayEnd: number,
  next: number,
): Found | null {
  const { text, tokens } = stretch;
  let token = tokens[next];
  if (token?.kind !== WORD) return null;
  const slips: Slip[] = [];
  let gap = gapBetween(text, dayEnd, token);
  let from = dayEnd;
  let monthIndex = next;
  const joiner = isBlankGap(gap) && tokens[next + 1]?.kind === WORD ? shortWord(text, token) : '';
  const joined = joiners.has(joiner);
  if (joined) {
    from = token.end;
    monthIndex = next + 1;
    token = tokens[monthIndex];
    gap = gapBetween(text, from, token);
  }
  if (token?.kind !== WORD) return null;
  // `05-Feb-2025`, `05.Feb.2025`: the same mark on both sides.
  const isDotted = gap === '.' && /^\.\d/.test(text.slice(token.end, token.end + 2));
  const hyphen = gap === '-' || gap === '/' || isDotted ? gap : null;
  if (!hyphen && gap !== '» ' && !isLoose(gap)) return null;
  const exact = monthAt(stretch, monthIndex);
  const month = exact?.month ?? misspeltMonth(stretch, index, monthIndex);
  if (!month) return null;
  if (joined && exact && !month.languages.some((language) => language.joiners?.includes(joiner))) return null;
  const quoted = gap === '» ' && text.charAt(at.day.start - 1) === '«';
  if (gap === '» ' && !quoted) return null;
  const glued = gap === '' && /^[A-Z]/.test(text.charAt(month.start)) && !month.long;
  if (!hyphen && !quoted && !isBlankGap(gap)) {
    // `31DEC`: airlines write so; a full name without a space is a slip.
    if (glued) return null;
    const right = gap.startsWith('.') ? '. ' : ' ';
    if (gap !== right) slips.push({ start: from, end: month.start, right, anywhere: true });
  }
  if (/[,،，]/.test(gap)) return null;
  const afterMonth = exact?.next ?? monthIndex + 1;
  const tail = yearAfterMonth(stretch, month, afterMonth, hyphen, at.day.start);
  if (!tail && (hyphen || !mayStandAlone(text, month))) return null;
  if (tail?.gapSlip) slips.push(tail.gapSlip);
  const date: ScannedDate = {
    ...PLAIN,
    form: 'named',
    order: tail ? 'dMy' : 'dM',
    start: quoted ? at.day.start - 1 : at.day.start,
    end: tail?.found.end ?? month.end,
    month,
    day: at.day,
    year: tail?.found.year ?? null,
    era: tail?.found.era ?? null,
    until,
    ordinal: at.ordinal,
    clipped: tail?.found.clipped ?? false,
    slips,
  };
  return { date, next: tail?.found.next ?? afterMonth };
}

/** A word after a day that is nearly a month, where a year follows or the word is long enough to be nothing else. */
function misspeltMonth(stretch: Stretch, index: number, monthIndex: number): NamePart | null {
  const { text, tokens } = stretch;
  const token = tokens[monthIndex];
  const day = tokens[index];
  if (!token || !day || token.end - token.start < 3) return null;
  const year = tokens[monthIndex + 1];
  const full =
    year?.kind === NUMBER && year.digits === 4 && /^[.,]{0,2} ?$/.test(gapBetween(text, token.end, year));
  const joinedYear = tokens[monthIndex + 2];
  const fullJoined = joinedYear?.kind === NUMBER && joinedYear.digits === 4 && joiners.has(word(text, year));
  const alone = standsAlone(text, { start: day.start, end: token.end });
  if (!full && !fullJoined && !alone && !isCued(text, day.start)) return null;
  const near = nearMonth(textOf(text, token));
  if (!near) return null;
  if (near.flaw.kind === 'abbreviation' && !full && !fullJoined) return null;
  // English months have a capital: `10 octopus 2024` has none.
  if (near.language.capitalized && !isCapitalized(textOf(text, token))) return null;
  return flawedMonth(token, near);
}

function yearAfterMonth(
  stretch: Stretch,
  month: NamePart,
  index: number,
  hyphen: string | null,
  from: number,
): { found: YearAt; gapSlip: Slip | null } | null {
  const { text, tokens } = stretch;
  let token = tokens[index];
  let left = month.end;
  let next = index;
  let gap = gapBetween(text, month.end, token);
  const joiner = shortWord(text, token);
  const dot = gap.startsWith('.') ? 1 : 0;
  if (joiner !== '' && joiners.has(joiner) && isBlankGap(gap.slice(dot))) {
    left = token?.end ?? left;
    next = index + 1;
    token = tokens[next];
    gap = gapBetween(text, left, token);
  }
  if (!token || gap === '\0') return null;
  const found = yearAt(stretch, next, from, hyphen === '-');
  if (!found) return null;
  const bare = gap.replace(/['’‘]$/, '');
  const clip = gap.slice(bare.length);
  if (hyphen) return bare === hyphen || isBlankGap(bare) ? { found, gapSlip: null } : null;
  if (!isLoose(bare)) return null;
  const span = { start: left, end: token.start };
  if (isBlankGap(bare) || bare === ', ' || bare === '. ' || bare === '., ' || bare === '، ')
    return { found, gapSlip: null };
  const right = bare.includes(',') ? ', ' : bare.includes('.') ? '. ' : ' ';
  if (bare === ',' && !endsLikeDate(text, found.end)) return null;
  return { found, gapSlip: slip(span, gap, right + clip, true) };
}
