import { type EraPart, type NumberPart, PLAIN, type RangeEnd } from '../scanned';
import { CHARACTER, NUMBER, WORD } from '../tokens';
import { isTailOfNumber } from './days';
import { type EraAt, eraAt, gregorianInBrackets } from './eras';
import { type Found, gapBetween, type Stretch, textOf } from './stretch';

const MARKS = { year: '年년', month: '月월', day: '日일号號' } as const;

interface Marked {
  readonly part: NumberPart;
  readonly end: number;
  readonly next: number;
}

function markedAt(
  { text, tokens }: Stretch,
  index: number,
  from: number,
  mark: keyof typeof MARKS,
): Marked | null {
  const token = tokens[index];
  const after = tokens[index + 1];
  if (token?.kind !== NUMBER || after?.kind !== CHARACTER || !MARKS[mark].includes(textOf(text, after)))
    return null;
  if (from >= 0 && token.start !== from && !/^[ 　\u00a0]{1,2}$/.test(gapBetween(text, from, token)))
    return null;
  if (after.start !== token.end && !/^[ \u00a0]$/.test(gapBetween(text, token.end, after))) return null;
  return { part: token, end: after.end, next: index + 2 };
}

/** A date with a mark after every number, from a number or an era's name on. */
export function markedDate(stretch: Stretch, index: number): Found | null {
  const { text, tokens } = stretch;
  const first = tokens[index];
  if (!first) return null;
  const era = first.kind === CHARACTER || first.kind === WORD ? eraAt(stretch, index) : null;
  if (era) return markedEra(stretch, era);
  if (first.kind !== NUMBER) return null;
  const year = markedAt(stretch, index, -1, 'year');
  if (!year) {
    if (first.digits > 2 || isTailOfNumber(text, first.start)) return null;
    const month = markedAt(stretch, index, -1, 'month');
    const day = month && markedAt(stretch, month.next, month.end, 'day');
    if (!month || !day || isLongerWord(text, day.end)) return null;
    const range = untilMarked(stretch, day.next, day.end);
    return {
      date: {
        ...PLAIN,
        form: 'marked',
        order: 'Md',
        start: first.start,
        end: range?.end ?? day.end,
        month: month.part,
        day: day.part,
        until: range?.until ?? null,
      },
      next: range?.next ?? day.next,
    };
  }
  if (first.digits === 1 || first.digits > 5) return null;
  const inBrackets = eraInBrackets(stretch, year.next, year.end);
  return marked(stretch, {
    start: first.start,
    year: year.part,
    era: inBrackets?.era ?? null,
    end: inBrackets?.end ?? year.end,
    next: inBrackets?.next ?? year.next,
  });
}

/** `日本` and `일본` go on after their first character. */
function isLongerWord(text: string, end: number): boolean {
  return text.charAt(end) === '本' || text.charAt(end) === '본';
}

/** `（令和6年）` after a Gregorian year. */
function eraInBrackets(
  stretch: Stretch,
  index: number,
  from: number,
): { era: EraPart; end: number; next: number } | null {
  const { text, tokens } = stretch;
  if (!/^ ?[(（]$/.test(gapBetween(text, from, tokens[index]))) return null;
  const era = eraAt(stretch, index);
  if (!era || era.year) return null;
  const mark = tokens[era.next];
  const end =
    mark?.kind === CHARACTER && mark.start === era.end && MARKS.year.includes(textOf(text, mark))
      ? mark.end
      : era.end;
  if (!/[)）]/.test(text.charAt(end))) return null;
  return { era: era.era, end: end + 1, next: end === era.end ? era.next : era.next + 1 };
}

/** Era years: `令和6年12月31日`, `주체113(2024)년 12월 31일`, `Juche113.4.2.`, `Juche 113 (2024)`, `令和6年（2024年）`. */
function markedEra(stretch: Stretch, era: EraAt): Found | null {
  const { text, tokens } = stretch;
  const mark = tokens[era.next];
  const markGap = gapBetween(text, era.end, mark);
  if (mark?.kind === CHARACTER && /^ ?$/.test(markGap) && MARKS.year.includes(textOf(text, mark))) {
    const bracket = era.year ? null : gregorianInBrackets(text, tokens, era.next + 1, mark.end);
    return marked(stretch, {
      start: era.start,
      year: era.year ?? bracket?.year ?? null,
      era: era.era,
      end: bracket?.end ?? mark.end,
      next: bracket?.next ?? era.next + 1,
    });
  }
  const base = { ...PLAIN, start: era.start, year: era.year, era: era.era };
  const month = tokens[era.next];
  const day = tokens[era.next + 1];
  if (month?.kind === NUMBER && day?.kind === NUMBER && month.digits <= 2 && day.digits <= 2) {
    const first = gapBetween(text, era.end, month);
    if (/^[./-] ?$/.test(first) && gapBetween(text, month.end, day) === first) {
      return {
        date: {
          ...base,
          form: 'era',
          order: 'yMd',
          month: month,
          day: day,
          end: day.end,
        },
        next: era.next + 2,
      };
    }
  }
  return { date: { ...base, form: 'era', order: 'y', end: era.end }, next: era.next };
}

interface MarkedYear {
  readonly start: number;
  readonly year: NumberPart | null;
  readonly era: EraPart | null;
  readonly end: number;
  readonly next: number;
}

/** Month and day after a marked year. A year alone is a date only with an era. */
export function marked(stretch: Stretch, head: MarkedYear): Found | null {
  const { text } = stretch;
  const base = {
    ...PLAIN,
    form: 'marked' as const,
    start: head.start,
    year: head.year,
    era: head.era,
  };
  const month = markedAt(stretch, head.next, head.end, 'month');
  if (!month || month.part.digits > 2) {
    return head.era ? { date: { ...base, form: 'era', order: 'y', end: head.end }, next: head.next } : null;
  }
  const day = markedAt(stretch, month.next, month.end, 'day');
  if (!day || day.part.digits > 2 || isLongerWord(text, day.end)) {
    return { date: { ...base, order: 'yM', month: month.part, end: month.end }, next: month.next };
  }
  const range = untilMarked(stretch, day.next, day.end);
  return {
    date: {
      ...base,
      order: 'yMd',
      month: month.part,
      day: day.part,
      until: range?.until ?? null,
      end: range?.end ?? day.end,
    },
    next: range?.next ?? day.next,
  };
}

const RANGE_MARK = /^(?: ?[~～〜–—-] ?|から|至|到|부터 ?)$/;

/** `～28日`, `から2月3日`, `부터 28일`: the end of a range. */
function untilMarked(
  stretch: Stretch,
  index: number,
  from: number,
): { readonly until: RangeEnd; readonly end: number; readonly next: number } | null {
  const { text, tokens } = stretch;
  // Words of the link are tokens of one character each.
  for (let at = index; at <= index + 2; at++) {
    const token = tokens[at];
    if (token?.kind !== NUMBER) continue;
    if (!RANGE_MARK.test(gapBetween(text, from, token))) return null;
    const month = markedAt(stretch, at, -1, 'month');
    const day = markedAt(stretch, month?.next ?? at, month?.end ?? -1, 'day');
    if (!day || day.part.digits > 2 || isLongerWord(text, day.end)) return null;
    return { until: { day: day.part, month: month?.part ?? null }, end: day.end, next: day.next };
  }
  return null;
}
