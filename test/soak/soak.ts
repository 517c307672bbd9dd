import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIG_FILE } from '../../server/src/rules/configName';
import { generator } from '../../server/training/random';
import { RandomUse } from './randomUse';
import { SoakServer } from './soakServer';

// npm run soak -- [--minutes N] [--seed N] [--heap MB]      Uses the shipped server at random, as many people would one
// after another, and tells every minute what it did and what memory the server holds. Fails where the server ends, logs
// or answers an error, answers for an edited document otherwise than for a new one of the same text, or holds more once
// all is closed than before.

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    heap: { type: 'string', default: '200' },
  },
});

/** Steps before the first measure, for what is made once to be there. */
const WARM_UP = 2000;
/** How often every page is opened and closed again before use at random: five thousand documents. */
const TIMES_LEAFED = 43;
/** Bytes that may be held for each closed document, of one page or of 30: where its articles stand. */
const KEPT = 1200;
/** Bytes that may be held beside them, of code that ran for the first time since. */
const MOST_LEFT = 4e6;

void main().then((isSound) => {
  process.exitCode = isSound ? 0 : 1;
});

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-soak-'));
  writeFileSync(join(folder, CONFIG_FILE), '{}');
  const seed = Number(values.seed);
  const random = generator(seed + 1);
  const settings = () => (random() < 0.5 ? null : { codeLens: random() < 0.5 });
  const server = new SoakServer(Number(values.heap), settings);
  await server.start(folder);
  const use = new RandomUse(server, folder, seed);

  const tell = async (when: string): Promise<Measure> => {
    const held = await server.held();
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    const memory = held ? [megabytes(held.heap), megabytes(held.resident)] : ['gone', ''];
    const { steps, opened, open, answered, cancelled, refused, differing } = use.done;
    const cells = [
      when,
      steps,
      answered,
      cancelled,
      refused,
      server.errors,
      opened,
      open,
      differing,
      ...memory,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    return { heap: held?.heap ?? Number.POSITIVE_INFINITY, opened };
  };

  console.log(`seed ${seed}, a heap of at most ${values.heap} MB, Node ${process.version}`);
  console.log(
    '| | steps | answered | cancelled | refused | errors logged | opened | open | differing | heap MB | RSS MB |',
  );
  console.log(`|---|${'---:|'.repeat(10)}`);
  for (let step = 0; step < WARM_UP && !server.isGone; step++) await use.step();
  await use.closeAll();
  await tell('warm, all closed');
  await use.leaf(1);
  const once = await tell('every page opened and closed');
  await use.leaf(TIMES_LEAFED);
  const leafed = await tell(`${TIMES_LEAFED} times more`);
  for (let minute = 1; minute <= Number(values.minutes) && !server.isGone; minute++) {
    const end = performance.now() + 60_000;
    while (performance.now() < end && !server.isGone) await use.step();
    await use.compare();
    await tell(`minute ${minute}`);
  }
  await use.closeAll();
  const left = await tell('all closed');
  const hasEnded = await server.stop();
  rmSync(folder, { recursive: true });
  const { refused, differing } = use.done;
  const isSound = server.errors + refused + differing === 0;
  return hasEnded && isSound && isLittle(once, leafed) && isLittle(leafed, left);
}

/** What was held when so many documents had been opened, and all of them closed. */
interface Measure {
  readonly heap: number;
  readonly opened: number;
}

function isLittle(before: Measure, after: Measure): boolean {
  return after.heap - before.heap < MOST_LEFT + KEPT * (after.opened - before.opened);
}
