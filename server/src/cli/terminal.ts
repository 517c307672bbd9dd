import { createColors } from 'picocolors';
import { asUserError, codeOf, OutputError, UserError } from './files';

/** What a command reads from and writes to. */
export interface Terminal {
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes data; resolved once it is handed on. */
  out(data: string | Uint8Array): Promise<void>;
  /** Writes a line for people. */
  note(message: string): void;
  /** Where help and what is wrong in a command line are written. */
  readonly usage: Usage;
  /** Whether a person reads `out`. */
  readonly isInteractive: boolean;
  /** Shows how far the run is, in place of what was shown before; null takes that away. Only people see it. */
  progress(line: string | null): void;
  /** Whether {@link progress} is seen. */
  readonly showsProgress: boolean;
  readonly style: Style;
}

/** Help that was asked for goes to `writeOut`. */
export interface Usage {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
}

/** How text for people is written. Plain data. */
export interface Style {
  /** Width of the lines of `out` in columns; null where nobody cuts or wraps them. */
  readonly columns: number | null;
  readonly isColored: boolean;
}

export type Colors = ReturnType<typeof createColors>;

/** What paints text in a style. */
export function colorsOf({ isColored }: Style): Colors {
  return createColors(isColored);
}

/** The terminal that the process was started in, or the files and pipes in its place. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // Of files and pipes it is undefined, whatever the types say.
  const isInteractive = stdout.isTTY === true;
  const showsProgress = stderr.isTTY === true && env['TERM'] !== 'dumb';
  let shown = false;
  const progress = (line: string | null) => {
    if (!showsProgress || (line === null && !shown)) return;
    stderr.write(`\r${line === null ? '' : cutToWidth(line, stderr.columns - 1)}\x1b[K`);
    shown = line !== null;
  };
  return {
    // Opened when it is asked for: a pipe that nobody reads would keep the process alive.
    get input() {
      return process.stdin;
    },
    usage: { writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) },
    out: (data) =>
      new Promise((resolve, reject) => {
        if (isInteractive) progress(null);
        stdout.write(data, (error) => (error ? reject(outputError(error)) : resolve()));
      }),
    note: (message) => {
      progress(null);
      stderr.write(noteLine(message));
    },
    progress,
    showsProgress,
    isInteractive,
    style: {
      columns: isInteractive ? stdout.columns : null,
      isColored: wantsColors(env, isInteractive),
    },
  };
}

/** A full disk is told in a line; that the reader went away is not told at all. */
function outputError(error: Error): Error {
  const explained = asUserError('standard output', error);
  return codeOf(error) !== 'EPIPE' && explained instanceof UserError
    ? new OutputError(explained.message, { cause: error })
    : error;
}

/** A line for people as it is written. */
export function noteLine(message: string): string {
  return `copydesk: ${printable(message)}\n`;
}

/** Whether to write in colour (https://no-color.org, https://force-color.org); without a wish, on terminals alone. */
export function wantsColors(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}

/**
 * A text from a dump or a file name as it may go to a terminal: on one line, and without control characters, which
 * could move the cursor or change the terminal's state.
 */
export function printable(text: string): string {
  return text.replace(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The beginning of a text that takes at most `columns` columns of a terminal; `…` at its end where it was cut. */
export function cutToWidth(text: string, columns: number): string {
  let width = 0;
  // Where the text is cut if it turns out not to fit: room for the ellipsis is left.
  let cut = 0;
  let at = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) return `${text.slice(0, cut)}…`;
    at += character.length;
    if (width < columns) cut = at;
  }
  return text;
}

/** Columns that terminals give a character, after East Asian Width (UAX 11): wide and full-width ones take two. */
function widthOf(character: string): number {
  if (/^(?:\p{M}|[\u200b-\u200d\ufeff])$/u.test(character)) return 0;
  return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u.test(
    character,
  )
    ? 2
    : 1;
}
