/** A part of a URI as people read it; as it stands where it is no sound encoding. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

/** The name of a file without its folders. */
export function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Whether one of the folders holds a file. */
export function isIn(folders: readonly string[], uri: string): boolean {
  return folders.some((folder) => uri.startsWith(`${folder}/`));
}

/** A file's path in the folder that holds it, or its whole URI outside of all. */
export function pathIn(folders: readonly string[], uri: string): string {
  const folder = folders.find((each) => uri.startsWith(`${each}/`));
  return folder === undefined ? uri : decoded(uri.slice(folder.length + 1));
}
