/** Regression trees in flat arrays, one after another. */
export interface Forest {
  /** Index of each tree's root. */
  readonly roots: Uint32Array;
  /** The column that a node asks for, {@link LEAF} for leaves, and above these 8 bits the left child; the right one follows it. */
  readonly steps: Uint32Array;
  /** What a node compares with: left where the value is not greater. Of leaves: the value. */
  readonly values: Float32Array;
  /** The most that the trees from one on can add; one more than there are trees. */
  readonly most: Float64Array;
}

/** In place of a column: the node is a leaf. */
export const LEAF = 255;
const COLUMN = 0xff;
const CHILD = 8;

/** After so many trees it is asked which rows can still reach the floor. */
const ROUND = 10;

/** A forest of nodes whose children follow them. */
export function plantForest(
  roots: Uint32Array,
  columns: Uint8Array,
  values: Float32Array,
  children: Uint16Array,
): Forest {
  const most = new Float64Array(roots.length + 1);
  for (let tree = roots.length - 1; tree >= 0; tree--) {
    let top = Number.NEGATIVE_INFINITY;
    for (let node = roots[tree] ?? 0; node < (roots[tree + 1] ?? columns.length); node++) {
      if (columns[node] === LEAF) top = Math.max(top, values[node] ?? 0);
    }
    most[tree] = (most[tree + 1] ?? 0) + top;
  }
  const steps = Uint32Array.from(columns, (column, node) => column | ((children[node] ?? 0) << CHILD));
  return { roots, steps, values, most };
}

/**
 * Sums the trees' values for all rows of features. All rows go through one tree before the next one: a tree fits into the
 * processor's nearest cache, and rows that follow one another take the same ways.
 * @param width columns of a row
 */
export function sumTrees(forest: Forest, features: Float32Array, width: number): Float32Array {
  const { roots, values } = forest;
  const sums = new Float64Array(features.length / width);
  for (const root of roots) {
    for (let index = 0, row = 0; index < sums.length; index++, row += width) {
      sums[index] = (sums[index] ?? 0) + (values[leafOf(forest, root, features, row)] ?? 0);
    }
  }
  return Float32Array.from(sums);
}

/**
 * The same for some rows, as far as they reach a floor: sums that no longer can are given up.
 * @param rows which rows are asked for
 * @returns sums in the order of `rows`; those that were given up are some number below the floor
 */
export function sumLikely(
  forest: Forest,
  features: Float32Array,
  width: number,
  rows: Uint32Array,
  floor: number,
): Float32Array {
  const { roots, values, most } = forest;
  const sums = new Float64Array(rows.length);
  const open = rows.map((_, index) => index);
  let count = rows.length;
  for (let tree = 0; tree < roots.length; tree++) {
    if (tree % ROUND === 0) {
      const least = floor - (most[tree] ?? 0);
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const index = open[at] ?? 0;
        if ((sums[index] ?? 0) >= least) open[kept++] = index;
        else sums[index] = Number.NEGATIVE_INFINITY;
      }
      count = kept;
    }
    const root = roots[tree] ?? 0;
    for (let at = 0; at < count; at++) {
      const index = open[at] ?? 0;
      const leaf = leafOf(forest, root, features, (rows[index] ?? 0) * width);
      sums[index] = (sums[index] ?? 0) + (values[leaf] ?? 0);
    }
  }
  return Float32Array.from(sums);
}

/** The leaf that a row comes to in the tree with this root. */
function leafOf({ steps, values }: Forest, root: number, features: Float32Array, row: number): number {
  let node = root;
  for (let step = steps[node] ?? LEAF; (step & COLUMN) !== LEAF; step = steps[node] ?? LEAF) {
    const right = (features[row + (step & COLUMN)] ?? 0) > (values[node] ?? 0);
    node = (step >>> CHILD) + (right ? 1 : 0);
  }
  return node;
}

/**
 * Reads a forest from bytes: numbers of trees and nodes (32 bits each), roots (32), columns (8), values (bfloat16: the
 * upper half of a 32-bit float), children (16), little-endian.
 */
export function readForest(bytes: Uint8Array): Forest {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trees = view.getUint32(0, true);
  const nodes = view.getUint32(4, true);
  const columnsAt = 8 + 4 * trees;
  const valuesAt = columnsAt + nodes;
  const childrenAt = valuesAt + 2 * nodes;
  const bits = Uint32Array.from(
    { length: nodes },
    (_, node) => view.getUint16(valuesAt + 2 * node, true) << 16,
  );
  return plantForest(
    Uint32Array.from({ length: trees }, (_, tree) => view.getUint32(8 + 4 * tree, true)),
    bytes.slice(columnsAt, valuesAt),
    new Float32Array(bits.buffer),
    Uint16Array.from({ length: nodes }, (_, node) => view.getUint16(childrenAt + 2 * node, true)),
  );
}

/** Bytes of a forest, as {@link readForest} reads them; values lose all but eight bits of their fraction. */
export function writeForest({ roots, steps, values }: Forest): Uint8Array {
  const nodes = steps.length;
  const columnsAt = 8 + 4 * roots.length;
  const bytes = new Uint8Array(columnsAt + 5 * nodes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, roots.length, true);
  view.setUint32(4, nodes, true);
  for (const [tree, root] of roots.entries()) view.setUint32(8 + 4 * tree, root, true);
  const bits = new Uint32Array(values.buffer, values.byteOffset, nodes);
  for (const [node, step] of steps.entries()) {
    bytes[columnsAt + node] = step & COLUMN;
    view.setUint16(columnsAt + nodes + 2 * node, Math.min(0xffff, ((bits[node] ?? 0) + 0x8000) >>> 16), true);
    view.setUint16(columnsAt + 3 * nodes + 2 * node, step >>> CHILD, true);
  }
  return bytes;
}
