import { type Choosers, choose } from '../src/core/evidence/choice';
import { AUTHOR_WIDTH, authorCandidates, authorFeatures } from '../src/core/evidence/choice/author';
import { chooseTitle, TITLE_WIDTH, titleCandidates, titleFeatures } from '../src/core/evidence/choice/title';
import type { LearntOdds, LineOdds, PageView } from '../src/core/evidence/evidence';
import type { Forest } from '../src/core/evidence/learnt/trees';
import { type BoostOptions, binRows, boost, forestOf } from './boost';
import { isSameAuthor, isSameText, namesAuthor } from './extraction';
import { FOLDS, foldOf } from './lines';
import type { ContentPage } from './pages';

const AUTHOR_TREES: BoostOptions = {
  trees: 200,
  leaves: 10,
  rate: 0.08,
  leafWeight: 0.5,
  ridge: 2,
  rows: 0.7,
  columns: 0.5,
  seed: 7,
};
const TITLE_TREES: BoostOptions = {
  ...AUTHOR_TREES,
  trees: 160,
  leaves: 12,
  leafWeight: 1,
  ridge: 3,
  seed: 9,
};
/** A page's right candidates count so much together, its wrong ones at most as much. */
const PAGE_WEIGHT = 4;

/** The trees, and for each page what trees choose on it that have not seen its site. */
export interface TrainedChoices {
  readonly trees: Choosers;
  readonly unseen: readonly LearntOdds[];
}

/** What is known of one page's candidates. */
interface Candidates {
  readonly site: string;
  readonly weight: number;
  readonly features: Float32Array;
  readonly labels: readonly boolean[];
}

/** A page of which it is known what its title and its authors are, as far as it is. */
export interface ChoiceExample {
  readonly site: string;
  /** How much it counts beside others. */
  readonly weight: number;
  readonly view: Pick<PageView, 'lines'>;
  /** What a model of lines says of it that has not seen its site. */
  readonly odds: LineOdds;
  /** Texts of the lines that are the title; none where it is not known. */
  readonly titles: readonly string[];
  /** Empty where it is known that the text names nobody; null where nothing is known. */
  readonly author: string | null;
}

/** A page of the development data as an example. */
export function exampleOf(page: ContentPage, odds: LineOdds): ChoiceExample {
  const { view, site, title, author } = page;
  const titles = view.lines.filter((_, line) => title[line]).map(({ text }) => text);
  // Where the text has not the author that its site knows, it may have another one.
  return { site, weight: 1, view, odds, titles, author: namesAuthor(page) ? author : null };
}

/**
 * Learns which of a page's likely lines is its title, and which of the names in them its author.
 * @returns the trees, and what is chosen on each page in the order of `examples`
 */
export function trainChoices(examples: readonly ChoiceExample[]): TrainedChoices {
  const titles = examples.flatMap(
    ({ site, weight, view: { lines }, odds, titles: right }): readonly Candidates[] => {
      const candidates = titleCandidates(lines, odds);
      const labels = candidates.map((line) =>
        right.some((text) => isSameText(text, lines[line]?.text ?? '')),
      );
      return labels.includes(true)
        ? [{ site, weight, features: titleFeatures(lines, odds, candidates), labels }]
        : [];
    },
  );
  const title = grow(titles, TITLE_WIDTH, TITLE_TREES);
  const authors = examples.flatMap(
    ({ site, weight, view: { lines }, odds, author: right }): readonly Candidates[] => {
      if (right === null) return [];
      const titled = { ...odds, title: chooseTitle(lines, odds, title.without(site)) };
      const candidates = authorCandidates(lines, titled);
      const labels = candidates.map(({ text }) => right !== '' && isSameAuthor(text, right));
      // Where the text names an author, but no candidate is it, the candidates say nothing.
      if (right !== '' && !labels.includes(true)) return [];
      return [{ site, weight, features: authorFeatures(lines, titled, candidates), labels }];
    },
  );
  const author = grow(authors, AUTHOR_WIDTH, AUTHOR_TREES);
  return {
    trees: { title: title.all, author: author.all },
    unseen: examples.map(({ site, view, odds }) =>
      choose(view, odds, { title: title.without(site), author: author.without(site) }),
    ),
  };
}

/** A forest of all pages, and forests for sites that they have not seen. */
function grow(pages: readonly Candidates[], width: number, options: BoostOptions) {
  const from = (use: (page: Candidates) => boolean): Forest => {
    const chosen = pages.filter(use);
    const labels = chosen.flatMap((page) => page.labels);
    const weights = chosen.flatMap((page) => {
      const right = page.labels.filter((label) => label).length;
      const wrong = page.labels.length - right;
      return page.labels.map((label) => (page.weight * PAGE_WEIGHT) / Math.max(4, label ? right : wrong / 2));
    });
    const rows = binRows(
      chosen.map(({ features }) => features),
      width,
      Float32Array.from(labels, Number),
      Float32Array.from(weights),
    );
    return forestOf(boost(rows, Uint32Array.from(labels.keys()), options));
  };
  const folds = Array.from({ length: FOLDS }, (_, fold) => from(({ site }) => foldOf(site) !== fold));
  const all = from(() => true);
  return { all, without: (site: string) => folds[foldOf(site)] ?? all };
}
