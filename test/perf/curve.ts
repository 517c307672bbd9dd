import { recognize } from '../../server/src/core/recognize';
import { diagnose } from '../../server/src/rules/diagnose';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { dumpOf, type Layout } from './dumps';
import { timesOf } from './statistics';
import { megabytes, shown, table } from './table';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000];
/** Smaller texts are measured more often: about so many units in all, and at least twice. */
const MEASURED = 12_000_000;
const FEWEST = 2;
const MOST = 100;

/**
 * A full analysis in this process, by size: recognition, and then all rules.
 * @param sized changes each size
 */
export function measureAnalysis(sized: (size: number) => number): string {
  warmUp();
  const rows = SIZES.map(sized).flatMap((size) =>
    (['profile', 'no profile'] as const).map((layout) => {
      const text = dumpOf(size, layout);
      const runs = Math.max(FEWEST, Math.min(MOST, Math.round(MEASURED / size)));
      const times = Array.from({ length: runs }, () => analyze(text));
      const speed = (part: (time: Times) => number) => {
        const { p50, least, most } = timesOf(times.map(part));
        const [middle, best, worst] = [p50, least, most].map((ms) => (text.length / 1000 / ms).toFixed(1));
        return `${middle} (${worst} to ${best})`;
      };
      return [
        megabytes(text.length),
        layout === 'profile' ? 'yes' : 'no',
        speed(({ recognition }) => recognition),
        speed(({ rules }) => rules),
        speed(({ recognition, rules }) => recognition + rules),
        shown(timesOf(Array.from({ length: runs }, () => timeOf(() => text.split('\n')))).p50),
      ];
    }),
  );
  return `## A full analysis, in one process\n\n${table(
    [
      'text',
      'known site',
      'recognition, MB/s: p50 (range)',
      'rules, MB/s',
      'both, MB/s',
      'ms of V8 to split it at line breaks',
    ],
    rows,
  )}`;
}

/** Milliseconds. */
interface Times {
  readonly recognition: number;
  readonly rules: number;
}

function analyze(text: string): Times {
  const start = performance.now();
  const dump = recognize(text, { assumeDump: true });
  const middle = performance.now();
  diagnose(dump, DEFAULT_SETTINGS, ({ error }) => {
    throw error;
  });
  return { recognition: middle - start, rules: performance.now() - middle };
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function warmUp(): void {
  const layouts: readonly Layout[] = ['profile', 'no profile'];
  for (const layout of layouts) for (let turn = 0; turn < 5; turn++) analyze(dumpOf(300_000, layout));
}
