/** Numbers from 0 to 1. */
export type Random = () => number;

/** UTF-16 units that programs trip over: controls, line ends, a byte order mark, lone surrogates, marks of direction. */
const UNITS =
  '\0\t\n\r\f\u00a0\u00ad\u200b\u200f\u2028\u202e\u3000\ufeff\ufffd\ud83d\ude00\u0301\u0e31"\'{}[]()|\\/<>&;:,.-0959';

/** Texts longer than this are cut, so that a run stays quick. */
const LONGEST = 6000;

/**
 * A text that differs from another one in a few places.
 * @param other a second text, from which stretches are taken
 * @param words of the language that is being tested
 */
export function mutate(text: string, other: string, words: readonly string[], random: Random): string {
  let mutated = text;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const change = CHANGES[Math.floor(random() * CHANGES.length)];
    if (change) mutated = change(mutated, other, words, random);
  }
  return mutated.slice(0, LONGEST);
}

type Change = (text: string, other: string, words: readonly string[], random: Random) => string;

const CHANGES: readonly Change[] = [
  // Something is left out.
  (text, _, __, random) => replaced(text, stretch(text, random), ''),
  // A stretch comes again, once or many times.
  (text, _, __, random) => {
    const [from, to] = stretch(text, random);
    const again = text.slice(from, to).repeat(random() < 0.9 ? 1 : 30);
    return replaced(text, [to, to], again);
  },
  // A word is put in.
  (text, _, words, random) => {
    const at = place(text, random);
    return replaced(text, [at, at], words[place(words, random)] ?? '');
  },
  // A word takes the place of a stretch.
  (text, _, words, random) => replaced(text, stretch(text, random), words[place(words, random)] ?? ''),
  // One unit becomes another one.
  (text, _, __, random) => {
    const at = place(text, random);
    const unit =
      random() < 0.8
        ? UNITS.charAt(place(UNITS, random))
        : String.fromCharCode(Math.floor(random() * 0x10000));
    return replaced(text, [at, at + 1], unit);
  },
  // A stretch of the other text is put in.
  (text, other, _, random) => {
    const at = place(text, random);
    const [from, to] = stretch(other, random);
    return replaced(text, [at, at], other.slice(from, to));
  },
  // The text goes on as the other one.
  (text, other, _, random) => text.slice(0, place(text, random)) + other.slice(place(other, random)),
  // Two lines change places.
  (text, _, __, random) => {
    const lines = text.split('\n');
    const [a, b] = [place(lines, random), place(lines, random)];
    return lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line)).join('\n');
  },
  // A number grows by one.
  (text, _, __, random) => {
    const from = place(text, random);
    return text.slice(0, from) + text.slice(from).replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  },
];

function place(of: { readonly length: number }, random: Random): number {
  return Math.floor(random() * of.length);
}

/** Mostly short stretches, as most of what a program looks at is short. */
function stretch(text: string, random: Random): readonly [number, number] {
  const from = place(text, random);
  const longest = random() < 0.8 ? 12 : text.length;
  return [from, Math.min(text.length, from + 1 + Math.floor(random() * longest))];
}

function replaced(text: string, [from, to]: readonly [number, number], by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
