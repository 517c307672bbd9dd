/**
 * The pattern of the setting `files.associations` for the files of the same folder and extension as a file.
 * @param path Path of the file from the workspace folder's name on, with slashes: `corpus/raw/note.txt`.
 * @returns The pattern; null where the file has no extension, as the pattern would claim everything in the folder.
 */
export function siblingPattern(path: string): string | null {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  if (slash <= 0 || dot <= slash + 1 || dot === path.length - 1) return null;
  return `**/${literal(path.slice(0, slash))}/*${literal(path.slice(dot))}`;
}

/** Globs have no escape that holds everywhere; `?` stands for any one character, the special one too. */
function literal(text: string): string {
  return text.replace(/[*[\]{}]/g, '?');
}

/** A pattern of that setting as a glob over whole paths: without a slash it means the file's name alone. */
export function pathGlob(pattern: string): string {
  return pattern.includes('/') ? pattern : `**/${pattern}`;
}
