import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { dumpOf, type Layout } from './dumps';
import { megabytes, table } from './table';

/** One article after another is written, in parts of so many bytes. */
const PART = 10_000_000;

/** What many texts in one file are called, and how a text is written into it. */
const FORMATS = {
  text: { name: 'all.dump', says: 'one text', write: (text: string) => text },
  gzip: { name: 'all.dump.gz', says: 'one text, packed with gzip', write: (text: string) => text },
  jsonl: {
    name: 'all.jsonl',
    says: 'JSON Lines',
    write: (text: string) => `${JSON.stringify({ text })}\n`,
  },
  wet: {
    name: 'all.wet.gz',
    says: 'WET, packed with gzip',
    write: (text: string) =>
      `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}\r\n\r\n`,
  },
} as const;

export type Format = keyof typeof FORMATS;

/** What the program reads. */
interface Load {
  readonly path: string;
  /** Of text, before it was packed. */
  readonly bytes: number;
  readonly what: string;
}

/** What a run took. */
interface Run {
  readonly seconds: number;
  /** Bytes, of all threads together; null where the system does not tell. */
  readonly peak: number | null;
}

/** The command line program on many files. */
export function measureDumps(count: number): Promise<string> {
  return measure([(folder) => writeDumps(folder, count)]);
}

/** The command line program on one file of so many bytes of text, for each format. */
export function measureLarge(bytes: number, formats: readonly Format[]): Promise<string> {
  return measure(formats.map((format) => (folder) => writeFile(folder, bytes, format)));
}

/** Runs the program with one worker, and with two where there are as many processors. */
async function measure(loads: readonly ((folder: string) => Load | Promise<Load>)[]): Promise<string> {
  const rows: string[][] = [];
  for (const load of loads) {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    try {
      const { path, bytes, what } = await load(folder);
      for (const workers of new Set([1, Math.min(2, availableParallelism())])) {
        const { seconds, peak } = await lint(path, workers);
        const speed = (bytes / 1e6 / seconds).toFixed(1);
        rows.push([what, String(workers), seconds.toFixed(1), speed, megabytes(peak)]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return `## The command line\n\n\`copydesk lint --format jsonl\`, to a pipe.\n\n${table(['of', 'workers', 'seconds', 'MB/s', 'most memory'], rows)}`;
}

function writeDumps(folder: string, count: number): Load {
  let bytes = 0;
  for (const layout of ['profile', 'no profile'] as const) {
    mkdirSync(join(folder, layout));
    for (const [index, text] of articlesOf((count / 2) * 7_000, layout)
      .slice(0, count / 2)
      .entries()) {
      writeFileSync(join(folder, layout, `${index}.dump`), text);
      bytes += text.length;
    }
  }
  const what = `${count.toLocaleString('en')} dumps of 7 KB, half of them of a site that is known`;
  return { path: folder, bytes, what };
}

async function writeFile(folder: string, size: number, format: Format): Promise<Load> {
  const { name, says, write } = FORMATS[format];
  const path = join(folder, name);
  const file = createWriteStream(path);
  const gzip = name.endsWith('.gz') ? createGzip({ level: 1 }) : null;
  gzip?.pipe(file);
  const stream = gzip ?? file;
  const text = dumpOf(Math.min(size, PART), 'profile');
  const isOne = format === 'text' || format === 'gzip';
  const part = Buffer.from((isOne ? [text] : articlesOf(text.length, 'profile')).map(write).join(''));
  let bytes = 0;
  for (; bytes < size; bytes += text.length) {
    if (!stream.write(part)) await once(stream, 'drain');
  }
  stream.end();
  await once(file, 'finish');
  return { path, bytes, what: `${megabytes(bytes)} in one file, ${says}` };
}

/** Dumps of one article each. */
function articlesOf(size: number, layout: Layout): readonly string[] {
  const articles = dumpOf(size, layout).split(layout === 'profile' ? /(?<=More Articles\n\n)/ : '\f\n');
  return articles.filter((text) => text !== '');
}

async function lint(path: string, workers: number): Promise<Run> {
  const start = performance.now();
  const args = [
    'dist/cli.js',
    'lint',
    '--no-config',
    '--format',
    'jsonl',
    '--workers',
    String(workers),
    path,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak: number | null = null;
  const look = setInterval(() => {
    peak = Math.max(peak ?? 0, residentPeak(child.pid) ?? 0) || null;
  }, 200);
  child.stdout.resume();
  await once(child, 'exit');
  clearInterval(look);
  return { seconds: (performance.now() - start) / 1000, peak };
}

function residentPeak(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    // It has ended.
    return null;
  }
}
