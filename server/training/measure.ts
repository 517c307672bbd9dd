import type { ContentPage } from './pages';
import { generator } from './random';

/** A figure and the ends of its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well content was told from furniture. */
export interface ContentFigures {
  /** Mean over pages of the page's token F1. */
  readonly macro: Estimate;
  readonly micro: Estimate;
  readonly lineF1: Estimate;
  /** Share of pages with a token F1 above 0.9. */
  readonly good: Estimate;
  /** Token F1 of each page. */
  readonly pages: readonly number[];
}

/** What a site's pages add up to. */
interface SiteSums {
  readonly pages: number;
  readonly f1: number;
  readonly good: number;
  readonly hit: number;
  readonly all: number;
  readonly hitLines: number;
  readonly allLines: number;
}

const NOTHING: SiteSums = { pages: 0, f1: 0, good: 0, hit: 0, all: 0, hitLines: 0, allLines: 0 };
const GOOD = 0.9;
const SAMPLES = 1000;
const SEED = 11;

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

/** Figures over all pages; their intervals by drawing sites again and again (bootstrap, Efron 1979). */
export function measureContent(
  pages: readonly ContentPage[],
  said: readonly (readonly boolean[])[],
): ContentFigures {
  const own: number[] = [];
  const bySite = new Map<string, SiteSums>();
  for (const [index, page] of pages.entries()) {
    const counts = pageCounts(page, said[index] ?? []);
    const f1 = f1Of(counts.hit, counts.said + counts.gold);
    own.push(f1);
    const sums = {
      pages: 1,
      f1,
      good: f1 > GOOD ? 1 : 0,
      hit: counts.hit,
      all: counts.said + counts.gold,
      hitLines: counts.hitLines,
      allLines: counts.saidLines + counts.goldLines,
    };
    bySite.set(page.site, add(bySite.get(page.site) ?? NOTHING, sums));
  }
  const sites = [...bySite.values()];
  const random = generator(SEED);
  const samples = Array.from({ length: SAMPLES }, () =>
    sites.reduce((sum) => add(sum, sites[Math.floor(random() * sites.length)] ?? NOTHING), NOTHING),
  );
  const whole = sites.reduce(add, NOTHING);
  const estimate = (read: (sums: SiteSums) => number): Estimate => {
    const values = samples.map(read).sort((a, b) => a - b);
    const at = (share: number) => values[Math.floor(share * SAMPLES)] ?? 0;
    return { value: read(whole), low: at(0.025), high: at(0.975) };
  };
  return {
    macro: estimate(({ f1, pages: count }) => f1 / count),
    micro: estimate(({ hit, all }) => f1Of(hit, all)),
    lineF1: estimate(({ hitLines, allLines }) => f1Of(hitLines, allLines)),
    good: estimate(({ good, pages: count }) => good / count),
    pages: own,
  };
}

function f1Of(hit: number, all: number): number {
  return all === 0 ? 1 : (2 * hit) / all;
}

function add(a: SiteSums, b: SiteSums): SiteSums {
  return {
    pages: a.pages + b.pages,
    f1: a.f1 + b.f1,
    good: a.good + b.good,
    hit: a.hit + b.hit,
    all: a.all + b.all,
    hitLines: a.hitLines + b.hitLines,
    allLines: a.allLines + b.allLines,
  };
}
