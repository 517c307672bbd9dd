import fc from 'fast-check';

/** The first half of a pair, and how many halves there are. */
const FIRST_HALF = 0xd800;
const HALVES = 0x800;

const character = fc
  .integer({ min: 0, max: 0x10ffff - HALVES })
  .map((number) => (number < FIRST_HALF ? number : number + HALVES));

/**
 * Texts of any characters of Unicode, as many as are allowed, each as likely as the others. fast-check's own unit `binary`
 * means the same, and takes a second to make a list of them all.
 */
export function anyCharacters(allowed: fc.ArrayConstraints = {}): fc.Arbitrary<string> {
  return fc.array(character, allowed).map((characters) => String.fromCodePoint(...characters));
}
