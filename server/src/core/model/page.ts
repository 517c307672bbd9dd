import type { Correction } from '../corrections';
import type { Profile } from '../profiles/profile';
import type { LineEnd } from '../text/chunk';
import type { TextLines } from '../text/textLines';
import type { CalendarDate, DateMention, KnownOrder } from './date';
import type { Range } from './range';
import type { Role } from './role';

/** A value read from the text and where it stands there. */
export interface Field<T> {
  readonly value: T;
  readonly range: Range;
}

/** The place and agency that open a news text: `Pyongyang, April 15 (KCNA) -- `. */
export interface Dateline {
  readonly text: string;
  readonly place: string | null;
  readonly agency: string | null;
}

/** A card of the related block. */
export interface RelatedItem {
  readonly title: Field<string> | null;
  readonly teaser: Field<string> | null;
  readonly published: Field<CalendarDate> | null;
}

/** An article's metadata; null where the text does not say. */
export interface Article {
  readonly headline: Field<string> | null;
  readonly deck: Field<string> | null;
  readonly author: Field<string> | null;
  readonly source: Field<string> | null;
  readonly outlet: Field<string> | null;
  readonly dateline: Field<Dateline> | null;
  /** The article's own date. */
  readonly published: Field<CalendarDate> | null;
  /** The day on which the page was scraped. */
  readonly captured: Field<CalendarDate> | null;
  /** The page's own address, where the dump has it. */
  readonly url: Field<string> | null;
  /** BCP 47 tag of the body's language. */
  readonly language: string | null;
  /** Words of headline, deck and body. */
  readonly wordCount: number;
  /** Whole minutes, at least 1. */
  readonly readingMinutes: number;
  readonly related: readonly RelatedItem[];
}

/** Kinds of sections; outline and folding show them. */
export type SectionKind =
  | 'masthead'
  | 'headline'
  | 'metadata'
  | 'body'
  | 'passage'
  | 'related'
  | 'card'
  | 'furniture';

/** A run of lines with a meaning of its own. Children lie inside and in order. */
export interface Section {
  readonly kind: SectionKind;
  /** First and last line, relative to the page; both are non-blank. */
  readonly startLine: number;
  readonly endLine: number;
  readonly children: readonly Section[];
}

/**
 * The lines that were scraped from one page: one article's dump, or furniture without an article. A file holds one or,
 * where dumps were joined, several. Everything in it is relative to its first line, so that it stays the same value
 * when text above it changes.
 */
export interface Page {
  /** The page's lines without line ends. */
  readonly lines: readonly string[];
  /** How each line ends. */
  readonly ends: readonly LineEnd[];
  /** One for each line; `''` for blank ones. */
  readonly roles: readonly (Role | '')[];
  /** Posterior probability of each line's role, 0 to 1; 1 for blank lines. */
  readonly confidence: Float32Array;
  readonly dates: readonly DateMention[];
  /** Where only other dumps of its site say in which order the numbers of its date fields stand. */
  readonly learnt: LearntOrder | null;
  readonly profile: Profile | null;
  readonly language: string | null;
  readonly sections: readonly Section[];
  /** Null for a page of menus, a list of teasers, an error page. */
  readonly article: Article | null;
  /** What a person said of lines, on this page or others. */
  readonly corrections: readonly Correction[];
}

/** What other dumps of a site say of a page. */
export interface LearntOrder {
  /** The order of the numbers in date fields, and how it is known. */
  readonly order: KnownOrder;
  /** The page without that. */
  readonly alone: Page;
}

/** The place of a page in its file. */
export interface TextPart {
  readonly startLine: number;
  /** How many lines, from the page's first on, tell where it ends: what changes below them leaves it as it is. */
  readonly reach: number;
}

/** A page and where it begins in the file. */
export interface PlacedPage extends TextPart {
  readonly page: Page;
}

/** What Copydesk knows of one file: an immutable value. */
export interface Dump {
  readonly text: TextLines;
  /** Whether the file is an article dump at all. */
  readonly isDump: boolean;
  /** How sure that is, 0 to 1. */
  readonly score: number;
  readonly pages: readonly PlacedPage[];
}
