// Measures all of it, side by side, or the parts that are named:  node out/test/perf/bench.js [--write] [NAME ...]
// With --write the report beside this file is written.

import { measureCommandLine } from './commandLine';
import { measureAnalysis } from './curve';
import { measurePeers } from './peers';
import { report, type Section } from './report';
import { measureFile, measureStarts } from './server';

const SECTIONS: readonly Section[] = [
  { name: 'start', measure: measureStarts },
  { name: 'analysis', measure: measureAnalysis },
  { name: '7kb', measure: () => measureFile(7_000, 'profile') },
  { name: '100kb', measure: () => measureFile(100_000, 'profile') },
  { name: '1mb', measure: () => measureFile(1_000_000, 'profile') },
  { name: '10mb', measure: () => measureFile(10_000_000, 'profile') },
  { name: '50mb', measure: () => measureFile(50_000_000, 'profile') },
  { name: 'no-profile', measure: () => measureFile(100_000, 'no profile') },
  { name: 'peers', measure: measurePeers },
  { name: 'cli-dumps', measure: () => measureCommandLine('dumps') },
  { name: 'cli-100mb', measure: () => measureCommandLine(100_000_000) },
  { name: 'cli-1gb', measure: () => measureCommandLine(1_000_000_000) },
];

const args = process.argv.slice(2);
const asked = args.filter((arg) => !arg.startsWith('--'));
const unknown = asked.find((name) => !SECTIONS.some((section) => section.name === name));
if (unknown !== undefined)
  throw new Error(`${unknown} is not one of ${SECTIONS.map(({ name }) => name).join(', ')}`);
const sections = SECTIONS.filter(({ name }) => asked.length === 0 || asked.includes(name));
void report(sections, args.includes('--write'));
