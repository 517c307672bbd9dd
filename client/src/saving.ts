import {
  type CancellationToken,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  EXPORT,
  EXPORT_EXTENSIONS,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
} from '../../server/src/protocol';
import { dumpEditor } from './dumpEditor';
import { filesAt, languageOf } from './dumpFiles';
import { exists } from './files';
import { chooseFormat } from './formats';
import type { Server } from './server';

/** Where and as what articles are saved. */
interface Order {
  readonly format: ExportFormat;
  readonly folder: Uri;
}

/** What came of it. */
interface Outcome {
  readonly saved: number;
  /** Files without an article. */
  readonly empty: number;
  /** Files whose copy would have taken the place of another file. */
  readonly kept: number;
}

/**
 * Saves the articles of dumps as files: of the active dump, or of the files and folders that were selected.
 * @param wanted `format` and, as a URI, `folder`; a person is asked for what is missing.
 */
export async function saveArticles(
  server: Server,
  log: LogOutputChannel,
  selected: readonly Uri[],
  wanted: unknown,
): Promise<void> {
  const sources = selected.length > 0 ? selected : await activeDump();
  if (sources.length === 0) return;
  const settled: object = typeof wanted === 'object' && wanted !== null ? wanted : {};
  const chosen = await chooseFormat(
    l10n.t('Save Article As'),
    'format' in settled ? settled.format : undefined,
  );
  if (chosen === undefined) return;
  const folder = 'folder' in settled && settled.folder instanceof Uri ? settled.folder : await chooseFolder();
  if (folder === undefined) return;
  const order: Order = { format: chosen.format, folder };
  const outcome = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Saving articles'), cancellable: true },
    (progress, token) => saveAll(server, log, sources, order, token, (share) => progress.report(share)),
  );
  void window.showInformationMessage(told(outcome));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Save Article As'),
    openLabel: l10n.t('Save Here'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

async function activeDump(): Promise<readonly Uri[]> {
  const editor = await dumpEditor();
  return editor === undefined ? [] : [editor.document.uri];
}

/** Saves the articles of all files at the URIs. Files that are there already are left as they are. */
export async function saveAll(
  server: Pick<Server, 'request'>,
  log: Pick<LogOutputChannel, 'warn'>,
  sources: readonly Uri[],
  order: Order,
  token: CancellationToken,
  report: (share: { message: string; increment: number }) => void,
): Promise<Outcome> {
  const files = await filesAt(sources, token);
  const outcome = { saved: 0, empty: 0, kept: 0 };
  for (const file of files) {
    if (token.isCancellationRequested) break;
    report({ message: nameOf(file), increment: 100 / files.length });
    const params: ExportParams = { uri: file.toString(), ...languageOf(file), format: order.format };
    const result = await server.request<ExportResult | null>(EXPORT, params, token);
    if (result === null || result.text === '') {
      outcome.empty += 1;
      continue;
    }
    const target = Uri.joinPath(
      order.folder,
      `${nameOf(file).replace(/\.[^.]+$/, '')}${EXPORT_EXTENSIONS[order.format]}`,
    );
    if (await exists(target)) {
      log.warn(`${target.toString()} is there already and was left as it is.`);
      outcome.kept += 1;
      continue;
    }
    await workspace.fs.writeFile(target, new TextEncoder().encode(result.text));
    outcome.saved += 1;
  }
  return outcome;
}

function told({ saved, empty, kept }: Outcome): string {
  return [
    l10n.t('Files saved: {0}.', saved),
    ...(empty > 0 ? [l10n.t('Files without an article: {0}.', empty)] : []),
    ...(kept > 0 ? [l10n.t('Left as they are, for a file of the name was there: {0}.', kept)] : []),
  ].join(' ');
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
