/** UTF-16 units of lines, with {@link ENTRY} for each, that are kept before the older half of them is let go. */
const MOST_UNITS = 1 << 17;
/** What a line costs beside its text, in such units. */
const ENTRY = 64;

/**
 * A function of a line's text alone that remembers what it found of the lines that it was asked for last. Lines come again
 * and again: cards and menus in the pages of a site, and all but one of a page's in its next version. What is remembered
 * is bounded, and changes nothing but the time that an answer takes.
 */
export function perLine<T extends object>(compute: (line: string) => T): (line: string) => T {
  let recent = new Map<string, T>();
  let older = recent;
  let units = 0;
  return (line) => {
    const known = recent.get(line);
    if (known) return known;
    const value = older.get(line) ?? compute(line);
    recent.set(line, value);
    units += line.length + ENTRY;
    if (units > MOST_UNITS) {
      older = recent;
      recent = new Map();
      units = 0;
    }
    return value;
  };
}
