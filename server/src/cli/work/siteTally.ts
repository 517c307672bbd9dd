import { OrderTally } from '../../core/dates/orderTally';
import { mayHaveVotes, ordersOf, type SiteOrders } from '../../core/dates/siteOrders';
import { recognize } from '../../core/recognize';
import { Configs } from '../configs';
import { decode } from '../encoding';
import { readBytes, UserError } from '../files';
import type { Input } from '../input/inputs';
import { recognitionIn, type SubjectOptions } from './subject';

/** So many files at most are asked how their sites write dates. */
const MOST_ASKED = 400;

/** Files that hold other files or records, or stand for no file: they are not read twice. */
const NOT_ASKED = /^-$|\.(?:gz|zst|warc|wet|jsonl|ndjson)$/i;

/**
 * The files of a run that tell others of their site how its dates are to be read: spread evenly over all in the order of
 * their names, so that it does not matter in which order, or in how many threads, a run takes them.
 */
export function askedFiles(inputs: readonly Input[]): readonly string[] {
  const paths = inputs.flatMap(({ path }) => (NOT_ASKED.test(path) ? [] : [path])).sort();
  const step = Math.max(1, paths.length / MOST_ASKED);
  return paths.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** What a file shows of the order of numbers in date fields. Plain data. */
export interface FileOrders {
  readonly path: string;
  readonly orders: SiteOrders;
}

/** Tells what files show. What cannot be read is told of when its turn comes. */
export function orderReader(
  options: SubjectOptions,
): (asked: readonly string[]) => Promise<readonly FileOrders[]> {
  const configs = new Configs(options.config);
  return async (asked) => {
    const found: FileOrders[] = [];
    for (const path of asked) {
      try {
        const { text } = decode(await readBytes(path));
        if (!mayHaveVotes(text)) continue;
        const { recognition } = recognitionIn(await configs.of(path), path, options);
        found.push({ path, orders: ordersOf(recognize(text, recognition)) });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
    return found;
  };
}

/** What files show, together. */
export function tallyOf(found: readonly FileOrders[]): OrderTally {
  const tally = new OrderTally();
  for (const { path, orders } of found) tally.note(path, orders);
  return tally;
}
