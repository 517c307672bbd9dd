import type { WordScore } from '../src/core/evidence/learnt/features';
import type { ContentPage } from './pages';

/** Sites that a word must have been seen on. */
const FEWEST_SITES = 6;
/** Pages that it must have been seen on for a score. */
const FEWEST_PAGES = 4;
const SMOOTHING = 1.5;

/** On how many pages a word stood in the article's text, and in furniture. */
interface Count {
  text: number;
  furniture: number;
}

/** Counts of words by page, which can be taken without some sites. */
export class WordCounts {
  readonly #total: ReadonlyMap<number, Count>;
  readonly #bySite = new Map<string, ReadonlyMap<number, Count>>();

  constructor(pages: readonly ContentPage[]) {
    const bySite = new Map<string, Map<number, Count>>();
    for (const page of pages) {
      const own = bySite.get(page.site) ?? new Map<number, Count>();
      bySite.set(page.site, own);
      count(page, own);
    }
    const sites = new Map<number, number>();
    for (const own of bySite.values())
      for (const hash of own.keys()) sites.set(hash, (sites.get(hash) ?? 0) + 1);
    const total = new Map<number, Count>();
    for (const [site, own] of bySite) {
      const kept = new Map([...own].filter(([hash]) => (sites.get(hash) ?? 0) >= FEWEST_SITES && hash !== 0));
      this.#bySite.set(site, kept);
      for (const [hash, { text, furniture }] of kept) {
        const sum = total.get(hash) ?? { text: 0, furniture: 0 };
        total.set(hash, { text: sum.text + text, furniture: sum.furniture + furniture });
      }
    }
    this.#total = total;
  }

  get words(): Iterable<number> {
    return this.#total.keys();
  }

  /** Scores as if the sites that pass had never been seen. */
  scoreWithout(isLeftOut: (site: string) => boolean): WordScore {
    const left = new Map<number, Count>();
    for (const [site, own] of this.#bySite) {
      if (!isLeftOut(site)) continue;
      for (const [hash, { text, furniture }] of own) {
        const sum = left.get(hash) ?? { text: 0, furniture: 0 };
        left.set(hash, { text: sum.text + text, furniture: sum.furniture + furniture });
      }
    }
    return (hash) => {
      const all = this.#total.get(hash);
      if (!all) return 0;
      const less = left.get(hash);
      const text = all.text - (less?.text ?? 0);
      const furniture = all.furniture - (less?.furniture ?? 0);
      if (text + furniture < FEWEST_PAGES) return 0;
      return Math.log((text + SMOOTHING) / (furniture + SMOOTHING));
    };
  }
}

function count({ hashes, gold, masked }: ContentPage, counts: Map<number, Count>): void {
  const text = new Set<number>();
  const furniture = new Set<number>();
  hashes.forEach((own, line) => {
    if (masked[line]) return;
    for (const hash of own) (gold[line] ? text : furniture).add(hash);
  });
  for (const hash of text) add(counts, hash).text++;
  for (const hash of furniture) add(counts, hash).furniture++;
}

function add(counts: Map<number, Count>, hash: number): Count {
  const known = counts.get(hash) ?? { text: 0, furniture: 0 };
  counts.set(hash, known);
  return known;
}
