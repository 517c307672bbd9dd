import type { Page } from '../core/model/page';
import { Kind, kindOf } from '../core/text/characters';
import { isCode, isProse, nextLine } from './prose';

/** Fewer lines do not show that a page is wrapped. */
const FEWEST_LINES = 8;
/** Widths that programs wrap text to, in columns; East Asian characters take two. */
const NARROWEST = 30;
const WIDEST = 130;
/** How many of a page's lines are full where all of it is wrapped: the rest are ends of paragraphs. */
const FULL_SHARE = 0.55;
/** And how many of these do not end a sentence, as happens by chance in about one of eight. */
const OPEN_SHARE = 0.6;

/** And how many go on in small letters, or a script without: the lines of tables and lists begin with capitals. */
const SMALL_SHARE = 0.4;

/** Columns that a line may fall short: programs count differently. */
const SLACK = 3;

/** A line that was broken because it was full, and the line where it goes on. */
export interface WrappedLine {
  readonly line: number;
  readonly next: number;
}

/**
 * The lines of a page that was broken at a fixed width throughout; empty where it was not. A line was broken at a width
 * where the next line's first word would not have fitted into it any more.
 */
export function wrappedLines(page: Page): readonly WrappedLine[] {
  const pairs = neighbours(page);
  if (pairs.length < FEWEST_LINES) return [];
  const width = wrapWidth(pairs.map(({ columns }) => columns));
  if (width < NARROWEST || width > WIDEST) return [];
  const full = pairs.filter(
    ({ columns, firstWord }) => columns <= width && columns + 1 + firstWord > width - SLACK,
  );
  const open = full.filter(({ text }) => !/[.!?。！？:：][”’"'»)」』]*$/u.test(text));
  const small = full.filter(({ next }) => !/^["“‘«„(]?[\p{Lu}\p{N}]/u.test((page.lines[next] ?? '').trim()));
  const isWrapped =
    full.length >= pairs.length * FULL_SHARE &&
    open.length >= full.length * OPEN_SHARE &&
    small.length >= full.length * SMALL_SHARE;
  return isWrapped ? full.map(({ line, next }) => ({ line, next })) : [];
}

interface Neighbours extends WrappedLine {
  readonly text: string;
  readonly columns: number;
  /** Columns of the next line's first word. */
  readonly firstWord: number;
}

function neighbours(page: Page): readonly Neighbours[] {
  const pairs: Neighbours[] = [];
  for (const line of page.roles.keys()) {
    if (!isWrappable(page, line)) continue;
    const next = nextLine(page, line);
    if (next < 0 || !isWrappable(page, next)) continue;
    const text = (page.lines[line] ?? '').trim();
    // Every character takes a column, which saves to count those of long lines.
    if (text.length > WIDEST * 2) return [];
    const columns = columnsOf(text);
    if (columns > WIDEST * 2) return [];
    pairs.push({
      line,
      next,
      text,
      columns,
      firstWord: columnsOf(firstWordOf((page.lines[next] ?? '').trim())),
    });
  }
  return pairs;
}

function isWrappable(page: Page, line: number): boolean {
  const role = page.roles[line];
  return role !== 'headline' && role !== 'caption' && isProse(page, line) && !isCode(page, line);
}

/** The width that most lines keep to: all but the widest twentieth, which may be addresses or tables. */
function wrapWidth(columns: readonly number[]): number {
  const sorted = [...columns].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
}

function firstWordOf(text: string): string {
  const start = text.slice(0, WIDEST);
  // Where words are not between spaces a line can be broken after every character.
  return kindOf(start.charCodeAt(0)) === Kind.Ideograph ? start.charAt(0) : (/^\S+/.exec(start)?.[0] ?? '');
}

/** Columns that a text takes where East Asian characters take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    const isWide =
      kind === Kind.Ideograph ||
      kind === Kind.Hangul ||
      (unit >= 0x3000 && unit <= 0x303f) ||
      (unit >= 0xff00 && unit <= 0xff60);
    columns += isWide ? 2 : 1;
  }
  return columns;
}
