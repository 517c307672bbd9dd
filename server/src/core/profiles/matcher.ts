import { isSpace } from '../text/characters';
import type { Capture, Program } from './program';

/** A way through the automaton up to now: where stretches of the line were opened and closed, the latest first. */
export interface Mark {
  readonly kind: 'open' | 'close';
  readonly capture: Capture;
  readonly at: number;
  readonly before: Mark | null;
}

/** Whether a line fits, and by which way; `steps` counts what was done, so that tests can see that it is linear. */
export interface Run {
  readonly fits: boolean;
  readonly last: Mark | null;
  readonly steps: number;
}

/**
 * Runs an automaton over `line` from `start` up to `end`, which it must reach; neither end of that stretch is white
 * space. All ways are followed at once, in order of preference (R. Pike's method), so that the time is at most the
 * stretch's length times the number of steps.
 */
export function runProgram({ steps, start: first }: Program, line: string, start: number, end: number): Run {
  let count = 0;
  let now: Threads = { at: [], marks: [] };
  /** For each step the last position at which a thread came to it. */
  const reached = new Int32Array(steps.length).fill(-1);

  /** Follows a way up to where it takes a code point or ends. The first thread at a step keeps the others out. */
  function follow(index: number, last: Mark | null, position: number, into: Threads): void {
    count++;
    if (reached[index] === position) return;
    reached[index] = position;
    const step = steps[index];
    switch (step?.kind) {
      case 'fork':
        follow(step.first, last, position, into);
        follow(step.second, last, position, into);
        break;
      case 'edge':
        if (position === start || position === end || isSpace(line.charCodeAt(position - 1))) {
          follow(step.next, last, position, into);
        }
        break;
      case 'open':
      case 'close':
        follow(
          step.next,
          { kind: step.kind, capture: step.capture, at: position, before: last },
          position,
          into,
        );
        break;
      case 'take':
      case 'end':
        into.at.push(index);
        into.marks.push(last);
        break;
    }
  }

  follow(first, null, start, now);
  let position = start;
  while (position < end && now.at.length > 0) {
    const preferred = steps[now.at[0] ?? -1];
    // The preferred thread fits whatever comes: only the line's last code point is left to be taken.
    if (preferred?.kind === 'take' && preferred.toEnd) position = lastCodePoint(line, position, end);
    const codePoint = line.codePointAt(position) ?? 0;
    const next = position + (codePoint > 0xffff ? 2 : 1);
    const then: Threads = { at: [], marks: [] };
    for (const [thread, index] of now.at.entries()) {
      const step = steps[index];
      if (step?.kind === 'take' && step.accepts(codePoint)) {
        follow(step.next, now.marks[thread] ?? null, next, then);
      }
    }
    now = then;
    position = next;
  }
  const winner = position === end ? now.at.findIndex((index) => steps[index]?.kind === 'end') : -1;
  return { fits: winner >= 0, last: now.marks[winner] ?? null, steps: count };
}

/** Threads at one position, by order of preference. */
interface Threads {
  readonly at: number[];
  readonly marks: (Mark | null)[];
}

function lastCodePoint(line: string, from: number, end: number): number {
  const pair = end - 2;
  return pair >= from && (line.codePointAt(pair) ?? 0) > 0xffff ? pair : end - 1;
}
