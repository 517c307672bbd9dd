import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  type QuickPickItem,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { siblingPattern } from './associations';
import type { Detector } from './detector';
import { DUMP, PLAIN_TEXT } from './language';
import type { Server } from './server';

/** Registers the commands that the manifest contributes. */
export function registerCommands(detector: Detector, server: Server, log: LogOutputChannel): Disposable[] {
  const choose = async (language: string): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document !== undefined) await detector.choose(document, language);
  };
  const handlers: Readonly<Record<string, () => unknown>> = {
    'copydesk.treatAsDump': () => choose(DUMP),
    'copydesk.treatAsPlainText': () => choose(PLAIN_TEXT),
    'copydesk.decide': () => letDecide(detector, log),
    'copydesk.fixAll': () =>
      commands.executeCommand('editor.action.sourceAction', {
        kind: 'source.fixAll.copydesk',
        apply: 'first',
      }),
    // The server marks furniture as comments, and nothing else.
    'copydesk.foldFurniture': () => commands.executeCommand('editor.foldAllBlockComments'),
    'copydesk.restartServer': () => server.restart(),
    'copydesk.showLog': () => log.show(),
  };
  return Object.entries(handlers).map(([name, handler]) => commands.registerCommand(name, handler));
}

interface Way extends QuickPickItem {
  readonly go: () => unknown;
}

/** Lets a person say what the active document is. */
async function letDecide(detector: Detector, log: LogOutputChannel): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const chosen = await window.showQuickPick(ways(document, detector, log), {
    title: l10n.t('What is this file?'),
    placeHolder: reasons(document, detector),
  });
  await chosen?.go();
}

function ways(document: TextDocument, detector: Detector, log: LogOutputChannel): Way[] {
  const asDump: Way = {
    label: l10n.t('An article dump'),
    description: l10n.t('remembered for this file'),
    go: () => detector.choose(document, DUMP),
  };
  const asPlainText: Way = {
    label: l10n.t('Not a dump, plain text'),
    description: l10n.t('remembered for this file'),
    go: () => detector.choose(document, PLAIN_TEXT),
  };
  const pattern = patternOfSiblings(document);
  const always: Way[] =
    pattern === null
      ? []
      : [
          {
            label: l10n.t('A dump, like all such files in this folder'),
            description: pattern,
            detail: l10n.t('Written into files.associations in the settings of this workspace'),
            go: async () => {
              await associate(pattern);
              await detector.choose(document, DUMP);
            },
          },
        ];
  const showLog: Way = { label: l10n.t('Show the log'), go: () => log.show() };
  return document.languageId === DUMP
    ? [asPlainText, ...always, showLog]
    : [asDump, ...always, asPlainText, showLog];
}

function reasons(document: TextDocument, detector: Detector): string {
  const { detection } = detector.judge(document);
  if (detection === null) return l10n.t('Say how Copydesk should treat it');
  return [l10n.t('score {0}', detection.score.toFixed(2)), ...detection.reasons.slice(0, 4)].join(' · ');
}

function patternOfSiblings(document: TextDocument): string | null {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return null;
  const root = folder.uri.path.replace(/\/+$/, '');
  if (!document.uri.path.startsWith(`${root}/`)) return null;
  return siblingPattern(document.uri.path.slice(root.lastIndexOf('/') + 1));
}

async function associate(pattern: string): Promise<void> {
  const files = workspace.getConfiguration('files');
  const { workspaceValue } = files.inspect<Readonly<Record<string, string>>>('associations') ?? {};
  await files.update('associations', { ...workspaceValue, [pattern]: DUMP }, ConfigurationTarget.Workspace);
}
