import type { PageLine, PageView } from '../src/core/evidence/evidence';

const NOTHING: ReadonlySet<never> = new Set();

/**
 * A page as it would look if the word lists did not know the words of some of its lines: those lists were written by those
 * who saw the pages, and know less of the pages of others.
 * @param share of lines whose words are hidden; which ones they are depends on their text alone
 */
export function withHiddenWords(view: PageView, share: number): PageView {
  return { ...view, lines: view.lines.map((line) => (chance(line.text) < share ? wordless(line) : line)) };
}

function wordless(line: PageLine): PageLine {
  const {
    line: number,
    text,
    indent,
    measures,
    gap,
    wrapped,
    dateOnly,
    dates,
    tellingWords,
    hasDateline,
    isName,
  } = line;
  const seen = {
    line: number,
    text,
    indent,
    measures,
    gap,
    wrapped,
    dateOnly,
    dates,
    tellingWords,
    hasDateline,
    isName,
  };
  return { ...seen, phrases: [], categories: NOTHING };
}

/** A number from 0 to 1 that a text has always (FNV-1a, Fowler, Noll and Vo). */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
