import { isDatelessField } from '../dates';
import { bodySegment } from './body';
import type { Emit, EvidenceSource, PageLine, PageView } from './evidence';
import { likelyTitle } from './likelyTitle';

/** `6 min read`, `Lesedauer: 7 Min.`, `2' di lettura`, `読了 3分`: how long a text takes. */
const DURATION =
  /(?:^|[\s:：])\d{1,3}(?:\s?(?:min(?:s|\.|uten?|utes?|uti|utos?|uter|uut|ut)?|мин(?:\.|уты?)?|хв(?:\.|илини?)?|phút|dk|dakika|menit|мин|मिनट|دقائق|دقيقة)(?=$|[\s.,])|\s?[分분]|['’′]\s\p{L})/iu;
const DURATION_LENGTH = 40;
/** Lines at the top of a page among which the day stands when it was captured. */
const TOP = 8;
/** Below the title, or where there is none, it stands among fewer. */
const BELOW_TITLE = 5;
/** Longer lines say more than the day. */
const DAY_LENGTH = 40;

/** Dates and where they stand in their line. */
export const dateCues: EvidenceSource = {
  cues: {
    'date.only': 'it is a date and nothing else',
    'date.only-first': 'the page begins with it and it is a date',
    'date.short-line': 'a short line with a date',
    'date.starts': 'it begins with a date',
    'date.ends': 'it ends with a date',
    'date.other-below': 'it is a date at the top of the page, and another day stands above the text',
    'date.duration': 'it says how many minutes something takes',
  },
  observe(page, emit) {
    emitCapture(page, emit);
    page.lines.forEach((line, index) => {
      if (line.text.length <= DURATION_LENGTH && DURATION.test(line.text)) emit(index, 'date.duration');
      if (line.dates.length === 0 && !line.dateOnly && !isDatelessField(line.text)) return;
      if (line.dateOnly) {
        emit(index, index === 0 ? 'date.only-first' : 'date.only');
        return;
      }
      if (line.measures.words <= 20) emit(index, 'date.short-line');
      const first = line.dates[0];
      const last = line.dates[line.dates.length - 1];
      if (first && first.start <= 2) emit(index, 'date.starts');
      if (!last || last.end >= line.text.length - 2) emit(index, 'date.ends');
    });
  },
};

/** A day at the top is the page's own where the text has another one. */
function emitCapture(page: PageView, emit: Emit): void {
  const body = bodySegment(page);
  if (!body) return;
  const heads = page.lines.slice(0, body.first).map((line) => daysOf(line));
  const title = likelyTitle(page);
  heads.slice(0, TOP).forEach((days, index) => {
    const line = page.lines[index];
    if (days.length === 0 || !line || !(index < title ? isDay(line) : line.dateOnly && index < BELOW_TITLE))
      return;
    if (
      heads.slice(index + 2).some((others) => others.length > 0 && !others.some((day) => days.includes(day)))
    )
      emit(index, 'date.other-below');
  });
}

/** `Fri. Jan 19, 2024`, `今天是2024年6月19日`: a day and little else, without the label of an article's own date. */
function isDay({ dateOnly, text, categories, measures }: PageLine): boolean {
  return dateOnly || (text.length <= DAY_LENGTH && measures.separators === 0 && !categories.has('metadata'));
}

/** Numbers that may be the day of the first date in a line. */
function daysOf({ dates }: PageLine): readonly number[] {
  const date = dates[0];
  if (!date) return [];
  return (date.day ? [date.day] : date.numbers).map(({ value }) => value);
}
