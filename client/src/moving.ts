import {
  commands,
  type Diagnostic,
  DiagnosticTag,
  type DocumentSymbol,
  l10n,
  languages,
  type Position,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  window,
} from 'vscode';
import { dumpEditor } from './dumpEditor';
import { type Direction, stepTo } from './steps';

/** Goes to the next or the previous article of the file. */
export async function goToArticle(direction: Direction): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const articles = await outline(editor.document.uri);
  step(editor, articles.map(startOf), direction, l10n.t('There is no article in this file.'));
}

/** Goes to the next or the previous section of an article, across articles. */
export async function goToSection(direction: Direction): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const sections = (await outline(editor.document.uri)).flatMap(({ children }) => children);
  step(editor, sections.map(startOf), direction, l10n.t('There is no section in this file.'));
}

/** Goes to the next or the previous finding of the kind that the caret is at; where it is at none, to any. */
export async function goToFinding(direction: Direction): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const all = findingsOf(editor.document.uri);
  const caret = editor.selection.active;
  const kind = all.filter(({ range }) => range.contains(caret)).map(codeOf)[0];
  const places = all.filter((finding) => kind === undefined || codeOf(finding) === kind);
  step(
    editor,
    places.map(({ range }) => range.start),
    direction,
    l10n.t('There is no finding in this file.'),
  );
}

/** What Copydesk found in a document, the fading of furniture left out. */
export function findingsOf(uri: Uri): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, tags }) => source === 'copydesk' && !tags?.includes(DiagnosticTag.Unnecessary));
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

async function outline(uri: Uri): Promise<readonly DocumentSymbol[]> {
  const symbols = await commands.executeCommand<readonly DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return symbols ?? [];
}

function startOf({ selectionRange }: DocumentSymbol): Position {
  return selectionRange.start;
}

function step(editor: TextEditor, places: readonly Position[], direction: Direction, none: string): void {
  const place = stepTo(places, editor.selection.active, direction);
  if (place === undefined) {
    window.setStatusBarMessage(none, 3000);
    return;
  }
  goTo(editor, place);
}

/** Puts the caret at a place and shows it. */
export function goTo(editor: TextEditor, place: Position): void {
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
