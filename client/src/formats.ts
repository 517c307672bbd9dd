import { l10n, type QuickPickItem, window } from 'vscode';
import type { ExportFormat } from '../../server/src/protocol';

/** A form that articles are handed on in, as people know it. */
interface Format extends QuickPickItem {
  readonly format: ExportFormat;
}

function formats(): readonly Format[] {
  return [
    { format: 'text', label: l10n.t('Plain text'), description: '.txt' },
    { format: 'markdown', label: 'Markdown', description: '.md' },
    {
      format: 'jsonld',
      label: 'JSON-LD',
      description: l10n.t('schema.org NewsArticle'),
    },
    { format: 'bibtex', label: 'BibTeX', description: l10n.t('citation') },
    { format: 'csl-json', label: 'CSL-JSON', description: l10n.t('citation') },
    { format: 'jsonl', label: 'JSON Lines', description: l10n.t('one article a line') },
  ];
}

/** Lets a person choose a form; undefined where he changed his mind. The wanted one is taken without a question. */
export async function chooseFormat(title: string, wanted?: unknown): Promise<Format | undefined> {
  const all = formats();
  return (
    all.find(({ format }) => format === wanted) ??
    window.showQuickPick(all, { title, placeHolder: l10n.t('In which form?') })
  );
}
