/** Regression trees in flat arrays, one after another. */
export interface Forest {
  /** Index of each tree's root. */
  readonly roots: Uint32Array;
  /** Column that a node asks for; 255 for leaves. */
  readonly columns: Uint8Array;
  /** What a node compares with: left where the value is not greater. Of leaves: the value. */
  readonly values: Float32Array;
  /** Index of the left child; the right one follows it. */
  readonly children: Uint16Array;
}

const LEAF = 255;

/** Sums the trees' values for one row of features. */
export function sumTrees(forest: Forest, features: Float32Array, row: number): number {
  let sum = 0;
  for (const root of forest.roots) {
    let node = root;
    for (let column = forest.columns[node] ?? LEAF; column !== LEAF; column = forest.columns[node] ?? LEAF) {
      const right = (features[row + column] ?? 0) > (forest.values[node] ?? 0);
      node = (forest.children[node] ?? 0) + (right ? 1 : 0);
    }
    sum += forest.values[node] ?? 0;
  }
  return sum;
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
  return {
    roots: Uint32Array.from({ length: trees }, (_, tree) => view.getUint32(8 + 4 * tree, true)),
    columns: bytes.slice(columnsAt, valuesAt),
    values: new Float32Array(bits.buffer),
    children: Uint16Array.from({ length: nodes }, (_, node) => view.getUint16(childrenAt + 2 * node, true)),
  };
}

/** Bytes of a forest, as {@link readForest} reads them; values lose all but eight bits of their fraction. */
export function writeForest({ roots, columns, values, children }: Forest): Uint8Array {
  const nodes = columns.length;
  const columnsAt = 8 + 4 * roots.length;
  const bytes = new Uint8Array(columnsAt + 5 * nodes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, roots.length, true);
  view.setUint32(4, nodes, true);
  for (const [tree, root] of roots.entries()) view.setUint32(8 + 4 * tree, root, true);
  bytes.set(columns, columnsAt);
  const bits = new Uint32Array(values.buffer, values.byteOffset, nodes);
  for (let node = 0; node < nodes; node++) {
    view.setUint16(columnsAt + nodes + 2 * node, Math.min(0xffff, ((bits[node] ?? 0) + 0x8000) >>> 16), true);
    view.setUint16(columnsAt + 3 * nodes + 2 * node, children[node] ?? 0, true);
  }
  return bytes;
}
