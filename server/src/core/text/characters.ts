/** Kinds of UTF-16 units, as far as layout is told by them. */
export enum Kind {
  Space,
  Digit,
  Lower,
  Upper,
  /** A letter of a script without case: Hebrew, Arabic, Devanagari, Thai ... */
  Uncased,
  /** Han, kana: a word is not between spaces. */
  Ideograph,
  Hangul,
  Mark,
}

const ascii: readonly Kind[] = Array.from({ length: 128 }, (_, unit) => {
  if (unit === 32 || (unit >= 9 && unit <= 13)) return Kind.Space;
  if (unit >= 48 && unit <= 57) return Kind.Digit;
  if (unit >= 97 && unit <= 122) return Kind.Lower;
  if (unit >= 65 && unit <= 90) return Kind.Upper;
  return Kind.Mark;
});

/** The kinds of all units, each told when it is first asked for; as one more than they are, for 0 is not told yet. */
const told = new Uint8Array(0x10000);

/** The kind of one UTF-16 unit, by block for scripts without case. Surrogates count as marks. */
export function kindOf(unit: number): Kind {
  const block = blocks[unit >> 8] ?? addBlock(unit >> 8);
  return block[unit & 0xff] ?? Kind.Mark;
}

/** Kinds of 256 units each, found out when one of them is first asked for. */
const blocks: Uint8Array[] = [];

function addBlock(which: number): Uint8Array {
  const block = Uint8Array.from({ length: 256 }, (_, at) => classify(which * 256 + at));
  blocks[which] = block;
  return block;
}

function classify(unit: number): Kind {
  if (unit < 128) return ascii[unit] ?? Kind.Mark;
  const before = told[unit] ?? 0;
  if (before > 0) return before - 1;
  const kind = tell(unit);
  told[unit] = kind + 1;
  return kind;
}

function tell(unit: number): Kind {
  if (unit >= 0xac00 && unit <= 0xd7a3) return Kind.Hangul;
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return Kind.Ideograph;
  if (unit >= 0x3041 && unit <= 0x30fe && unit !== 0x30fb) return Kind.Ideograph;
  if (unit >= 0xff10 && unit <= 0xff19) return Kind.Digit;
  if (isOtherSpace(unit)) return Kind.Space;
  if (unit < 0xc0 || (unit >= 0x2000 && unit <= 0x2bff) || (unit >= 0x3000 && unit <= 0x303f))
    return Kind.Mark;
  if (unit >= 0xd800) return Kind.Mark;
  const letter = String.fromCharCode(unit);
  const lower = letter.toLowerCase();
  if (lower !== letter) return Kind.Upper;
  if (letter.toUpperCase() !== letter) return Kind.Lower;
  return (unit >= 0x0590 && unit <= 0x10ff) || (unit >= 0x1100 && unit <= 0x1fff) ? Kind.Uncased : Kind.Mark;
}

function isOtherSpace(unit: number): boolean {
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/**
 * White space of Unicode (`White_Space=yes`), and the zero-width space and byte order mark, which dumps hold where
 * nothing is to be seen.
 */
export function isSpace(unit: number): boolean {
  return unit < 128 ? ascii[unit] === Kind.Space : isOtherSpace(unit);
}

/** Whether a unit is a letter or a digit of any script. */
export function isWordUnit(unit: number): boolean {
  const kind = kindOf(unit);
  return kind !== Kind.Space && kind !== Kind.Mark;
}
