import type { SummaryResult } from '../../../server/src/protocol';

/** A dump of the workspace and what the list shows of it. */
export interface ListedDump {
  readonly uri: string;
  /** Path from the workspace folder on, with slashes. */
  readonly path: string;
  readonly summary: SummaryResult;
  readonly reviewed: boolean;
}

/** How dumps are put together. */
export const GROUPINGS = ['folder', 'source', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What dumps are ordered by. */
export const ORDERS = ['name', 'date', 'findings'] as const;
export type Order = (typeof ORDERS)[number];

/** Which dumps are shown. */
export const FILTERS = ['all', 'findings', 'unreviewed'] as const;
export type Filter = (typeof FILTERS)[number];

/** How the list is shown. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly order: Order;
  readonly filter: Filter;
}

/** How the list is shown before a person says otherwise. */
export const DEFAULT_ARRANGEMENT: Arrangement = { grouping: 'folder', order: 'name', filter: 'all' };

/** Reads a stored arrangement; what is no word of ours is as in the default. */
export function parseArrangement(stored: unknown): Arrangement {
  const value: object = typeof stored === 'object' && stored !== null ? stored : {};
  return {
    grouping: GROUPINGS.find((word) => 'grouping' in value && value.grouping === word) ?? 'folder',
    order: ORDERS.find((word) => 'order' in value && value.order === word) ?? 'name',
    filter: FILTERS.find((word) => 'filter' in value && value.filter === word) ?? 'all',
  };
}

/** Dumps that belong together. */
export interface Group {
  /** Folder, source or month (`YYYY-MM`); empty where a dump does not say. */
  readonly name: string;
  readonly dumps: readonly ListedDump[];
}

/** The dumps to be shown, put together and in order. Groups are in the order of their names, the one without a name last. */
export function arrange(
  dumps: readonly ListedDump[],
  { grouping, order, filter }: Arrangement,
): readonly Group[] {
  const groups = new Map<string, ListedDump[]>();
  for (const dump of dumps) {
    if (!isShown(dump, filter)) continue;
    const name = groupOf(dump, grouping);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [dump]);
    else group.push(dump);
  }
  return [...groups]
    .map(([name, members]) => ({ name, dumps: members.sort(comparison(order)) }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || compareTexts(a.name, b.name));
}

/** Findings that are louder than a hint. */
export function loudFindings({ findings }: SummaryResult): number {
  return findings.warning + findings.information;
}

function isShown({ summary, reviewed }: ListedDump, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'findings':
      return loudFindings(summary) > 0;
    case 'unreviewed':
      return !reviewed;
  }
}

function groupOf({ path, summary }: ListedDump, grouping: Grouping): string {
  switch (grouping) {
    case 'folder':
      return path.slice(0, Math.max(0, path.lastIndexOf('/')));
    case 'source':
      return summary.source ?? '';
    case 'month':
      return summary.published?.slice(0, 7) ?? '';
  }
}

function comparison(order: Order): (a: ListedDump, b: ListedDump) => number {
  const byName = (a: ListedDump, b: ListedDump): number => compareTexts(a.path, b.path);
  switch (order) {
    case 'name':
      return byName;
    case 'date':
      return (a, b) => compareTexts(b.summary.published ?? '', a.summary.published ?? '') || byName(a, b);
    case 'findings':
      return (a, b) =>
        b.summary.findings.warning - a.summary.findings.warning ||
        loudFindings(b.summary) - loudFindings(a.summary) ||
        byName(a, b);
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
