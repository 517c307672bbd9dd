import { type Config, NO_CONFIG, parseConfig } from './rules/config';
import { CONFIG_FILE } from './rules/configName';
import { describe, type Log } from './runSafe';
import { pathIn } from './uriPaths';

/** A settings file and what it says. */
export interface ConfigFile {
  readonly uri: string;
  /** Null where there is no such file. */
  readonly text: string | null;
  readonly config: Config;
}

/** The path of a document below the folder of a settings file, as its patterns of files see it. */
export function pathBelow({ uri }: Pick<ConfigFile, 'uri'>, documentUri: string): string {
  return pathIn([parent(uri)], documentUri);
}

/** The settings files of the workspace, each read once until it is forgotten. */
export class ConfigFiles {
  readonly #read: (uri: string) => Promise<string | null>;
  readonly #log: Log;
  readonly #known = new Map<string, Promise<ConfigFile>>();

  /** @param read The text of the file at a URI, null where there is none. */
  constructor(read: (uri: string) => Promise<string | null>, log: Log) {
    this.#read = read;
    this.#log = log;
  }

  /**
   * The file that holds for a document: the nearest, from the document's folder up to its workspace folder. Where there
   * is none, the place where one would be made: in the workspace folder. Null outside the workspace.
   */
  async nearest(documentUri: string, workspaceFolders: readonly string[]): Promise<ConfigFile | null> {
    const root = longest(workspaceFolders.filter((folder) => documentUri.startsWith(`${folder}/`)));
    if (root === null) return null;
    const files = await Promise.all(
      foldersUpTo(root, documentUri).map((folder) => this.#file(`${folder}/${CONFIG_FILE}`)),
    );
    return files.find(({ text }) => text !== null) ?? files.at(-1) ?? null;
  }

  /** Reads the files again when they are next asked for. */
  forget(): void {
    this.#known.clear();
  }

  #file(uri: string): Promise<ConfigFile> {
    const known = this.#known.get(uri) ?? this.#load(uri);
    this.#known.set(uri, known);
    return known;
  }

  async #load(uri: string): Promise<ConfigFile> {
    let text: string | null = null;
    try {
      text = await this.#read(uri);
    } catch (error) {
      this.#log.warn(`${uri} could not be read: ${describe(error)}`);
    }
    return { uri, text, config: text === null ? NO_CONFIG : parseConfig(text) };
  }
}

/** The folders from the one that holds the document up to the root, the nearest first. */
function foldersUpTo(root: string, documentUri: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = parent(documentUri); folder.length >= root.length; folder = parent(folder)) {
    folders.push(folder);
  }
  return folders;
}

function parent(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function longest(uris: readonly string[]): string | null {
  return uris.reduce<string | null>(
    (best, uri) => (best === null || uri.length > best.length ? uri : best),
    null,
  );
}
