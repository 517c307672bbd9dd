import {
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  languages,
  type Memento,
  Position,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { DETECTION_LENGTH, type Detection, detect } from '../../server/src/core/detect';
import { pathGlob } from './associations';
import {
  addChoice,
  type Choice,
  choiceForDocument,
  choiceForText,
  fingerprint,
  parseChoices,
} from './choices';
import { type Decision, decide, isDetectionMode } from './decision';
import { PLAIN_TEXT, SCHEMES, UNTITLED } from './language';

/** What was made of a document. */
export interface Judgement {
  readonly decision: Decision;
  /** Null where the content was not looked at. */
  readonly detection: Detection | null;
}

const STORED_CHOICES = 'languageChoices';

/** Milliseconds without an edit after which a text is judged again. */
const EDIT_PAUSE = 300;

/** Milliseconds within which the editor tells of all that a change of the settings brought about. */
const SETTINGS_PAUSE = 200;

/**
 * Gives documents the language of dumps: by their content when they are shown for the first time, by the choice of a
 * person always. Learns that choice from every change of language that is not its own.
 */
export class Detector implements Disposable {
  readonly #memory: Memento;
  readonly #log: LogOutputChannel;
  readonly #judged = new EventEmitter<void>();
  readonly #subscriptions: readonly Disposable[];
  readonly #detections = new WeakMap<TextDocument, { version: number; detection: Detection }>();
  /** Documents whose language was decided since they were opened. */
  #settled = new WeakSet<TextDocument>();
  /** Choices made for the documents that are open, by URI. */
  readonly #session = new Map<string, string>();
  /** Languages that are being set from here, by URI. */
  readonly #setting = new Map<string, string>();
  /** The document that was closed last in this turn of the event loop. */
  #closed: { readonly uri: string; readonly languageId: string } | null = null;
  /** Documents whose language was changed in the last {@link SETTINGS_PAUSE}, by whomever. */
  readonly #changed = new Set<TextDocument>();
  #editPause: ReturnType<typeof setTimeout> | undefined;
  #changePause: ReturnType<typeof setTimeout> | undefined;
  #associationsChanged = false;

  /** Fires when a document may be judged otherwise than before. */
  readonly onDidJudge = this.#judged.event;

  /** @param memory Where choices are kept. */
  constructor(memory: Memento, log: LogOutputChannel) {
    this.#memory = memory;
    this.#log = log;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidCloseTextDocument((document) => this.#left(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      window.onDidChangeVisibleTextEditors(() => this.#considerVisible()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.associations')) this.#awaitChanges({ associations: true });
        if (event.affectsConfiguration('copydesk.detection')) this.#reconsider();
      }),
    ];
    this.#considerVisible();
  }

  dispose(): void {
    clearTimeout(this.#editPause);
    clearTimeout(this.#changePause);
    for (const each of this.#subscriptions) each.dispose();
    this.#judged.dispose();
  }

  /** What is to be made of a document, and why. Changes nothing. */
  judge(document: TextDocument): Judgement {
    let detection: Detection | null = null;
    const mode: unknown = workspace.getConfiguration('copydesk', document).get('detection');
    const decision = decide(
      {
        scheme: document.uri.scheme,
        languageId: document.languageId,
        mode: isDetectionMode(mode) ? mode : 'auto',
        choice: this.choiceOf(document.uri),
        twinChoice: choiceForText(this.#choices(), fingerprint(head(document))),
        association: association(document),
      },
      () => {
        detection = this.#detect(document);
        return detection.score;
      },
    );
    return { decision, detection };
  }

  /** The language that a person chose for a document, open or not; null where nobody did. */
  choiceOf(uri: Uri): string | null {
    return this.#session.get(uri.toString()) ?? choiceForDocument(this.#choices(), uri.toString());
  }

  /** Gives a document the language that a person chose for it, and remembers the choice. */
  async choose(document: TextDocument, language: string): Promise<void> {
    this.#remember(document, language);
    if (document.languageId === language) this.#judged.fire();
    else await this.#setLanguage(document, language);
  }

  #opened(document: TextDocument): void {
    const uri = document.uri.toString();
    const changed = this.#closed?.uri === uri && this.#closed.languageId !== document.languageId;
    this.#closed = null;
    if (!changed) {
      this.#learn();
      this.#consider(document);
      return;
    }
    if (this.#setting.get(uri) !== document.languageId) {
      this.#changed.add(document);
      this.#awaitChanges({ associations: false });
    }
    this.#judged.fire();
  }

  #awaitChanges({ associations }: { associations: boolean }): void {
    this.#associationsChanged ||= associations;
    clearTimeout(this.#changePause);
    this.#changePause = setTimeout(() => this.#learn(), SETTINGS_PAUSE);
  }

  /**
   * Learns from the changes of language since the last time. After a change of `files.associations` the editor gives all
   * documents the languages of their names; that is no choice, and what was decided is decided anew.
   */
  #learn(): void {
    clearTimeout(this.#changePause);
    const changed = [...this.#changed];
    const reconsiders = this.#associationsChanged;
    this.#changed.clear();
    this.#associationsChanged = false;
    if (reconsiders) this.#reconsider();
    else for (const document of changed) this.#remember(document, document.languageId);
    if (changed.length > 0) this.#judged.fire();
  }

  /** A change of language closes a document and opens it again in the same turn; anything else is a real end. */
  #left(document: TextDocument): void {
    const closed = { uri: document.uri.toString(), languageId: document.languageId };
    this.#closed = closed;
    queueMicrotask(() => {
      if (this.#closed !== closed) return;
      this.#closed = null;
      this.#session.delete(closed.uri);
    });
  }

  #edited(document: TextDocument): void {
    if (document.languageId !== PLAIN_TEXT || !SCHEMES.includes(document.uri.scheme)) return;
    clearTimeout(this.#editPause);
    this.#editPause = setTimeout(() => {
      // Only a new text may become a dump by an edit, as when one is pasted; a file was judged when it was opened.
      if (document.isUntitled) this.#consider(document);
      this.#judged.fire();
    }, EDIT_PAUSE);
  }

  #reconsider(): void {
    this.#settled = new WeakSet();
    this.#considerVisible();
  }

  #considerVisible(): void {
    for (const { document } of window.visibleTextEditors) this.#consider(document);
    this.#judged.fire();
  }

  #consider(document: TextDocument): void {
    // Other extensions open documents that nobody sees; these wait until somebody does.
    if (!window.visibleTextEditors.some((editor) => editor.document === document)) return;
    if (this.#settled.has(document)) return;
    if (!document.isUntitled) this.#settled.add(document);
    const { decision, detection } = this.judge(document);
    if (decision.action !== 'set') return;
    const why = decision.because === 'choice' ? 'as chosen before' : `score ${detection?.score.toFixed(2)}`;
    this.#log.info(`${document.uri.toString()} becomes ${decision.language}, ${why}`);
    void this.#setLanguage(document, decision.language);
  }

  async #setLanguage(document: TextDocument, language: string): Promise<void> {
    const uri = document.uri.toString();
    this.#setting.set(uri, language);
    try {
      await languages.setTextDocumentLanguage(document, language);
    } catch (error) {
      this.#log.warn(`${uri} could not become ${language}.`, error);
    } finally {
      if (this.#setting.get(uri) === language) this.#setting.delete(uri);
    }
  }

  #detect(document: TextDocument): Detection {
    const known = this.#detections.get(document);
    if (known?.version === document.version) return known.detection;
    const detection = detect(head(document));
    this.#detections.set(document, { version: document.version, detection });
    return detection;
  }

  #choices(): readonly Choice[] {
    return parseChoices(this.#memory.get(STORED_CHOICES));
  }

  #remember(document: TextDocument, language: string): void {
    if (!document.isClosed) this.#session.set(document.uri.toString(), language);
    const text = head(document);
    const uri = storedUri(document);
    // Nothing identifies an empty text without a name.
    if (uri === null && text === '') return;
    const choices = addChoice(this.#choices(), { uri, text: fingerprint(text), language });
    this.#memory.update(STORED_CHOICES, choices).then(undefined, (error: unknown) => {
      this.#log.warn('A choice of language could not be stored.', error);
    });
  }
}

/** The part of the text that detection looks at. */
function head(document: TextDocument): string {
  return document.getText(new Range(new Position(0, 0), document.positionAt(DETECTION_LENGTH)));
}

function storedUri(document: TextDocument): string | null {
  return document.uri.scheme === UNTITLED ? null : document.uri.toString();
}

/** The language that a person's settings give to files of this name; null where they give none. */
function association(document: TextDocument): string | null {
  const associations = workspace
    .getConfiguration('files', document)
    .get<Readonly<Record<string, unknown>>>('associations', {});
  for (const [pattern, language] of Object.entries(associations)) {
    if (typeof language !== 'string') continue;
    if (languages.match({ pattern: pathGlob(pattern) }, document) > 0) return language;
  }
  return null;
}
