/** Name of the settings file. It holds for its folder and the folders below that have none of their own. By itself, so that a server which starts need not load what reads them. */
export const CONFIG_FILE = '.copydesk.json';

/** Whether a document is a settings file. */
export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`);
}
