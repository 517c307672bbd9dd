import type { Emit, EvidenceSource, PageLine } from './evidence';

/** `1.`, `2)`, `3-`, `#4`, `五、`, `（六）`, `⑦`: the number of an item. */
const NUMBER = /^[(（#]?(?:(\d{1,2})(?:[.)、．）]|\s?[-–—]\s)|([一二三四五六七八九十])[、.．)）]|([①-⑳]))/u;
const NUMERALS = '一二三四五六七八九十';
const CIRCLED = '①'.charCodeAt(0);
/** `— ..., — she says`: a second dash parts what is said from who says it. */
const SPEECH = /^[-–—]\s?[^\d\s].{0,300}[,.!?…]\s[-–—]\s/u;
/** What opens speech in many languages, where it is no bullet. */
const DASHES = '–—―-*';
/** A question; what is said before or after it may stand in the same line. */
const ASKS = /[?？؟]/u;
/** `2-1`, `3 : 0`: a result. */
const SCORE = /\b\d{1,3}\s?[-–—:]\s?\d{1,3}\b/;
/** Lines between two numbered headings. */
const APART = 12;
/** Items of a list below a heading are no longer. */
const ITEM = 100;
/** Nor are lines with results. */
const RESULT = 120;
/** Lists below a heading that are looked at. */
const MOST_ITEMS = 12;

/** Lists: lines that are alike and follow one another. */
export const lists: EvidenceSource = {
  cues: {
    'list.bullets': 'the line before or after it begins with the same bullet',
    'list.lone-bullet': 'it begins with a bullet or a dash, and the lines around it do not',
    'list.speech':
      'a dash opens it as speech: another one parts it from who speaks, or questions are asked around it',
    'list.numbers': 'it is one of several numbered lines in a row',
    'list.numbers-apart': 'its number goes on from a heading above, or a heading below goes on from it',
    'list.semicolons': 'semicolons part it from the lines around it',
    'list.below-heading': 'it is one of several short lines below the heading of a part',
    'list.scores': 'it is one of several lines in a row with results',
  },
  observe({ lines }, emit) {
    emitNumbers(lines, emit);
    const talk = talkOf(lines);
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      const after = lines[index + 1];
      if (talk.has(index) || SPEECH.test(line.text)) {
        emit(index, 'list.speech');
      } else if (line.measures.bullet) {
        const isRun = bulletOf(before) === bulletOf(line) || bulletOf(after) === bulletOf(line);
        emit(index, isRun ? 'list.bullets' : 'list.lone-bullet');
      }
      if (endsInSemicolon(before) || (endsInSemicolon(line) && endsInSemicolon(after)))
        emit(index, 'list.semicolons');
      if (isResult(line) && (isResult(before) || isResult(after))) emit(index, 'list.scores');
      if (line.categories.has('section')) emitItems(lines, index + 1, emit);
    });
  },
};

/** Lines in rows that dashes open, of which some ask and others do not: lists seldom do so. */
function talkOf(lines: readonly PageLine[]): ReadonlySet<number> {
  const talk = new Set<number>();
  let start = 0;
  let asked = 0;
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    if (line?.measures.bullet && DASHES.includes(line.text.charAt(0))) {
      if (ASKS.test(line.text)) asked++;
      continue;
    }
    if (asked > 0 && (asked < index - start || index - start === 1)) {
      for (let own = start; own < index; own++) talk.add(own);
    }
    start = index + 1;
    asked = 0;
  }
  return talk;
}

function bulletOf(line: PageLine | undefined): string | null {
  return line?.measures.bullet ? line.text.charAt(0) : null;
}

function endsInSemicolon(line: PageLine | undefined): boolean {
  return line !== undefined && (line.text.endsWith(';') || line.text.endsWith('；'));
}

function isResult(line: PageLine | undefined): boolean {
  if (!line || line.dateOnly || line.text.length > RESULT) return false;
  return (line.dates[0]?.start ?? RESULT) > 2 && SCORE.test(line.text);
}

/** Lines whose numbers go on from one another: items where nothing stands between, headings where text does. */
function emitNumbers(lines: readonly PageLine[], emit: Emit): void {
  let last = { number: 0, index: -1 };
  lines.forEach(({ text, dateOnly }, index) => {
    const number = dateOnly ? 0 : numberOf(text);
    if (number === 0) return;
    const distance = index - last.index;
    if (last.index >= 0 && number === last.number + 1 && distance <= APART) {
      const cue = distance === 1 ? 'list.numbers' : 'list.numbers-apart';
      emit(last.index, cue);
      emit(index, cue);
    }
    last = { number, index };
  });
}

/** The number that a line begins with; 0 for none. */
function numberOf(text: string): number {
  const [, digits, numeral, circled] = NUMBER.exec(text) ?? [];
  if (digits) return Number(digits);
  if (numeral) return NUMERALS.indexOf(numeral) + 1;
  return circled ? circled.charCodeAt(0) - CIRCLED + 1 : 0;
}

/** Short lines below the heading of a part: key points, ingredients, results. */
function emitItems(lines: readonly PageLine[], from: number, emit: Emit): void {
  let to = from;
  while (to < from + MOST_ITEMS && isItem(lines[to])) to++;
  if (to - from < 2) return;
  for (let index = from; index < to; index++) emit(index, 'list.below-heading');
}

function isItem(line: PageLine | undefined): boolean {
  if (!line || line.dateOnly || line.measures.words < 2 || line.categories.size > 0) return false;
  return line.text.length + line.measures.ideographs <= ITEM;
}
