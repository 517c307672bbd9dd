import { Kind, kindOf } from '../../text/characters';
import { FNV_START, fnvStep } from '../../text/fnv';
import type { PageLine } from '../evidence';

/** Longer lines have a shape that says nothing. */
const MOST_WORDS = 9;
/** Symbols of a shape beyond this are not compared. */
const LONGEST = 24;

/**
 * How often the shape of each line stands in the page: its marks, with words and numbers taken for one another. Lines of
 * one template, such as the heads of comments, share theirs. 0 for longer lines.
 */
export function shapeRepeats(lines: readonly PageLine[]): Float32Array {
  const shapes = lines.map(({ text, measures }) => (measures.words > MOST_WORDS ? null : shapeOf(text)));
  const counts = new Map<number, number>();
  for (const shape of shapes) if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return Float32Array.from(shapes, (shape) => (shape === null ? 0 : (counts.get(shape) ?? 0)));
}

function shapeOf(text: string): number {
  let hash = FNV_START;
  let last = -1;
  let symbols = 0;
  for (let at = 0; at < text.length && symbols < LONGEST; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    const symbol = kind === Kind.Mark ? unit : kind === Kind.Digit ? 48 : kind === Kind.Space ? 32 : 97;
    if (symbol === last && kind !== Kind.Mark) continue;
    hash = fnvStep(hash, symbol);
    last = symbol;
    symbols++;
  }
  return hash >>> 0;
}
