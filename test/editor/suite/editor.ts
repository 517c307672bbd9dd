import { assert } from 'chai';
import * as vscode from 'vscode';

// Tests end with the event that they wait for; this is for a machine that others keep busy.
const TIME_LIMIT = 40_000;

/** What `look` finds, now or after one of the events; rejects, naming `what`, where that takes longer than 40 s. */
export function until<T>(event: vscode.Event<unknown>, look: () => T | undefined, what: string): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      fail(new Error(`never: ${what}`));
    }, TIME_LIMIT);
    const consider = (): void => {
      const found = look();
      if (found === undefined) return;
      clearTimeout(timer);
      subscription.dispose();
      done(found);
    };
    const subscription = event(consider);
    consider();
  });
}

/** An event for what the editor tells nobody of: fires again and again. */
export const onTick: vscode.Event<unknown> = (listener) => {
  const timer = setInterval(listener, 100);
  return new vscode.Disposable(() => clearInterval(timer));
};

/** A file of the workspace. */
export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Shows a file of the workspace, as a person would open it: nothing but the editor holds its document. */
export async function show(path: string): Promise<vscode.TextEditor> {
  const uri = fileUri(path);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return shown(uri);
}

/** Waits until a document is in the active editor. */
export function shown(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return until(
    vscode.window.onDidChangeActiveTextEditor,
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
    },
    `${uri.path} shown`,
  );
}

/** Writes a file of the workspace and shows it. */
export async function showNew(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  return show(path);
}

let count = 0;

/** Shows a new file among the dumps and waits for its findings. */
export async function showDump(text: string): Promise<vscode.TextEditor> {
  count += 1;
  const editor = await showNew(`dumps/test-${count}.txt`, text);
  await findings(editor.document, (all) => all.length > 0, 'findings');
  return editor;
}

/** Waits until Copydesk's findings in a document are as `expected`. */
export function findings(
  document: vscode.TextDocument,
  expected: (findings: readonly vscode.Diagnostic[]) => boolean,
  what: string,
): Promise<readonly vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'copydesk');
      return expected(all) ? all : undefined;
    },
    what,
  );
}

/** Waits until a document has the text. */
export async function text(document: vscode.TextDocument, expected: string): Promise<void> {
  await until(
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText() === expected || undefined,
    'the text',
  ).catch(() => assert.equal(document.getText(), expected));
}

/** Waits until a document has the language. */
export async function language(document: vscode.TextDocument, expected: string): Promise<void> {
  await until(
    vscode.workspace.onDidOpenTextDocument,
    () => document.languageId === expected || undefined,
    `${document.uri.path} as ${expected}, it is ${document.languageId}`,
  );
}

/** What the editor shows of a place when the pointer rests on it, as text. */
export async function hoverText(document: vscode.TextDocument, { start }: vscode.Range): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replace(/\\(.)/g, '$1');
}

/** Where a text stands in a document for the first time, or within that the part of it. */
export function rangeOf(document: vscode.TextDocument, whole: string, part = whole): vscode.Range {
  const start = document.getText().indexOf(whole);
  if (start < 0) throw new Error(`${whole} is not in the document`);
  const offset = start + whole.indexOf(part);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + part.length));
}

/** Closes what is open and waits until the editor has let go of the document. */
export async function close(document: vscode.TextDocument): Promise<void> {
  const closed = until(
    vscode.workspace.onDidCloseTextDocument,
    () => document.isClosed || undefined,
    `${document.uri.path} closed`,
  );
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await closed;
}
