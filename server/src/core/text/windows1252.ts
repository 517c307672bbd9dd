/**
 * What windows-1252 has in the place of the control characters C1, from 0x80 (WHATWG Encoding Standard). It is written
 * out as not every platform's decoder has it: some read Latin-1 in its stead.
 */
const FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const byteOfUnit = new Map([...FROM_80].map((character, index) => [character.charCodeAt(0), 0x80 + index]));

/**
 * The byte that a unit of a text stands for which was read as windows-1252 or Latin-1; null where it was not. Browsers read
 * Latin-1 as windows-1252; other programs make the control characters C1 of its bytes.
 */
export function latinByteOf(unit: number): number | null {
  return unit < 0x100 ? unit : (byteOfUnit.get(unit) ?? null);
}

/** The character of a byte of windows-1252. */
export function windows1252Of(byte: number): string {
  return FROM_80[byte - 0x80] ?? String.fromCharCode(byte);
}
