import { type CancellationToken, FileType, RelativePattern, type Uri, workspace } from 'vscode';
import { DUMP } from './language';

/** Names of files that can hold dumps; the content decides. */
export const CANDIDATES = '**/*.{txt,dump}';

/** How many files of a workspace or a folder are looked at. */
export const MOST_FILES = 10_000;

/** Ends of names that say of a file that it is a dump, and the folder in which all texts are: what the manifest's language claims. */
const CLAIMED = /\.dump(?:\.txt)?$/;
const CLAIMED_FOLDER = '/dumps/';

/** The files that can be dumps, in the workspace or a folder of it, without what settings exclude from files and from searching. */
export async function candidates(token: CancellationToken, folder?: Uri): Promise<readonly Uri[]> {
  const include = folder === undefined ? CANDIDATES : new RelativePattern(folder, CANDIDATES);
  const found = await workspace.findFiles(include, excluded(), MOST_FILES, token);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function excluded(): string | undefined {
  const patterns = ['files', 'search'].flatMap((section) => {
    const exclude = workspace.getConfiguration(section).get<Readonly<Record<string, unknown>>>('exclude', {});
    return Object.keys(exclude).filter((pattern) => exclude[pattern] === true);
  });
  return patterns.length > 0 ? `{${patterns.join(',')}}` : undefined;
}

/** The files at the URIs and, where one is a folder, in it. */
export async function filesAt(uris: readonly Uri[], token: CancellationToken): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) === 0) files.push(uri);
    else files.push(...(await candidates(token, uri)));
  }
  return files;
}

/**
 * What a request about a file has to say beside its URI: that it is a dump where its name says so. Elsewhere the content
 * decides.
 */
export function languageOf(uri: Uri): { readonly languageId?: string } {
  const { path } = uri;
  const isClaimed = CLAIMED.test(path) || (path.endsWith('.txt') && path.includes(CLAIMED_FOLDER));
  return isClaimed ? { languageId: DUMP } : {};
}
