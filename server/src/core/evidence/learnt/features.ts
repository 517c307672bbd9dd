import { bodySegment, isRunningText } from '../body';
import type { PageLine, PageView } from '../evidence';
import { CUE_CATEGORIES } from '../words';
import { BLOCK_COLUMNS, blockFeatures } from './blocks';
import { shapeRepeats } from './shapes';
import { scoreWords, type WordWeights } from './words';

/** Features of a line that are also looked at in its neighbours. They come first. */
const WINDOWED = ['length', 'words', 'running', 'sentence', 'score', 'capitals', 'marks', 'repeats'] as const;

/** Features of a line and its place. */
const OWN = [
  'letters',
  'digits',
  'upper',
  'ideographs',
  'end',
  'sentences',
  'bullet',
  'numbered',
  'lowerStart',
  'scoreMin',
  'scoreMax',
  'scoreRank',
  'commas',
  'spaces',
  'dates',
  'dateOnly',
  'titleShare',
  'textShare',
  'position',
  'fromStart',
  'fromEnd',
  'segment',
  'segmentDistance',
  'textBefore',
  'textAfter',
  'longBefore',
  'longAfter',
  'pageLines',
  'pageText',
  'sinceText',
  'untilText',
  'sinceRelated',
  'sinceComments',
  'sinceLegal',
  'sincePromo',
  'sinceTitle',
  ...BLOCK_COLUMNS,
] as const;

/** What is told of a line's surroundings alone, as means over so many lines before and after it. */
const AROUND = {
  shortRepeat: [0, 3, 8, 25],
  moment: [2, 6, 20],
  shapeRepeat: [4],
} as const;

const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const;
const SPANS = [4, 10] as const;

/** Names of the columns of {@link lineFeatures}. */
export const FEATURES: readonly string[] = [
  ...WINDOWED,
  ...OWN,
  ...CUE_CATEGORIES,
  ...WINDOWED.flatMap((name) => NEIGHBOURS.map((step) => `${name} ${step}`)),
  ...WINDOWED.flatMap((name) => SPANS.map((span) => `${name} within ${span}`)),
  ...Object.entries(AROUND).flatMap(([name, spans]) => spans.map((span) => `${name} within ${span}`)),
];

const WIDTH = FEATURES.length;
const CATEGORIES = WINDOWED.length + OWN.length;
const NEIGHBOUR_COLUMNS = CATEGORIES + CUE_CATEGORIES.length;
const SPAN_COLUMNS = NEIGHBOUR_COLUMNS + WINDOWED.length * NEIGHBOURS.length;
const AROUND_COLUMNS = SPAN_COLUMNS + WINDOWED.length * SPANS.length;
const ENDS: readonly string[] = ['sentence', 'ellipsis', 'colon', 'comma', 'other'];
/** Words of a text beyond this number are not compared. */
const MOST_WORDS = 3000;
/** Short lines that stand in a page so often are parts of its layout. */
const OFTEN = 3;
const SHORT = 5;
/** Lines of more units tell something else than a moment. */
const LONGEST_MOMENT = 80;
/** Distances beyond this are all far. */
const FAR = 60;

/**
 * The features of a page's lines, row by row, in time linear in the page's length.
 * @param hashes of each line's words
 */
export function lineFeatures(
  page: PageView,
  hashes: readonly Uint32Array[],
  weights: WordWeights,
): Float32Array {
  const { lines } = page;
  const count = lines.length;
  const matrix = new Float32Array(count * WIDTH);
  const running = lines.map(isRunningText);
  const repeats = countRepeats(lines);
  const scores = hashes.map((own) => scoreWords(own, weights));
  const rankOf = ranking(scores.filter((_, index) => running[index]).map(({ odds }) => odds));
  const blocks = blockFeatures(lines);
  const segment = bodySegment({ ...page, learnt: null });
  const title = titleOf(page, segment?.first ?? 0);
  const titleLine = lines[title];
  const titleWords = new Set(titleLine?.tellingWords);
  const textWords = frequentWords(lines, running);
  const totalWords = lines.reduce((sum, line, index) => sum + (running[index] ? line.measures.words : 0), 0);
  const totalLong = running.filter(Boolean).length;
  let wordsBefore = 0;
  let longBefore = 0;
  let lastText = -1;
  let related = -1;
  let comments = -1;
  let legal = -1;
  let promo = -1;

  lines.forEach((line, index) => {
    const { measures: m } = line;
    const words = scores[index] ?? { odds: 0, least: 0, most: 0 };
    const { categories } = line;
    if (m.words <= 10 && categories.has('related')) related = index;
    if (categories.has('comments')) comments = index;
    if (categories.has('legal')) legal = index;
    if (categories.has('promo')) promo = index;
    const isText = running[index] === true;
    let at = index * WIDTH;
    const put = (value: number) => {
      matrix[at++] = value;
    };
    put(Math.log1p(m.length + 1.5 * m.ideographs));
    put(Math.log1p(m.words));
    put(isText ? 1 : 0);
    put(m.end === 'sentence' ? 1 : 0);
    put(words.odds);
    put(m.cased === 0 ? -1 : m.capitalized / m.cased);
    put(m.separators);
    put((repeats.get(line.text) ?? 1) - 1);
    put(m.length === 0 ? 0 : m.letters / m.length);
    put(m.digits / (m.digits + m.letters + 1));
    put(m.upper / (m.letters + 1));
    put(m.ideographs / (m.letters + 1));
    put(ENDS.indexOf(m.end));
    put(m.sentences);
    put(m.bullet ? 1 : 0);
    put(m.numbered ? 1 : 0);
    put(m.startsLower ? 1 : 0);
    put(words.least);
    put(words.most);
    put(rankOf(words.odds));
    put(m.commas);
    put(m.words === 0 ? 0 : m.spaces / m.words);
    put(line.dates.length);
    put(line.dateOnly ? 1 : 0);
    put(shareOf(line.tellingWords, titleWords));
    put(shareOf(line.tellingWords, textWords));
    put(index / count);
    put(Math.log1p(index));
    put(Math.log1p(count - 1 - index));
    const inside = segment !== null && index >= segment.first && index <= segment.last;
    put(segment === null ? -1 : inside ? 1 : 0);
    put(
      segment === null || inside ? 0 : index < segment.first ? index - segment.first : index - segment.last,
    );
    put(totalWords === 0 ? 0 : wordsBefore / totalWords);
    put(totalWords === 0 ? 0 : 1 - (wordsBefore + (isText ? m.words : 0)) / totalWords);
    put(longBefore);
    put(totalLong - longBefore - (isText ? 1 : 0));
    put(Math.log1p(count));
    put(Math.log1p(totalWords));
    put(lastText < 0 ? FAR : Math.min(FAR, index - lastText));
    put(FAR);
    put(since(index, related));
    put(since(index, comments));
    put(since(index, legal));
    put(since(index, promo));
    put(title < 0 ? -FAR : Math.max(-FAR, Math.min(4 * FAR, index - title)));
    for (const value of blocks[index] ?? []) put(value);
    for (const category of CUE_CATEGORIES) put(categories.has(category) ? 1 : 0);
    if (isText) {
      wordsBefore += m.words;
      longBefore++;
      lastText = index;
    }
  });
  addUntilText(matrix, running);
  addWindows(matrix, count);
  addAround(matrix, count, {
    shortRepeat: Float32Array.from(lines, ({ text, measures }) =>
      (repeats.get(text) ?? 1) >= OFTEN && measures.words <= SHORT ? 1 : 0,
    ),
    moment: Float32Array.from(lines, ({ dates, measures }) =>
      dates.length > 0 && measures.length < LONGEST_MOMENT ? 1 : 0,
    ),
    shapeRepeat: shapeRepeats(lines).map(Math.log1p),
  });
  return matrix;
}

function countRepeats(lines: readonly PageLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** The share of values that are below one. */
function ranking(values: readonly number[]): (value: number) => number {
  const sorted = Float64Array.from(values).sort();
  return (value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return sorted.length === 0 ? 0 : low / sorted.length;
  };
}

/** The likeliest title: of the lines above the text the longest near it that is none. -1 where there is none. */
function titleOf({ lines }: PageView, first: number): number {
  let best = -1;
  let bestValue = 3;
  for (let index = Math.max(0, first - 40); index < first; index++) {
    const line = lines[index];
    if (!line || line.dateOnly || line.measures.separators > 0) continue;
    const { words, end } = line.measures;
    const value = Math.min(14, words) - (end === 'sentence' ? 3 : 0) + (index - first) / 20;
    if (value > bestValue) {
      best = index;
      bestValue = value;
    }
  }
  return best;
}

/** Words that stand in more than one line of running text. */
function frequentWords(lines: readonly PageLine[], running: readonly boolean[]): ReadonlySet<number> {
  const firstSeen = new Map<number, number>();
  const words = new Set<number>();
  lines.forEach((line, index) => {
    if (!running[index] || words.size > MOST_WORDS) return;
    for (const word of line.tellingWords) {
      const first = firstSeen.get(word);
      if (first === undefined) firstSeen.set(word, index);
      else if (first !== index) words.add(word);
    }
  });
  return words;
}

function shareOf(words: readonly number[], known: ReadonlySet<number>): number {
  if (words.length === 0 || known.size === 0) return 0;
  let found = 0;
  for (const word of words) if (known.has(word)) found++;
  return found / words.length;
}

function since(index: number, from: number): number {
  return from < 0 ? -1 : Math.min(FAR, index - from);
}

function addUntilText(matrix: Float32Array, running: readonly boolean[]): void {
  const column = WINDOWED.length + OWN.indexOf('untilText');
  let next = -1;
  for (let index = running.length - 1; index >= 0; index--) {
    if (next >= 0) matrix[index * WIDTH + column] = Math.min(FAR, next - index);
    if (running[index]) next = index;
  }
}

function addWindows(matrix: Float32Array, count: number): void {
  const sums = new Float64Array(count + 1);
  for (let column = 0; column < WINDOWED.length; column++) {
    for (let index = 0; index < count; index++) {
      sums[index + 1] = (sums[index] ?? 0) + (matrix[index * WIDTH + column] ?? 0);
    }
    for (let index = 0; index < count; index++) {
      const row = index * WIDTH;
      for (let which = 0; which < NEIGHBOURS.length; which++) {
        const other = index + (NEIGHBOURS[which] ?? 0);
        const value = other < 0 || other >= count ? -1 : (matrix[other * WIDTH + column] ?? 0);
        matrix[row + NEIGHBOUR_COLUMNS + column * NEIGHBOURS.length + which] = value;
      }
      for (let which = 0; which < SPANS.length; which++) {
        const span = SPANS[which] ?? 0;
        const from = Math.max(0, index - span);
        const to = Math.min(count, index + span + 1);
        matrix[row + SPAN_COLUMNS + column * SPANS.length + which] =
          ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
      }
    }
  }
}

function addAround(
  matrix: Float32Array,
  count: number,
  values: Readonly<Record<keyof typeof AROUND, Float32Array>>,
): void {
  const sums = new Float64Array(count + 1);
  let column = AROUND_COLUMNS;
  for (const name of ['shortRepeat', 'moment', 'shapeRepeat'] as const) {
    for (let index = 0; index < count; index++) {
      sums[index + 1] = (sums[index] ?? 0) + (values[name][index] ?? 0);
    }
    for (const span of AROUND[name]) {
      for (let index = 0; index < count; index++) {
        const from = Math.max(0, index - span);
        const to = Math.min(count, index + span + 1);
        matrix[index * WIDTH + column] = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
      }
      column++;
    }
  }
}
