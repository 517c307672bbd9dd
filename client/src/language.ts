/** The language of article dumps, as the manifest contributes it. */
export const DUMP = 'article-dump';

/** The language of articles that are shown alone, for the settings that suit reading. */
export const ARTICLE = 'article-text';

/** What the editor takes a text file for that nothing else claims. */
export const PLAIN_TEXT = 'plaintext';

/** Documents that exist in the editor alone. Their URIs are used again for other texts. */
export const UNTITLED = 'untitled';

/** Name of the settings file that the server reads, too, while it is being edited. */
export const CONFIG_FILE = '.copydesk.json';

/** Schemes of documents that people work on; output channels, comment boxes and git's old versions have others. */
export const SCHEMES: readonly string[] = [
  'file',
  UNTITLED,
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
];

/** Selects documents that people work on. */
export function selector<Filter extends object>(filter: Filter): (Filter & { readonly scheme: string })[] {
  return SCHEMES.map((scheme) => ({ ...filter, scheme }));
}
