import statistics from './ngrams.data.json';

/** For each n-gram the languages that it is frequent in, and how much so. */
type Table = ReadonlyMap<string, readonly { readonly language: number; readonly score: number }[]>;

const LANGUAGES = Object.keys(statistics);
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
  const ngrams = ngramsOf(sample);
  const scores = new Float64Array(LANGUAGES.length);
  for (const ngram of ngrams) {
    for (const { language, score } of table.get(ngram) ?? [])
      scores[language] = (scores[language] ?? 0) + score;
  }
  const best = scores.reduce((top, score, language) => (score > (scores[top] ?? 0) ? language : top), 0);
  if (ngrams.size < FEWEST || (scores[best] ?? 0) < ENOUGH * ngrams.size) return null;
  const tag = LANGUAGES[best] ?? null;
  return tag === 'ms' && isIndonesian(sample) ? 'id' : tag;
}

function readTable(): Table {
  const read = new Map<string, { language: number; score: number }[]>();
  Object.values<Readonly<Record<string, string>>>(statistics).forEach((byScore, language) => {
    for (const [score, ngrams] of Object.entries(byScore)) {
      for (const ngram of ngrams.split(' ')) {
        const entry = { language, score: Number(score) };
        const known = read.get(ngram);
        if (known) known.push(entry);
        else read.set(ngram, [entry]);
      }
    }
  });
  return read;
}

/** Of each word four bytes of every three, and its last four; `_` for where it begins and ends. */
function ngramsOf(sample: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of sample.toLowerCase().match(/\p{L}+(?:['’`]\p{L}+)*/gu) ?? []) {
    const bytes = bytesOf(word).slice(0, LONGEST_WORD);
    let at = 0;
    for (; at + 4 < bytes.length; at += 3) found.add((at === 0 ? '_' : '') + bytes.slice(at, at + 4));
    found.add(`${at === 0 ? '_' : ''}${bytes.length > 4 ? bytes.slice(-4) : bytes}_`);
  }
  return found;
}

/** The bytes of UTF-8, each as the character of its number. Letters of two units come out as six bytes: no n-gram has them. */
function bytesOf(word: string): string {
  let bytes = '';
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 0x80) bytes += word.charAt(at);
    else if (unit < 0x800) bytes += String.fromCharCode(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes += String.fromCharCode(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return bytes;
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
