import { dirname, join, relative, resolve } from 'node:path';
import { LARGEST_SETTINGS, readNamed, readPlainFile, UnreadableFile } from '../node/plainFile';
import { type Config, NO_CONFIG, parseConfig } from '../rules/config';
import { CONFIG_FILE } from '../rules/configName';
import { decode } from './encoding';
import { codeOf, explained, UserError } from './files';

/** Which settings hold: those of the nearest file, of one file for all, or none. */
export type ConfigChoice = 'nearest' | 'none' | { readonly path: string };

/** A settings file that was read, and the folder that its patterns of files start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
  /** Null where none was read. */
  readonly file: { readonly name: string; readonly text: string } | null;
  /** Everything that is wrong in it, as `file:line:column: message`. */
  readonly problems: readonly string[];
}

const NONE: LoadedConfig = { config: NO_CONFIG, folder: '.', file: null, problems: [] };

/** Settings files, each read once. */
export class Configs {
  readonly #choice: ConfigChoice;
  readonly #byFolder = new Map<string, Promise<LoadedConfig>>();

  constructor(choice: ConfigChoice) {
    this.#choice = choice;
  }

  /** The settings for a file: from its folder or the nearest one above it that has a settings file. */
  async of(path: string): Promise<LoadedConfig> {
    if (this.#choice === 'none') return NONE;
    return this.#choice === 'nearest'
      ? this.#ofFolder(dirname(resolve(path)))
      : this.#ofChoice(this.#choice.path);
  }

  #ofChoice(path: string): Promise<LoadedConfig> {
    const known =
      this.#byFolder.get(path) ?? this.#read(path, readNamed).then((config) => config ?? missing(path));
    this.#byFolder.set(path, known);
    return known;
  }

  #ofFolder(folder: string): Promise<LoadedConfig> {
    const known = this.#byFolder.get(folder) ?? this.#find(folder);
    this.#byFolder.set(folder, known);
    return known;
  }

  async #find(folder: string): Promise<LoadedConfig> {
    const config = await this.#read(join(folder, CONFIG_FILE), readPlainFile);
    if (config) return config;
    const above = dirname(folder);
    return above === folder ? NONE : this.#ofFolder(above);
  }

  /** Null where there is no such file. */
  async #read(path: string, readBytes: typeof readPlainFile): Promise<LoadedConfig | null> {
    const shown = relative('.', path).startsWith('..') ? path : relative('.', path);
    return explained(shown, async () => {
      let bytes: Uint8Array;
      try {
        bytes = await readBytes(path, LARGEST_SETTINGS);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        if (error instanceof UnreadableFile) throw new UserError(`${shown}: ${error.message}`);
        throw error;
      }
      const { text } = decode(bytes);
      const config = parseConfig(text);
      const problems = config.problems.map(
        ({ message, range: { start } }) => `${shown}:${start.line + 1}:${start.character + 1}: ${message}`,
      );
      return { config, folder: dirname(resolve(path)), file: { name: shown, text }, problems };
    });
  }
}

function missing(path: string): never {
  throw new UserError(`${path}: no such file`);
}
