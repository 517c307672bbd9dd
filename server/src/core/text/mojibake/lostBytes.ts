import { isFunctionWord } from '../../language/functionWords';
import type { Repair } from './utf8Damage';

/**
 * English marks of which only the first character of their damaged form is left, as the others are control characters
 * that were dropped: `Forumâs`, `âWe will goâ`. What stood there can only be guessed.
 */
export function lostMarks(line: string): readonly Repair[] {
  if (!line.includes('â') || !isEnglish(line)) return [];
  const repairs: Repair[] = [];
  for (const { 0: match, index } of line.matchAll(/â(?:€(?!\S))?/g)) {
    const end = index + match.length;
    const text = markAt(line, index, end);
    if (text !== null) repairs.push({ start: index, end, text });
  }
  return repairs;
}

/** Function words that tell a line's language. */
const FEWEST_WORDS = 2;

/** Whether a line has words of English and no letters of others, in which `â` is a letter. */
function isEnglish(line: string): boolean {
  if (/[\u00c0-\u00e1\u00e3-\u024f]/.test(line)) return false;
  const words =
    line
      .slice(0, 2000)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.filter((word) => isFunctionWord(word, 'en')).length >= FEWEST_WORDS;
}

function markAt(line: string, start: number, end: number): string | null {
  const before = line.charAt(start - 1);
  const rest = line.slice(end, end + 4);
  if (before === 'n' && /^t(?![A-Za-z])/.test(rest)) return '’';
  if (/^[a-z]$/.test(before) && /^(?:s|d|m|re|ve|ll)(?![A-Za-z])/.test(rest)) return '’';
  if (/^[.,!?]$/.test(before) && /^(?:\s|$)/.test(rest)) return '”';
  if (/^[\s([]?$/.test(before) && /^[A-Z]/.test(rest)) return '“';
  return /^\s$/.test(before) && /^\s/.test(rest) ? '–' : null;
}
