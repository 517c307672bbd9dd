import type { ScannedDate } from '../dates';
import { cueCategories, cuePhrases } from './cueWords';
import type { CuePhrase, PageLine } from './evidence';
import type { LineMeasures } from './measures';
import { tellingWords } from './tellingWords';
import type { CueCategory } from './words';

/** More of a line is not looked at for its telling words. */
const LOOKED_AT = 400;

/** What is seen of a line before its words are asked for. */
export type SeenLine = Pick<PageLine, 'line' | 'text' | 'measures' | 'gap' | 'dateOnly' | 'dates'>;

/** A line that finds its words when they are first asked for: where a profile knows the page, few lines' are. */
export class ViewedLine implements PageLine {
  readonly line: number;
  readonly text: string;
  readonly measures: LineMeasures;
  readonly gap: number;
  readonly dateOnly: boolean;
  readonly dates: readonly ScannedDate[];
  readonly wrapped: boolean;
  #phrases: readonly CuePhrase[] | null = null;
  #categories: ReadonlySet<CueCategory> | null = null;
  #tellingWords: readonly number[] | null = null;

  constructor(seen: SeenLine, wrapped: boolean) {
    this.line = seen.line;
    this.text = seen.text;
    this.measures = seen.measures;
    this.gap = seen.gap;
    this.dateOnly = seen.dateOnly;
    this.dates = seen.dates;
    this.wrapped = wrapped;
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
}
