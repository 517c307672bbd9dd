import type { DocumentLink } from 'vscode-languageserver-types';
import type { Dump } from '../core/model/page';
import { rangeInLine } from '../core/model/range';

/** An address up to white space or a mark that no address holds. One run of characters, so time is linear. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"“”«»「」『』（）、。]+/giu;

/** What ends a sentence and not an address. */
const TRAILING = new Set(".,;:!?'’*_~|…");

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The web addresses in a dump's lines. */
export function documentLinks(dump: Dump): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { page, startLine } of dump.pages) {
    for (const [line, text] of page.lines.entries()) {
      for (const { 0: run, index } of text.matchAll(ADDRESS)) {
        const address = run.slice(0, addressLength(run));
        const target = /^www\./i.test(address) ? `https://${address}` : address;
        if (!hasHost(target)) continue;
        links.push({ range: rangeInLine(line + startLine, index, index + address.length), target });
      }
    }
  }
  return links;
}

/** The length of an address without the marks of the sentence around it: a closing bracket stays if it was opened. */
function addressLength(run: string): number {
  const open = new Map<string, number>();
  for (const unit of run) {
    const closes = BRACKETS[unit];
    const bracket = closes ?? unit;
    if (closes === undefined && !'([{'.includes(unit)) continue;
    open.set(bracket, (open.get(bracket) ?? 0) + (closes === undefined ? 1 : -1));
  }
  let end = run.length;
  for (; end > 0; end--) {
    const last = run[end - 1] ?? '';
    const opening = BRACKETS[last];
    if (opening !== undefined && (open.get(opening) ?? 0) < 0) {
      open.set(opening, (open.get(opening) ?? 0) + 1);
      continue;
    }
    if (!TRAILING.has(last)) break;
  }
  return end;
}

/** Whether something follows the scheme that a browser could open. */
function hasHost(target: string): boolean {
  return /^https?:\/\/[^/?#]*[\p{L}\p{N}]/iu.test(target);
}
