import { looksLikeName } from './evidence/names';

/** More of a line than this is not looked at: metadata lines are short, and patterns must stay cheap on any text. */
const LONGEST = 400;

/** A stretch of a line in UTF-16 columns. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const labels = {
  source:
    /(?:^|[|·•\s])(?:source|quelle|fuente|fonte|source |источник|джерело|kaynak|출처|来源|來源|出典|sumber|nguồn|المصدر|स्रोत)\s?[:：]\s*/i,
} as const;

/** Words that stand before an author's name, the longest first. */
const AUTHOR_WORDS =
  /^(?:(?:written|reported|story|text|submitted|posted)\s+by|reporting\s+by|by|auth[oe]r|von|ein kommentar von|par|por|di|a cura di|oleh|penulis|автор|текст|muhabir|haber|yazar|tác giả|作者|责任编辑|責任編輯|编辑|編輯|記者|记者|文|글|بقلم)(?:\s*[:：=]\s*|\s+)/i;

/** What ends an author's name: a separator, a comma, a date, an office after a dash. */
const AUTHOR_END = /\s{0,9}(?:[|,·•;/(]|\s[-–—]\s|\s(?:on|am|le|el|em|il|at|for|special)\s|\d)/i;

/** A word for authorship inside a line: `March 5, 2024 By Jane Doe`. */
const AUTHOR_WORD_INSIDE =
  /[\s|,·•](?:(?:written|posted|reported)\s+by|by|von|par|por|oleh|автор|作者|文)(?:\s*[:：]\s*|\s+)/i;

/** The author in a byline: `By Erica Gokey, Editor –`, `이은춘 기자`, or a name alone. Null where no name is to be seen. */
export function readByline(line: string): Span | null {
  const text = line.trim().slice(0, LONGEST);
  const start = afterAuthorWords(text);
  const indent = line.length - line.trimStart().length;
  const name = nameAt(text, start);
  if (
    name !== null &&
    !isAuthorWord(text) &&
    (start > 0 || looksLikeName(name) || name.split(' ').length <= 4)
  ) {
    return { start: indent + start, end: indent + start + name.length };
  }
  return readInnerByline(line);
}

/** The author in a line that says more: `March 5, 2024 By Jane Doe`. */
export function readInnerByline(line: string): Span | null {
  const text = line.slice(0, LONGEST);
  const inside = AUTHOR_WORD_INSIDE.exec(text);
  if (!inside) return null;
  const start = inside.index + inside[0].length;
  const name = nameAt(text, start);
  return name !== null && looksLikeName(name) ? { start, end: start + name.length } : null;
}

/** Whether a line is no more than the word that stands before an author: `By`, `Autor:`. */
export function isAuthorWord(text: string): boolean {
  return text.length <= 30 && afterAuthorWords(`${text} `) >= text.length;
}

/** Bylines double their preposition where a template adds one: `von Von Reinhard Schmitz`. */
function afterAuthorWords(text: string): number {
  let start = 0;
  for (let words = AUTHOR_WORDS.exec(text); words; words = AUTHOR_WORDS.exec(text.slice(start))) {
    start += words[0].length;
  }
  return start;
}

/** What stands from `start` up to what ends a name; null where that is no name's length. */
function nameAt(text: string, start: number): string | null {
  const rest = text.slice(start);
  const stop = AUTHOR_END.exec(rest);
  const name = (stop ? rest.slice(0, stop.index) : rest)
    .replace(/[\s.\-–—]{1,9}$/, '')
    .replace(/\s{0,9}(?:기자|특파원|記者|记者)$/, '');
  return name === '' || name.length > 80 ? null : name;
}

/** The value after a label of a metadata line: `Source: X` up to the next separator. */
export function readLabel(whole: string, label: keyof typeof labels): Span | null {
  const line = whole.slice(0, LONGEST);
  const found = labels[label].exec(line);
  if (!found) return null;
  const start = found.index + found[0].length;
  const stop = /\s*(?:[|·•]|\s{2,}|$)/.exec(line.slice(start));
  const end = start + (stop?.index ?? line.length - start);
  return end > start ? { start, end } : null;
}
