import * as l10n from '@vscode/l10n';
import { isUpToDate, type SiteVotes } from './core/dates/siteOrders';
import { DETECTION_LENGTH, detect, IS_DUMP } from './core/detect';
import type { CalendarDate } from './core/model/date';
import type { Dump } from './core/model/page';
import { type RecognizeOptions, recognizeInSteps, recognizeLines } from './core/recognize';
import type { Steps } from './core/steps';
import { shownNumber } from './core/text/display';
import { firstLongLine, LONGEST_LINE } from './core/text/longLines';
import { TextLines } from './core/text/textLines';
import type { CheckedDocument } from './features/codeActions';
import type { ResourceSettings } from './resourceSettings';
import { diagnose, type PlacedFinding } from './rules/diagnose';
import { findingsOf, type RuleFailure } from './rules/findings';
import { fixAll } from './rules/fixAll';
import type { TextEdit } from './rules/rule';

/** The language of documents that a person or a client said are dumps. */
export const DUMP_LANGUAGE = 'article-dump';

/** A text to be analyzed and all that its analysis depends on. */
export interface AnalysisInput {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly text: TextLines;
  readonly settings: ResourceSettings;
  readonly today: CalendarDate;
  /** What other dumps show of their sites. */
  readonly siteVotes: SiteVotes;
  readonly onFailure: (failure: RuleFailure) => void;
}

/** What is known of one version of a document. */
export class Analysis implements CheckedDocument {
  /** Different for every analysis: tells answers about one text from those about another. */
  readonly id: string;
  readonly dump: Dump;
  /** Limits that were reached, as sentences for people. */
  readonly limits: readonly string[];
  readonly #input: AnalysisInput;
  #findings: readonly PlacedFinding[] | null = null;

  private constructor(id: string, input: AnalysisInput, dump: Dump) {
    this.id = id;
    this.#input = input;
    this.dump = dump;
    const longLine = firstLongLine(dump);
    const limits = isTooLarge(input) ? [tooLarge(input)] : longLine === null ? [] : [tooLong(longLine)];
    this.limits = dump.isDump ? limits : [];
  }

  /**
   * Analyzes a text page by page.
   * @param previous An analysis of the same document, whose unchanged pages need no second look.
   */
  static *inSteps(id: string, input: AnalysisInput, previous: Analysis | null): Steps<Analysis> {
    if (isTooLarge(input)) return new Analysis(id, input, emptyDump(input));
    const reusable = previous?.hasSameOptions(input) ? previous.dump : undefined;
    const dump = yield* recognizeInSteps(input.text, recognitionOptions(input), reusable);
    // What rules report will be asked for: of a whole file it takes long, too.
    for (const { page } of reusable || !dump.isDump ? [] : dump.pages) {
      findingsOf(page);
      yield;
    }
    return new Analysis(id, input, dump);
  }

  get uri(): string {
    return this.#input.uri;
  }

  get version(): number {
    return this.#input.version;
  }

  get settings(): ResourceSettings {
    return this.#input.settings;
  }

  /** What the rules report; found when first asked for. */
  get findings(): readonly PlacedFinding[] {
    this.#findings ??= diagnose(this.dump, this.settings.rules, this.#input.onFailure);
    return this.#findings;
  }

  fixAll(code?: string): readonly TextEdit[] {
    return fixAll(this.#input.text.text(), this.dump, {
      settings: this.settings.rules,
      recognize: (text, previous) =>
        recognizeLines(TextLines.of(text), recognitionOptions(this.#input), previous),
      onFailure: this.#input.onFailure,
      ...(code !== undefined && { code }),
    }).edits;
  }

  /** Whether this is what an analysis of the input would give. Not every client counts versions up. */
  isOf(input: Omit<AnalysisInput, 'onFailure'>): boolean {
    const isSameText = this.version === input.version && this.#input.text === input.text;
    return isSameText && this.hasSameOptions(input) && isUpToDate(this.dump, input.siteVotes);
  }

  /** Whether the input is to be analyzed under the options of this analysis. */
  hasSameOptions({ languageId, settings, today }: Omit<AnalysisInput, 'text' | 'onFailure'>): boolean {
    const own = this.#input;
    return (
      own.languageId === languageId &&
      own.settings === settings &&
      own.today.day === today.day &&
      own.today.month === today.month &&
      own.today.year === today.year
    );
  }
}

function recognitionOptions(input: AnalysisInput): RecognizeOptions {
  const { settings, today, siteVotes } = input;
  return { ...settings.recognition, assumeDump: saidOf(input), now: today, siteVotes };
}

function isTooLarge({ text, settings }: AnalysisInput): boolean {
  return text.length > settings.maxFileSize * 1024 * 1024;
}

/** Whether a person said that the text is a dump or none, by its language or in the settings file. */
function saidOf({ languageId, settings }: AnalysisInput): boolean | undefined {
  return languageId === DUMP_LANGUAGE || settings.recognition.assumeDump;
}

/** What is said of a text that is not read as a whole. */
function emptyDump(input: AnalysisInput): Dump {
  const { text } = input;
  const end = text.positionAt(DETECTION_LENGTH);
  const { score } = detect(text.text({ start: { line: 0, character: 0 }, end }));
  return { text, isDump: saidOf(input) ?? score >= IS_DUMP, score, pages: [] };
}

function tooLong(line: number): string {
  return l10n.t(
    'Line {0} is not checked: it has more than {1} characters.',
    shownNumber(line + 1),
    shownNumber(LONGEST_LINE),
  );
}

function tooLarge({ text, settings }: AnalysisInput): string {
  const size = Math.ceil(text.length / (1024 * 1024));
  return l10n.t(
    'The file is too large to be analyzed: {0} MB, and the setting copydesk.maxFileSize allows {1} MB.',
    shownNumber(size),
    shownNumber(settings.maxFileSize),
  );
}
