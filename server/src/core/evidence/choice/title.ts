import type { LineOdds, PageLine } from '../evidence';
import { type Forest, sumTrees } from '../learnt/trees';
import { likeliest } from '../likeliest';

/** Log odds below this are not told apart. */
export const FLOOR = -2;
/** As many of the likeliest lines, and those beside the likeliest, are compared. */
const MOST = 10;
const BESIDE = 2;
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3, 4] as const;
const FAR = 60;
/** Lines after a title in which its date and author stand. */
const HEAD = 6;

/** Columns of {@link titleFeatures}. */
export const TITLE_WIDTH = 32 + NEIGHBOURS.length;

/** Index of the line that is likest to be the title, of those that are likely; -1 where no line is. */
export function chooseTitle(lines: readonly PageLine[], odds: LineOdds, forest: Forest): number {
  const candidates = titleCandidates(lines, odds);
  const sums = sumTrees(forest, titleFeatures(lines, odds, candidates), TITLE_WIDTH);
  return candidates[likeliest(sums)] ?? -1;
}

/** Indices of the lines that are compared, in order. */
export function titleCandidates(lines: readonly PageLine[], { headline }: LineOdds): readonly number[] {
  const likely = Array.from(headline.keys())
    .filter((index) => (headline[index] ?? FLOOR) > FLOOR)
    .sort((a, b) => (headline[b] ?? 0) - (headline[a] ?? 0) || a - b)
    .slice(0, MOST);
  const chosen = new Set(likely);
  const [best] = likely;
  for (let step = -BESIDE; best !== undefined && step <= BESIDE; step++) chosen.add(best + step);
  return [...chosen]
    .filter((index) => lines[index] !== undefined && !lines[index].dateOnly)
    .sort((a, b) => a - b);
}

/** Features of candidates: how they stand to one another, to their neighbours and to the text. Row by row. */
export function titleFeatures(
  lines: readonly PageLine[],
  odds: LineOdds,
  candidates: readonly number[],
): Float32Array {
  const { headline, byline, metadata, content } = odds;
  const matrix = new Float32Array(candidates.length * TITLE_WIDTH);
  const at = (part: Float32Array, index: number) => Math.max(FLOOR, part[index] ?? FLOOR);
  const ranked = [...candidates].sort((a, b) => at(headline, b) - at(headline, a) || a - b);
  const best = ranked[0] ?? -1;
  const [dateLine, authorLine] = [likeliest(metadata), likeliest(byline)];
  const first = content.findIndex((value, index) => value > 0 && (lines[index]?.measures.words ?? 0) >= 10);
  const texts = candidates.map((index) => (lines[index]?.text ?? '').toLowerCase());
  const textWords = new Set<number>();
  for (let index = Math.max(0, first); index < lines.length && textWords.size < 600; index++) {
    if ((content[index] ?? 0) > 0) for (const word of lines[index]?.tellingWords ?? []) textWords.add(word);
  }
  candidates.forEach((index, row) => {
    const line = lines[index];
    if (!line) return;
    const { measures: m } = line;
    const own = texts[row] ?? '';
    const after = Array.from({ length: HEAD }, (_, step) => index + 1 + step);
    const words = line.tellingWords;
    let column = row * TITLE_WIDTH;
    const put = (value: number) => {
      matrix[column++] = value;
    };
    put(at(headline, index));
    put(at(headline, best) - at(headline, index));
    put(ranked.indexOf(index));
    put(clamp(index - best));
    for (const step of NEIGHBOURS) put(at(headline, index + step));
    put(Math.max(...after.map((each) => at(byline, each))));
    put(Math.max(...after.map((each) => at(metadata, each))));
    put(at(byline, index));
    put(at(metadata, index));
    put(at(content, index));
    put(at(content, index + 1));
    put(clamp(index - dateLine));
    put(clamp(index - authorLine));
    put(first < 0 ? FAR : clamp(index - first));
    put(m.words);
    put(m.length);
    put(m.separators);
    put(m.sentences);
    put(['sentence', 'ellipsis', 'colon', 'comma', 'other'].indexOf(m.end));
    put(m.cased === 0 ? -1 : m.capitalized / m.cased);
    put(m.letters === 0 ? 0 : m.upper / m.letters);
    put(lines[index + 1]?.measures.words ?? -1);
    put(lines[index - 1]?.measures.words ?? -1);
    put(isTrail(line.text) ? 1 : 0);
    put(line.categories.size);
    put(line.dates.length);
    put(candidates.filter((_, other) => other !== row && texts[other] === own).length);
    put(texts.filter((other) => other !== own && own.includes(other)).length);
    put(texts.filter((other) => other !== own && other.includes(own)).length);
    put(words.length === 0 ? -1 : words.filter((word) => textWords.has(word)).length / words.length);
    put(words.length);
    put(index);
    put(lines.length);
  });
  return matrix;
}

/** `Home > Venice > Culture`. */
function isTrail(text: string): boolean {
  return /^[^>»›]{1,40}[>»›][^>»›]{1,40}(?:[>»›]|$)/u.test(text.slice(0, 120));
}

function clamp(value: number): number {
  return Math.max(-FAR, Math.min(FAR, value));
}
