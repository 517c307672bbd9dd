import * as l10n from '@vscode/l10n';
import { decodeHTMLStrict } from 'entities/decode';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { Sign } from '../core/text/signs';
import { andMore } from './andMore';
import { articleLines } from './articleLines';
import { grouped } from './grouped';
import type { Finding, Rule, TextEdit } from './rule';

export const htmlEntity: Rule = {
  code: 'html-entity',
  title: 'Character reference of HTML',
  rationale:
    'A scraper that did not decode HTML leaves `AT&amp;T`, `&quot;Yes&quot;`, `caf&eacute;` and `&#8217;`. Names written so are not found, and each reference counts as a word. ' +
    'All named and numeric references that end in a semicolon are known, also those encoded twice. `&nbsp;` becomes a space. What is quoted or told about HTML is left alone, and what would make a tag is only suggested.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'Smith &amp; Sons said: &quot;The caf&eacute; won&#8217;t close.&quot;',
        fixed: 'Smith & Sons said: "The café won’t close."',
      },
      {
        text: 'The ferry&nbsp;sails at 10&#x3A;30 for R&amp;amp;D staff, 5 &lt; 6.',
        fixed: 'The ferry sails at 10:30 for R&D staff, 5 < 6.',
      },
      { text: 'They saw &lt;b&gt;three&lt;/b&gt; ships.' },
    ],
    right: [
      { text: 'Smith & Sons, R&D; AT&T; Q&A; 3 &amp 4 & 5;' },
      { text: 'In HTML you write &amp; for the sign, and “&lt;” in templates.' },
      {
        text: 'The colour &foo; and &#; and &#x; and the page at https://example.org/?a=1&copy=2 are not known.',
      },
    ],
  },
  check: (page) => grouped(check(page)),
};

const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;
/** Lines that speak of such references. */
const ABOUT_HTML = /\b(?:x?html|xml|entit|escap)/i;
const OPENING = /^["'`“‘„«(]$/;
/** How often a text may have been encoded, one time over the other. */
const MAX_LAYERS = 4;

function* check(page: Page): Generator<Finding> {
  for (const { line, text, signs } of articleLines(page)) {
    if (!(signs & Sign.Ampersand) || ABOUT_HTML.test(text)) continue;
    const sure: Reference[] = [];
    const tags: Reference[] = [];
    for (const reference of referencesIn(text)) (isTag(text, reference) ? tags : sure).push(reference);
    if (sure.length > 0) yield report(line, sure, true);
    if (tags.length > 0) yield report(line, tags, false);
  }
}

interface Reference {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly meant: string;
}

function* referencesIn(text: string): Generator<Reference> {
  for (const { 0: written, index } of text.matchAll(REFERENCE)) {
    const { decoded, end } = decode(text, index, index + written.length);
    if (decoded === written || isQuoted(text, index, end)) continue;
    yield { start: index, end, written: text.slice(index, end), meant: plain(text, index, end, decoded) };
  }
}

/** What a reference stands for; of one that was encoded again, `&amp;quot;`, the innermost, and where that ends. */
function decode(text: string, start: number, end: number): { decoded: string; end: number } {
  let decoded = decodeHTMLStrict(text.slice(start, end));
  for (let layer = 1; decoded === '&' && layer < MAX_LAYERS; layer++) {
    const next = /^(?:#?[0-9A-Za-z]{2,32});/.exec(text.slice(end, end + 34))?.[0];
    const inner = next === undefined ? undefined : decodeHTMLStrict(`&${next}`);
    if (next === undefined || inner === undefined || inner === `&${next}`) break;
    decoded = inner;
    end += next.length;
  }
  return { decoded, end };
}

/** What may stand in a text for a decoded character: a space for those that part words, nothing for unseen ones. */
function plain(text: string, start: number, end: number, decoded: string): string {
  if (/^[\u00ad\u200b\ufeff]$/.test(decoded)) return '';
  if (!/^\s$/.test(decoded)) return decoded;
  const isAtGap = (unit: string): boolean => unit === '' || /\s/.test(unit);
  return isAtGap(text.charAt(start - 1)) || isAtGap(text.charAt(end)) ? '' : ' ';
}

function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  return OPENING.test(before) && /^["'`”’“»)]$/.test(text.charAt(end));
}

/** Whether a reference is the begin or end of a tag: decoded, it would be markup. */
function isTag(text: string, { start, end, meant }: Reference): boolean {
  if (meant === '<') return /^[a-z/!]/i.test(text.slice(end, end + 1));
  return meant === '>' && /[a-z"'/]$/i.test(text.slice(Math.max(0, start - 1), start));
}

function report(line: number, references: readonly Reference[], preferred: boolean): Finding {
  const [first] = references;
  const start = first?.start ?? 0;
  const end = references.at(-1)?.end ?? start;
  const edits = references.map(
    (each): TextEdit => ({ range: rangeInLine(line, each.start, each.end), newText: each.meant }),
  );
  const what = andMore(`“${first?.written}”`, references.length - 1);
  return {
    code: htmlEntity.code,
    range: rangeInLine(line, start, end),
    message: l10n.t('Character reference of HTML: {0}', what),
    fixes: [
      {
        title: preferred ? l10n.t('Decode {0}', what) : l10n.t('Decode {0}, which makes a tag', what),
        edits,
        preferred,
      },
    ],
  };
}
