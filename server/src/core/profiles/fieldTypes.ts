import { isSpace, Kind, kindOf } from '../text/characters';
import { choice, GAP, literal, one, optional, type Pattern, sequence } from './pattern';

/** Types of fields that have a name, beside free text and dates: what `{field:type}` lets stand in a line. */
export const FIELD_TYPES: ReadonlyMap<string, Pattern> = new Map([
  ['number', number()],
  ['word', run((codePoint) => !isSpace(codePoint))],
  ['name', name()],
  ['url', url()],
  ['rest', { kind: 'rest' }],
]);

function run(accepts: (codePoint: number) => boolean): Pattern {
  return { kind: 'run', accepts };
}

/** Digits, in groups where points, commas or apostrophes stand between them: `7`, `12,500`, `3.5`. */
function number(): Pattern {
  const digits = run((codePoint) => kindOf(codePoint) === Kind.Digit);
  const group = sequence(
    one((codePoint) => codePoint < 0x10000 && ".,'’٬".includes(String.fromCharCode(codePoint))),
    digits,
  );
  // Four groups reach beyond any number that an article page shows.
  return sequence(digits, repeated(group, 4));
}

/**
 * One to five words that begin with a capital or a letter of a script without case; up to two words of one to three
 * small letters may stand between two of them: `Ri Song Nam`, `Paula von der Heide`, `O’Brien`, `박민준`.
 */
function name(): Pattern {
  const rest = run(isNameLetter);
  const capitalized = sequence(one(beginsName), optional(rest));
  const small = one((codePoint) => kindOf(codePoint) === Kind.Lower);
  const particle = sequence(small, repeated(small, 2), GAP);
  return sequence(capitalized, repeated(sequence(GAP, repeated(particle, 2), capitalized), 4));
}

/** An address of the web, with its scheme or beginning `www.`. */
function url(): Pattern {
  const start = choice(literal('https://'), literal('http://'), literal('www.'));
  return sequence(
    start,
    run((codePoint) => !isSpace(codePoint)),
  );
}

/** Up to `times` of a pattern, as many as there are. */
function repeated(pattern: Pattern, times: number): Pattern {
  return times === 0 ? sequence() : optional(sequence(pattern, repeated(pattern, times - 1)));
}

function beginsName(codePoint: number): boolean {
  if (codePoint > 0xffff) return codePoint >= 0x20000 && codePoint <= 0x3ffff;
  const kind = kindOf(codePoint);
  return kind === Kind.Upper || kind === Kind.Uncased || kind === Kind.Ideograph || kind === Kind.Hangul;
}

function isNameLetter(codePoint: number): boolean {
  if (beginsName(codePoint)) return true;
  if (codePoint > 0xffff) return false;
  const kind = kindOf(codePoint);
  return kind === Kind.Lower || kind === Kind.Digit || ".'’-‐‑·・".includes(String.fromCharCode(codePoint));
}
