/** Tells whether one code point may stand at a place. */
export type Accepts = (codePoint: number) => boolean;

/** The parts of a date that a template reads a value from. */
export type DatePart = 'year' | 'month' | 'day';

/** What a field reads: text, or a date. */
export type FieldKind = 'text' | 'date';

/** The tree of a line template: what may stand in a line, in order. */
export type Pattern =
  | { readonly kind: 'literal'; readonly text: string }
  /** One code point. */
  | { readonly kind: 'one'; readonly accepts: Accepts }
  /** As many code points as there are, one at least. */
  | { readonly kind: 'run'; readonly accepts: Accepts }
  /** Free text, as little of it as there can be; neither begins nor ends with white space. */
  | { readonly kind: 'text' }
  /** Anything, as little of it as there can be, or nothing. */
  | { readonly kind: 'rest' }
  /** White space, or an end of the line. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  /** One of several, the first that fits the line. */
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  /** A typed value. */
  | { readonly kind: 'field'; readonly name: string; readonly type: FieldKind; readonly content: Pattern }
  /** A part of a date. `value` is null where it is written in digits. */
  | {
      readonly kind: 'part';
      readonly part: DatePart;
      readonly value: number | null;
      readonly content: Pattern;
    };

/** What always fits. */
export const NOTHING: Pattern = { kind: 'sequence', parts: [] };

/** White space. */
export const GAP: Pattern = { kind: 'gap' };

/** One pattern after the other. */
export function sequence(...parts: readonly Pattern[]): Pattern {
  return { kind: 'sequence', parts };
}

/** The first of several patterns that fits. */
export function choice(...options: readonly Pattern[]): Pattern {
  return { kind: 'choice', options };
}

/** A pattern or nothing, preferably the pattern. */
export function optional(pattern: Pattern): Pattern {
  return choice(pattern, NOTHING);
}

/** One code point of a kind. */
export function one(accepts: Accepts): Pattern {
  return { kind: 'one', accepts };
}

/** Exact text. */
export function literal(text: string): Pattern {
  return { kind: 'literal', text };
}

/** Whether the pattern fits a line without a character. */
export function canBeEmpty(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'gap':
    case 'rest':
      return true;
    case 'literal':
      return pattern.text === '';
    case 'sequence':
      return pattern.parts.every(canBeEmpty);
    case 'choice':
      return pattern.options.some(canBeEmpty);
    case 'field':
    case 'part':
      return canBeEmpty(pattern.content);
    default:
      return false;
  }
}

/** Whether the pattern asks for some character of its own, and so tells one line from another. */
export function isTelling(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'one':
    case 'run':
      return true;
    case 'literal':
      return pattern.text !== '';
    case 'sequence':
      return pattern.parts.some(isTelling);
    case 'choice':
      return pattern.options.every(isTelling);
    case 'field':
    case 'part':
      return isTelling(pattern.content);
    default:
      return false;
  }
}

/**
 * Texts of which every fitting line has one: of all such sets in the pattern, the one with the longest texts. Empty
 * where there is none.
 */
export function requiredTexts(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'literal':
      return [pattern.text];
    case 'sequence':
      return pattern.parts.map(requiredTexts).reduce((a, b) => (shortest(b) > shortest(a) ? b : a), []);
    case 'choice': {
      const options = pattern.options.map(requiredTexts);
      return options.some((texts) => texts.length === 0) ? [] : options.flat();
    }
    case 'field':
    case 'part':
      return requiredTexts(pattern.content);
    default:
      return [];
  }
}

function shortest(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : Math.min(...texts.map((text) => text.length));
}
