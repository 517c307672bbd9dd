import { Kind, kindOf } from './characters';
import { perLine } from './perLine';

/** Silent reading in words a minute: the mean for English non-fiction (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238;
/** Characters of Chinese or Japanese a minute: Chinese by the same study (260 words of 1.5 characters), rounded. */
const IDEOGRAPHS_PER_MINUTE = 390;

/** Words and ideographs of a text. */
export interface WordCount {
  /** Runs of letters and digits; an apostrophe, hyphen or point inside does not end one. */
  readonly words: number;
  /** Han and kana characters, which are written without spaces. */
  readonly ideographs: number;
}

/** Counts the words of lines as word processors do: by runs in spaced scripts, by characters in Chinese and Japanese. */
export function countWords(lines: readonly string[]): WordCount {
  let words = 0;
  let ideographs = 0;
  for (const line of lines) {
    const own = wordsOfLine(line);
    words += own.words;
    ideographs += own.ideographs;
  }
  return { words, ideographs };
}

const wordsOfLine = perLine((text): WordCount => {
  let words = 0;
  let ideographs = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.Ideograph) {
      ideographs++;
      inWord = false;
    } else if (kind === Kind.Space) inWord = false;
    else if (kind === Kind.Mark) {
      const next = kindOf(text.charCodeAt(at + 1));
      const joins = "'’-.".includes(text.charAt(at)) && next !== Kind.Space && next !== Kind.Mark;
      if (!joins) inWord = false;
    } else {
      if (!inWord) words++;
      inWord = true;
    }
  }
  return { words, ideographs };
});

/** Whole minutes that reading takes, at least 1. */
export function readingMinutes({ words, ideographs }: WordCount): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + ideographs / IDEOGRAPHS_PER_MINUTE));
}
