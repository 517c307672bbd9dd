import type { LearntOdds, LineOdds, PageView } from '../evidence';
import { bytesOf } from '../learnt/base64';
import { type Forest, readForest } from '../learnt/trees';
import { chooseAuthor } from './author';
import { chooseTitle } from './title';

/** Trees that choose among the likely lines of a page its title, and among the names in them its author. */
export interface Choosers {
  readonly title: Forest;
  readonly author: Forest;
}

/** By `require` the file is read when it is first asked for; an import would read it when the program starts. */
declare const require: (path: './choice.data.json') => typeof import('./choice.data.json');

let shipped: Choosers | null = null;

/** The shipped trees (made by server/training), read at the first call. */
export function choosers(): Choosers {
  if (shipped) return shipped;
  const data = require('./choice.data.json');
  shipped = { title: readForest(bytesOf(data.title)), author: readForest(bytesOf(data.author)) };
  return shipped;
}

/** Adds to what is known of single lines which of them is the title, and where the author stands. */
export function choose({ lines }: Pick<PageView, 'lines'>, odds: LineOdds, trees: Choosers): LearntOdds {
  const title = chooseTitle(lines, odds, trees.title);
  return { ...odds, title, author: chooseAuthor(lines, { ...odds, title }, trees.author) };
}
