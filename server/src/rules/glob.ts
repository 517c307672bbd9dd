/** UTF-16 units that a pattern may have. */
export const LONGEST_GLOB = 1000;

/** The pattern that means the file at a path alone, as far as no name in it holds `*` or `?`. */
export function globOf(path: string): string {
  return path.includes('/') ? path : `./${path}`;
}

/** Whether a path is meant; paths are relative, with `/` between folders. */
export type Glob = (path: string) => boolean;

/**
 * Compiles a pattern of files: `*` and `?` stand for characters of one name, `**` for any number of folders. A pattern
 * without a `/` means files of that name in every folder. Time at most the product of the lengths.
 */
export function compileGlob(pattern: string): Glob {
  const rooted = pattern.replace(/^\.?\//, '');
  const parts = (rooted === pattern && !pattern.includes('/') ? `**/${pattern}` : rooted).split('/');
  return (path) => matchParts(parts, path.split('/'));
}

function matchParts(parts: readonly string[], names: readonly string[]): boolean {
  return matchSequence(
    parts,
    names,
    (part) => part === '**',
    (part, name) =>
      matchSequence(
        [...part],
        [...name],
        (sign) => sign === '*',
        (sign, character) => sign === '?' || sign === character,
      ),
  );
}

/** Whether a sequence has a form in which some signs stand for any run, also an empty one. */
function matchSequence(
  form: readonly string[],
  items: readonly string[],
  isAny: (sign: string) => boolean,
  matches: (sign: string, item: string) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  // Where the last run began and how far it reaches: a later one takes over all that an earlier one could still give.
  let run = -1;
  let reach = 0;
  while (next < items.length) {
    const sign = form[at];
    const item = items[next] ?? '';
    if (sign !== undefined && isAny(sign)) {
      run = at++;
      reach = next;
    } else if (sign !== undefined && matches(sign, item)) {
      at++;
      next++;
    } else if (run >= 0) {
      at = run + 1;
      next = ++reach;
    } else {
      return false;
    }
  }
  return form.slice(at).every(isAny);
}
