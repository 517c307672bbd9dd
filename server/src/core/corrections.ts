import type { Role } from './model/role';
import type { LineTemplate } from './profiles/template';

/** A line told by its words and, where that is not enough, its neighbours' (W3C Web Annotation: `TextQuoteSelector`). */
export interface LineQuote {
  /** The line's text without white space around. */
  readonly exact: string;
  /** How the text of the line before it, blank ones left out, ends. */
  readonly prefix: string | null;
  /** How the text of the line after it, blank ones left out, begins. */
  readonly suffix: string | null;
}

/** What a person said lines are. */
export type Correction =
  | { readonly role: Role; readonly quote: LineQuote }
  | { readonly role: Role; readonly template: LineTemplate };

/** Templates, and quotes of one text, that are tried on a line: the last ones. A settings file may come from anyone. */
export const MOST_TRIED = 200;

/**
 * The lines that a person said something of: index to correction. Of several that fit a line the last one counts.
 * @param lines the page's non-blank lines without white space around
 */
export function correctedLines(
  lines: readonly string[],
  corrections: readonly Correction[],
): ReadonlyMap<number, Correction> {
  const found = new Map<number, Correction>();
  if (corrections.length === 0) return found;
  const quotes = new Map<string, number[]>();
  const templates: number[] = [];
  corrections.forEach((correction, at) => {
    if ('template' in correction) templates.push(at);
    else {
      const others = quotes.get(correction.quote.exact);
      if (others) others.push(at);
      else quotes.set(correction.quote.exact, [at]);
    }
  });
  const tried = templates.slice(-MOST_TRIED);
  lines.forEach((text, index) => {
    const candidates = [...(quotes.get(text) ?? []).slice(-MOST_TRIED), ...tried].sort((a, b) => b - a);
    for (const at of candidates) {
      const correction = corrections[at];
      if (!correction || !fits(correction, lines, index)) continue;
      found.set(index, correction);
      break;
    }
  });
  return found;
}

function fits(correction: Correction, lines: readonly string[], index: number): boolean {
  if ('template' in correction) return correction.template.match(lines[index] ?? '') !== null;
  const { prefix, suffix } = correction.quote;
  return (
    (prefix === null || (lines[index - 1]?.endsWith(prefix) ?? false)) &&
    (suffix === null || (lines[index + 1]?.startsWith(suffix) ?? false))
  );
}
