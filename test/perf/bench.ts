// Measures all of it, side by side, or the parts that are named:  node out/test/perf/bench.js [--write|--small] [NAME ...]
// With --write the report beside this file is written. With --small all is a fiftieth of its size, to see that it runs.

import { measureDumps, measureLarge } from './commandLine';
import { measureAnalysis } from './curve';
import { measurePeers } from './peers';
import { report, type Section } from './report';
import { measureFile, measureStarts } from './server';

const args = process.argv.slice(2);
const isSmall = args.includes('--small');
const sized = (size: number): number => (isSmall ? Math.ceil(size / 50) : size);

const SECTIONS: readonly Section[] = [
  { name: 'start', measure: measureStarts },
  { name: 'analysis', measure: () => measureAnalysis(sized) },
  { name: '7kb', measure: () => measureFile(7_000, 'profile') },
  { name: '100kb', measure: () => measureFile(sized(100_000), 'profile') },
  { name: '1mb', measure: () => measureFile(sized(1_000_000), 'profile') },
  { name: '10mb', measure: () => measureFile(sized(10_000_000), 'profile') },
  { name: '50mb', measure: () => measureFile(sized(50_000_000), 'profile') },
  { name: 'no-profile', measure: () => measureFile(sized(100_000), 'no profile') },
  { name: 'peers', measure: () => measurePeers(sized(1_000_000)) },
  { name: 'cli-dumps', measure: () => measureDumps(sized(10_000)) },
  { name: 'cli-formats', measure: () => measureLarge(sized(100_000_000), ['text', 'gzip', 'jsonl', 'wet']) },
  { name: 'cli-1gb', measure: () => measureLarge(sized(1_000_000_000), ['text']) },
];

const asked = args.filter((arg) => !arg.startsWith('--'));
const unknown = asked.find((name) => !SECTIONS.some((section) => section.name === name));
if (unknown !== undefined)
  throw new Error(`${unknown} is not one of ${SECTIONS.map(({ name }) => name).join(', ')}`);
const sections = SECTIONS.filter(({ name }) => asked.length === 0 || asked.includes(name));
void report(sections, args.includes('--write') && !isSmall);
