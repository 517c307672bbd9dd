/** Characters that news texts hold, as inclusive ranges: a repair that makes any other is none. */
const PLAUSIBLE: readonly (readonly [number, number])[] = [
  [0xa0, 0x17f], // Latin-1 and Latin Extended-A
  [0x1a0, 0x1a1], // Vietnamese
  [0x1af, 0x1b0],
  [0x218, 0x21b], // Romanian
  [0x259, 0x259], // Azerbaijani
  [0x300, 0x304], // accents that stand after their letter
  [0x306, 0x30c],
  [0x323, 0x323],
  [0x327, 0x328],
  [0x386, 0x3ce], // Greek
  [0x401, 0x45f], // Cyrillic
  [0x490, 0x4f9],
  [0x531, 0x587], // Armenian
  [0x5d0, 0x5f4], // Hebrew
  [0x60c, 0x6f9], // Arabic
  [0x900, 0xeff], // Indian scripts, Thai, Lao
  [0x1000, 0x10ff], // Burmese, Georgian
  [0x1780, 0x17f9], // Khmer
  [0x1ea0, 0x1fff], // Vietnamese, Greek with accents
  [0x2009, 0x2033], // spaces, dashes, quotation marks
  [0x2039, 0x203e],
  [0x2044, 0x2044],
  [0x2066, 0x2069],
  [0x20a0, 0x20bf], // currencies
  [0x2100, 0x27bf], // letter-like signs, arrows, symbols
  [0x2b00, 0x2bff],
  [0x3000, 0x30ff], // CJK punctuation, kana
  [0x3200, 0x33ff],
  [0x3400, 0x9fff], // Han
  [0xac00, 0xd7a3], // Hangul
  [0xfe0e, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff01, 0xffee], // full-width and half-width forms
  [0x1d400, 0x1d7ff], // letters in other shapes, as names of services have them
  [0x1f000, 0x1faff], // emoji
  [0x20000, 0x2ffff], // rare Han
];

/** Whether news texts hold this character, of those that are not ASCII. */
export function isPlausible(code: number): boolean {
  return PLAUSIBLE.some(([first, last]) => code >= first && code <= last);
}

/** Whether a character is from a script of East Asia, or of the punctuation and symbols used there. */
export function isEastAsian(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff01 && code <= 0xffee) ||
    (code >= 0x20000 && code <= 0x2ffff)
  );
}
