import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { likelyRoles } from '../core/likelyRoles';
import type { Dump } from '../core/model/page';
import { overlap, type Range } from '../core/model/range';
import { roleWords } from '../core/model/roleWords';
import { COMMANDS } from '../protocol';
import type { PlacedFinding } from '../rules/diagnose';
import type { TextEdit } from '../rules/rule';
import { FIX_ALL_KIND } from './codeActionKinds';
import type { ConfigOfDocument } from './configEdits';
import { SOURCE } from './diagnostics';
import { ignoreHereEdit, ignoreInFileEdit } from './ignoring';
import { normalizeActions } from './normalizeDates';
import { lineAt } from './places';
import { ruleOffEdit } from './ruleOff';
import { setRoleEdit } from './setRole';
import { ruleTitle } from './words';
import { type EditedDocument, type EditOptions, workspaceEdit } from './workspaceEdits';

/** Roles that are offered for a line where the client cannot ask. */
const OFFERED_ROLES = 3;

/** A document with what was found in it. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly dump: Dump;
  readonly findings: readonly PlacedFinding[];
  /** Edits that apply all preferred fixes, of one rule or of all. Recognizes what comes of them: not cheap. */
  fixAll(code?: string): readonly TextEdit[];
}

/** What is asked for. */
export interface CodeActionRequest {
  readonly range: Range;
  /** Kinds that are wanted, with their sub-kinds. Absent: all. */
  readonly only?: readonly string[] | undefined;
  /** The client's diagnostics at the range, which actions refer to. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an editor asks by itself, at every move of the caret, and no person did. */
  readonly isAutomatic?: boolean | undefined;
}

/** What a client can do, and what is known of the settings file that holds for the document. */
export interface CodeActionOptions extends EditOptions {
  /** Whether the client asks for edits later, of the one action that is chosen. */
  readonly resolvesEdits?: boolean | undefined;
  readonly config?: ConfigOfDocument | null | undefined;
  /** Whether the client has the {@link COMMANDS}: then it asks the person what a line is. */
  readonly hasCommands?: boolean | undefined;
}

/** What an action carries whose edit is asked for later. */
export interface FixAllData {
  readonly uri: string;
  /** The rule to fix; absent for all. */
  readonly code?: string;
}

/** The fixes of the findings at a range, of all findings like them, of the whole file, and ways to be told of them no more. */
export function codeActions(
  document: CheckedDocument,
  request: CodeActionRequest,
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const found = document.findings.filter(({ range }) => overlap(range, request.range));
  if (wants(request.only, CodeActionKind.QuickFix)) {
    actions.push(
      ...found.flatMap((finding) => quickFixes(document, finding, request.diagnostics, options)),
      ...unique(found.filter(isFixable)).flatMap((code) => fixKind(document, code, options)),
      ...waysToIgnore(document, found, request, options),
    );
  }
  // At every move of the caret nobody asks what a line is, or for dates in another form.
  if (!request.isAutomatic && wants(request.only, CodeActionKind.RefactorRewrite)) {
    actions.push(
      ...normalizeActions(document, request.range, options),
      ...roleActions(document, request.range, options),
    );
  }
  const asksForSource = request.only !== undefined || !request.isAutomatic;
  if (asksForSource && wants(request.only, FIX_ALL_KIND) && document.findings.some(isFixable)) {
    actions.push(fixAllAction(document, l10n.t('Fix all that Copydesk is sure of'), FIX_ALL_KIND, options));
  }
  return actions;
}

/** The fixes of findings in a settings file. */
export function configActions(
  document: EditedDocument,
  findings: readonly PlacedFinding[],
  request: CodeActionRequest,
  options: EditOptions,
): CodeAction[] {
  if (!wants(request.only, CodeActionKind.QuickFix)) return [];
  return findings
    .filter(({ range }) => overlap(range, request.range))
    .flatMap((finding) => quickFixes(document, finding, request.diagnostics, options));
}

/** Reads the data of an action that comes back from a client; null where it is not ours. */
export function fixAllData(data: unknown): FixAllData | null {
  if (typeof data !== 'object' || data === null || !('uri' in data) || typeof data.uri !== 'string')
    return null;
  const code = 'code' in data && typeof data.code === 'string' ? { code: data.code } : {};
  return { uri: data.uri, ...code };
}

/** Whether an action of `kind` is among the wanted kinds: `quickfix` wants `quickfix.spacing` too, and `''` all. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

function quickFixes(
  document: EditedDocument,
  finding: PlacedFinding,
  diagnostics: readonly Diagnostic[],
  options: EditOptions,
): CodeAction[] {
  const own = diagnostics.filter(
    ({ source, code, range }) => source === SOURCE && code === finding.code && isSame(range, finding.range),
  );
  return finding.fixes.map(({ title, edits, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...(own.length > 0 && { diagnostics: own }),
    ...(preferred && { isPreferred: true }),
    edit: workspaceEdit(document, edits, options),
  }));
}

function fixKind(document: CheckedDocument, code: string, options: CodeActionOptions): CodeAction[] {
  if (document.findings.filter((finding) => finding.code === code && isFixable(finding)).length < 2)
    return [];
  const title = l10n.t('Fix all in this file: {0}', ruleTitle(code));
  return [fixAllAction(document, title, CodeActionKind.QuickFix, options, code)];
}

function fixAllAction(
  document: CheckedDocument,
  title: string,
  kind: CodeActionKind,
  options: CodeActionOptions,
  code?: string,
): CodeAction {
  const data: FixAllData = { uri: document.uri, ...(code !== undefined && { code }) };
  return options.resolvesEdits
    ? { title, kind, data }
    : { title, kind, edit: workspaceEdit(document, document.fixAll(code), options) };
}

/** Ways to say what a line is: one that asks, where the client can, else the likeliest other roles. */
function roleActions(
  { uri, dump }: CheckedDocument,
  { start, end }: Range,
  options: CodeActionOptions,
): CodeAction[] {
  const placed = start.line === end.line ? lineAt(dump, start.line) : null;
  if (!placed || placed.role === '' || !options.config) return [];
  const { line } = start;
  const kind = CodeActionKind.RefactorRewrite;
  if (options.hasCommands) {
    const title = l10n.t('This line is …');
    return [{ title, kind, command: { title, command: COMMANDS.setRole, arguments: [uri, line] } }];
  }
  const { config } = options;
  return likelyRoles(placed.page, placed.line)
    .filter((role) => role !== placed.role)
    .slice(0, OFFERED_ROLES)
    .flatMap((role) => {
      const edit = setRoleEdit(dump, { line, role, scope: 'line' }, config, config.path, options);
      return edit ? [{ title: l10n.t('This line is: {0}', roleWords(role).name), kind, edit }] : [];
    });
}

/**
 * Ways to be told of findings no more: of one, of a rule's in the file, of a rule's anywhere. When an editor asks by itself,
 * only where there are fixes, beside which they stand.
 */
function waysToIgnore(
  { dump }: CheckedDocument,
  found: readonly PlacedFinding[],
  { isAutomatic }: CodeActionRequest,
  options: CodeActionOptions,
): CodeAction[] {
  const { config } = options;
  if (!config) return [];
  const offered = found.filter(({ fixes }) => !isAutomatic || fixes.length > 0);
  const action = (title: string, edit: WorkspaceEdit | null): CodeAction[] =>
    edit ? [{ title, kind: CodeActionKind.QuickFix, edit }] : [];
  return [
    ...offered.flatMap((finding) =>
      action(l10n.t('Ignore “{0}” here', finding.code), ignoreHereEdit(dump, finding, config, options)),
    ),
    ...unique(offered).flatMap((code) => [
      ...action(l10n.t('Ignore “{0}” in this file', code), ignoreInFileEdit(code, config, options)),
      ...action(l10n.t('Turn the rule “{0}” off', code), ruleOffEdit(config, code, options)),
    ]),
  ];
}

function isFixable({ fixes }: PlacedFinding): boolean {
  return fixes.some(({ preferred }) => preferred);
}

function unique(findings: readonly PlacedFinding[]): readonly string[] {
  return [...new Set(findings.map(({ code }) => code))];
}

function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
