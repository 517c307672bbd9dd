import type {
  CreateFile,
  TextEdit as LspTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { TextEdit } from '../rules/rule';

/** What a client can do with edits. */
export interface EditOptions {
  /** Whether it takes edits with the version of the document that they are for. */
  readonly documentChanges?: boolean | undefined;
  /** Whether an edit may create a file. */
  readonly createsFiles?: boolean | undefined;
  /** Whether it shows edits to the person before they are made, where they ask for that. */
  readonly confirmsEdits?: boolean | undefined;
}

/** A document to be edited; the version is null for a file that is not open. */
export interface EditedDocument {
  readonly uri: string;
  readonly version: number | null;
}

/** Edits of one document, bound to its version where the client can. */
export function workspaceEdit(
  document: EditedDocument,
  edits: readonly TextEdit[],
  options: EditOptions,
): WorkspaceEdit {
  return options.documentChanges
    ? { documentChanges: [documentEdit(document, edits)] }
    : { changes: { [document.uri]: copied(edits) } };
}

/** Edits of one document that a person is to look at first, where the client can show them. */
export function reviewedEdit(
  document: EditedDocument,
  edits: readonly TextEdit[],
  label: string,
  options: EditOptions,
): WorkspaceEdit {
  if (!options.documentChanges || !options.confirmsEdits) return workspaceEdit(document, edits, options);
  const annotated = edits.map(({ range, newText }) => ({ range, newText, annotationId: REVIEW }));
  const { uri, version } = document;
  return {
    changeAnnotations: { [REVIEW]: { label, needsConfirmation: true } },
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
  };
}

/** The one annotation of an edit. */
const REVIEW = 'review';

/** A new file with a text. Only for clients that create files. */
export function fileCreation(uri: string, text: string): WorkspaceEdit {
  // Fails as a whole where the file has come to be since: nothing is inserted into another's text.
  const create: CreateFile = { kind: 'create', uri };
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      create,
      documentEdit({ uri, version: null }, [{ range: { start, end: start }, newText: text }]),
    ],
  };
}

function documentEdit({ uri, version }: EditedDocument, edits: readonly TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version }, edits: copied(edits) };
}

function copied(edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range, newText }));
}
