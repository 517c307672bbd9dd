import { Kind, kindOf } from '../text/characters';

/** Small words inside names: `Ludwig van Beethoven`, `José de la Cruz`. */
const particles = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'y',
  'e',
  'and',
  'und',
  'et',
]);

/**
 * Whether a text reads like one person's name: two to five words, each with a capital first letter, or two to four
 * Hangul syllables or ideographs, and nothing else.
 */
export function looksLikeName(text: string): boolean {
  if (text.length > 60) return false;
  if (text.length <= 5 && text.length >= 2 && isEastAsian(text)) return text.length <= 4;
  const words = text.split(/[\s ]+/);
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word, index) => (index > 0 && particles.has(word)) || isNameWord(word));
}

function isNameWord(word: string): boolean {
  if (word.length > 16 || kindOf(word.charCodeAt(0)) !== Kind.Upper) return false;
  for (let at = 1; at < word.length; at++) {
    const kind = kindOf(word.charCodeAt(at));
    const mark = word.charAt(at);
    const joint = mark === '-' || mark === "'" || mark === '’' || (mark === '.' && at === word.length - 1);
    if (kind !== Kind.Lower && kind !== Kind.Upper && !joint) return false;
  }
  return true;
}

function isEastAsian(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind !== Kind.Hangul && kind !== Kind.Ideograph) return false;
  }
  return true;
}
