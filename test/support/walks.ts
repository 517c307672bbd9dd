/** What a call goes through, by the length of what it was called on, its arguments and its result. */
type Cost = (length: number, args: readonly unknown[], result: unknown) => number;

const all: Cost = (length) => length;
const ofResult: Cost = (_, __, result) => lengthOf(result);
const cutOff: Cost = (length, _, result) => length - lengthOf(result);
const one: Cost = () => 1;
const toFound: Cost = (length, [, from = 0], result) =>
  (typeof result === 'number' && result >= 0 ? result + 1 : length) - Number(from);
const backToFound: Cost = (length, [, from = length], result) => Number(from) - Number(result);

/** Functions that call one of the sources' are not here: its runs are counted by `takeRuns`. */
const COSTS: readonly (readonly [owner: object, cost: Cost, ...names: PropertyKey[]])[] = [
  ...[[][Symbol.iterator](), ''[Symbol.iterator](), new Map().entries(), new Set().values()].map(
    (iterator) => [Object.getPrototypeOf(iterator), one, 'next'] as const,
  ),
  [Array.prototype, all, 'concat', 'includes', 'join', 'reverse', 'shift', 'splice', 'unshift', 'with'],
  [Array.prototype, ofResult, 'slice', 'flat', 'fill', 'toReversed', 'toSorted', 'toSpliced'],
  [String.prototype, all, 'normalize', 'replaceAll', 'split', 'toLowerCase', 'toUpperCase'],
  [String.prototype, cutOff, 'trim', 'trimStart', 'trimEnd'],
  [String.prototype, ofResult, 'repeat'],
  [Object.getPrototypeOf(Uint8Array.prototype), ofResult, 'fill', 'slice'],
  [Array.prototype, toFound, 'indexOf'],
  [String.prototype, toFound, 'indexOf'],
  [Array.prototype, backToFound, 'lastIndexOf'],
  [String.prototype, backToFound, 'lastIndexOf'],
];

/** Counts what JavaScript's own functions go through, from now on. */
export interface Walks {
  /** How many elements and UTF-16 units they went through since this was last called. */
  take(): number;
  stop(): void;
}

/**
 * Begins to count what `takeRuns` does not see: each call of `indexOf` is one statement, however far it looks. Of an
 * expression that begins with `^` only what it takes is known.
 */
export function countWalks(): Walks {
  let steps = 0;
  const walk = (own: number) => {
    steps += own;
  };
  const undo = [
    ...COSTS.flatMap(([owner, cost, ...names]) => names.map((name) => countCalls(owner, name, cost, walk))),
    countExpressions(walk),
  ];
  return {
    take() {
      const taken = steps;
      steps = 0;
      return taken;
    },
    stop() {
      for (const each of undo) each();
    },
  };
}

function countCalls(owner: object, name: PropertyKey, cost: Cost, walk: (steps: number) => void) {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') throw new TypeError(`${String(name)} is no function.`);
  return replace(owner, name, function (this: unknown, ...args: readonly unknown[]) {
    const length = lengthOf(this);
    const result: unknown = Reflect.apply(method, this, args);
    walk(cost(length, args, result));
    return result;
  });
}

/** Whatever takes an expression calls its `exec`. */
function countExpressions(walk: (steps: number) => void) {
  const { exec } = RegExp.prototype;
  return replace(RegExp.prototype, 'exec', function (this: RegExp, text: string) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    if (match) walk(match.index + match[0].length - start);
    else if (!this.sticky && !this.source.startsWith('^')) walk(text.length - start);
    return match;
  });
}

function replace(owner: object, name: PropertyKey, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (!before) throw new TypeError(`There is no ${String(name)}.`);
  Object.defineProperty(owner, name, { ...before, value });
  return () => {
    Object.defineProperty(owner, name, before);
  };
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null && 'length' in value ? Number(value.length) : 0;
}
