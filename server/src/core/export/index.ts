import { bibtex } from './bibtex';
import { citationKeys } from './citationKeys';
import type { CleanArticle } from './cleanArticle';
import { cslJson } from './cslJson';
import type { ExportFormat } from './format';
import { jsonLd, SCHEMA_ORG } from './jsonLd';
import { jsonRecord } from './jsonRecord';
import { type MappedLine, parted } from './mappedLines';
import { markdown } from './markdown';
import { plainText } from './plainText';

export { type CleanArticle, cleanArticles, type RecordFacts } from './cleanArticle';
export { EXPORT_EXTENSIONS, EXPORT_FORMATS, type ExportFormat } from './format';
export { PARTING } from './mappedLines';

/** Articles in a form for people or other programs. */
export interface Exported {
  /** A whole document, with a line end at its end. Of no articles: empty, or an empty list where the form is a list. */
  readonly text: string;
  /** For forms that are read line by line: the dump's line that each line of the text came from, never falling. */
  readonly lines?: readonly number[];
}

/** Writes articles as one document. */
export function exportArticles(articles: readonly CleanArticle[], format: ExportFormat): Exported {
  return EXPORTERS[format](articles);
}

const EXPORTERS: Readonly<Record<ExportFormat, (articles: readonly CleanArticle[]) => Exported>> = {
  text: (articles) => mapped(parted(articles.map(plainText))),
  markdown: (articles) => mapped(parted(articles.map(markdown))),
  jsonld: (articles) => {
    const items = articles.map(jsonLd);
    return json({ '@context': SCHEMA_ORG, ...(items.length === 1 ? items[0] : { '@graph': items }) });
  },
  bibtex: (articles) => {
    const keys = citationKeys(articles);
    return { text: articles.map((article, index) => bibtex(article, keys[index] ?? '')).join('\n') };
  },
  'csl-json': (articles) => {
    const keys = citationKeys(articles);
    return json(articles.map((article, index) => cslJson(article, keys[index] ?? '')));
  },
  jsonl: (articles) => ({
    text: articles.map((article) => `${JSON.stringify(jsonRecord(article))}\n`).join(''),
  }),
};

function mapped(lines: readonly MappedLine[]): Exported {
  return { text: lines.map(({ text }) => `${text}\n`).join(''), lines: lines.map(({ line }) => line) };
}

function json(value: unknown): Exported {
  return { text: `${JSON.stringify(value, null, 2)}\n` };
}
