import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { megabytes } from './table';

const REPORT = 'test/perf/report.md';

/** A part of the report that can be measured by itself. */
export interface Section {
  /** How it is asked for, and its mark in the report. */
  readonly name: string;
  /** Its text in Markdown, without a heading of its own level. */
  readonly measure: () => Promise<string> | string;
}

const INTRODUCTION = `# What Copydesk costs

Made by \`npm run bench -- --write\` (\`-- --write NAME\` measures one part anew). Times depend on the machine and on what else it does; the ratios less so, as those who are compared take turns. *null* is a server on the same library, with its document store, that answers every request with nothing; *null-payload* answers with ready-made outline, folding and diagnostics of the true size. The dumps are made of sentences that hardly ever come again.
`;

/** The machine, and how busy it is: processes that want a processor, in the last minute. */
function machine(): string {
  const busy = (loadavg()[0] ?? 0).toFixed(1);
  return `${cpus()[0]?.model ?? 'Unknown processor'}, ${cpus().length} cores, ${megabytes(totalmem())}, ${process.platform}, Node ${process.version}; load ${busy}`;
}

/** Measures sections, prints each, and where asked puts it in the report in place of what it said before. */
export async function report(sections: readonly Section[], isWritten: boolean): Promise<void> {
  for (const { name, measure } of sections) {
    const before = machine();
    const text = `<!-- ${name} -->\n${(await measure()).trim()}\n\n${before} before, ${(loadavg()[0] ?? 0).toFixed(1)} after.\n<!-- /${name} -->\n`;
    console.log(text);
    if (isWritten) writeFileSync(REPORT, placed(name, text));
  }
}

function placed(name: string, text: string): string {
  const all = readReport();
  const start = all.indexOf(`<!-- ${name} -->`);
  const mark = `<!-- /${name} -->\n`;
  const end = all.indexOf(mark, start);
  return start < 0 || end < 0 ? `${all}\n${text}` : all.slice(0, start) + text + all.slice(end + mark.length);
}

function readReport(): string {
  try {
    return readFileSync(REPORT, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return INTRODUCTION;
    throw error;
  }
}
