import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpOf, type Layout } from './dumps';
import { megabytes, table } from './table';

/** Ten thousand dumps, or one file of so many bytes. */
export type Load = 'dumps' | number;

const DUMPS = 10_000;
/** One article after another, in files of a hundred. */
const PART = 10_000_000;

/** What a run took. */
interface Run {
  readonly seconds: number;
  /** Bytes, of all threads together; null where the system does not tell. */
  readonly peak: number | null;
}

/** The command line program on many texts, with one worker and with as many as there are processors. */
export async function measureCommandLine(load: Load): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    const { path, bytes, what } =
      load === 'dumps' ? writeDumps(folder) : await writeFile(join(folder, 'all.dump'), load);
    const rows: string[][] = [];
    for (const workers of new Set([1, Math.min(2, availableParallelism())])) {
      const run = await lint(path, workers);
      rows.push([
        String(workers),
        run.seconds.toFixed(1),
        (bytes / 1e6 / run.seconds).toFixed(1),
        megabytes(run.peak),
      ]);
    }
    return `## The command line: ${what}\n\n\`copydesk lint --format jsonl\`, to a file.\n\n${table(['workers', 'seconds', 'MB/s', 'most memory'], rows)}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeDumps(folder: string) {
  let bytes = 0;
  const layouts: readonly Layout[] = ['profile', 'no profile'];
  for (const [which, layout] of layouts.entries()) {
    const articles = dumpOf((DUMPS / 2) * 7_000, layout).split(
      layout === 'profile' ? /(?<=More Articles\n\n)/ : '\f\n',
    );
    const texts = articles.filter((text) => text !== '').slice(0, DUMPS / 2);
    mkdirSync(join(folder, String(which)));
    for (const [index, text] of texts.entries()) {
      writeFileSync(join(folder, String(which), `${index}.dump`), text);
      bytes += text.length;
    }
  }
  return { path: folder, bytes, what: `10,000 dumps of 7 KB, half of them of a site that is known` };
}

async function writeFile(path: string, size: number) {
  const stream = createWriteStream(path);
  const part = Buffer.from(dumpOf(PART, 'profile'));
  let bytes = 0;
  for (; bytes < size; bytes += part.length) {
    if (!stream.write(part)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return { path, bytes, what: `one file of ${megabytes(bytes)}, of a site that is known` };
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
