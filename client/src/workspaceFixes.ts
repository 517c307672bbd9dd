import {
  type CancellationToken,
  l10n,
  ProgressLocation,
  Range,
  ThemeIcon,
  type Uri,
  WorkspaceEdit,
  type WorkspaceEditEntryMetadata,
  window,
  workspace,
} from 'vscode';
import { FIXES, type FixEdit, type FixesResult } from '../../server/src/protocol';
import { languageOf } from './dumpFiles';
import type { DumpFacts } from './overview/dumpFacts';
import { loudFindings } from './overview/dumpList';
import { focusDumps } from './overview/dumpTree';
import type { Server } from './server';

/** How many edits a preview takes: more cannot be reviewed, and the editor would stand still. */
const MOST_EDITS = 5000;

/** Looks at all dumps of the workspace, and says what was found. */
export async function checkWorkspace(server: Server, facts: DumpFacts): Promise<void> {
  await look(facts, l10n.t('Checking article dumps'));
  const found = facts.all.filter(({ summary }) => loudFindings(summary) > 0);
  await focusDumps();
  const message = l10n.t('Dumps: {0}. With findings: {1}.', facts.all.length, found.length);
  const fix = l10n.t('Fix All in Workspace…');
  if (found.length === 0) void window.showInformationMessage(message);
  else {
    void window.showInformationMessage(message, fix).then((chosen) => {
      if (chosen === fix) return fixWorkspace(server, facts);
      return undefined;
    });
  }
}

/** Collects what can be mended in the dumps of the workspace, and lets a person choose from it in the editor's preview. */
export async function fixWorkspace(server: Server, facts: DumpFacts): Promise<void> {
  const collected = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Collecting fixes'), cancellable: true },
    async (progress, token) => {
      await scanned(facts, token);
      const uris = facts.all.filter(({ summary }) => loudFindings(summary) > 0).map(({ uri }) => uri);
      const fixes = await collect(server, uris, token, (message) =>
        progress.report({ message, increment: 100 / uris.length }),
      );
      return token.isCancellationRequested ? null : fixes;
    },
  );
  if (collected !== null) await letApply(collected);
}

/** The edits of one file. */
export interface FileFixes {
  readonly uri: Uri;
  readonly edits: readonly FixEdit[];
}

/** The edits that mend the files, up to {@link MOST_EDITS}. Files that change in the meantime are left out. */
export async function collect(
  server: Server,
  uris: readonly Uri[],
  token: CancellationToken,
  report: (message: string) => void,
): Promise<readonly FileFixes[]> {
  const changed = new Set<string>();
  const watcher = workspace.onDidChangeTextDocument(({ document }) => changed.add(document.uri.toString()));
  const files: FileFixes[] = [];
  let count = 0;
  for (const uri of uris) {
    if (token.isCancellationRequested || count >= MOST_EDITS) break;
    report(workspace.asRelativePath(uri));
    const params = { uri: uri.toString(), ...languageOf(uri) };
    const { edits } = (await server.request<FixesResult | null>(FIXES, params, token)) ?? { edits: [] };
    count += edits.length;
    if (edits.length > 0) files.push({ uri, edits });
  }
  watcher.dispose();
  return files.filter(({ uri }) => !changed.has(uri.toString()));
}

/** The edits as the editor previews them: what is not sure is unticked, and each says what it is for. */
export function workspaceEdit(files: readonly FileFixes[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, edits } of files) {
    for (const { range, newText, sure, label, reason } of edits) {
      const metadata: WorkspaceEditEntryMetadata = {
        needsConfirmation: !sure,
        label: sure ? label : l10n.t('Not sure: {0}', label),
        description: reason,
        // The editor tells label and reason where there is an icon to point at.
        iconPath: new ThemeIcon(sure ? 'info' : 'question'),
      };
      const { start, end } = range;
      edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText, metadata);
    }
  }
  return edit;
}

async function letApply(files: readonly FileFixes[]): Promise<void> {
  const edits = files.flatMap((file) => file.edits);
  if (edits.length === 0) {
    void window.showInformationMessage(l10n.t('There is nothing to fix.'));
    return;
  }
  // The editor previews by itself what holds something unsure; the rest it would apply without a question.
  if (edits.every(({ sure }) => sure)) {
    const apply = l10n.t('Fix All');
    const question = l10n.t(
      'Make {0} changes in {1} files? All of them are sure.',
      edits.length,
      files.length,
    );
    if ((await window.showWarningMessage(question, { modal: true }, apply)) !== apply) return;
  }
  if (edits.length >= MOST_EDITS) {
    void window.showInformationMessage(
      l10n.t('Only the first {0} changes are shown. Ask again for the others afterwards.', edits.length),
    );
  }
  await workspace.applyEdit(workspaceEdit(files), { isRefactoring: true });
}

function look(facts: DumpFacts, title: string): Thenable<void> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const subscription = facts.onDidChange(() => {
        const { looked, files } = facts.progress;
        progress.report({
          message: l10n.t('{0} of {1}', looked, files),
          increment: 100 / Math.max(1, files),
        });
      });
      return scanned(facts, token).finally(() => subscription.dispose());
    },
  );
}

/** Looks at the whole workspace, until that is done or cancelled. */
async function scanned(facts: DumpFacts, token: CancellationToken): Promise<void> {
  const subscription = token.onCancellationRequested(() => facts.cancel());
  await facts.scan();
  subscription.dispose();
}
