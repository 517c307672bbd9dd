import type { PageView } from '../evidence';

/** Neighbours whose odds are looked at. */
const NEIGHBOURS = [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6] as const;
/** Lengths of the stretches before and after a line, whose words are weighed by their odds. */
const STRETCHES = [3, 8, 20, 50] as const;
/** Lengths of the stretches whose odds are averaged. */
const MEANS = [5, 12, 30] as const;
/** Probabilities above which a line speaks for a segment of text. */
const CUTS = [0.5, 0.8] as const;
const FAR_OFF = -6;
const MOST_WORDS = 100;

/** Columns of {@link contextFeatures}. */
export const CONTEXT_WIDTH =
  3 + NEIGHBOURS.length + 2 * STRETCHES.length + 2 * MEANS.length + 7 + 4 * CUTS.length + 4;

/**
 * What the first judgement says of a line's surroundings: features for the second one (stacking in the manner of
 * Cohen and Carvalho 2005). Row by row, in linear time.
 * @param odds of the first judgement, by line
 */
export function contextFeatures(page: PageView, odds: Float32Array): Float32Array {
  const count = odds.length;
  const matrix = new Float32Array(count * CONTEXT_WIDTH);
  const words = page.lines.map(({ measures }) => Math.min(MOST_WORDS, measures.words));
  const probability = Float64Array.from(odds, (value) => 1 / (1 + Math.exp(-value)));
  const textSum = sums(count, (index) => (probability[index] ?? 0) * (words[index] ?? 0));
  const wordSum = sums(count, (index) => words[index] ?? 0);
  const lineSum = sums(count, (index) => probability[index] ?? 0);
  const oddsSum = sums(count, (index) => Math.max(-4, Math.min(4, odds[index] ?? 0)));
  const repeats = new Map<string, number>();
  for (const { text } of page.lines) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  const textTotal = textSum[count] ?? 0;
  const lineTotal = lineSum[count] ?? 0;
  const segments = CUTS.map((cut) =>
    bestSegment(count, (index) => ((probability[index] ?? 0) - cut) * ((words[index] ?? 0) + 2)),
  );
  const surest = probability.reduce((top, value) => Math.max(top, value), 0);
  const highest = odds.reduce((top, value) => Math.max(top, value), Number.NEGATIVE_INFINITY);
  const textLines = probability.reduce((sum, value) => sum + (value > 0.5 ? 1 : 0), 0);
  const ranks = ranksOf(odds);

  for (let index = 0; index < count; index++) {
    const line = page.lines[index];
    let at = index * CONTEXT_WIDTH;
    const put = (value: number) => {
      matrix[at++] = value;
    };
    put(odds[index] ?? 0);
    put(Math.log1p(line?.measures.words ?? 0));
    put((repeats.get(line?.text ?? '') ?? 1) - 1);
    for (const step of NEIGHBOURS) put(odds[index + step] ?? FAR_OFF);
    for (const length of STRETCHES) {
      put(share(textSum, wordSum, index - length, index));
      put(share(textSum, wordSum, index + 1, index + 1 + length));
    }
    for (const length of MEANS) {
      put(mean(oddsSum, index - length, index));
      put(mean(oddsSum, index + 1, index + 1 + length));
    }
    put((textSum[index] ?? 0) / (textTotal + 1));
    put(1 - (textSum[index + 1] ?? 0) / (textTotal + 1));
    put(Math.log1p(textTotal));
    put(lineTotal / count);
    put(lineSum[index] ?? 0);
    put(lineTotal - (lineSum[index + 1] ?? 0));
    put(surest);
    for (const { first, last, value } of segments) {
      put(index >= first && index <= last ? 1 : 0);
      put(index < first ? index - first : index > last ? index - last : 0);
      put(last - first + 1);
      put(value);
    }
    put(count);
    put(textLines / count);
    put((ranks[index] ?? 0) / count);
    put((odds[index] ?? 0) - highest);
  }
  return matrix;
}

/** How many lines have lower odds, or the same and stand before. */
function ranksOf(odds: Float32Array): Uint32Array {
  const ranks = new Uint32Array(odds.length);
  Uint32Array.from(odds.keys())
    .sort((a, b) => (odds[a] ?? 0) - (odds[b] ?? 0) || a - b)
    .forEach((index, rank) => {
      ranks[index] = rank;
    });
  return ranks;
}

function sums(count: number, value: (index: number) => number): Float64Array {
  const total = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) total[index + 1] = (total[index] ?? 0) + value(index);
  return total;
}

function share(text: Float64Array, words: Float64Array, from: number, to: number): number {
  const start = Math.max(0, from);
  const end = Math.min(text.length - 1, to);
  if (end <= start) return -1;
  return ((text[end] ?? 0) - (text[start] ?? 0)) / ((words[end] ?? 0) - (words[start] ?? 0) + 0.01);
}

function mean(total: Float64Array, from: number, to: number): number {
  const start = Math.max(0, from);
  const end = Math.min(total.length - 1, to);
  return end <= start ? -5 : ((total[end] ?? 0) - (total[start] ?? 0)) / (end - start);
}

function bestSegment(count: number, value: (index: number) => number) {
  let best = { first: 0, last: -1, value: 0 };
  let sum = 0;
  let first = 0;
  for (let index = 0; index < count; index++) {
    if (sum <= 0) {
      sum = 0;
      first = index;
    }
    sum += value(index);
    if (sum > best.value) best = { first, last: index, value: sum };
  }
  return best;
}
