import { type CleanArticle, cleanArticles, type ExportFormat, exportArticles, PARTING } from '../core/export';
import { OutputFolder } from './outputFolder';
import { type Desk, Run, type RunOptions } from './run';
import type { Work } from './work/job';
import { pagesInFile } from './work/subject';

export interface ExportOptions extends RunOptions {
  readonly format: ExportFormat;
  /** The folder that gets a file for each dump; without it all articles go to standard output as one document. */
  readonly output?: string | undefined;
  /** Whether files that are there in the folder are replaced. */
  readonly force: boolean;
}

/** Forms of which one file's articles stand below those of another, with something between; others are one document. */
const BETWEEN: Partial<Record<ExportFormat, string>> = { text: PARTING, markdown: PARTING, jsonl: '' };

/** The articles of one text: written, or as they are where the document is made of all of them. */
interface ExportResult {
  readonly text: string;
  readonly articles: readonly CleanArticle[];
}

/** `copydesk export`: the articles of each dump in another form. Returns the exit code. */
export async function exportFiles(desk: Desk, options: ExportOptions): Promise<number> {
  const { terminal } = desk;
  const run = new Run(desk, options);
  const { format, output, force } = options;
  const task = { command: 'export', options } as const;
  const work = exportWork(options);
  if (output !== undefined) {
    await run.forEach(task, work, (inputs) => {
      const sources = new Set(inputs.map(({ real }) => real));
      const folder = new OutputFolder(output, format, force, sources);
      return {
        take: async (result, unit) => {
          if (result) await folder.write(unit, result.text);
        },
      };
    });
    return run.exitCode;
  }
  const collected: CleanArticle[] = [];
  let between = '';
  await run.forEach(task, work, () => ({
    take: async (result) => {
      if (!result) return;
      for (const article of result.articles) collected.push(article);
      if (result.text === '') return;
      await terminal.out(between + result.text);
      between = BETWEEN[format] ?? '';
    },
  }));
  if (BETWEEN[format] === undefined) await terminal.out(exportArticles(collected, format).text);
  return run.exitCode;
}

/** Takes the articles out of a text. */
export function exportWork({ format, output }: ExportOptions): Work<ExportResult> {
  const isWritten = output !== undefined || BETWEEN[format] !== undefined;
  return (subject, report) => {
    const { unit, dump } = subject;
    if (!dump.isDump) {
      report.skip(subject);
      return null;
    }
    const articles = cleanArticles(pagesInFile(subject), unit.name, unit.record);
    if (articles.length > 0) {
      return isWritten
        ? { text: exportArticles(articles, format).text, articles: [] }
        : { text: '', articles };
    }
    report.note(`${unit.name}: no article in it`);
    return null;
  };
}
