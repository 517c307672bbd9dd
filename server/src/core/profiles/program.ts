import { isSpace } from '../text/characters';
import type { Accepts, DatePart, FieldKind, Pattern } from './pattern';

/** What a stretch of the line was taken for. */
export type Capture =
  | { readonly kind: 'field'; readonly name: string; readonly type: FieldKind }
  | { readonly kind: 'part'; readonly part: DatePart; readonly value: number | null };

/** A step of a non-deterministic automaton. `next`, `first` and `second` are indexes of steps. */
export type Step =
  /** Takes one code point. `toEnd`: from here on anything fits up to the line's end. */
  | { readonly kind: 'take'; readonly accepts: Accepts; readonly toEnd: boolean; readonly next: number }
  /** Two ways; the first is preferred. */
  | { readonly kind: 'fork'; readonly first: number; readonly second: number }
  /** Goes on beside white space and at the line's ends. */
  | { readonly kind: 'edge'; readonly next: number }
  | { readonly kind: 'open' | 'close'; readonly capture: Capture; readonly next: number }
  | { readonly kind: 'end' };

/** A pattern as an automaton. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** A step that takes a code point. */
export type Take = Extract<Step, { kind: 'take' }>;

/** Where ways lead before they take a code point: to these steps by their indexes, in order, and perhaps to the end. */
export interface Reach {
  readonly takes: ReadonlyMap<number, Take>;
  readonly ends: boolean;
}

/** Follows all ways from some steps on. Edges are taken to be everywhere. */
export function reachOf(steps: readonly Step[], from: readonly number[]): Reach {
  const seen = new Set<number>();
  const rest = [...from];
  const takes: [number, Take][] = [];
  let ends = false;
  for (let index = rest.pop(); index !== undefined; index = rest.pop()) {
    const step = steps[index];
    if (step === undefined || seen.has(index)) continue;
    seen.add(index);
    if (step.kind === 'take') takes.push([index, step]);
    else if (step.kind === 'fork') rest.push(step.first, step.second);
    else if (step.kind === 'end') ends = true;
    else rest.push(step.next);
  }
  return { takes: new Map(takes.sort(([a], [b]) => a - b)), ends };
}

const anything: Accepts = () => true;
const nonSpace: Accepts = (codePoint) => !isSpace(codePoint);

/** Turns a pattern into an automaton by Thompson's construction, from its end to its beginning. */
export function buildProgram(pattern: Pattern): Program {
  const steps: Step[] = [];

  function add(step: Step): number {
    return steps.push(step) - 1;
  }

  /** Adds a fork one of whose ways leads back to it. */
  function addLoop(make: (fork: number) => Step): number {
    const fork = add({ kind: 'end' });
    steps[fork] = make(fork);
    return fork;
  }

  function take(accepts: Accepts, next: number, toEnd = false): number {
    return add({ kind: 'take', accepts, toEnd, next });
  }

  function endsLine(index: number): boolean {
    const step = steps[index];
    return step?.kind === 'end' || (step?.kind === 'close' && endsLine(step.next));
  }

  function build(part: Pattern, next: number): number {
    switch (part.kind) {
      case 'literal':
        return Array.from(part.text).reduceRight((after, char) => {
          const own = char.codePointAt(0);
          return take((codePoint) => codePoint === own, after);
        }, next);
      case 'one':
        return take(part.accepts, next);
      case 'run': {
        let first = next;
        addLoop((fork) => {
          first = take(part.accepts, fork);
          return { kind: 'fork', first, second: next };
        });
        return first;
      }
      case 'text': {
        // After each code point that is not white space the text may be over, at first choice.
        const toEnd = endsLine(next);
        const over = addLoop((fork) => {
          const more = addLoop((inner) => ({
            kind: 'fork',
            first: take(nonSpace, fork, toEnd),
            second: take(isSpace, inner),
          }));
          return { kind: 'fork', first: next, second: more };
        });
        return take(nonSpace, over);
      }
      case 'rest': {
        const toEnd = endsLine(next);
        return addLoop((fork) => ({ kind: 'fork', first: next, second: take(anything, fork, toEnd) }));
      }
      case 'gap': {
        const edge = add({ kind: 'edge', next });
        return addLoop((fork) => ({ kind: 'fork', first: take(isSpace, fork), second: edge }));
      }
      case 'sequence':
        return part.parts.reduceRight((after, each) => build(each, after), next);
      case 'choice':
        return part.options
          .map((option) => build(option, next))
          .reduceRight((second, first) => add({ kind: 'fork', first, second }));
      case 'field': {
        const capture: Capture = { kind: 'field', name: part.name, type: part.type };
        return captured(capture, part.content, next);
      }
      case 'part': {
        const capture: Capture = { kind: 'part', part: part.part, value: part.value };
        return captured(capture, part.content, next);
      }
    }
  }

  function captured(capture: Capture, content: Pattern, next: number): number {
    const close = add({ kind: 'close', capture, next });
    return add({ kind: 'open', capture, next: build(content, close) });
  }

  const start = build(pattern, add({ kind: 'end' }));
  return { steps, start };
}
