import { OrderTally } from '../../core/dates/orderTally';
import { mayHaveVotes, ordersOf } from '../../core/dates/siteOrders';
import { recognize } from '../../core/recognize';
import type { Configs } from '../configs';
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

/** What files show of the order of numbers in date fields. What cannot be read is told of when its turn comes. */
export async function tallyOrders(
  asked: readonly string[],
  configs: Configs,
  options: SubjectOptions,
): Promise<OrderTally> {
  const tally = new OrderTally();
  for (const path of asked) {
    try {
      const { text } = decode(await readBytes(path));
      if (!mayHaveVotes(text)) continue;
      const { recognition } = recognitionIn(await configs.of(path), path, options);
      tally.note(path, ordersOf(recognize(text, recognition)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return tally;
}
