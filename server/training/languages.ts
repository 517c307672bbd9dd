// Makes the statistics that languages are told by:  npm run train:languages
// Writes server/src/core/language/ngrams.data.json: of each language that shares its script with others the most telling
// n-grams of ELD (https://github.com/nitotm/efficient-language-detector-js, Apache-2.0), in coarse steps.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

const LIBRARY = 'node_modules/eld/src';
const FILE = 'server/src/core/language/ngrams.data.json';
const LANGUAGES =
  'ar az be bg ca cs da de en es et fa fi fr hi hr hu is it lt lv mr ms nl no pl pt ro ru sk sl sq sr sv tl tr uk ur vi'.split(
    ' ',
  );
/** N-grams of a language: of 1000 in place of 300, sentences alone gain three in a hundred, whole texts nothing. */
const MOST = 300;
/** Scores are rounded to this; the library leaves its least score out of its files. */
const STEP = 16;
const LEAST_SCORE = 53;

const databaseShape = v.object({
  languages: v.record(v.string(), v.string()),
  ngrams: v.record(v.string(), v.record(v.string(), v.number())),
});
const alphabetShape = v.record(v.string(), v.string());

async function readLibrary(file: string): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries(Object.entries(await import(pathToFileURL(resolve(LIBRARY, file)).href)));
}

/** For each language its n-grams by score: bytes of UTF-8 as Latin letters, `_` for the ends of words. */
async function statistics(): Promise<Record<string, Record<string, string>>> {
  const library = v.parse(databaseShape, (await readLibrary('ngrams/extrasmall.js'))['ngramsData']);
  const alphabet = v.parse(alphabetShape, (await readLibrary('dictionary.js'))['dictionary']);
  const bytes = new Map(
    Object.entries(alphabet).map(([byte, letter]) => [letter, String.fromCharCode(Number(byte))]),
  );
  const written = (ngram: string) =>
    Array.from(ngram, (letter) => (letter === ' ' ? '_' : (bytes.get(letter) ?? letter))).join('');
  const all = Object.entries(library.ngrams);
  const result: Record<string, Record<string, string>> = {};
  for (const tag of LANGUAGES) {
    const id = Object.keys(library.languages).find((key) => library.languages[key] === tag);
    if (id === undefined) throw new Error(`the library does not know ${tag}`);
    const own = all
      .flatMap(([ngram, scores]) => {
        const score = scores[id];
        return score === undefined ? [] : [{ ngram: written(ngram), score }];
      })
      .sort((a, b) => b.score - a.score || (a.ngram < b.ngram ? -1 : 1))
      .slice(0, MOST);
    const byScore: Record<string, string> = {};
    for (const { ngram, score } of own) {
      const step = String(LEAST_SCORE + STEP * Math.round(score / STEP));
      byScore[step] = byScore[step] === undefined ? ngram : `${byScore[step]} ${ngram}`;
    }
    result[tag] = byScore;
  }
  return result;
}

statistics().then((result) => writeFileSync(FILE, `${JSON.stringify(result, null, 2)}\n`));
