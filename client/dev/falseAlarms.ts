// What the rules report of text that is known to be sound, a line for each language:
//   node out/client/dev/falseAlarms.js FOLDER [--rule CODE]... [--recognize] [--show COUNT]
// FOLDER holds a folder of UTF-8 text files for each language, paragraphs parted by blank lines. Every paragraph is taken
// for one of an article, which is the hardest case; with --recognize it is what recognition takes it for.

import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import type { Dump } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { countWords } from '../../server/src/core/text/words';
import { diagnose, type PlacedFinding } from '../../server/src/rules/diagnose';
import { RULES } from '../../server/src/rules/registry';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';

/** Characters of Chinese and Japanese that count as a word. */
const IDEOGRAPHS_PER_WORD = 1.5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string', multiple: true, default: [] },
    recognize: { type: 'boolean', default: false },
    show: { type: 'string', default: '0' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('A folder of texts is missing.');

const codes = new Set(values.rule.length > 0 ? values.rule : RULES.map(({ code }) => code).filter(isDamage));
const show = Number(values.show);

/** Dates and furniture are judged by what stands around them, which sound text by itself has not. */
function isDamage(code: string): boolean {
  return code !== 'furniture' && !code.startsWith('date-');
}

interface Tally {
  words: number;
  readonly findings: Map<string, number>;
}

const tallies = new Map<string, Tally>();
const shown = new Map<string, number>();

for (const file of globSync('**/*.txt', { cwd: folder }).sort()) {
  const language = dirname(file).split(sep)[0] ?? '';
  const text = readFileSync(join(folder, file), 'utf8');
  const dump = values.recognize ? recognize(text, { assumeDump: true }) : allParagraphs(text);
  const tally: Tally = tallies.get(language) ?? { words: 0, findings: new Map() };
  tallies.set(language, tally);
  const { words, ideographs } = countWords(text.split('\n'));
  tally.words += words + ideographs / IDEOGRAPHS_PER_WORD;
  const lines = text.split(/\r\n|\n|\r/);
  for (const finding of diagnose(dump, DEFAULT_SETTINGS, ({ error }) => console.error(error))) {
    if (!codes.has(finding.code)) continue;
    tally.findings.set(finding.code, (tally.findings.get(finding.code) ?? 0) + 1);
    const count = (shown.get(finding.code) ?? 0) + 1;
    shown.set(finding.code, count);
    if (count <= show) console.log(`${file}  ${excerpt(lines, finding)}`);
  }
}

for (const [language, tally] of [...tallies, ['all', total([...tallies.values()])] as const]) {
  const sum = [...tally.findings.values()].reduce((a, b) => a + b, 0);
  const rules = [...tally.findings].map(([code, count]) => `${code} ${count}`).join(', ');
  console.log(
    `${language.padEnd(8)}${Math.round(tally.words).toString().padStart(9)} words ${rate(sum, tally.words)} a 100,000  ${rules}`,
  );
}

function allParagraphs(text: string): Dump {
  const dump = recognize(text, { assumeDump: true });
  const pages = dump.pages.map(({ page, ...place }) => ({
    ...place,
    page: { ...page, roles: page.roles.map((role) => (role === '' ? '' : ('paragraph' as const))) },
  }));
  return { ...dump, pages };
}

function excerpt(lines: readonly string[], { code, range: { start, end } }: PlacedFinding): string {
  const line = lines[start.line] ?? '';
  const until = end.line === start.line ? end.character : line.length;
  const before = line.slice(Math.max(0, start.character - 50), start.character);
  return `${code}: ${before}[[${line.slice(start.character, until)}]]${line.slice(until, until + 40)}`;
}

function total(all: readonly Tally[]): Tally {
  const sum: Tally = { words: 0, findings: new Map() };
  for (const { words, findings } of all) {
    sum.words += words;
    for (const [code, count] of findings) sum.findings.set(code, (sum.findings.get(code) ?? 0) + count);
  }
  return sum;
}

function rate(findings: number, words: number): string {
  return ((findings / words) * 100_000).toFixed(2).padStart(7);
}
