import { perLine } from '../text/perLine';
import { byNgrams } from './ngrams';
import { byScript } from './scripts';

/** UTF-16 units of text that are looked at; of 1,046 pages none is told otherwise by twice as many. */
const SAMPLE = 1000;

/**
 * BCP 47 tag of the language that a text is written in, told by its script where that has one language, else by its
 * letters; null if unsure.
 */
export function identifyLanguage(text: string): string | null {
  return identified(text.slice(0, SAMPLE));
}

const identified = perLine((sample) => byScript(sample) ?? byNgrams(sample));
