import { type Forest, LEAF, plantForest } from '../src/core/evidence/learnt/trees';
import { generator } from './random';

/** How trees are grown. */
export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of weights in a leaf. */
  readonly leafWeight: number;
  /** Ridge on leaf values. */
  readonly ridge: number;
  /** Shares of rows and columns that each tree sees. */
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
}

/** A tree as arrays: inner nodes have a feature and a threshold (left where value <= threshold), leaves a value. */
export interface Tree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
}

export interface Rows {
  readonly features: number;
  /** Bins of all rows, column by column. */
  readonly bins: readonly Uint8Array[];
  /** Upper edge of each bin of each column. */
  readonly edges: readonly Float32Array[];
  readonly label: Float32Array;
  readonly weight: Float32Array;
}

const BINS = 64;

/** Puts values into bins of equal counts. */
export function binRows(
  values: readonly Float32Array[],
  features: number,
  label: Float32Array,
  weight: Float32Array,
): Rows {
  const total = values.reduce((sum, page) => sum + page.length / features, 0);
  const bins: Uint8Array[] = [];
  const edges: Float32Array[] = [];
  const column = new Float32Array(total);
  for (let feature = 0; feature < features; feature++) {
    let at = 0;
    for (const page of values)
      for (let slot = feature; slot < page.length; slot += features) column[at++] = page[slot] ?? 0;
    const sorted = Float32Array.from(column).sort();
    const found: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const edge = sorted[Math.floor((bin * total) / BINS)] ?? 0;
      if (found.length === 0 || edge > (found[found.length - 1] ?? 0)) found.push(edge);
    }
    const own = Float32Array.from(found);
    edges.push(own);
    bins.push(Uint8Array.from(column, (value) => binOf(own, value)));
  }
  return { features, bins, edges, label, weight };
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Gradient boosting of logistic loss with histograms, leaf by leaf (Friedman 2001; Ke et al. 2017). */
export function boost(rows: Rows, use: Uint32Array, options: BoostOptions): Tree[] {
  const random = generator(options.seed);
  const raw = new Float32Array(rows.label.length);
  const gradient = new Float32Array(rows.label.length);
  const hessian = new Float32Array(rows.label.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    for (const row of use) {
      const p = 1 / (1 + Math.exp(-(raw[row] ?? 0)));
      const weight = rows.weight[row] ?? 1;
      gradient[row] = weight * ((rows.label[row] ?? 0) - p);
      hessian[row] = weight * Math.max(1e-6, p * (1 - p));
    }
    const sample = use.filter(() => random() < options.rows);
    const columns: number[] = [];
    for (let feature = 0; feature < rows.features; feature++)
      if (random() < options.columns) columns.push(feature);
    const tree = grow(rows, sample, columns, gradient, hessian, options);
    trees.push(tree);
    for (const row of use) raw[row] = (raw[row] ?? 0) + predictBinned(rows, tree, row);
  }
  return trees;
}

interface Leaf {
  readonly node: number;
  readonly rows: Uint32Array;
  readonly sumG: number;
  readonly sumH: number;
  readonly histogram: Float64Array;
  split: { gain: number; feature: number; bin: number } | null;
}

function grow(
  rows: Rows,
  sample: Uint32Array,
  columns: readonly number[],
  gradient: Float32Array,
  hessian: Float32Array,
  options: BoostOptions,
): Tree {
  const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] };
  const addNode = () => {
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(0);
    tree.right.push(0);
    tree.value.push(0);
    return tree.feature.length - 1;
  };
  const histogramOf = (members: Uint32Array) => {
    const histogram = new Float64Array(columns.length * BINS * 2);
    columns.forEach((feature, slot) => {
      const bins = rows.bins[feature];
      if (!bins) return;
      const base = slot * BINS * 2;
      for (let at = 0; at < members.length; at++) {
        const row = members[at] ?? 0;
        const cell = base + (bins[row] ?? 0) * 2;
        histogram[cell] = (histogram[cell] ?? 0) + (gradient[row] ?? 0);
        histogram[cell + 1] = (histogram[cell + 1] ?? 0) + (hessian[row] ?? 0);
      }
    });
    return histogram;
  };
  const leafOf = (node: number, members: Uint32Array, histogram: Float64Array): Leaf => {
    let sumG = 0;
    let sumH = 0;
    for (const row of members) {
      sumG += gradient[row] ?? 0;
      sumH += hessian[row] ?? 0;
    }
    const leaf: Leaf = { node, rows: members, sumG, sumH, histogram, split: null };
    leaf.split = bestSplit(leaf, columns, options);
    return leaf;
  };
  const leaves = [leafOf(addNode(), sample, histogramOf(sample))];
  while (leaves.length < options.leaves) {
    let best = -1;
    leaves.forEach((leaf, index) => {
      if (leaf.split && (best < 0 || leaf.split.gain > (leaves[best]?.split?.gain ?? 0))) best = index;
    });
    const leaf = leaves[best];
    if (!leaf?.split) break;
    const { feature, bin } = leaf.split;
    const bins = rows.bins[feature] ?? new Uint8Array(0);
    const leftRows = leaf.rows.filter((row) => (bins[row] ?? 0) <= bin);
    const rightRows = leaf.rows.filter((row) => (bins[row] ?? 0) > bin);
    const left = addNode();
    const right = addNode();
    tree.feature[leaf.node] = feature;
    tree.threshold[leaf.node] = rows.edges[feature]?.[bin] ?? 0;
    tree.left[leaf.node] = left;
    tree.right[leaf.node] = right;
    const smallLeft = leftRows.length <= rightRows.length;
    const small = histogramOf(smallLeft ? leftRows : rightRows);
    const large = leaf.histogram.map((value, at) => value - (small[at] ?? 0));
    leaves.splice(
      best,
      1,
      leafOf(left, leftRows, smallLeft ? small : large),
      leafOf(right, rightRows, smallLeft ? large : small),
    );
  }
  for (const { node, sumG, sumH } of leaves)
    tree.value[node] = (options.rate * sumG) / (sumH + options.ridge);
  return tree;
}

function bestSplit(leaf: Leaf, columns: readonly number[], options: BoostOptions): Leaf['split'] {
  const whole = (leaf.sumG * leaf.sumG) / (leaf.sumH + options.ridge);
  let best: Leaf['split'] = null;
  columns.forEach((feature, slot) => {
    const base = slot * BINS * 2;
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      g += leaf.histogram[base + bin * 2] ?? 0;
      h += leaf.histogram[base + bin * 2 + 1] ?? 0;
      const restH = leaf.sumH - h;
      if (h < options.leafWeight || restH < options.leafWeight) continue;
      const restG = leaf.sumG - g;
      const gain = (g * g) / (h + options.ridge) + (restG * restG) / (restH + options.ridge) - whole;
      if (gain > (best?.gain ?? 1e-3)) best = { gain, feature, bin };
    }
  });
  return best;
}

function predictBinned(rows: Rows, tree: Tree, row: number): number {
  let node = 0;
  for (;;) {
    const feature = tree.feature[node] ?? -1;
    if (feature < 0) return tree.value[node] ?? 0;
    const edges = rows.edges[feature];
    const bin = rows.bins[feature]?.[row] ?? 0;
    const value = edges?.[bin] ?? Number.POSITIVE_INFINITY;
    node = value <= (tree.threshold[node] ?? 0) ? (tree.left[node] ?? 0) : (tree.right[node] ?? 0);
  }
}

/** The trees as they are shipped. */
export function forestOf(trees: readonly Tree[]): Forest {
  const roots: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  const children: number[] = [];
  for (const tree of trees) {
    const base = columns.length;
    roots.push(base);
    tree.feature.forEach((feature, node) => {
      columns.push(feature < 0 ? LEAF : feature);
      values.push((feature < 0 ? tree.value[node] : tree.threshold[node]) ?? 0);
      children.push(feature < 0 ? 0 : base + (tree.left[node] ?? 0));
    });
  }
  return plantForest(
    Uint32Array.from(roots),
    Uint8Array.from(columns),
    Float32Array.from(values),
    Uint16Array.from(children),
  );
}
