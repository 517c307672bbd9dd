import type { Position } from '../core/model/range';
import type { PlacedFinding } from '../rules/diagnose';
import type { Unit } from './input/unit';
import { printable } from './terminal';

/** For editors and `grep`: one finding a line, counted from 1. The manifest's problem matcher reads it. */
export function unix({ name }: Pick<Unit, 'name'>, findings: readonly PlacedFinding[]): string {
  return findings.map((finding) => `${unixLine(name, finding)}\n`).join('');
}

/** `file:line:column: severity message (code)`. */
export function unixLine(name: string, { range, severity, message, code }: PlacedFinding): string {
  return `${printable(name)}:${place(range.start)}: ${severity} ${printable(message)} (${code})`;
}

/** `line:column`, counted from 1. */
export function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
