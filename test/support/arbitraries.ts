import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyCharacters } from './characters';

const folder = join('test', 'fixtures', 'recognition');

/** Lines of the recognition cases: what real layouts are made of. */
const lines = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\r\n|\n|\r/));

const lineEnds = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\f\n', '\n \n');

/** Texts from lines of real layouts in any order, with junk between: astral and lone surrogates, controls, RTL. */
export function dumpTexts(): fc.Arbitrary<string> {
  const junk = fc.oneof(
    anyCharacters({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((units) => String.fromCharCode(...units)),
    fc.constantFrom('\u0000', '\ufeff', '\u2028', '\ud83d', '\u202e', '   ', '|', '='.repeat(9), '-0-'),
  );
  const line = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: junk });
  return fc
    .array(fc.tuple(line, lineEnds), { maxLength: 40 })
    .map((parts) => parts.map(([text, end]) => text + end).join(''));
}
