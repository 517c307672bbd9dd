import { stat } from 'node:fs/promises';
import { type Input, STANDARD_INPUT } from '../input/inputs';
import type { Unit } from '../input/unit';
import type { Terminal } from '../terminal';

/** Milliseconds between two looks at how far a run is. */
const STEP = 200;

/** Before this many milliseconds nothing is shown: most runs are over by then. */
const PATIENCE = 1000;

const MEGABYTE = 1_000_000;

/** Shows a person how far a run is: files, megabytes a second, time that is left. */
export class Progress {
  readonly #terminal: Terminal | null;
  readonly #count: number;
  readonly #start = performance.now();
  /** Bytes of each file that were worked on. */
  readonly #done = new Map<string, number>();
  #doneBytes = 0;
  /** Bytes of all files; null before it is known, or where it never is. */
  #total: number | null = null;
  #shownAt = 0;

  /** @param terminal null where nothing is to be shown */
  constructor(terminal: Terminal | null, inputs: readonly Input[]) {
    this.#terminal = terminal?.showsProgress ? terminal : null;
    this.#count = inputs.length;
    if (this.#terminal) {
      void totalOf(inputs).then((total) => {
        this.#total = total;
      });
    }
  }

  /** A text was worked on. */
  done({ place, readTo }: Unit): void {
    if (!this.#terminal) return;
    this.#doneBytes += readTo - (this.#done.get(place) ?? 0);
    this.#done.set(place, readTo);
    const now = performance.now() - this.#start;
    if (now < PATIENCE || now - this.#shownAt < STEP) return;
    this.#shownAt = now;
    const of = { files: this.#done.size, count: this.#count, bytes: this.#doneBytes, total: this.#total };
    this.#terminal.progress(progressLine(of, now));
  }
}

/** How far a run is. */
export interface Done {
  readonly files: number;
  readonly count: number;
  readonly bytes: number;
  /** Null where it is not known. */
  readonly total: number | null;
}

/** `312 of 10,000 files, 2.1 of 70.3 MB, 8.4 MB/s, 9 s left`. */
export function progressLine({ files, count, bytes, total }: Done, milliseconds: number): string {
  const speed = bytes / (milliseconds / 1000);
  const left = total === null || speed === 0 ? null : (total - bytes) / speed;
  return [
    ...(count > 1 ? [`${files.toLocaleString('en')} of ${count.toLocaleString('en')} files`] : []),
    `${megabytes(bytes)}${total === null ? '' : ` of ${megabytes(total)}`} MB`,
    `${megabytes(speed)} MB/s`,
    ...(left === null ? [] : [`${duration(left)} left`]),
  ].join(', ');
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Null with standard input; files that cannot be looked at count nothing here, and are told of where they are read. */
async function totalOf(inputs: readonly Input[]): Promise<number | null> {
  let total = 0;
  for (const { path } of inputs) {
    if (path === STANDARD_INPUT) return null;
    total += await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return total;
}
