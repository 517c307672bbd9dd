// Classes of UTF-16 units, as the scanner needs them: coarse and cheap.

/** What a unit is to the scanner. */
export const OTHER = 0;
export const SPACE = 1;
export const DIGIT = 2;
export const LETTER = 3;
/** Han, kana and hangul: every character is a token of its own, as these scripts write without spaces. */
export const SYLLABLE = 4;

/** Where each set of ten decimal digits starts, and the name of its script. */
export const DIGITS: readonly (readonly [number, DigitScript])[] = [
  [0x30, 'ascii'],
  [0x660, 'arabic'],
  [0x6f0, 'persian'],
  [0x966, 'devanagari'],
  [0x9e6, 'bengali'],
  [0xe50, 'thai'],
  [0xff10, 'fullwidth'],
];

/** A set of decimal digits. */
export type DigitScript = 'ascii' | 'arabic' | 'persian' | 'devanagari' | 'bengali' | 'thai' | 'fullwidth';

/** Where the East Asian scripts begin. */
const EAST_ASIA = 0x2e80;

/** The class of a unit; `OTHER` for the NaN beyond a line's ends. */
export function classOf(unit: number): number {
  if (unit < EAST_ASIA) return ALPHABETIC[unit] ?? OTHER;
  if (unit <= 0xd7ff) {
    if (unit === 0x3000) return SPACE;
    if (unit < 0x3040) return unit === 0x3005 || unit === 0x3007 ? SYLLABLE : OTHER;
    return unit === 0x30fb ? OTHER : SYLLABLE;
  }
  if (unit >= 0xf900 && unit <= 0xfaff) return SYLLABLE;
  if (unit >= 0xff10 && unit <= 0xff19) return DIGIT;
  if ((unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)) return LETTER;
  return unit === 0xfeff ? SPACE : OTHER;
}

/** The classes of all units before East Asia's, asked for too often to be worked out each time. */
const ALPHABETIC = Uint8Array.from({ length: EAST_ASIA }, (_, unit) => classOfAlphabetic(unit));

function classOfAlphabetic(unit: number): number {
  if (unit < 0x80) {
    if (unit >= 0x61 ? unit <= 0x7a : unit >= 0x41 && unit <= 0x5a) return LETTER;
    if (unit >= 0x30 && unit <= 0x39) return DIGIT;
    return unit === 0x20 || unit === 0x09 ? SPACE : OTHER;
  }
  if (unit < 0xc0)
    return unit === 0xaa || unit === 0xba || unit === 0xb5 ? LETTER : unit === 0xa0 ? SPACE : OTHER;
  if (unit >= 0x600 && unit < 0xe60 && unit !== 0xe5a) {
    if (digitsOf(unit)) return DIGIT;
    if (unit < 0x610 || (unit >= 0x61b && unit <= 0x61f) || (unit >= 0x66a && unit <= 0x66d)) return OTHER;
    if (unit === 0x6d4 || unit === 0x964 || unit === 0x965) return OTHER;
    return LETTER;
  }
  if (unit >= 0x2000) {
    if (unit <= 0x200b || unit === 0x202f || unit === 0x205f) return SPACE;
    // Zero-width joiners are part of words in Arabic and Indic scripts.
    return unit === 0x200c || unit === 0x200d || unit >= 0x2c00 ? LETTER : OTHER;
  }
  return unit === 0xd7 || unit === 0xf7 ? OTHER : LETTER;
}

/** The value of a decimal digit of any script; -1 for anything else. */
export function digitValue(unit: number): number {
  if (unit < 0x660) return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : -1;
  return classOf(unit) === DIGIT ? unit - (digitsOf(unit)?.[0] ?? unit) : -1;
}

/** The script of a decimal digit. */
export function digitScript(unit: number): DigitScript {
  return unit < 0x660 ? 'ascii' : (digitsOf(unit)?.[1] ?? 'ascii');
}

function digitsOf(unit: number): readonly [number, DigitScript] | undefined {
  return DIGITS.find(([zero]) => unit >= zero && unit <= zero + 9);
}

/** Whether a unit is a small letter. */
export function isSmallUnit(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : caseOf(unit) === SMALL;
}

/** Whether a unit is a capital letter. */
export function isCapitalUnit(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : caseOf(unit) === CAPITAL;
}

const SMALL = 1;
const CAPITAL = 2;
const UNCASED = 3;

/** The cases of units before East Asia's, as far as they were asked for; 0 for the others. */
const cases = new Uint8Array(EAST_ASIA);

function caseOf(unit: number): number {
  if (unit >= EAST_ASIA) return unit < 0xff21 || unit > 0xff5a ? UNCASED : unit <= 0xff3a ? CAPITAL : SMALL;
  const known = cases[unit];
  if (known) return known;
  const letter = String.fromCharCode(unit);
  const found = letter !== letter.toUpperCase() ? SMALL : letter !== letter.toLowerCase() ? CAPITAL : UNCASED;
  cases[unit] = found;
  return found;
}

/** Whether a text's cased letters are all capitals. */
export function isUpperCase(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}

/** Whether a text starts with a capital. */
export function isCapitalized(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

/** `word` in the case of `model`: capitals throughout, a capital first, or as it is. */
export function inCaseOf(word: string, model: string): string {
  if (model.length > 1 && isUpperCase(model)) return word.toUpperCase();
  if (isCapitalized(model)) {
    const capital = (each: string): string => each.charAt(0).toUpperCase() + each.slice(1);
    const all = model.includes(' ') && model.split(' ').every(isCapitalized);
    return all ? word.split(' ').map(capital).join(' ') : capital(word);
  }
  return model === model.toLowerCase() ? word.toLowerCase() : word;
}
