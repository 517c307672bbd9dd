import { FileSystemError, Uri, workspace } from 'vscode';
import type { ReadFileParams, ReadFileResult } from '../../server/src/protocol';

/**
 * Answers the server's request for a file's text: as it is in the editor where it is open, else on whatever file system
 * the editor reaches, in the encoding that the editor's settings say. Fails where the file is there but cannot be read.
 */
export async function readFile(params: ReadFileParams): Promise<ReadFileResult> {
  const uri = Uri.parse(params.uri, true);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return { text: open.getText() };
  try {
    const bytes = await workspace.fs.readFile(uri);
    return { text: await workspace.decode(bytes, { uri }) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { text: null };
    throw error;
  }
}
