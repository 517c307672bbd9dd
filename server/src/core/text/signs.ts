import { Kind, kindOf } from './characters';
import { perLine } from './perLine';

/**
 * What a line has that damage shows by: one look at its characters tells for all rules whether they need to look closer.
 * Most lines of an article have next to nothing of it.
 */
export enum Sign {
  /** Two blanks in a row. */
  DoubleBlank = 1,
  /** A blank before a comma, a full stop or an apostrophe. */
  BlankBeforeMark = 1 << 1,
  /** A digit before a blank. */
  DigitBeforeBlank = 1 << 2,
  /** The same word twice in a row, but perhaps for the case of its first letter. */
  WordTwice = 1 << 3,
  /** A full stop, question or exclamation mark right before something other than a space, a digit or a mark. */
  MarkInside = 1 << 4,
  /** A comma right before a small letter. */
  CommaInside = 1 << 5,
  /** A capital letter right behind a small one. */
  CapitalInside = 1 << 6,
  /** Two of `.,;:` or of their like in Arabic, Chinese and Japanese in a row. */
  TwoMarks = 1 << 7,
  /** A quotation mark, but for single ones. */
  Quote = 1 << 8,
  /** `&` */
  Ampersand = 1 << 9,
  /** What markup has: `<>*#[]{}|` */
  Markup = 1 << 10,
  /** What programs have: `{}\=<>_]$#(`, `::`, `//` */
  Code = 1 << 11,
  /** A colon of any width. */
  Colon = 1 << 12,
  /** A control character but tab, line end and form feed, or `%P`, as files begin that are no text. */
  Binary = 1 << 13,
  /** Anything beyond ASCII. */
  NonAscii = 1 << 14,
}

/** What characters are for these signs. Word characters come first. */
enum Class {
  Digit,
  Lower,
  Upper,
  Letter,
  Blank,
  Space,
  Stop,
  Exclamation,
  Comma,
  Colon,
  Semicolon,
  WideMark,
  WideColon,
  Apostrophe,
  Quote,
  Ampersand,
  CodeAndMarkup,
  Markup,
  Code,
  Slash,
  Percent,
  Control,
  Other,
}

const CLASSES = Class.Other + 1;

/** Characters of ASCII and beyond that have a class of their own, whatever their kind is. */
const CLASS_OF: ReadonlyMap<string, Class> = new Map(
  (
    [
      [' \u00a0', Class.Blank],
      ['.', Class.Stop],
      ['!?', Class.Exclamation],
      [',', Class.Comma],
      [':', Class.Colon],
      [';', Class.Semicolon],
      ['،，。、', Class.WideMark],
      ['：', Class.WideColon],
      ["'’", Class.Apostrophe],
      ['"“”„‟«»「」『』《》', Class.Quote],
      ['&', Class.Ampersand],
      ['<>#{}]', Class.CodeAndMarkup],
      ['*[|', Class.Markup],
      ['\\=_$(', Class.Code],
      ['/', Class.Slash],
      ['%', Class.Percent],
    ] as const
  ).flatMap(([characters, own]) => [...characters].map((each): [string, Class] => [each, own])),
);

/** The classes of all units, each told when it is first asked for; as one more than they are, for 0 is not told yet. */
const told = new Uint8Array(0x10000);

function classOf(unit: number): Class {
  const before = told[unit] ?? 0;
  if (before > 0) return before - 1;
  const own = CLASS_OF.get(String.fromCharCode(unit)) ?? classOfKind(unit);
  told[unit] = own + 1;
  return own;
}

function classOfKind(unit: number): Class {
  if (isControl(unit)) return Class.Control;
  switch (kindOf(unit)) {
    case Kind.Digit:
      return unit < 128 ? Class.Digit : Class.Letter;
    case Kind.Lower:
      return Class.Lower;
    case Kind.Upper:
      return Class.Upper;
    case Kind.Space:
      return Class.Space;
    case Kind.Mark:
      return Class.Other;
    default:
      return Class.Letter;
  }
}

function isControl(unit: number): boolean {
  return (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d && unit !== 0x0b)) || unit === 0x7f;
}

/** The signs of a character by its class. */
const ALONE = new Uint16Array(CLASSES);
/** The signs of two in a row: class of the first x class of the second. */
const PAIRS = new Uint16Array(CLASSES * CLASSES);

function add(sign: Sign, ...classes: readonly Class[]): void {
  for (const own of classes) ALONE[own] = (ALONE[own] ?? 0) | sign;
}

function addPairs(sign: Sign, firsts: readonly Class[], seconds: readonly Class[]): void {
  for (const first of firsts) {
    for (const second of seconds) {
      const at = first * CLASSES + second;
      PAIRS[at] = (PAIRS[at] ?? 0) | sign;
    }
  }
}

const MARKS = [Class.Stop, Class.Comma, Class.Colon, Class.Semicolon, Class.WideMark];
const NOT_GLUED = [Class.Blank, Class.Space, Class.Digit, Class.Exclamation, ...MARKS.slice(0, -1)];
const GLUED = Array.from({ length: CLASSES }, (_, own): Class => own).filter(
  (own) => !NOT_GLUED.includes(own),
);

add(Sign.Quote, Class.Quote);
add(Sign.Ampersand, Class.Ampersand);
add(Sign.Markup, Class.Markup, Class.CodeAndMarkup);
add(Sign.Code, Class.Code, Class.CodeAndMarkup);
add(Sign.Colon, Class.Colon, Class.WideColon);
add(Sign.Binary, Class.Control);
addPairs(Sign.Binary, [Class.Percent], [Class.Upper]);
addPairs(Sign.Code, [Class.Colon], [Class.Colon]);
addPairs(Sign.Code, [Class.Slash], [Class.Slash]);
addPairs(Sign.DoubleBlank, [Class.Blank], [Class.Blank]);
addPairs(Sign.BlankBeforeMark, [Class.Blank], [Class.Comma, Class.Stop, Class.Apostrophe]);
addPairs(Sign.DigitBeforeBlank, [Class.Digit], [Class.Blank]);
addPairs(Sign.MarkInside, [Class.Stop, Class.Exclamation], GLUED);
addPairs(Sign.CommaInside, [Class.Comma], [Class.Lower]);
addPairs(Sign.CapitalInside, [Class.Lower], [Class.Upper]);
addPairs(Sign.TwoMarks, MARKS, MARKS);

/** The signs of a line, in one pass. */
export const signsOf: (line: string) => number = perLine((line) => {
  let signs = 0;
  let before = Class.Other;
  /** The word that the line is in: its beginning, and a sum over it. Of the one before: its length and sum; -1 for none. */
  let start = 0;
  let sum = 0;
  let lastLength = -1;
  let lastSum = 0;
  for (let at = 0; at <= line.length; at++) {
    const unit = at < line.length ? line.charCodeAt(at) : 0x20;
    const own = classOf(unit);
    if (own <= Class.Letter) {
      if (before > Class.Letter) {
        start = at;
        // The first letter may differ in its case, which beyond ASCII is not told by a bit.
        sum = unit < 128 ? unit | 0x20 : 0;
      } else sum = (Math.imul(sum, 31) + unit) | 0;
    } else if (before <= Class.Letter) {
      if (at - start === lastLength && sum === lastSum) signs |= Sign.WordTwice;
      lastLength = own === Class.Blank ? at - start : -1;
      lastSum = sum;
    } else if (own !== Class.Blank) lastLength = -1;
    if (at === line.length) break;
    if (unit >= 128) signs |= Sign.NonAscii;
    signs |= (ALONE[own] ?? 0) | (PAIRS[before * CLASSES + own] ?? 0);
    before = own;
  }
  return signs;
});
