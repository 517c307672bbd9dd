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

/** Reads a forest from bytes, see {@link writeForest}. */
export function readForest(bytes: Uint8Array): Forest {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trees = view.getUint32(0, true);
  const nodes = view.getUint32(4, true);
  let at = 8;
  const roots = Uint32Array.from({ length: trees }, () => next(4, (offset) => view.getUint32(offset, true)));
  const columns = Uint8Array.from({ length: nodes }, () => next(1, (offset) => view.getUint8(offset)));
  const values = Float32Array.from({ length: nodes }, () =>
    next(4, (offset) => view.getFloat32(offset, true)),
  );
  const children = Uint16Array.from({ length: nodes }, () =>
    next(2, (offset) => view.getUint16(offset, true)),
  );
  return { roots, columns, values, children };

  function next(size: number, read: (offset: number) => number): number {
    at += size;
    return read(at - size);
  }
}

/** Bytes of a forest, little-endian: numbers of trees and nodes, roots, columns, values, children. */
export function writeForest({ roots, columns, values, children }: Forest): Uint8Array {
  const bytes = new Uint8Array(8 + roots.length * 4 + columns.length * 7);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, roots.length, true);
  view.setUint32(4, columns.length, true);
  const put = (
    from: number,
    size: number,
    numbers: ArrayLike<number>,
    write: (at: number, value: number) => void,
  ) => {
    for (let index = 0; index < numbers.length; index++) write(from + index * size, numbers[index] ?? 0);
    return from + numbers.length * size;
  };
  let at = put(8, 4, roots, (offset, value) => view.setUint32(offset, value, true));
  at = put(at, 1, columns, (offset, value) => view.setUint8(offset, value));
  at = put(at, 4, values, (offset, value) => view.setFloat32(offset, value, true));
  put(at, 2, children, (offset, value) => view.setUint16(offset, value, true));
  return bytes;
}
