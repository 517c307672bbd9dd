import type { WorkspaceEdit } from 'vscode-languageserver-types';

import type { ExportFormat } from './core/export/format';

export { EXPORT_EXTENSIONS, EXPORT_FORMATS, type ExportFormat } from './core/export/format';

/** What a client may pass as `initializationOptions`. All of it is optional: other editors pass nothing. */
export interface InitializationOptions {
  /** Whether the client answers {@link READ_FILE}. Otherwise the server reads files itself, where it can. */
  readonly readsFiles?: boolean;
  /** Whether the client wants {@link STATUS} notifications. */
  readonly showsStatus?: boolean;
  /** Whether the client has the {@link COMMANDS}, so that lenses and actions may name them. */
  readonly hasCommands?: boolean;
  /** URI of the folder that holds the rules' pages, for links from findings. */
  readonly ruleDocumentation?: string;
  /** Texts for people in the person's language, by the English ones. Without them the client's locale decides. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Server to client: the text of a file, closed or on a disk that only the client reaches. */
export const READ_FILE = 'copydesk/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Null where there is no such file. */
export interface ReadFileResult {
  readonly text: string | null;
}

/** Server to client, after each analysis of an open document: what was made of it. */
export const STATUS = 'copydesk/status';

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly isDump: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** Titles of the profiles that matched, without repeats. */
  readonly profiles: readonly string[];
  readonly articles: number;
  /** Limits that were reached, as sentences for people. */
  readonly limits: readonly string[];
}

/**
 * Requests from client to server about one document: as it is in the editor where it is open, else as the file is on
 * disk. All of them answer null where there is no such file, or it is no dump.
 */
export interface DocumentParams {
  readonly uri: string;
  /** The language that the client would give a document that is not open; without it the content decides. */
  readonly languageId?: string;
}

/** How loud a finding is; nothing is an error. */
export type FindingCounts = Readonly<Record<'warning' | 'information' | 'hint', number>>;

/** Client to server: the facts of a dump that a list of dumps shows. Furniture is no finding here. */
export const SUMMARY = 'copydesk/summary';

export interface SummaryResult {
  /** What the first article of the file says, null where it does not. */
  readonly headline: string | null;
  /** ISO 8601 day, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly source: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly articles: number;
  readonly findings: FindingCounts;
}

/** Client to server: what can be mended in a dump, for a list that a person chooses from. */
export const FIXES = 'copydesk/fixes';

export interface FixesResult {
  /** In order of place, without overlaps: together the sure ones are what fixing all does. */
  readonly edits: readonly FixEdit[];
}

/** A replacement in the document; zero-based lines, UTF-16 columns. */
export interface FixEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
  /** Whether it is part of fixing all. Of an unsure one a person has to say that it is right. */
  readonly sure: boolean;
  /** What is done and why, as short sentences for people. */
  readonly label: string;
  readonly reason: string;
}

/** Client to server: the forms that dates can be brought into, each with what that would change. */
export const DATE_FORMS = 'copydesk/dateForms';

export interface DateFormsParams extends DocumentParams {
  /** Zero-based; the field is that of this line. */
  readonly line: number;
}

export interface DateFormsResult {
  readonly forms: readonly DateForms[];
}

/** The dates of a field, or of all the file, in another form. */
export interface DateForms {
  readonly scope: 'field' | 'file';
  /** CLDR pattern of the form. */
  readonly pattern: string;
  /** The first of the dates in that form. */
  readonly example: string;
  /** Replacements in order of place, without overlaps; never empty. */
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
}

/** As the protocol's own `Range`. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client to server: articles of a dump without their furniture, in a form for other programs. */
export const EXPORT = 'copydesk/export';

export interface ExportParams extends DocumentParams {
  readonly format: ExportFormat;
  /** Only the article of the page that holds this line, counted from 0; all articles where it is missing. */
  readonly line?: number;
}

export interface ExportResult {
  /** Empty where there is no article. */
  readonly text: string;
  /** For `text` and `markdown`: the line of the document that each line of the text came from, never falling. */
  readonly lines?: readonly number[];
}

/** Client to server: what a line was taken for, and every role that a person could give it instead. */
export const LINE_ROLE = 'copydesk/lineRole';

export interface LineRoleParams extends DocumentParams {
  readonly line: number;
}

export interface LineRoleResult {
  /** Null for a blank line. */
  readonly role: string | null;
  readonly roles: readonly { readonly role: string; readonly name: string; readonly description: string }[];
}

/** Client to server: the edit of `.copydesk.json` that gives a line a role. The client applies it. */
export const SET_ROLE = 'copydesk/setRole';

export interface SetRoleParams extends LineRoleParams {
  /** Null takes back what was said of the line before. */
  readonly role: string | null;
  /** The line at this place alone, or all lines of the same text in the workspace. */
  readonly scope: 'line' | 'text';
}

/** Null where no settings file holds for the document, or the one that does is no JSON. */
export interface SetRoleResult {
  readonly edit: WorkspaceEdit;
}

/** Client to server: which profile a document's pages are of, and those that a person could choose instead. */
export const PROFILES = 'copydesk/profiles';

export interface ProfilesResult {
  /** The id of the first page's profile; null where none fits. */
  readonly profile: string | null;
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
}

/** Client to server: the edit of `.copydesk.json` that says which profile a document is of. Answers as {@link SET_ROLE}. */
export const SET_PROFILE = 'copydesk/setProfile';

export interface SetProfileParams extends DocumentParams {
  /** The id of a profile; `none` for no profile; null lets the text tell again. */
  readonly profile: string | null;
}

/**
 * Client to server: the edit of `.copydesk.json` that says that a document, and all files of its folder with its extension,
 * are dumps. Answers as {@link SET_ROLE}.
 */
export const SET_DUMP = 'copydesk/setDump';

/** Client to server: a profile made of what was recognized in a dump, to be reviewed by a person. */
export const DRAFT_PROFILE = 'copydesk/draftProfile';

export interface DraftProfileResult {
  /** URI of the settings file, there or not; null outside the workspace. */
  readonly uri: string | null;
  /** The whole text of `.copydesk.json`, as it is now, with the profile added as the last one. */
  readonly text: string;
}

/** Commands of the client that code lenses and code actions of the server name; the document's URI is the first argument. */
export const COMMANDS = {
  /** Applies all preferred fixes. */
  fixAll: 'copydesk.fixAll',
  /** Asks what the line is that is the second argument. */
  setRole: 'copydesk.setRole',
  /** Shows the line that is the second argument. */
  showLine: 'copydesk.showLine',
} as const;
