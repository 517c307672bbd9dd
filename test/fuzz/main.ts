import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Coverage } from './coverage';
import { fuzz } from './fuzz';
import { TARGETS } from './targets';

// npm run fuzz -- [--seconds N] [--seed N] [TARGET ...]      Finds are written to out/fuzz, to become tests.

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !TARGETS.some((target) => target.name === name));
if (unknown !== undefined)
  throw new Error(`${unknown} is not one of ${TARGETS.map(({ name }) => name).join(', ')}`);

void main();

async function main(): Promise<void> {
  const folder = join('out', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const coverage = new Coverage();
  for (const target of TARGETS) {
    if (positionals.length > 0 && !positionals.includes(target.name)) continue;
    const end = performance.now() + 1000 * Number(values.seconds);
    const report = await fuzz(target, coverage, Number(values.seed), () => performance.now() > end);
    const { executions, kept, blocks, finds } = report;
    console.log(
      `${target.name}: ${executions} executions, ${kept} texts kept, ${blocks} blocks, ${finds.length} finds`,
    );
    for (const [index, { text, error }] of finds.entries()) {
      const file = join(folder, `${target.name}-${index}.json`);
      writeFileSync(file, JSON.stringify({ text, error }, null, 2));
      console.log(`  ${file}: ${error.split('\n', 1)[0]}`);
    }
    if (finds.length > 0) process.exitCode = 1;
  }
}
