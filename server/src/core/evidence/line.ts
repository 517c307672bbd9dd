import { readDateline } from '../dateline';
import { coversLine, datesIn, isDatePlaceholder, type ScannedDate } from '../dates';
import { isBlank } from '../text/lines';
import { perLine } from '../text/perLine';
import { cueCategories, cuePhrases } from './cueWords';
import type { CuePhrase, PageLine } from './evidence';
import { type LineMeasures, measure } from './measures';
import { looksLikeName } from './names';
import { tellingWords } from './tellingWords';
import type { CueCategory } from './words';

/** More of a line is not looked at for its telling words. */
const LOOKED_AT = 400;

/** What a line shows by itself, wherever it stands. Words are found when they are first asked for. */
export class LineFacts {
  /** Without white space around. */
  readonly text: string;
  readonly indent: number;
  readonly isBlank: boolean;
  readonly measures: LineMeasures;
  readonly dates: readonly ScannedDate[];
  readonly dateOnly: boolean;
  #phrases: readonly CuePhrase[] | null = null;
  #categories: ReadonlySet<CueCategory> | null = null;
  #tellingWords: readonly number[] | null = null;
  #hasDateline: boolean | null = null;
  #isName: boolean | null = null;

  constructor(raw: string) {
    this.text = raw.trim();
    this.indent = raw.length - raw.trimStart().length;
    this.isBlank = isBlank(raw);
    this.measures = measure(this.text);
    this.dates = datesIn(raw);
    this.dateOnly = coversLine(this.dates, raw) || isDatePlaceholder(this.text);
  }

  get phrases(): readonly CuePhrase[] {
    this.#phrases ??= cuePhrases(this.text);
    return this.#phrases;
  }

  get categories(): ReadonlySet<CueCategory> {
    this.#categories ??= cueCategories(this.text, this.phrases);
    return this.#categories;
  }

  get tellingWords(): readonly number[] {
    this.#tellingWords ??= tellingWords(this.text.slice(0, LOOKED_AT));
    return this.#tellingWords;
  }

  get hasDateline(): boolean {
    this.#hasDateline ??= readDateline(this.text, 0) !== null;
    return this.#hasDateline;
  }

  get isName(): boolean {
    this.#isName ??= looksLikeName(this.text);
    return this.#isName;
  }
}

/** What a line shows by itself. */
export const factsOf: (raw: string) => LineFacts = perLine((raw) => new LineFacts(raw));

/** A line in its place. */
export class ViewedLine implements PageLine {
  readonly line: number;
  readonly text: string;
  readonly indent: number;
  readonly measures: LineMeasures;
  readonly gap: number;
  readonly dateOnly: boolean;
  readonly dates: readonly ScannedDate[];
  readonly wrapped: boolean;
  readonly #facts: LineFacts;

  constructor(facts: LineFacts, place: { readonly line: number; readonly gap: number }, wrapped: boolean) {
    this.line = place.line;
    this.gap = place.gap;
    this.wrapped = wrapped;
    this.text = facts.text;
    this.indent = facts.indent;
    this.measures = facts.measures;
    this.dateOnly = facts.dateOnly;
    this.dates = facts.dates;
    this.#facts = facts;
  }

  get phrases(): readonly CuePhrase[] {
    return this.#facts.phrases;
  }

  get categories(): ReadonlySet<CueCategory> {
    return this.#facts.categories;
  }

  get tellingWords(): readonly number[] {
    return this.#facts.tellingWords;
  }

  get hasDateline(): boolean {
    return this.#facts.hasDateline;
  }

  get isName(): boolean {
    return this.#facts.isName;
  }
}
