import * as l10n from '@vscode/l10n';
import { getLocation, type Node } from 'jsonc-parser';
import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  type MarkupKind,
} from 'vscode-languageserver-types';
import type { Position, Range } from '../core/model/range';
import { isRole } from '../core/model/role';
import { roleWords } from '../core/model/roleWords';
import { builtInProfiles } from '../core/profiles/builtin';
import { FIELD_TYPES } from '../core/profiles/fieldTypes';
import { NO_PROFILE } from '../core/recognize';
import { translated } from '../core/text/display';
import { scanLines } from '../core/text/lines';
import { parseConfig } from '../rules/config';
import { offsetAt, positionAt } from '../rules/offsets';
import { ruleOf } from '../rules/registry';
import { markup } from './markdown';

// What the JSON schema of settings files cannot say: it knows no other part of the file, and no inside of templates.

/** Fields of templates that the metadata of an article is read from. */
const FIELD_NAMES: Readonly<Record<string, () => string>> = {
  published: () => l10n.t('The article’s own date'),
  captured: () => l10n.t('The day on which the page was scraped'),
  source: () => l10n.t('The agency or medium that the page names'),
  author: () => l10n.t('Who wrote the article'),
  outlet: () => l10n.t('The site or channel'),
  link: () => l10n.t('The address of the page'),
};

/** Date patterns that sites use most. */
const DATE_PATTERNS = ['dd/MM/yyyy', 'd/M/yyyy', 'MMMM d, yyyy', 'd MMMM yyyy', 'yyyy-MM-dd', 'yyyy.MM.dd'];

/** What a role, a rule or a profile in a settings file means. */
export function configHover(text: string, position: Position, kind: MarkupKind): Hover | null {
  const place = placeAt(text, position);
  const word = place?.node.value;
  if (!place || typeof word !== 'string') return null;
  const told = meaning(place, word, text);
  if (told === null) return null;
  const contents = markup(
    [
      { kind: 'heading', text: told.name },
      { kind: 'paragraph', text: told.meaning },
    ],
    kind,
  );
  return { contents, range: place.range };
}

/** What can stand at a place: ids of profiles, and in templates names and types of fields. */
export function configCompletions(text: string, position: Position): CompletionItem[] {
  const place = placeAt(text, position);
  if (!place) return [];
  if (place.key === 'profile') {
    return [{ id: NO_PROFILE, title: l10n.t('No profile') }, ...profilesOf(text)].map(({ id, title }) => {
      const newText = JSON.stringify(id);
      const item = { label: id, detail: title, kind: CompletionItemKind.Value };
      return { ...item, filterText: newText, textEdit: { range: place.range, newText } };
    });
  }
  return place.key === 'template' || place.key === 'templates' ? fieldCompletions(text, position) : [];
}

interface ConfigPlace {
  readonly node: Node;
  readonly range: Range;
  /** The innermost name on the way to the node. */
  readonly key: string;
  /** Whether the node is itself a name. */
  readonly isKey: boolean;
  readonly path: readonly (string | number)[];
}

/** The string at a place. */
function placeAt(text: string, position: Position): ConfigPlace | null {
  const table = scanLines(text);
  const { path, previousNode: node, isAtPropertyKey } = getLocation(text, offsetAt(table, position));
  const key = path.findLast((step) => typeof step === 'string');
  if ((node?.type !== 'string' && node?.type !== 'property') || key === undefined) return null;
  const offset = offsetAt(table, position);
  if (offset < node.offset || offset > node.offset + node.length) return null;
  const range = {
    start: positionAt(table, node.offset),
    end: positionAt(table, node.offset + node.length),
  };
  return { node, range, key: String(key), isKey: isAtPropertyKey, path };
}

interface Told {
  readonly name: string;
  readonly meaning: string;
}

function meaning({ key, isKey, path }: ConfigPlace, word: string, text: string): Told | null {
  if (path[0] === 'rules' && path.length === 2) {
    const rule = ruleOf(isKey ? word : key);
    return rule
      ? { name: `${rule.code}: ${translated(rule.title)}`, meaning: translated(rule.rationale) }
      : null;
  }
  if (isKey) return null;
  if ((key === 'role' || key === 'from' || key === 'to') && isRole(word)) return roleWords(word);
  if (key === 'profile') {
    const profile = profilesOf(text).find(({ id }) => id === word);
    return profile ? { name: profile.title, meaning: l10n.t('The profile of a site.') } : null;
  }
  return null;
}

/** The profiles that a settings file can name: its own, then the built-in ones. */
function profilesOf(text: string): readonly { readonly id: string; readonly title: string }[] {
  return [...parseConfig(text).profiles, ...builtInProfiles()];
}

/** Behind `{` names of fields, behind `{name:` their types. */
function fieldCompletions(text: string, { line, character }: Position): CompletionItem[] {
  const before = (text.split(/\r\n|\n|\r/)[line] ?? '').slice(0, character);
  const open = before.lastIndexOf('{');
  if (open < 0 || before.indexOf('}', open) >= 0) return [];
  const colon = before.indexOf(':', open);
  const start = (colon < 0 ? open : colon) + 1;
  const range = { start: { line, character: start }, end: { line, character } };
  const item = (label: string, detail: string): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Field,
    textEdit: { range, newText: label },
  });
  if (colon < 0) return Object.entries(FIELD_NAMES).map(([name, detail]) => item(name, detail()));
  return [
    ...DATE_PATTERNS.map((pattern) => item(pattern, l10n.t('date'))),
    ...[...FIELD_TYPES.keys()].map((type) => item(type, l10n.t('type'))),
  ];
}
