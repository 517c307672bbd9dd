import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import {
  type CleanArticle,
  cleanArticles,
  EXPORT_EXTENSIONS,
  type ExportFormat,
  exportArticles,
} from '../core/export';
import { codeOf, explained, UserError } from './files';
import { Run, type RunOptions } from './run';
import type { Terminal } from './terminal';

export interface ExportOptions extends RunOptions {
  readonly format: ExportFormat;
  /** The folder that gets a file for each dump; without it all articles go to standard output as one document. */
  readonly output?: string | undefined;
  /** Whether files that are there in the folder are replaced. */
  readonly force: boolean;
}

/** `copydesk export`: the articles of each dump in another form. Returns the exit code. */
export async function exportFiles(terminal: Terminal, options: ExportOptions): Promise<number> {
  const run = new Run(terminal, options);
  const { format, output, force } = options;
  const folder = output === undefined ? null : new OutputFolder(output, format);
  const collected: CleanArticle[] = [];
  await run.forEach(async (subject) => {
    const { name, path, dump } = subject;
    if (!dump.isDump) {
      run.skip(subject);
      return;
    }
    const articles = cleanArticles(dump.pages, name);
    if (articles.length === 0) terminal.note(`${name}: no article in it`);
    else if (folder) await folder.take(path ?? name, path !== null, exportArticles(articles, format).text);
    else collected.push(...articles);
  });
  if (folder) await folder.write(force, (message) => run.fail(message));
  else await terminal.out(exportArticles(collected, format).text);
  return run.exitCode;
}

/**
 * The folder that exported files go to. They are written once everything was read, so that what is replaced there can
 * be held against what was read: a dump never is.
 */
class OutputFolder {
  readonly #path: string;
  readonly #extension: string;
  readonly #sources = new Set<string>();
  readonly #files: { readonly name: string; readonly target: string; readonly text: string }[] = [];

  constructor(path: string, format: ExportFormat) {
    this.#path = path;
    this.#extension = EXPORT_EXTENSIONS[format];
  }

  /** Takes what is to be written of a file. */
  async take(name: string, isFile: boolean, text: string): Promise<void> {
    if (isFile) this.#sources.add(await realpath(name));
    this.#files.push({ name, target: join(this.#path, this.#nameOf(name)), text });
  }

  /** Writes what was taken. What fails for one file is told, and the others are written. */
  async write(force: boolean, onFailure: (message: string) => void): Promise<void> {
    const written = new Set<string>();
    for (const { name, target, text } of this.#files) {
      try {
        await explained(target, async () => {
          await mkdir(dirname(target), { recursive: true });
          const real = join(await realpath(dirname(target)), basename(target));
          if (this.#sources.has(real)) throw new UserError(`${target}: a dump of this run; not replaced`);
          if (written.has(real)) throw new UserError(`${name}: another dump was written to ${target}`);
          // A link is replaced itself, and not what it leads to.
          if (force) await rm(target, { force: true });
          await writeNew(target, text);
          written.add(real);
        });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        onFailure(error.message);
      }
    }
  }

  /** The place of a file below the working folder, or its name alone where it lies elsewhere, with the form's ending. */
  #nameOf(path: string): string {
    const below = relative('.', path);
    const name = below.startsWith('..') || isAbsolute(below) ? basename(path) : below;
    return `${name.replace(/(?:\.dump)?\.(?:txt|dump)$/i, '')}${this.#extension}`;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new UserError(`${path}: is there already; --force replaces it`);
  }
}
