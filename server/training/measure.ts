import type { ContentPage } from './pages';

/** How well content was told from furniture. */
export interface ContentFigures {
  /** Mean over pages of the page's token F1. */
  readonly macro: number;
  /** Half the width of its 95 % confidence interval. */
  readonly interval: number;
  readonly micro: number;
  readonly lineF1: number;
  /** Share of pages with a token F1 above 0.9. */
  readonly good: number;
  readonly pages: readonly number[];
}

/** Token F1 of one page, over lines that are not masked. */
function pageCounts(page: ContentPage, said: readonly boolean[]) {
  const counts = { hit: 0, said: 0, gold: 0, hitLines: 0, saidLines: 0, goldLines: 0 };
  said.forEach((is, line) => {
    if (page.masked[line]) return;
    const tokens = page.tokens[line] ?? 0;
    const gold = page.gold[line] === true;
    if (is) {
      counts.said += tokens;
      counts.saidLines++;
    }
    if (gold) {
      counts.gold += tokens;
      counts.goldLines++;
    }
    if (is && gold) {
      counts.hit += tokens;
      counts.hitLines++;
    }
  });
  return counts;
}

export function measureContent(
  pages: readonly ContentPage[],
  said: readonly (readonly boolean[])[],
): ContentFigures {
  const counts = pages.map((page, index) => pageCounts(page, said[index] ?? []));
  const f1 = (hit: number, all: number) => (all === 0 ? 1 : (2 * hit) / all);
  const own = counts.map((each) => f1(each.hit, each.said + each.gold));
  const sum = (read: (each: (typeof counts)[number]) => number) =>
    counts.reduce((total, each) => total + read(each), 0);
  const macro = own.reduce((total, value) => total + value, 0) / own.length;
  const variance = own.reduce((total, value) => total + (value - macro) ** 2, 0) / (own.length - 1);
  return {
    macro,
    interval: 1.96 * Math.sqrt(variance / own.length),
    micro: f1(
      sum(({ hit }) => hit),
      sum((each) => each.said + each.gold),
    ),
    lineF1: f1(
      sum(({ hitLines }) => hitLines),
      sum((each) => each.saidLines + each.goldLines),
    ),
    good: own.filter((value) => value > 0.9).length / own.length,
    pages: own,
  };
}
