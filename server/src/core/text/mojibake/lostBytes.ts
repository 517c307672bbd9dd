import type { Repair } from './utf8Damage';

/**
 * English marks of which only the first character of their damaged form is left, as the others are control characters
 * that were dropped: `Forumâs`, `âWe will goâ`. What stood there can only be guessed.
 */
export function lostMarks(line: string): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const { index } of line.matchAll(/â(?:€(?!\S))?/g)) {
    const hasEuro = line[index + 1] === '€';
    const text = markAt(line, index, index + (hasEuro ? 2 : 1));
    if (text !== null) repairs.push({ start: index, end: index + (hasEuro ? 2 : 1), text });
  }
  return repairs;
}

function markAt(line: string, start: number, end: number): string | null {
  const before = line.charAt(start - 1);
  const rest = line.slice(end, end + 4);
  if (/^[a-z]$/.test(before) && /^(?:s|t|d|m|re|ve|ll)(?![A-Za-z\u00c0-\u024f])/.test(rest)) return '’';
  if (/^[.,!?]$/.test(before) && /^(?:\s|$)/.test(rest)) return '”';
  if (/^[\s([]?$/.test(before) && /^[A-Z]/.test(rest)) return '“';
  return /^\s$/.test(before) && /^\s/.test(rest) ? '–' : null;
}
