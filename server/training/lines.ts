import type { LineOdds } from '../src/core/evidence/evidence';
import { CONTEXT_WIDTH, contextFeatures } from '../src/core/evidence/learnt/context';
import { FEATURES, lineFeatures } from '../src/core/evidence/learnt/features';
import { HEAD_WIDTH, headFeatures, isHeadCandidate } from '../src/core/evidence/learnt/head';
import type { LineModel } from '../src/core/evidence/learnt/judge';
import { type Forest, sumTrees } from '../src/core/evidence/learnt/trees';
import { type BoostOptions, binRows, boost, forestOf } from './boost';
import type { ContentPage } from './pages';
import { trainWords } from './words';

export const LINE_TREES: BoostOptions = {
  trees: 120,
  leaves: 24,
  rate: 0.12,
  leafWeight: 1,
  ridge: 3,
  rows: 0.7,
  columns: 0.5,
  seed: 1,
};
const CONTEXT_TREES: BoostOptions = {
  ...LINE_TREES,
  trees: 100,
  leaves: 16,
  rate: 0.09,
  leafWeight: 2,
  ridge: 5,
  seed: 3,
};
const HEAD_TREES: BoostOptions = {
  ...LINE_TREES,
  trees: 100,
  leaves: 12,
  rate: 0.08,
  leafWeight: 0.5,
  ridge: 2,
  seed: 5,
};

/** Number of parts of the cross-validation. */
export const FOLDS = 5;

/** The part that a site belongs to; the same for each run. */
export function foldOf(site: string): number {
  let hash = 7;
  for (const letter of site) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

/** What training gives: the model, and for each page what a model says that has not seen its site. */
export interface TrainedLines {
  readonly model: LineModel;
  readonly unseen: readonly LineOdds[];
}

/** What is known of pages for one forest: features row by row, labels, and how much each row counts (0: not at all). */
export interface Task {
  readonly width: number;
  readonly features: readonly Float32Array[];
  readonly labels: readonly (readonly boolean[])[];
  readonly weights: readonly (readonly number[])[];
  readonly options: BoostOptions;
}

/**
 * Trains the forests, one upon the other: each later one sees what the earlier ones say of sites that they have not
 * seen, as it will when it is used.
 */
export function trainLines(pages: readonly ContentPage[], log: (text: string) => void): TrainedLines {
  const own = unseenFeatures(pages);
  log('words');
  const gold = pages.map((page) => page.gold);
  const weights = pages.map(lineWeights);
  const lines: Task = { width: FEATURES.length, features: own, labels: gold, weights, options: LINE_TREES };
  const first = crossValidate(pages, lines);
  log('lines');
  const around = pages.map((page, index) => contextFeatures(page.view, first[index] ?? new Float32Array(0)));
  const context: Task = {
    width: CONTEXT_WIDTH,
    features: around,
    labels: gold,
    weights,
    options: CONTEXT_TREES,
  };
  const content = crossValidate(pages, context);
  log('context');
  const head = pages.map((page, index) =>
    headFeatures(
      page.view,
      own[index] ?? new Float32Array(0),
      around[index] ?? new Float32Array(0),
      content[index] ?? new Float32Array(0),
    ),
  );
  const task = (labelOf: (page: ContentPage) => readonly boolean[]): Task => {
    const labels = pages.map(labelOf);
    return {
      width: HEAD_WIDTH,
      features: head,
      labels,
      weights: pages.map((page, index) => headWeights(page, labels[index] ?? [])),
      options: HEAD_TREES,
    };
  };
  const headline = task(({ title }) => title);
  const byline = task(authorLines);
  const metadata = task(dateLines);
  const parts = [headline, byline, metadata].map((each) => crossValidate(pages, each));
  log('head');
  const never = new Float32Array(0);
  return {
    model: {
      words: trainWords(pages, lineWeights),
      lines: trainForest(pages, lines, () => true),
      context: trainForest(pages, context, () => true),
      headline: trainForest(pages, headline, () => true),
      byline: trainForest(pages, byline, () => true),
      metadata: trainForest(pages, metadata, () => true),
    },
    unseen: pages.map((page, index) => {
      const candidates = (odds: Float32Array | undefined) =>
        (odds ?? never).map((value, line) => (isHeadCandidate(page.view, line) ? value : -9));
      return {
        content: content[index] ?? never,
        headline: candidates(parts[0]?.[index]),
        byline: candidates(parts[1]?.[index]),
        metadata: candidates(parts[2]?.[index]),
      };
    }),
  };
}

/** The features of each page's lines, with words as the sites of the other parts show them. */
export function unseenFeatures(pages: readonly ContentPage[]): readonly Float32Array[] {
  const own: Float32Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const words = trainWords(
      pages.filter(({ site }) => foldOf(site) !== fold),
      lineWeights,
    );
    for (const [index, page] of pages.entries()) {
      if (foldOf(page.site) === fold) own[index] = lineFeatures(page.view, page.hashes, words);
    }
  }
  return own;
}

/** What a forest says of each page that was trained on the other parts' sites. */
export function crossValidate(pages: readonly ContentPage[], task: Task): readonly Float32Array[] {
  const odds: Float32Array[] = pages.map(() => new Float32Array(0));
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = trainForest(pages, task, (page) => foldOf(page.site) !== fold);
    for (const [index, page] of pages.entries()) {
      if (foldOf(page.site) !== fold) continue;
      const features = task.features[index] ?? new Float32Array(0);
      odds[index] = sumTrees(forest, features, task.width);
    }
  }
  return odds;
}

function trainForest(pages: readonly ContentPage[], task: Task, use: (page: ContentPage) => boolean): Forest {
  const chosen = pages.flatMap((page, index) => (use(page) ? [index] : []));
  const label: number[] = [];
  const weight: number[] = [];
  const features: Float32Array[] = [];
  for (const index of chosen) {
    const rows = (task.weights[index] ?? []).flatMap((value, line) => (value > 0 ? [line] : []));
    const values = new Float32Array(rows.length * task.width);
    for (const [at, line] of rows.entries()) {
      const all = task.features[index] ?? new Float32Array(0);
      values.set(all.subarray(line * task.width, (line + 1) * task.width), at * task.width);
      label.push(task.labels[index]?.[line] ? 1 : 0);
      weight.push(task.weights[index]?.[line] ?? 0);
    }
    features.push(values);
  }
  const rows = binRows(features, task.width, Float32Array.from(label), Float32Array.from(weight));
  return forestOf(boost(rows, Uint32Array.from(label.keys()), task.options));
}

/** A page's lines count by their words, and every page the same, as in the figure that is aimed at. */
export function lineWeights({ tokens, masked, weight }: ContentPage): readonly number[] {
  const total = tokens.reduce((sum, count) => sum + count + 2, 0);
  return tokens.map((count, line) => (masked[line] ? 0 : weight * ((60 * (count + 2)) / total + 0.15)));
}

/** Pages without the thing that is looked for say nothing of it; every other page counts the same. */
function headWeights({ view, weight }: ContentPage, labels: readonly boolean[]): readonly number[] {
  if (!labels.includes(true)) return labels.map(() => 0);
  const candidates = labels.filter((_, line) => isHeadCandidate(view, line)).length;
  return labels.map((is, line) =>
    isHeadCandidate(view, line) ? weight * (is ? 4 : 12 / Math.max(12, candidates)) : 0,
  );
}

/** Lines with the author's name that are no running text. */
export function authorLines({ author, view, gold, labelled }: ContentPage): readonly boolean[] {
  if (labelled) return labelled.byline;
  const name = author.toLowerCase();
  return view.lines.map(
    ({ text, measures }, line) =>
      name.length > 3 &&
      measures.words <= 16 &&
      text.toLowerCase().includes(name) &&
      !(gold[line] && measures.words > 10),
  );
}

/** Short lines with the article's date. */
export function dateLines({ published, view, days, labelled }: ContentPage): readonly boolean[] {
  if (labelled) return labelled.metadata;
  return view.lines.map(
    ({ measures }, line) =>
      published !== '' && measures.words <= 25 && (days[line] ?? []).includes(published),
  );
}
