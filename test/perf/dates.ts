// Measures the date pass, and chrono-node on the same text and cases beside it: `npm run bench`. Figures depend on the
// machine; compare runs on the same one, or the ratios.

import { datesIn, judgeDates } from '../../server/src/core/dates';
import { chronoDatesOf, countWithChrono } from '../support/chronoDates';
import { datesOfCase, dayAsked, isDayRight, readDateCases } from '../support/dateCases';
import { randomNumbers } from './statistics';

const MEGABYTE = 1_000_000;

const DENSE = [
  'On February 05, 2025 and 31/12/2024 the ferry of 5. März 2024 met the one of 22 июня 2023, 19:15.',
  'Published 2024-12-31T10:15:00Z, updated 2024年12月31日, printed in Juche 113 (2024).',
  'Wednesday, February 5, 2025 | 12 May to 15 May 2024 | Sept. 3, 2024 | 5 de febrero de 2025',
];
const PROSE = [
  'The library by the harbour opened its doors after a year of work, and readers came from all quarters of the town.',
  'Shelves of oak line the hall, and the reading room looks out over the water where the ferries land each morning.',
  'In 2024 the mayor, who had promised 3 new bridges, opened the first on May 5 before a crowd of 1,200 people.',
];
const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1',
  slashes: '31/12/',
  months: 'February ',
  'months and days': 'February 5 ',
  'glued dates': 'February 5, 2025',
  'misspelt dates': 'Febuary 5, 2025 ',
  'dates of Han characters': '2024年12月31日',
  mixed: 'a1-/. Feb 2024年 ',
};

/** Lines of these forms, each another one: what is remembered of lines is of no use for them. */
function linesOf(parts: readonly string[], size: number): readonly string[] {
  const random = randomNumbers(1);
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const part = parts[lines.length % parts.length] ?? '';
    const line = part.replace(
      /ferry|library|Shelves|mayor|Published|Wednesday/g,
      (word) => `${madeUpWord(random)} ${word}`,
    );
    lines.push(line);
    length += line.length + 1;
  }
  return lines;
}

function madeUpWord(random: () => number): string {
  const parts = [
    'quay',
    'lamp',
    'oak',
    'tide',
    'gull',
    'mast',
    'rope',
    'sand',
    'reef',
    'dune',
    'bell',
    'dock',
  ];
  return Array.from({ length: 3 }, () => parts[Math.floor(random() * parts.length)]).join('');
}

/** What a look at each unit costs, and no more: the floor for all that reads a text. */
function millisecondsOfLook(lines: readonly string[]): number {
  const start = performance.now();
  let digits = 0;
  for (const line of lines) {
    for (let at = 0; at < line.length; at++) {
      const unit = line.charCodeAt(at);
      if (unit >= 0x30 && unit <= 0x39) digits++;
    }
  }
  if (digits < 0) throw new RangeError('Digits are counted so that the loop is not left out.');
  return performance.now() - start;
}

/** Lines of a page, which dates are judged by. */
const PAGE = 100;

function millisecondsOf(lines: readonly string[]): {
  readonly scan: number;
  readonly judge: number;
  readonly dates: number;
} {
  const spent = { scan: 0, judge: 0, dates: 0 };
  for (let from = 0; from < lines.length; from += PAGE) {
    const page = lines.slice(from, from + PAGE);
    const roles = page.map(() => 'paragraph' as const);
    const start = performance.now();
    // What is found of a line is remembered for a while: judging doesn't scan again.
    page.forEach(datesIn);
    const middle = performance.now();
    spent.dates += judgeDates(page, { roles, order: null, language: 'en', now: null }).length;
    spent.scan += middle - start;
    spent.judge += performance.now() - middle;
  }
  return spent;
}

/** The best of several runs: others on the machine only ever make a run slower. */
function best(lines: readonly string[]): ReturnType<typeof millisecondsOf> {
  const runs = Array.from({ length: 5 }, () => millisecondsOf(lines));
  return runs.reduce((a, b) => (b.scan + b.judge < a.scan + a.judge ? b : a));
}

for (const [name, parts] of Object.entries({ 'dense with dates': DENSE, prose: PROSE })) {
  const lines = linesOf(parts, 5 * MEGABYTE);
  const { scan, judge, dates } = best(lines);
  const speed = ((5 / (scan + judge)) * 1000).toFixed(1);
  const look = Math.min(...Array.from({ length: 5 }, () => millisecondsOfLook(lines)));
  const share = ((scan + judge) / look).toFixed(0);
  console.log(
    `${name}: ${speed} MB/s (scan ${scan.toFixed(0)} ms, judge ${judge.toFixed(0)} ms, ${dates} dates; a look at each character ${look.toFixed(0)} ms, ratio ${share})`,
  );
}
for (const [name, part] of Object.entries(HOSTILE)) {
  const { scan, judge, dates } = best([part.repeat(Math.ceil(100_000 / part.length))]);
  console.log(`100 KB of ${name}: ${(scan + judge).toFixed(0)} ms (${dates} dates)`);
}

/** Much slower: a part of the text is enough. */
const COMPARED = 200_000;

for (const [name, parts] of Object.entries({ 'dense with dates': DENSE, prose: PROSE })) {
  const lines = linesOf(parts, COMPARED);
  const { scan, judge } = best(lines);
  const theirs = Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      countWithChrono(lines);
      return performance.now() - start;
    }),
  );
  const speeds = [scan + judge, theirs].map((ms) => (COMPARED / 1000 / ms).toFixed(2));
  const ratio = (theirs / (scan + judge)).toFixed(1);
  console.log(
    `${COMPARED / 1000} KB ${name}: ${speeds[0]} MB/s, chrono-node ${speeds[1]} MB/s, ratio ${ratio}`,
  );
}

interface Tally {
  cases: number;
  ours: number;
  theirs: number;
}

const tallies = new Map<string, Tally>();
for (const each of readDateCases()) {
  const asked = dayAsked(each);
  const theirs = chronoDatesOf(each);
  // Only cases in languages that both have.
  if (asked === null || theirs === null) continue;
  const ours = datesOfCase(each).map(({ iso }) => iso);
  for (const kind of ['all', asked === 'none' ? 'no date, or none for sure' : 'a sound date']) {
    const tally = tallies.get(kind) ?? { cases: 0, ours: 0, theirs: 0 };
    tallies.set(kind, tally);
    tally.cases++;
    if (isDayRight(asked, ours)) tally.ours++;
    if (isDayRight(asked, theirs)) tally.theirs++;
  }
}
for (const [kind, { cases, ours, theirs }] of tallies) {
  const [own, other] = [ours, theirs].map((right) => `${((100 * right) / cases).toFixed(1)} %`);
  console.log(
    `${cases} cases (${kind}): ${own} right, chrono-node ${other}, ratio ${(ours / theirs).toFixed(2)}`,
  );
}
