/** The forms that articles are exported in. */
export const EXPORT_FORMATS = ['text', 'markdown', 'jsonld', 'bibtex', 'csl-json', 'jsonl'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Ends of the names of files in a form. */
export const EXPORT_EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  text: '.txt',
  markdown: '.md',
  jsonld: '.jsonld',
  bibtex: '.bib',
  'csl-json': '.csl.json',
  jsonl: '.jsonl',
};
