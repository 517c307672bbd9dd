import { perLine } from '../text/perLine';
import { byNgrams } from './ngrams';
import { byScript } from './scripts';

/** UTF-16 units of text that are looked at; more do not change the answer. */
const SAMPLE = 2000;

/**
 * BCP 47 tag of the language that a text is written in, told by its script where that has one language, else by its
 * letters; null if unsure.
 */
export function identifyLanguage(text: string): string | null {
  return identified(text.slice(0, SAMPLE)).tag;
}

const identified = perLine((sample) => ({ tag: byScript(sample) ?? byNgrams(sample) }));
