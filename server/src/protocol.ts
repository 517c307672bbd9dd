/** What a client may pass as `initializationOptions`. All of it is optional: other editors pass nothing. */
export interface InitializationOptions {
  /** Whether the client answers {@link READ_FILE}. Otherwise the server reads files itself, where it can. */
  readonly readsFiles?: boolean;
  /** Whether the client wants {@link STATUS} notifications. */
  readonly showsStatus?: boolean;
  /** URI of the folder that holds the rules' pages, for links from findings. */
  readonly ruleDocumentation?: string;
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
