import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from './analysis';
import type { Client } from './client';
import { configDocument } from './configDocument';
import { likelyRoles } from './core/likelyRoles';
import { roleWords } from './core/model/roleWords';
import { builtInProfiles } from './core/profiles/builtin';
import { draftProfile } from './core/profiles/draft';
import type { AnswerDocument } from './documentRequests';
import type { ConfigOfDocument } from './features/configEdits';
import { lineAt } from './features/places';
import { setDumpEdit } from './features/setDump';
import { setProfileEdit } from './features/setProfile';
import { setRoleEdit } from './features/setRole';
import type { EditOptions } from './features/workspaceEdits';
import {
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
} from './protocol';
import { changedConfig } from './rules/configText';
import type { Workspace } from './workspace';

/** Answers the requests by which a person corrects what was recognized: roles of lines, profiles of files. */
export function answerSettingsRequests(answer: AnswerDocument, workspace: Workspace, client: Client): void {
  const options: EditOptions = {
    documentChanges: client.hasDocumentChanges,
    createsFiles: client.createsFiles,
  };

  function editing(
    analysis: Analysis,
    edit: (config: ConfigOfDocument) => WorkspaceEdit | null,
  ): SetRoleResult | null {
    const config = configDocument(workspace, analysis);
    const made = config && edit(config);
    return made && { edit: made };
  }

  answer(LINE_ROLE, 'Reading a role', ({ dump }, { line }: LineRoleParams): LineRoleResult | null => {
    const placed = lineAt(dump, line);
    if (placed === null) return null;
    const roles = likelyRoles(placed.page, placed.line);
    return {
      role: placed.role === '' ? null : placed.role,
      roles: roles.map((role) => {
        const { name, meaning } = roleWords(role);
        return { role, name, description: meaning };
      }),
    };
  });
  answer(
    SET_ROLE,
    'Setting a role',
    (analysis, params: SetRoleParams) =>
      editing(analysis, (config) => setRoleEdit(analysis.dump, params, config, config.path, options)),
    'reread',
  );
  answer(PROFILES, 'Listing profiles', ({ dump, settings }): ProfilesResult => {
    const known = [...settings.recognition.profiles, ...builtInProfiles()];
    const titles = new Map(known.toReversed().map(({ id, title }) => [id, title]));
    return {
      profile: dump.pages[0]?.page.profile?.id ?? null,
      profiles: [...titles].map(([id, title]) => ({ id, title })).toReversed(),
    };
  });
  answer(
    SET_PROFILE,
    'Setting a profile',
    (analysis, { profile }: SetProfileParams) =>
      editing(analysis, (config) => setProfileEdit(profile, config, config.path, options)),
    'reread',
  );
  answer(
    SET_DUMP,
    'Saying that files are dumps',
    (analysis) => editing(analysis, (config) => setDumpEdit(config, config.path, options)),
    'reread',
  );
  answer(DRAFT_PROFILE, 'Drafting a profile', (analysis) => drafted(workspace, analysis), 'reread');
}

/** A profile made of a dump, in the settings file as it is. */
function drafted(workspace: Workspace, analysis: Analysis): DraftProfileResult | null {
  const draft = draftProfile(analysis.dump);
  if (draft === null) return null;
  const config = configDocument(workspace, analysis);
  const change = { path: ['profiles', -1], value: draft };
  const text = config && changedConfig(config.text, [change]);
  if (config !== null && text !== null) return { uri: config.uri, text };
  // A settings file that is no JSON is left to its author.
  return { uri: null, text: changedConfig(null, [change]) ?? '' };
}
