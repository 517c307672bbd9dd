import type { DateProblem, DateRepair } from '../model/date';
import { isoOf } from './calendar';
import { digitValue, inCaseOf } from './characters';
import { hasPlainDigits, lacksComma, mended, nameEdits, numbersOf } from './mend';
import { realDay } from './reading';
import { hasLookalike, isNamed, type NumberPart } from './scanned';
import { type DateView, problem, textOf } from './view';

// Codes 3 to 5, 9, 10, 14 and 15: damage to what is written, whatever day it means.

const preferred = (newText: string): readonly DateRepair[] => [{ newText, preferred: true }];

/** `date-ocr`: letters where digits belong, or letters of another script in a month. */
export function ocrProblem(view: DateView): DateProblem | null {
  const { date, day, line } = view;
  if (hasPlainDigits(date) && !(date.month && isNamed(date.month) && date.month.flaw)) return null;
  const flaw = date.month && isNamed(date.month) ? date.month.flaw : null;
  const number = numbersOf(date).find(hasLookalike);
  const letter = number ? lookalikeIn(line, number) : null;
  const foreign = flaw?.kind === 'letters' ? (flaw.letter ?? null) : null;
  const c = letter ?? foreign;
  const found = day ?? view.reading.swapped;
  if (c === null || !found) return null;
  return problem(
    'date-ocr',
    { c, iso: isoOf(found), kind: letter ? 'digit' : 'letter' },
    preferred(mended(view, [])),
  );
}

/** The first letter that stands for a digit of a number. */
function lookalikeIn(line: string, { start, end }: NumberPart): string | null {
  const letters = [...line.slice(start, end)];
  return letters.find((letter) => digitValue(letter.charCodeAt(0)) < 0) ?? null;
}

/** Languages whose texts have full-width digits and commas, or digits of their own. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  fullwidth: ['ja', 'zh', 'ko'],
  arabic: ['ar', 'ckb', 'ps', 'ur', 'fa', 'sd'],
  persian: ['fa', 'ur', 'ps', 'ar', 'sd'],
  devanagari: ['hi', 'mr', 'ne', 'sa'],
  bengali: ['bn', 'as'],
  thai: ['th'],
};

/** `date-digit-width`: digits of several kinds in one date, or of another script than the field's. */
export function widthProblem(view: DateView): DateProblem | null {
  const { date, field, context } = view;
  if (hasPlainDigits(date) && !(field && hasWideMarks(view))) return null;
  const numbers = numbersOf(date).filter((number) => !hasLookalike(number));
  const scripts = new Set(numbers.map(({ script }) => script));
  const mixed = scripts.has('mixed') || (scripts.size > 1 && !scripts.has('han'));
  const page = context.language?.split('-', 1)[0] ?? null;
  // Without knowledge of the page's language the date's own words tell: 年 or an English month.
  const own = page ?? (date.form === 'marked' ? 'zh' : (view.language?.tag ?? null));
  const isForeign = (script: string): boolean => {
    const languages = SCRIPTS[script];
    return languages !== undefined && own !== null && !languages.includes(own);
  };
  const foreign = field && ([...scripts].some(isForeign) || (isForeign('fullwidth') && hasWideMarks(view)));
  if (!mixed && !foreign) return null;
  return problem('date-digit-width', { t: textOf(view) }, preferred(mended(view, [], true)));
}

/** Whether separators or commas are those of East Asian or Arabic texts. */
function hasWideMarks({ date }: DateView): boolean {
  return date.foreign.length > 0 || date.separators.some(({ mark }) => /[／．－،]/.test(mark));
}

/** `date-timestamp`: a clock or offset that does not exist. */
export function clockProblem(view: DateView): DateProblem | null {
  const fault = view.date.clock?.fault;
  if (!fault) return null;
  return problem(
    'date-timestamp',
    { part: fault.part },
    fault.right === null ? [] : preferred(mended(view, [])),
  );
}

/** `date-name-spelling`: a month or weekday that is misspelt, or of another language than the site's. */
export function spellingProblem(view: DateView): DateProblem | null {
  const { date, line } = view;
  for (const name of [date.month && isNamed(date.month) ? date.month : null, date.weekday]) {
    if (name?.flaw?.kind !== 'spelling') continue;
    const t = line.slice(name.start, name.end);
    const kind = name === date.weekday ? 'weekday' : 'month';
    return problem(
      'date-name-spelling',
      { t, name: inCaseOf(name.flaw.right, t), kind },
      preferred(mended(view, [])),
    );
  }
  return null;
}

/** `date-month-abbrev`: a cut of a month's name that nobody uses. */
export function abbreviationProblem(view: DateView): DateProblem | null {
  const { date, line, field } = view;
  if (!field || !date.month || !isNamed(date.month) || date.month.flaw?.kind !== 'abbreviation') return null;
  const t = line.slice(date.month.start, date.month.end);
  const [edit] = nameEdits(view);
  return problem(
    'date-month-abbrev',
    { t, name: inCaseOf(date.month.flaw.right, t) },
    edit ? preferred(mended(view, [])) : [],
  );
}

/** `date-ordinal`: a wrong or detached suffix. */
export function ordinalProblem(view: DateView): DateProblem | null {
  const { ordinal, day } = view.date;
  if (!ordinal || !day) return null;
  return problem('date-ordinal', { n: String(day.value), s: ordinal.suffix }, preferred(mended(view, [])));
}

/** `date-punctuation`: a space or comma too many or too few. */
export function punctuationProblem(view: DateView): DateProblem | null {
  const wrong =
    view.date.slips.some(({ anywhere }) => anywhere) || (lacksComma(view) && realDay(view.reading));
  return wrong ? problem('date-punctuation', { t: textOf(view) }, preferred(mended(view, []))) : null;
}
