import type { Analysis } from './analysis';
import { pathBelow } from './configFiles';
import type { ConfigOfDocument } from './features/configEdits';
import type { Workspace } from './workspace';

/** The settings file that holds for a document, as it is in the editor where it is open; null outside the workspace. */
export function configDocument(workspace: Workspace, { uri, settings }: Analysis): ConfigOfDocument | null {
  const { configFile } = settings;
  if (configFile === null) return null;
  const open = workspace.documents.get(configFile.uri);
  return {
    uri: configFile.uri,
    text: open?.getText() ?? configFile.text,
    version: open?.version ?? null,
    path: pathBelow(configFile, uri),
  };
}
