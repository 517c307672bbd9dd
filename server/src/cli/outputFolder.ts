import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { EXPORT_EXTENSIONS, type ExportFormat } from '../core/export';
import { isInside } from '../node/isInside';
import { codeOf, explained, UserError, writeWhole } from './files';
import type { Unit } from './input/unit';
import { uninterrupted } from './signals';

/** The folder that exported files go to. No file that is read in the run is replaced, and no link leads out of the folder. */
export class OutputFolder {
  readonly #path: string;
  readonly #extension: string;
  readonly #canReplace: boolean;
  readonly #sources: ReadonlySet<string>;
  readonly #written = new Set<string>();

  /** @param sources the files that are read, links followed */
  constructor(path: string, format: ExportFormat, canReplace: boolean, sources: ReadonlySet<string>) {
    this.#path = path;
    this.#extension = EXPORT_EXTENSIONS[format];
    this.#canReplace = canReplace;
    this.#sources = sources;
  }

  /** Writes what was made of a text. */
  async write(unit: Unit, text: string): Promise<void> {
    const target = join(this.#path, this.#nameOf(unit));
    await explained(target, async () => {
      await mkdir(this.#path, { recursive: true });
      const folder = dirname(target);
      if (!isInside(await existing(folder), await realpath(this.#path))) {
        throw new UserError(`${target}: a link leads out of the folder; not written`);
      }
      await mkdir(folder, { recursive: true });
      const real = join(await realpath(folder), basename(target));
      if (this.#sources.has(real)) throw new UserError(`${target}: a dump of this run; not replaced`);
      if (this.#written.has(real)) throw new UserError(`${unit.name}: another dump was written to ${target}`);
      await uninterrupted(() => writeWhole(target, text, this.#canReplace));
      this.#written.add(real);
    });
  }

  /**
   * The place of a file below the working folder, or its name alone where it lies elsewhere, with the form's ending.
   * Records keep their number, and parts get one.
   */
  #nameOf({ name, place, part }: Unit): string {
    const below = relative('.', place);
    const file = below.startsWith('..') || isAbsolute(below) ? basename(place) : below;
    const plain = file.replace(/(?:\.dump)?\.(?:txt|dump)(?:\.gz|\.zst)?$/i, '');
    const record = name.startsWith(place) ? name.slice(place.length) : '';
    return `${plain}${part ? `#${part.number}` : record}${this.#extension}`;
  }
}

/** The real place of the nearest folder, this or above, that is there. */
async function existing(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return existing(dirname(resolve(folder)));
  }
}
