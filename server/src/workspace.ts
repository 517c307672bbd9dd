import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { Analysis, type AnalysisInput } from './analysis';
import type { Client } from './client';
import { withoutSlash } from './client';
import { ConfigFiles } from './configFiles';
import { ArticleIndex } from './core/articleIndex';
import { type ArticlePlace, articlePlaces } from './core/articlePlaces';
import { OrderTally } from './core/dates/orderTally';
import { isUpToDate, ordersOf } from './core/dates/siteOrders';
import { forgetLines } from './core/text/perLine';
import { TextLines } from './core/text/textLines';
import { OpenDocument } from './openDocument';
import { READ_FILE, type ReadFileParams, type ReadFileResult } from './protocol';
import { type ResourceSettings, resourceSettings, SECTION } from './resourceSettings';
import { isConfigFile } from './rules/configName';
import type { RuleFailure } from './rules/findings';
import { describe, type Log } from './runSafe';
import { inTurns, type Runtime } from './runtime';
import { isIn, pathIn } from './uriPaths';

/** The open documents, the settings that hold for each, and what is known of them. */
export class Workspace {
  readonly documents = new TextDocuments(OpenDocument);
  /** Called with each new analysis. */
  onAnalysis: (analysis: Analysis) => void = () => {};
  /** Called with open documents of which other dumps say something else than before. */
  onOutdated: (uris: readonly string[]) => void = () => {};

  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #client: Client;
  readonly #log: Log;
  readonly #configFiles: ConfigFiles;
  readonly #settings = new Map<string, Promise<ResourceSettings>>();
  readonly #analyses = new Map<string, Analysis>();
  /** Analyses that are not finished, by document. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** Of every dump that was analyzed, open or not: what nobody looked at is not searched for. */
  readonly #tally = new OrderTally();
  /** Of every file of the workspace that was analyzed and is not open. */
  readonly #closedArticles = new ArticleIndex();
  /** What was logged before and need not be again. */
  readonly #told = new Set<string>();
  #folders: readonly string[];
  /** Settings that a client sends by itself, as it cannot be asked. */
  #sentSettings: unknown;
  #analysisCount = 0;

  constructor(connection: Connection, runtime: Runtime, client: Client, log: Log) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#client = client;
    this.#log = log;
    this.#folders = client.folders;
    this.#configFiles = new ConfigFiles((uri) => this.#readSettings(uri), log);
    this.documents.listen(connection);
    this.documents.onDidClose(({ document }) => {
      const last = this.#analyses.get(document.uri);
      // Of drafts and of files from elsewhere nothing is left when they are closed.
      if (last && isIn(this.#folders, document.uri)) this.#noteArticles(last);
      this.#settings.delete(document.uri);
      this.#analyses.delete(document.uri);
      this.#underWay.delete(document.uri);
      if (this.#analyses.size === 0) forgetLines();
    });
  }

  /** What is known of a document as it is now; null where it is not open, or no text to be analyzed. */
  async analysis(uri: string): Promise<Analysis | null> {
    if (this.documents.get(uri) === undefined || isConfigFile(uri)) return null;
    const settings = await this.#settingsOf(uri);
    const document = this.documents.get(uri);
    if (document === undefined) {
      // It was closed meanwhile, and its settings were forgotten before they were there.
      this.#settings.delete(uri);
      return null;
    }
    const { version, languageId, lines: text } = document;
    const today = this.#runtime.today();
    const known = this.#analyses.get(uri) ?? null;
    const siteVotes = this.#tally.without(uri);
    const input = { uri, version, languageId, settings, today, siteVotes, text };
    if (known?.isOf(input)) return known;
    await (this.#underWay.get(uri) ?? this.#begin(input, known));
    // The document may have been changed meanwhile: an analysis of that begins with this one, and takes a moment only.
    return this.analysis(uri);
  }

  #begin(input: Omit<AnalysisInput, 'onFailure'>, known: Analysis | null): Promise<void> {
    const { uri } = input;
    // A document that is closed takes its place away, and then nobody wants what comes of it.
    const isWanted = () => this.#underWay.get(uri) === work;
    const work = this.#analyze(input, known)
      .then((analysis) => {
        if (!isWanted()) return;
        this.#analyses.set(uri, analysis);
        this.#count(analysis);
        this.onAnalysis(analysis);
      })
      .finally(() => {
        if (isWanted()) this.#underWay.delete(uri);
      });
    this.#underWay.set(uri, work);
    return work;
  }

  /**
   * What is known of a document, or where it is not open of the file; null where there is no such file.
   * @param languageId The language that a file which is not open is taken for.
   */
  async analysisOfFile(uri: string, languageId = ''): Promise<Analysis | null> {
    if (this.documents.get(uri) !== undefined || isConfigFile(uri)) return this.analysis(uri);
    const isKnown = this.#settings.has(uri);
    const settings = await this.#settingsOf(uri);
    // Documents forget their settings when they are closed; files never opened would be remembered for ever.
    if (!isKnown && this.documents.get(uri) === undefined) this.#settings.delete(uri);
    const text = await this.#readFile(uri);
    if (text === null) {
      this.#closedArticles.forget(uri);
      return null;
    }
    const today = this.#runtime.today();
    const siteVotes = this.#tally.without(uri);
    const input = { uri, version: 0, languageId, settings, today, siteVotes, text: TextLines.of(text) };
    const analysis = await this.#analyze(input, null);
    this.#count(analysis);
    this.#noteArticles(analysis);
    return analysis;
  }

  /** The articles of all dumps that were analyzed, as they were then where they are not open. */
  articlePlaces(): readonly ArticlePlace[] {
    const open = [...this.#analyses.values()];
    return [
      ...open.flatMap(({ uri, dump }) => (dump.isDump ? articlePlaces(uri, dump) : [])),
      ...this.#closedArticles.places((uri) => this.#analyses.has(uri)),
    ];
  }

  /** Whether a document is open or its file is there. */
  async isThere(uri: string): Promise<boolean> {
    return (await this.#readFile(uri)) !== null;
  }

  /** A file's path in the workspace, or its whole URI where it is outside. */
  pathOf(uri: string): string {
    return pathIn(this.#folders, uri);
  }

  /** Settings are asked for again, of the client and of files. */
  invalidate(): void {
    this.#configFiles.forget();
    this.#settings.clear();
  }

  /** Takes settings from a client that sends them by itself. */
  takeSettings(settings: unknown): void {
    this.#sentSettings =
      typeof settings === 'object' && settings !== null && SECTION in settings
        ? settings[SECTION]
        : undefined;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(withoutSlash));
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(withoutSlash)];
  }

  /** Counts what a dump shows of its site, and tells of open documents that this says something of. */
  #count({ uri, dump }: Analysis): void {
    if (!this.#tally.note(uri, ordersOf(dump))) return;
    const outdated = [...this.#analyses].flatMap(([other, analysis]) =>
      other !== uri && !isUpToDate(analysis.dump, this.#tally.without(other)) ? [other] : [],
    );
    if (outdated.length > 0) this.onOutdated(outdated);
  }

  #noteArticles({ uri, dump }: Analysis): void {
    if (!this.#closedArticles.note(uri, dump)) return;
    this.#tellOnce(
      l10n.t('The workspace has more articles than are remembered: cards do not lead to all of them.'),
    );
  }

  #analyze(input: Omit<AnalysisInput, 'onFailure'>, previous: Analysis | null): Promise<Analysis> {
    const onFailure = ({ code, error }: RuleFailure): void =>
      this.#tellOnce(`The rule ${code} failed: ${describe(error)}`);
    const id = String(++this.#analysisCount);
    return inTurns(Analysis.inSteps(id, { ...input, onFailure }, previous), this.#runtime);
  }

  #settingsOf(uri: string): Promise<ResourceSettings> {
    const known = this.#settings.get(uri) ?? this.#loadSettings(uri);
    this.#settings.set(uri, known);
    return known;
  }

  async #loadSettings(uri: string): Promise<ResourceSettings> {
    // Who is not told of changed files looks again for each document that is opened.
    if (!this.#client.registersWatchers) this.#configFiles.forget();
    const [section, configFile] = await Promise.all([
      this.#section(uri),
      this.#configFiles.nearest(uri, this.#folders),
    ]);
    const settings = resourceSettings(uri, section, configFile);
    for (const problem of settings.problems) this.#tellOnce(problem);
    if (configFile && this.documents.get(configFile.uri) === undefined) {
      for (const { message, range } of configFile.config.problems) {
        this.#tellOnce(`${configFile.uri}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
      }
    }
    return settings;
  }

  /** The client's settings for a document; nothing set where it cannot say. */
  async #section(uri: string): Promise<unknown> {
    if (!this.#client.hasConfiguration) return this.#sentSettings;
    try {
      return await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
    } catch (error) {
      this.#log.warn(`The client gave no settings for ${uri}: ${describe(error)}`);
      return undefined;
    }
  }

  /**
   * The text of a settings file. Whoever wrote the files of a workspace may not have what is elsewhere read as settings,
   * parts of which messages would quote.
   */
  async #readSettings(uri: string): Promise<string | null> {
    if (!(await this.#runtime.leadsOutside?.(uri, this.#folders))) return this.#readFile(uri);
    this.#tellOnce(l10n.t('{0} is not read: a symbolic link leads out of the workspace.', uri));
    return null;
  }

  /** The text of a file: as it is in the editor where it is open, else as the client reads it, else from disk. */
  async #readFile(uri: string): Promise<string | null> {
    const open = this.documents.get(uri);
    if (open) return open.getText();
    if (!this.#client.options.readsFiles) return (await this.#runtime.readFile?.(uri)) ?? null;
    const params: ReadFileParams = { uri };
    const result = await this.#connection.sendRequest<ReadFileResult>(READ_FILE, params);
    return result.text;
  }

  #tellOnce(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#log.warn(message);
  }
}
