import type { Span } from './authors/spans';

/** More of a line than this is not looked at: metadata lines are short, and patterns must stay cheap on any text. */
const LONGEST = 400;

const labels = {
  source:
    /(?:^|[|·•\s])(?:source|quelle|fuente|fonte|source |sursa|źródło|zdroj|bron|källa|kilde|منبع|配信元|источник|джерело|kaynak|출처|(?:信息|文章|新闻|新聞|资料|資料)?(?:来源|來源)|稿源|出典|sumber|nguồn|المصدر|स्रोत)\s?[:：]\s*/i,
} as const;

/** Where a value ends: at a separator or before the next label, `Source: X Author: Y`. */
const END = /\s{0,20}(?:[|·•]|\s{2}|$)|\s(?=\p{L}{2,12}\s?[:：])/u;

/** The value after a label of a metadata line: `Source: X` up to the next separator. */
export function readLabel(whole: string, label: keyof typeof labels): Span | null {
  const line = whole.slice(0, LONGEST);
  const found = labels[label].exec(line);
  if (!found) return null;
  const start = found.index + found[0].length;
  const stop = END.exec(line.slice(start));
  const end = start + (stop?.index ?? line.length - start);
  return end > start ? { start, end } : null;
}
