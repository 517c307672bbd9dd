/** UTF-16 units of lines, with {@link ENTRY} for each, that are kept before the older half of them is let go. */
const MOST_UNITS = 1 << 17;
/** What a line costs beside its text, in such units. */
const ENTRY = 64;

/** What is remembered of lines, by their texts. */
interface Memory<T> {
  recent: Map<string, T>;
  older: Map<string, T>;
  units: number;
}

/** Those of all functions, as long as there are these. */
const memories = new Set<WeakRef<Memory<NonNullable<unknown> | null>>>();

/**
 * A function of a line's text alone that remembers what it found of the lines that it was asked for last. Lines come again
 * and again: cards and menus in the pages of a site, and all but one of a page's in its next version. What is remembered
 * is bounded, and changes nothing but the time that an answer takes.
 */
export function perLine<T extends NonNullable<unknown> | null>(
  compute: (line: string) => T,
): (line: string) => T {
  const memory: Memory<T> = { recent: new Map(), older: new Map(), units: 0 };
  memories.add(new WeakRef(memory));
  return (line) => {
    const known = memory.recent.get(line);
    if (known !== undefined) return known;
    const before = memory.older.get(line);
    const value = before === undefined ? compute(line) : before;
    memory.recent.set(line, value);
    memory.units += line.length + ENTRY;
    if (memory.units > MOST_UNITS) {
      memory.older = memory.recent;
      memory.recent = new Map();
      memory.units = 0;
    }
    return value;
  };
}

/** Lets go of all that is remembered of lines: each keeps some hundred lines around it in memory. */
export function forgetLines(): void {
  for (const reference of memories) {
    const memory = reference.deref();
    if (!memory) {
      memories.delete(reference);
      continue;
    }
    memory.recent = new Map();
    memory.older = new Map();
    memory.units = 0;
  }
}
