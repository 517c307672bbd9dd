import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type Disposable,
  type LogOutputChannel,
  l10n,
  Position,
  type QuickPickItem,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ArticleView } from './articleView';
import { siblingPattern } from './associations';
import { compareWithOriginal } from './compare';
import { copyArticle } from './copying';
import { normalizeDates } from './dateForms';
import type { Detector } from './detector';
import { dumpEditor, focusDumpEditor } from './dumpEditor';
import { CONFIG_FILE, DUMP, PLAIN_TEXT } from './language';
import { goTo, goToArticle, goToFinding, goToSection } from './moving';
import type { DumpFacts } from './overview/dumpFacts';
import type { DumpTree } from './overview/dumpTree';
import { shownReasons } from './reasons';
import { draftProfile, setDump, setProfile, setRole } from './roles';
import { openSample } from './sample';
import { saveArticles } from './saving';
import type { Server } from './server';
import { checkWorkspace, fixWorkspace } from './workspaceFixes';

/** What the commands work with. */
export interface Parts {
  readonly detector: Detector;
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly articles: ArticleView;
  readonly facts: DumpFacts;
  readonly tree: DumpTree;
  /** The folder of the extension. */
  readonly extension: Uri;
}

/** Registers the commands that the manifest contributes. */
export function registerCommands(parts: Parts): Disposable[] {
  const { detector, server, log, articles, facts, tree, extension } = parts;
  const choose = async (language: string): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document !== undefined) await detector.choose(document, language);
  };
  const handlers: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
    'copydesk.treatAsDump': () => choose(DUMP),
    'copydesk.treatAsPlainText': () => choose(PLAIN_TEXT),
    'copydesk.decide': () => letDecide(detector, server, log),
    'copydesk.fixAll': (uri) => fixAll(uriOf(uri)),
    'copydesk.fixNext': () => fixNext(),
    // The server marks furniture as comments, and nothing else.
    'copydesk.foldFurniture': () => commands.executeCommand('editor.foldAllBlockComments'),
    'copydesk.nextSection': () => goToSection('next'),
    'copydesk.previousSection': () => goToSection('previous'),
    'copydesk.nextArticle': () => goToArticle('next'),
    'copydesk.previousArticle': () => goToArticle('previous'),
    'copydesk.nextFinding': () => goToFinding('next'),
    'copydesk.previousFinding': () => goToFinding('previous'),
    'copydesk.showLine': (uri, line) => showLine(uriOf(uri), line),
    'copydesk.articleOnly': () => articles.show(),
    'copydesk.compare': (wanted) => compareWithOriginal(wanted),
    'copydesk.copyArticle': (wanted) => copyArticle(server, wanted),
    'copydesk.saveArticle': (clicked, selected, wanted) =>
      saveArticles(server, log, urisOf(clicked, selected), wanted),
    'copydesk.setRole': (uri, line, role, scope) =>
      setRole(server, {
        uri: uriOf(uri),
        line: typeof line === 'number' ? line : undefined,
        role,
        scope,
      }),
    'copydesk.normalizeDates': (scope, pattern) => normalizeDates(server, scope, pattern),
    'copydesk.setProfile': (wanted) => setProfile(server, wanted),
    'copydesk.draftProfile': () => draftProfile(server),
    'copydesk.openSample': () => openSample(extension),
    'copydesk.checkWorkspace': () => checkWorkspace(server, facts),
    'copydesk.fixWorkspace': () => fixWorkspace(server, facts),
    'copydesk.refreshDumps': () => facts.scan().then(() => tree.groups),
    'copydesk.groupDumps': (wanted) => tree.chooseArrangement('grouping', wanted),
    'copydesk.sortDumps': (wanted) => tree.chooseArrangement('order', wanted),
    'copydesk.toggleReviewed': (clicked, selected) => toggleReviewed(tree, urisOf(clicked, selected)),
    'copydesk.filterDumps': (wanted) => tree.chooseArrangement('filter', wanted),
    'copydesk.restartServer': () => server.restart(),
    'copydesk.showLog': () => log.show(),
  };
  return Object.entries(handlers).map(([name, handler]) => commands.registerCommand(name, handler));
}

async function fixAll(uri: Uri | undefined): Promise<void> {
  const editor = await focusDumpEditor(uri);
  if (editor === undefined) return;
  const { document } = editor;
  const all = document.validateRange(new Range(0, 0, document.lineCount, 0));
  const [fix] = await actionsAt(document, all, CodeActionKind.SourceFixAll.append('copydesk'), 1);
  if (fix?.edit) await workspace.applyEdit(fix.edit);
  else void window.showInformationMessage(l10n.t('There is nothing to fix.'));
}

/** Goes to the next finding that has one right fix, and makes that. */
async function fixNext(): Promise<void> {
  const editor = await focusDumpEditor();
  if (editor === undefined) return;
  await goToFinding('next');
  const { document, selection } = editor;
  const actions = await actionsAt(document, selection, CodeActionKind.QuickFix, MOST_ACTIONS);
  const fix = actions.find(({ isPreferred, edit }) => isPreferred === true && edit !== undefined);
  if (fix?.edit) await workspace.applyEdit(fix.edit);
}

/**
 * What can be done at a place. The editor's own commands that do it at once give up where the answer comes late.
 * @param most Of so many actions the edits are asked for.
 */
function actionsAt(
  { uri }: TextDocument,
  range: Range,
  { value }: CodeActionKind,
  most: number,
): Thenable<readonly CodeAction[]> {
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, value, most);
}

/** Of so many actions at one place the edits are asked for. */
const MOST_ACTIONS = 10;

async function showLine(uri: Uri | undefined, line: unknown): Promise<void> {
  const editor = await focusDumpEditor(uri);
  if (editor !== undefined && typeof line === 'number') goTo(editor, new Position(line, 0));
}

/** The document that a command is about: menus name it by its URI, the server's commands by that as text. */
function uriOf(value: unknown): Uri | undefined {
  if (value instanceof Uri) return value;
  return typeof value === 'string' ? Uri.parse(value, true) : undefined;
}

/** The files that a command is about: what was selected, and if nothing was, what was clicked. */
function urisOf(clicked: unknown, selected: unknown): readonly Uri[] {
  const all: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  return all.flatMap((item) => {
    const isListed = typeof item === 'object' && item !== null && 'uri' in item;
    return uriOf(isListed ? item.uri : item) ?? [];
  });
}

async function toggleReviewed(tree: DumpTree, chosen: readonly Uri[]): Promise<unknown> {
  const editor = chosen.length > 0 ? undefined : await dumpEditor();
  const uris = editor === undefined ? chosen : [editor.document.uri];
  return uris.length > 0 ? tree.toggleReviewed(uris) : undefined;
}

interface Way extends QuickPickItem {
  readonly go: () => unknown;
}

/** Lets a person say what the active document is. */
async function letDecide(detector: Detector, server: Server, log: LogOutputChannel): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const chosen = await window.showQuickPick(ways(document, detector, server, log), {
    title: l10n.t('What is this file?'),
    placeHolder: reasons(document, detector),
  });
  await chosen?.go();
}

function ways(document: TextDocument, detector: Detector, server: Server, log: LogOutputChannel): Way[] {
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
            detail: l10n.t(
              'Written into {0} for every editor and the command line, and into files.associations of this workspace',
              CONFIG_FILE,
            ),
            go: async () => {
              await associate(pattern);
              await detector.choose(document, DUMP);
              await setDump(server, document);
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
  return [l10n.t('score {0}', detection.score.toFixed(2)), ...shownReasons(detection, 4)].join(' · ');
}

function patternOfSiblings(document: TextDocument): string | null {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return null;
  const root = folder.uri.path.replace(/\/$/, '');
  if (!document.uri.path.startsWith(`${root}/`)) return null;
  return siblingPattern(document.uri.path.slice(root.lastIndexOf('/') + 1));
}

async function associate(pattern: string): Promise<void> {
  const files = workspace.getConfiguration('files');
  const { workspaceValue } = files.inspect<Readonly<Record<string, string>>>('associations') ?? {};
  await files.update('associations', { ...workspaceValue, [pattern]: DUMP }, ConfigurationTarget.Workspace);
}
