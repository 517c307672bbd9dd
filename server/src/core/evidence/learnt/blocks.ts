import { isRunningText } from '../body';
import type { PageLine } from '../evidence';

/** A run of running text, with short gaps. */
interface Block {
  readonly first: number;
  last: number;
  words: number;
  lines: number;
}

/** Other lines between two of running text that do not part them. */
const LONGEST_GAP = 2;
/** From so many lines and words on a block can be an article's beginning. */
const LEAST_LINES = 3;
const LEAST_WORDS = 80;
const FAR = 60;
const VERY_FAR = 300;

/** Columns of {@link blockFeatures}. */
export const BLOCK_COLUMNS = [
  'blockWords',
  'blockRank',
  'blockShare',
  'blockBefore',
  'largestBlock',
  'firstBlockStart',
  'firstBlockEnd',
] as const;

/** Where lines stand among the page's blocks of running text: a row of {@link BLOCK_COLUMNS} for each line. */
export function blockFeatures(lines: readonly PageLine[]): readonly (readonly number[])[] {
  const blocks = blocksOf(lines);
  const total = blocks.reduce((sum, { words }) => sum + words, 0);
  const bySize = [...blocks].sort((a, b) => b.words - a.words);
  const ranks = new Map(bySize.map((block, rank) => [block, rank]));
  const [largest] = bySize;
  const opening = blocks.find((block) => block.lines >= LEAST_LINES && block.words >= LEAST_WORDS) ?? largest;
  const rows: number[][] = [];
  let next = 0;
  let most = 0;
  for (let index = 0; index < lines.length; index++) {
    const passed = blocks[next];
    if (passed && index > passed.last) {
      most = Math.max(most, passed.words);
      next++;
    }
    const block = blocks[next];
    const inside = block !== undefined && index >= block.first;
    rows.push([
      inside ? Math.log1p(block.words) : 0,
      inside ? (ranks.get(block) ?? -1) : -1,
      inside ? block.words / total : 0,
      inside ? Math.log1p(most) : 0,
      largest ? distance(index, largest) : FAR,
      within(index - (opening?.first ?? 0), -FAR, VERY_FAR),
      within(index - (opening?.last ?? 0), -VERY_FAR, FAR),
    ]);
  }
  return rows;
}

function blocksOf(lines: readonly PageLine[]): readonly Block[] {
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    if (!isRunningText(line)) return;
    const { words } = line.measures;
    const open = blocks.at(-1);
    if (open && index - open.last <= LONGEST_GAP + 1) {
      open.last = index;
      open.words += words;
      open.lines++;
    } else blocks.push({ first: index, last: index, words, lines: 1 });
  });
  return blocks;
}

/** Lines from a block, negative above it, 0 inside. */
function distance(index: number, { first, last }: Block): number {
  const lines = index < first ? index - first : index > last ? index - last : 0;
  return within(lines, -FAR, FAR);
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
