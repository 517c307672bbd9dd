import {
  commands,
  type Disposable,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  l10n,
  languages,
  MarkdownString,
  type Memento,
  type QuickPickItem,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { SummaryResult } from '../../../server/src/protocol';
import type { DumpFacts } from './dumpFacts';
import {
  type Arrangement,
  arrange,
  FILTERS,
  type Filter,
  GROUPINGS,
  type Group,
  type Grouping,
  type ListedDump,
  ORDERS,
  type Order,
  parseArrangement,
} from './dumpList';
import { Reviews } from './reviews';

/** The view's id in the manifest. */
export const VIEW = 'copydesk.dumps';

const STORED_ARRANGEMENT = 'dumpListArrangement';

/** Milliseconds within which news are shown together. */
const SHOW_PAUSE = 250;

type Node = Group | ListedDump;

/** The view “Article dumps”: the dumps of the workspace with their facts. Begins to look when it is first seen. */
export class DumpTree implements TreeDataProvider<Node>, FileDecorationProvider, Disposable {
  readonly #facts: DumpFacts;
  readonly #memory: Memento;
  readonly #reviews: Reviews;
  readonly #view: TreeView<Node>;
  readonly #treeChanged = new EventEmitter<undefined>();
  readonly #decorationsChanged = new EventEmitter<Uri | undefined>();
  readonly #subscriptions: readonly Disposable[];
  #arrangement: Arrangement;
  #showPause: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#treeChanged.event;
  readonly onDidChangeFileDecorations = this.#decorationsChanged.event;

  constructor(facts: DumpFacts, memory: Memento) {
    this.#facts = facts;
    this.#memory = memory;
    this.#reviews = new Reviews(memory);
    this.#arrangement = parseArrangement(memory.get(STORED_ARRANGEMENT));
    this.#view = window.createTreeView<Node>(VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      manageCheckboxStateManually: true,
    });
    this.#subscriptions = [
      this.#treeChanged,
      this.#decorationsChanged,
      this.#view,
      window.registerFileDecorationProvider(this),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) void facts.ready();
      }),
      this.#view.onDidChangeCheckboxState(({ items }) => this.#mark(items)),
      facts.onDidChange((uri) => {
        this.#decorationsChanged.fire(uri);
        this.#showSoon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#showPause);
    for (const each of this.#subscriptions) each.dispose();
  }

  /** The groups that are shown now. */
  get groups(): readonly Group[] {
    const dumps = this.#facts.all.map(
      ({ uri, summary }): ListedDump => ({
        uri: uri.toString(),
        path: workspace.asRelativePath(uri),
        summary,
        reviewed: this.#reviews.has(uri.toString()),
      }),
    );
    return arrange(dumps, this.#arrangement);
  }

  /** Lets a person choose how dumps are put together, ordered and filtered. Answers what is shown then. */
  async chooseArrangement(part: keyof Arrangement, wanted?: unknown): Promise<readonly Group[]> {
    const choices = choicesOf(part, this.#arrangement);
    const chosen =
      choices.find(({ value }) => value === wanted) ??
      (await window.showQuickPick(choices, { title: titleOf(part) }));
    if (chosen === undefined) return this.groups;
    this.#arrangement = parseArrangement({ ...this.#arrangement, [part]: chosen.value });
    await this.#memory.update(STORED_ARRANGEMENT, this.#arrangement);
    this.#show();
    return this.groups;
  }

  /** Marks dumps as reviewed or, where all of them are, as not reviewed. Answers what is shown then. */
  async toggleReviewed(uris: readonly Uri[]): Promise<readonly Group[]> {
    const reviewed = !uris.every((uri) => this.#reviews.has(uri.toString()));
    await this.#reviews.mark(uris.map((uri) => ({ uri: uri.toString(), reviewed })));
    window.setStatusBarMessage(reviewed ? l10n.t('Reviewed') : l10n.t('Not reviewed yet'), 3000);
    this.#show();
    return this.groups;
  }

  getChildren(node?: Node): Node[] {
    if (node !== undefined) return isGroup(node) ? [...node.dumps] : [];
    if (this.#view.visible) void this.#facts.ready();
    return [...this.groups];
  }

  getTreeItem(node: Node): TreeItem {
    return isGroup(node) ? this.#groupItem(node) : dumpItem(node);
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const summary = this.#facts.of(uri);
    const warnings = summary?.findings.warning ?? 0;
    // The editor itself counts the warnings of open files.
    if (summary === undefined || warnings === 0 || languages.getDiagnostics(uri).length > 0) return undefined;
    const badge = warnings > 99 ? '99' : String(warnings);
    return new FileDecoration(badge, foundWords(summary), new ThemeColor('list.warningForeground'));
  }

  #groupItem({ name, dumps }: Group): TreeItem {
    const label = name === '' ? unnamed(this.#arrangement.grouping) : name;
    const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
    item.id = `${this.#arrangement.grouping}:${name}`;
    item.description = dumps.length === 1 ? l10n.t('1 dump') : l10n.t('{0} dumps', dumps.length);
    item.iconPath = new ThemeIcon(
      { folder: 'folder', source: 'broadcast', month: 'calendar' }[this.#arrangement.grouping],
    );
    item.contextValue = 'group';
    item.accessibilityInformation = { label: `${label}, ${item.description}` };
    return item;
  }

  #mark(items: readonly (readonly [Node, TreeItemCheckboxState])[]): void {
    const marks = items.flatMap(([node, state]) =>
      isGroup(node) ? [] : [{ uri: node.uri, reviewed: state === TreeItemCheckboxState.Checked }],
    );
    void this.#reviews.mark(marks).then(() => this.#show());
  }

  #showSoon(): void {
    this.#showPause ??= setTimeout(() => this.#show(), SHOW_PAUSE);
  }

  #show(): void {
    clearTimeout(this.#showPause);
    this.#showPause = undefined;
    this.#treeChanged.fire(undefined);
    this.#view.message = this.#message();
  }

  #message(): string {
    const { looked, files } = this.#facts.progress;
    if (looked < files) return l10n.t('{0} of {1} files looked at…', looked, files);
    if (this.#facts.isBounded) return l10n.t('Only the first {0} text files were looked at.', files);
    const { filter } = this.#arrangement;
    if (filter === 'all' || this.#facts.all.length === 0) return '';
    return l10n.t('Shown: {0}', filterWords(filter));
  }
}

function isGroup(node: Node): node is Group {
  return 'dumps' in node;
}

function dumpItem({ uri, path, summary, reviewed }: ListedDump): TreeItem {
  const resource = Uri.parse(uri, true);
  const name = path.slice(path.lastIndexOf('/') + 1);
  // The day comes first, as headlines are longer than side bars are wide.
  const label = [summary.published, summary.headline ?? name].filter((part) => part !== null).join(' ');
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.resourceUri = resource;
  item.iconPath = new ThemeIcon(summary.articles > 1 ? 'files' : 'file');
  item.description = [foundSigns(summary), summary.language, summary.headline === null ? null : name]
    .filter((part) => part !== null)
    .join(' · ');
  item.tooltip = tooltip(path, summary);
  item.command = { title: l10n.t('Open'), command: 'vscode.open', arguments: [resource] };
  item.contextValue = 'dump';
  item.checkboxState = {
    state: reviewed ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: reviewed ? l10n.t('Reviewed') : l10n.t('Not reviewed yet'),
    accessibilityInformation: { label: l10n.t('Reviewed: {0}', label), role: 'checkbox' },
  };
  item.accessibilityInformation = {
    label: [label, foundWords(summary), reviewed ? l10n.t('Reviewed') : l10n.t('Not reviewed yet')].join(
      ', ',
    ),
  };
  return item;
}

function tooltip(path: string, summary: SummaryResult): MarkdownString {
  const text = new MarkdownString();
  text.appendText(summary.headline ?? path);
  for (const line of [
    path,
    [summary.published, summary.source, summary.language].filter((part) => part !== null).join(' · '),
    summary.articles === 1 ? l10n.t('1 article') : l10n.t('{0} articles', summary.articles),
    foundWords(summary),
  ]) {
    if (line === '') continue;
    text.appendMarkdown('\n\n');
    text.appendText(line);
  }
  return text;
}

/** The findings in a few characters, each severity with a sign of its own; null where there are none. */
function foundSigns({ findings: { warning, information } }: SummaryResult): string | null {
  const signs = [
    ...(warning > 0 ? [`${warning}\u26a0\ufe0e`] : []),
    ...(information > 0 ? [`${information}\u24d8`] : []),
  ];
  return signs.length > 0 ? signs.join(' ') : null;
}

function foundWords({ findings: { warning, information, hint } }: SummaryResult): string {
  const words = [
    ...(warning > 0 ? [l10n.t('warnings: {0}', warning)] : []),
    ...(information > 0 ? [l10n.t('infos: {0}', information)] : []),
    ...(hint > 0 ? [l10n.t('hints: {0}', hint)] : []),
  ];
  return words.length > 0 ? words.join(', ') : l10n.t('nothing found');
}

function unnamed(grouping: Grouping): string {
  switch (grouping) {
    case 'folder':
      return l10n.t('Workspace folder');
    case 'source':
      return l10n.t('No source');
    case 'month':
      return l10n.t('No date');
  }
}

function titleOf(part: keyof Arrangement): string {
  switch (part) {
    case 'grouping':
      return l10n.t('Group Dumps By');
    case 'order':
      return l10n.t('Sort Dumps By');
    case 'filter':
      return l10n.t('Show Dumps');
  }
}

interface Choice extends QuickPickItem {
  readonly value: Grouping | Order | Filter;
}

function choicesOf(part: keyof Arrangement, current: Arrangement): readonly Choice[] {
  const words: Readonly<Record<Grouping | Order | Filter, string>> = {
    folder: l10n.t('Folder'),
    source: l10n.t('Source'),
    month: l10n.t('Month'),
    name: l10n.t('Name'),
    date: l10n.t('Date published, latest first'),
    findings: part === 'order' ? l10n.t('Findings, most first') : filterWords('findings'),
    all: filterWords('all'),
    unreviewed: filterWords('unreviewed'),
  };
  const values = { grouping: GROUPINGS, order: ORDERS, filter: FILTERS }[part];
  return values.map((value) => ({
    value,
    label: words[value],
    ...(value === current[part] && { description: l10n.t('now') }),
  }));
}

function filterWords(filter: Filter): string {
  switch (filter) {
    case 'all':
      return l10n.t('All');
    case 'findings':
      return l10n.t('Those with findings');
    case 'unreviewed':
      return l10n.t('Those not reviewed yet');
  }
}

/** Brings the view to the front. */
export function focusDumps(): Thenable<unknown> {
  return commands.executeCommand(`${VIEW}.focus`);
}
