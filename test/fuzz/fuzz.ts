import { generator } from '../../server/training/random';
import type { Coverage } from './coverage';
import { mutate } from './mutate';

/** Something that must take any text. */
export interface FuzzTarget {
  readonly name: string;
  /** Texts to begin with. */
  readonly seeds: readonly string[];
  /** Words of its language. */
  readonly words: readonly string[];
  /** Throws where something is wrong. */
  run(text: string): void | Promise<void>;
}

/** A text that a target did not take. */
export interface Find {
  readonly text: string;
  readonly error: string;
}

/** What came of it. */
export interface FuzzReport {
  readonly executions: number;
  /** Texts that were kept, as each ran code that no earlier one did. */
  readonly kept: number;
  /** Blocks of code that ran, see {@link Coverage.size}. */
  readonly blocks: number;
  readonly finds: readonly Find[];
}

/** Milliseconds of the processor's time that make a text a find: none is longer than a few thousand units. */
const SLOW = 4000;
/** Finds of one kind are one find. */
const MOST_FINDS = 20;

/**
 * Looks for texts that a target does not take: texts that ran new code are kept and changed further (coverage-guided
 * fuzzing after AFL, Zalewski 2013). The same seed goes the same way as far as the target does.
 * @param until says when to end
 */
export async function fuzz(
  target: FuzzTarget,
  coverage: Coverage,
  seed: number,
  until: () => boolean,
): Promise<FuzzReport> {
  const random = generator(seed);
  coverage.forget();
  const kept: string[] = [];
  const finds = new Map<string, Find>();
  let executions = 0;
  const attempt = async (text: string) => {
    executions++;
    const error = await errorOf(target, text);
    if (coverage.take() > 0) kept.push(text);
    if (error !== null && !finds.has(kindOf(error)))
      finds.set(kindOf(error), { text: await smallest(target, text, kindOf(error)), error });
  };
  for (const text of ['', ...target.seeds]) await attempt(text);
  while (!until() && finds.size < MOST_FINDS) {
    const text = kept[Math.floor(random() * kept.length)] ?? '';
    const other = kept[Math.floor(random() * kept.length)] ?? '';
    await attempt(mutate(text, other, target.words, random));
  }
  return { executions, kept: kept.length, blocks: coverage.size, finds: [...finds.values()] };
}

async function errorOf(target: FuzzTarget, text: string): Promise<string | null> {
  const start = process.cpuUsage();
  try {
    await target.run(text);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(start);
  const taken = (user + system) / 1000;
  return taken > SLOW ? `slow: ${Math.round(taken)} ms of the processor` : null;
}

/** Errors that come from the same place. */
function kindOf(error: string): string {
  const where = error.split('\n').find((line) => line.trimStart().startsWith('at '));
  return where ?? error.replace(/\d+/g, '0');
}

/** The text without all that the find can do without, half by half and then smaller (after ddmin, Zeller 2002). */
async function smallest(target: FuzzTarget, text: string, kind: string): Promise<string> {
  let best = text;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      const error = await errorOf(target, shorter);
      if (error !== null && kindOf(error) === kind) best = shorter;
      else at += size;
    }
  }
  return best;
}
