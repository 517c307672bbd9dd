import { isSpace } from '../text/characters';
import type { Capture, Program, Take } from './program';

/** A way through the automaton up to now: where stretches of the line were opened and closed, the latest first. */
export interface Mark {
  readonly kind: 'open' | 'close';
  readonly capture: Capture;
  readonly at: number;
  readonly before: Mark | null;
}

/**
 * Steps after which a line is given up as not fitting: some milliseconds, and some ten thousand code points of an
 * ordinary template. So not even a line of megabytes and a template that was made to be slow hold anything up.
 */
export const MOST_STEPS = 1_000_000;

/** Whether a line fits, and by which way; `steps` counts what was done, so that tests can see that it is linear. */
export interface Run {
  readonly fits: boolean;
  readonly last: Mark | null;
  readonly steps: number;
}

/** One of the ways that are followed at once: it takes the code point at the present place. */
interface Thread {
  readonly take: Take;
  readonly last: Mark | null;
}

/**
 * Runs an automaton over `line` from `start` up to `end`, which it must reach; neither end of that stretch is white
 * space. All ways are followed at once, in order of preference (R. Pike's method), so that the time is at most the
 * stretch's length times the number of the automaton's steps; and never more than {@link MOST_STEPS}.
 */
export function runProgram({ steps, start: first }: Program, line: string, start: number, end: number): Run {
  /** For each step the last place at which a thread came to it: the first one there keeps the others out. */
  const reached = new Int32Array(steps.length).fill(-1);
  let count = 0;
  let fits = false;
  let winner: Mark | null = null;
  let position = start;
  let codePoint = codePointAt(position);
  let threads: Thread[] = [];
  let before: Thread[] = [];

  function codePointAt(at: number): number {
    return at < end ? (line.codePointAt(at) ?? -1) : -1;
  }

  /** Follows a way up to where it takes the code point at the present place, or ends. */
  function follow(index: number, last: Mark | null): void {
    count++;
    if (reached[index] === position) return;
    reached[index] = position;
    const step = steps[index];
    switch (step?.kind) {
      case 'take':
        if (position < end && step.accepts(codePoint)) threads.push({ take: step, last });
        break;
      case 'fork':
        follow(step.first, last);
        follow(step.second, last);
        break;
      case 'edge':
        if (position === start || position === end || isSpace(line.charCodeAt(position - 1))) {
          follow(step.next, last);
        }
        break;
      case 'open':
      case 'close':
        follow(step.next, { kind: step.kind, capture: step.capture, at: position, before: last });
        break;
      case 'end':
        if (position < end) break;
        fits = true;
        winner = last;
        break;
    }
  }

  follow(first, null);
  while (threads.length > 0 && count < MOST_STEPS) {
    // Where the preferred thread takes whatever comes, nothing is left to be found out.
    if (threads[0]?.take.toEnd) position = end;
    else position += codePoint > 0xffff ? 2 : 1;
    codePoint = codePointAt(position);
    [before, threads] = [threads, before];
    threads.length = 0;
    for (const { take, last } of before) follow(take.next, last);
  }
  return { fits, last: winner, steps: count };
}
