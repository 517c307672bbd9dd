import { type Program, reachOf, type Take } from './program';

/** Steps that take a code point, and whether an end is reached without one. */
interface State {
  readonly takes: readonly Take[];
  readonly ends: boolean;
  /** By ASCII code: the state that it leads to; -1 where that is not known yet. */
  readonly ways: Int16Array;
}

/** No way on. */
const DEAD = 0;
/** A template that leads to more states is not tested here: what is tested then is let through. */
const MOST_STATES = 200;
/** Further into a line a test hardly ever fails. */
const LOOKED_AT = 120;

/**
 * A test that lines pass which may fit a program, and nearly all others fail in their first characters: the program as a
 * deterministic automaton whose states are made when a line first leads to them (Thompson 1968). Stretches are not noted,
 * and edges are taken to be everywhere, so that a line that passes is yet to be matched.
 * @returns whether a line may fit from `start` up to `end`; neither end of that stretch is white space
 */
export function rejector({
  steps,
  start: first,
}: Program): (line: string, start: number, end: number) => boolean {
  const states: State[] = [];
  const numbers = new Map<string, number>();

  /** The number of the state that some steps make; null where there would be too many. */
  function stateOf(indexes: readonly number[]): number | null {
    const { takes, ends } = reachOf(steps, indexes);
    const key = `${[...takes.keys()].join(' ')}${ends ? ' $' : ''}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (states.length === MOST_STATES) return null;
    const ways = new Int16Array(128).fill(-1);
    const number = states.push({ takes: [...takes.values()], ends, ways }) - 1;
    numbers.set(key, number);
    return number;
  }

  function follow(state: State, codePoint: number): number | null {
    const next = stateOf(state.takes.flatMap(({ accepts, next: to }) => (accepts(codePoint) ? [to] : [])));
    if (next !== null && codePoint < 128) state.ways[codePoint] = next;
    return next;
  }

  stateOf([]);
  const begin = stateOf([first]);
  return (line, start, end) => {
    let number = begin;
    const last = Math.min(end, start + LOOKED_AT);
    for (let at = start; at < last; ) {
      const state = number === null ? undefined : states[number];
      if (!state) return true;
      const codePoint = line.codePointAt(at) ?? -1;
      const known = codePoint < 128 ? (state.ways[codePoint] ?? -1) : -1;
      number = known < 0 ? follow(state, codePoint) : known;
      if (number === DEAD) return false;
      at += codePoint > 0xffff ? 2 : 1;
    }
    return last < end || number === null || states[number]?.ends === true;
  };
}
