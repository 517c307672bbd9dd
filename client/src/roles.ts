import { commands, l10n, type QuickPickItem, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  type DocumentParams,
  DRAFT_PROFILE,
  type DraftProfileResult,
  LINE_ROLE,
  type LineRoleParams,
  type LineRoleResult,
  PROFILES,
  type ProfilesResult,
  SET_DUMP,
  SET_PROFILE,
  SET_ROLE,
  type SetProfileParams,
  type SetRoleParams,
  type SetRoleResult,
} from '../../server/src/protocol';
import { dumpEditor } from './dumpEditor';
import { exists } from './files';
import { CONFIG_FILE, DUMP, UNTITLED } from './language';
import type { Server } from './server';

interface RoleItem extends QuickPickItem {
  /** Null takes back what was said before. */
  readonly role: string | null;
}

interface ProfileItem extends QuickPickItem {
  readonly profile: string | null;
}

interface ScopeItem extends QuickPickItem {
  readonly scope: SetRoleParams['scope'];
}

/** Whose line is to have a role, and as far as they are settled which role and where. */
export interface RoleOrder {
  /** The active dump where it is missing. */
  readonly uri: Uri | undefined;
  /** The line of the caret where it is missing. */
  readonly line: number | undefined;
  readonly role: unknown;
  readonly scope: unknown;
}

/** Lets a person say what a line is; he is asked for what is not settled. */
export async function setRole(server: Server, { uri, line, role, scope: where }: RoleOrder): Promise<void> {
  const editor = await dumpEditor(uri);
  if (editor === undefined) return;
  const { document } = editor;
  const place: LineRoleParams = { uri: document.uri.toString(), line: line ?? editor.selection.active.line };
  const known = await server.request<LineRoleResult | null>(LINE_ROLE, place);
  if (known === null || known.role === null) {
    void window.showInformationMessage(l10n.t('There is nothing on this line.'));
    return;
  }
  const text = document.lineAt(place.line).text.trim();
  const title = l10n.t('This Line Is…');
  const items = roleItems(known);
  const chosen =
    items.find((item) => item.role === role) ??
    (await window.showQuickPick(items, {
      title,
      placeHolder: text,
      matchOnDescription: true,
      matchOnDetail: true,
    }));
  if (chosen === undefined) return;
  const scope =
    scopes().find((item) => item.scope === where) ??
    (await window.showQuickPick(scopes(), { title, placeHolder: text }));
  if (scope === undefined) return;
  const params: SetRoleParams = { ...place, role: chosen.role, scope: scope.scope };
  await change(server, await server.request<SetRoleResult | null>(SET_ROLE, params));
}

/**
 * Lets a person say which site's layout the active dump has.
 * @param wanted The id of a profile, `none`, or null to let the text tell again; a person is asked where it is neither.
 */
export async function setProfile(server: Server, wanted: unknown): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const document: DocumentParams = { uri: editor.document.uri.toString() };
  const known = await server.request<ProfilesResult | null>(PROFILES, document);
  if (known === null) return;
  const items = profileItems(known);
  const chosen =
    items.find(({ profile }) => profile === wanted) ??
    (await window.showQuickPick(items, { title: l10n.t('This Dump Is From…') }));
  if (chosen === undefined) return;
  const params: SetProfileParams = { ...document, profile: chosen.profile };
  await change(server, await server.request<SetRoleResult | null>(SET_PROFILE, params));
}

/** Says in the settings file that a document and all files like it in its folder are dumps. */
export async function setDump(server: Server, { uri }: TextDocument): Promise<void> {
  const params: DocumentParams = { uri: uri.toString(), languageId: DUMP };
  await change(server, await server.request<SetRoleResult | null>(SET_DUMP, params));
}

/** Makes the edit of the settings file, and says that it was made or could not be. */
async function change(server: Server, result: SetRoleResult | null): Promise<void> {
  if (result !== null && (await server.apply(result.edit))) {
    window.setStatusBarMessage(l10n.t('Written into {0}.', CONFIG_FILE), 4000);
    return;
  }
  void window.showWarningMessage(
    l10n.t('{0} could not be changed. Is the dump in the workspace?', CONFIG_FILE),
  );
}

function profileItems({ profile: current, profiles }: ProfilesResult): readonly ProfileItem[] {
  return [
    ...profiles.map(({ id, title }) => ({
      profile: id,
      label: title,
      description: id === current ? l10n.t('now') : '',
    })),
    { profile: 'none', label: l10n.t('None of these sites') },
    { profile: null, label: l10n.t('Let Copydesk decide') },
  ];
}

/** Opens a profile made of the active dump for review, as a text without a file. */
export async function draftProfile(server: Server): Promise<void> {
  const editor = await dumpEditor();
  if (editor === undefined) return;
  const params = { uri: editor.document.uri.toString() };
  const result = await server.request<DraftProfileResult | null>(DRAFT_PROFILE, params);
  if (result === null) {
    void window.showInformationMessage(l10n.t('There is no article in this file.'));
    return;
  }
  await review(result);
}

/** Shows the settings file with the profile in it, not saved: what it would change can be compared and taken back. */
async function review({ uri, text }: DraftProfileResult): Promise<void> {
  const file = uri === null ? null : Uri.parse(uri, true);
  const isThere = file !== null && (await exists(file));
  const document =
    file === null
      ? await workspace.openTextDocument({ language: 'jsonc' })
      : await workspace.openTextDocument(isThere ? file : file.with({ scheme: UNTITLED }));
  const editor = await window.showTextDocument(document, { preview: false });
  const all = new Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(document.validateRange(all), text));
  const message = l10n.t(
    'This profile was made from what was recognized. Look it over, and save it in {0}.',
    CONFIG_FILE,
  );
  if (!isThere) {
    void window.showInformationMessage(message);
    return;
  }
  const compare = l10n.t('Compare with Saved');
  const chosen = await window.showInformationMessage(message, compare);
  if (chosen === compare)
    await commands.executeCommand('workbench.files.action.compareWithSaved', document.uri);
}

function roleItems({ role: current, roles }: LineRoleResult): readonly RoleItem[] {
  return [
    ...roles.map(({ role, name, description }) => ({
      role,
      label: name,
      description: role === current ? l10n.t('now') : '',
      detail: description,
    })),
    {
      role: null,
      label: l10n.t('Let Copydesk decide'),
      detail: l10n.t('Takes back what was said of this line'),
    },
  ];
}

function scopes(): readonly ScopeItem[] {
  return [
    { scope: 'line', label: l10n.t('Only here') },
    { scope: 'text', label: l10n.t('Wherever a line says the same, in all dumps of the workspace') },
  ];
}
