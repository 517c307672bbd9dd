/** By `require` the file is read when it is first asked for; an import would read it when the program starts. */
declare const require: (path: './ngrams.data.json') => typeof import('./ngrams.data.json');

/** For each n-gram the languages that it is frequent in, and how much so, in flat arrays. */
interface Table {
  readonly languages: readonly string[];
  readonly ngrams: KeySet;
  /** Where the entries of each n-gram begin, by its place in the set; one more than there are n-grams. */
  readonly starts: Uint32Array;
  /** Of each entry the language, an index. */
  readonly of: Uint8Array;
  readonly scores: Float64Array;
}

/** N-grams of a text in no known language score less, on the mean; those of two words can as well. */
const ENOUGH = 14;
const FEWEST = 3;
/** Of longer words the rest is not looked at. */
const LONGEST_WORD = 70;

let table: Table | null = null;

/**
 * The language whose n-grams a text has, by the method and the statistics of ELD (N. Tresánchez, Apache-2.0; the file is
 * made from the library by server/training/languages.ts): each n-gram counts once, with its language's score.
 */
export function byNgrams(sample: string): string | null {
  table ??= readTable();
  const { languages, ngrams: known, starts, of, scores: own } = table;
  const ngrams = ngramsOf(sample);
  const scores = new Float64Array(languages.length);
  for (const ngram of ngrams) {
    const at = known.placeOf(ngram);
    if (at < 0) continue;
    for (let entry = starts[at] ?? 0; entry < (starts[at + 1] ?? 0); entry++) {
      const language = of[entry] ?? 0;
      scores[language] = (scores[language] ?? 0) + (own[entry] ?? 0);
    }
  }
  const best = scores.reduce((top, score, language) => (score > (scores[top] ?? 0) ? language : top), 0);
  if (ngrams.length < FEWEST || (scores[best] ?? 0) < ENOUGH * ngrams.length) return null;
  const tag = languages[best] ?? null;
  return tag === 'ms' && isIndonesian(sample) ? 'id' : tag;
}

function readTable(): Table {
  const statistics = Object.entries<Readonly<Record<string, string>>>(require('./ngrams.data.json'));
  const read = statistics.flatMap(([, byScore], language) =>
    Object.entries(byScore).map(([score, ngrams]) => ({
      language,
      score: Number(score),
      ngrams: ngrams.split(' '),
    })),
  );
  const count = read.reduce((sum, { ngrams }) => sum + ngrams.length, 0);
  const ngrams = new KeySet(count);
  const placeOf = read.map((list) => Uint32Array.from(list.ngrams, (ngram) => ngrams.add(keyOf(ngram))));
  // Entries are sorted by their n-grams' places: counted first, then put where those before leave off.
  const starts = new Uint32Array(ngrams.keys.length + 1);
  for (const places of placeOf) for (const place of places) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const next = starts.slice();
  const of = new Uint8Array(count);
  const scores = new Float64Array(count);
  for (const [list, { language, score }] of read.entries()) {
    for (const place of placeOf[list] ?? []) {
      const entry = next[place] ?? 0;
      next[place] = entry + 1;
      of[entry] = language;
      scores[entry] = score;
    }
  }
  return { languages: statistics.map(([language]) => language), ngrams, starts, of, scores };
}

/** Where an n-gram stands in its word: bits of its key. */
const BEGINS = 1;
const ENDS = 2;

/** The key of up to four bytes, the first one the highest: with its place 34 bits. */
function keyFor(bytes: number, place: number): number {
  return (bytes >>> 0) * 4 + place;
}

/** The key of an n-gram as the statistics have it: bytes as characters of their numbers, `_` for the ends of words. */
function keyOf(ngram: string): number {
  const begins = ngram.startsWith('_') ? 1 : 0;
  const ends = ngram.endsWith('_') ? 1 : 0;
  let bytes = 0;
  for (let at = begins; at < ngram.length - ends; at++) bytes = (bytes << 8) | ngram.charCodeAt(at);
  return keyFor(bytes, begins * BEGINS + ends * ENDS);
}

const bytes = new Uint8Array(LONGEST_WORD);

/** Of each word four bytes of every three, and its last four: keys, each once. */
function ngramsOf(sample: string): readonly number[] {
  // No word has more of them than units, as a unit makes three bytes at most.
  const found = new KeySet(sample.length);
  const quad = (at: number) =>
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0);
  for (const word of sample.toLowerCase().match(/\p{L}+(?:['’`]\p{L}+)*/gu) ?? []) {
    const length = writeBytes(word);
    let at = 0;
    for (; at + 4 < length; at += 3) found.add(keyFor(quad(at), at === 0 ? BEGINS : 0));
    const last = length > 4 ? quad(length - 4) : quad(0) >>> (8 * (4 - length));
    found.add(keyFor(last, at === 0 ? BEGINS + ENDS : ENDS));
  }
  return found.keys;
}

/** Writes the bytes of UTF-8, and how many they are. Letters of two units come out as six bytes: no n-gram has them. */
function writeBytes(word: string): number {
  let length = 0;
  const write = (byte: number) => {
    if (length < LONGEST_WORD) bytes[length++] = byte;
  };
  for (let at = 0; at < word.length && length < LONGEST_WORD; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 0x80) write(unit);
    else {
      if (unit < 0x800) write(0xc0 | (unit >> 6));
      else {
        write(0xe0 | (unit >> 12));
        write(0x80 | ((unit >> 6) & 0x3f));
      }
      write(0x80 | (unit & 0x3f));
    }
  }
  return length;
}

/** Numbers that are not negative, each once, in the order in which they came: an open-addressed table. */
class KeySet {
  readonly keys: number[] = [];
  /** Places in the order, from 1. */
  readonly #slots: Uint32Array;

  /** @param most numbers that will be added */
  constructor(most: number) {
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  /** The place of a number in the order, from 0. */
  add(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#slots[slot] === 0) this.#slots[slot] = this.keys.push(key);
    return (this.#slots[slot] ?? 0) - 1;
  }

  /** The place of a number in the order, from 0; -1 where it was not added. */
  placeOf(key: number): number {
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  /** Where the number stands, or would stand. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    for (let place = this.#slots[slot] ?? 0; place > 0; place = this.#slots[slot] ?? 0) {
      if (this.keys[place - 1] === key) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

/** The library takes Indonesian for Malay. Of these words each has the first ones alone, or the second ones. */
const INDONESIAN = new Set(
  'bahwa karena bisa saat berbeda kantor mobil uang menteri kamis jumat sabtu polisi beberapa tersebut usai namun sejumlah mengatakan warga hanya kalau tetapi diubah gagal berkas'.split(
    ' ',
  ),
);
const MALAY = new Set(
  'bahawa kerana ialah beliau iaitu boleh pejabat kereta wang khamis jumaat polis berkata mahu cuba fail tetingkap mempunyai selepas bagaimanapun turut jabatan guna'.split(
    ' ',
  ),
);

function isIndonesian(sample: string): boolean {
  let more = 0;
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (INDONESIAN.has(word)) more++;
    else if (MALAY.has(word)) more--;
  }
  return more >= 0;
}
