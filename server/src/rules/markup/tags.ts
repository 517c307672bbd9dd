import * as l10n from '@vscode/l10n';
import { gapFor, type Remnant } from './remnant';

/** Elements that begin a block or a line: where one stood, words were apart. */
const BLOCKS = new Set(
  'address article aside blockquote br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p picture section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements within a line. */
const INLINES = new Set(
  'a abbr audio b big button cite code del em embed font i iframe img input ins label mark noscript object path q s script small source span strike strong style sub sup svg time tt u video'.split(
    ' ',
  ),
);

/** Elements whose content is no text either. */
const WITHOUT_TEXT = /^(?:script|style)$/;

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:\s[^<>]{0,2000})?)\/?>/g;

/** Tags and comments of HTML in a line. Names of one letter are tags where both ends stand there, or an attribute, or `<p>` at the line’s edge. */
export function tagsIn(line: string): readonly Remnant[] {
  if (!line.includes('<')) return [];
  return [...comments(line), ...tags(line)];
}

function* tags(line: string): Generator<Remnant> {
  const found = [...line.matchAll(TAG)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    closes: match[1] === '/',
    name: (match[2] ?? '').toLowerCase(),
    hasAttributes: (match[3] ?? '').includes('='),
    // `<path to file>` is a place to fill in; the slash of `<br />` is taken for an attribute.
    isTag: /^\s*\/?$|=/.test(match[3] ?? ''),
  }));
  const closed = new Set(found.flatMap(({ closes, name }) => (closes ? name : [])));
  const opened = new Set(found.flatMap(({ closes, name }) => (closes ? [] : name)));
  const closeBehind = closings(found);
  const textStart = line.length - line.trimStart().length;
  const textEnd = line.trimEnd().length;
  let skipTo = 0;
  for (const [index, { start, end, closes, name, hasAttributes, isTag }] of found.entries()) {
    const isBlock = BLOCKS.has(name);
    if (!isTag || start < skipTo || !(isBlock || INLINES.has(name))) continue;
    const hasBoth = opened.has(name) && closed.has(name);
    const isAtEdge = isBlock && (start <= textStart || end >= textEnd);
    if (name.length === 1 && !hasBoth && !hasAttributes && !isAtEdge) continue;
    skipTo = WITHOUT_TEXT.test(name) && !closes ? (closeBehind[index] ?? end) : end;
    yield {
      start,
      end: skipTo,
      name: l10n.t('tag {0}', `<${closes ? '/' : ''}${name}>`),
      newText: isBlock ? gapFor(line, start, skipTo) : '',
      isSure: true,
    };
  }
}

/** For each tag, where the next closing one of an element without text ends; undefined behind the last. */
function closings(
  tags: readonly { readonly end: number; readonly closes: boolean; readonly name: string }[],
) {
  const ends = new Array<number | undefined>(tags.length);
  let next: number | undefined;
  for (let index = tags.length - 1; index >= 0; index--) {
    const tag = tags[index];
    if (tag?.closes && WITHOUT_TEXT.test(tag.name)) next = tag.end;
    ends[index] = next;
  }
  return ends;
}

function* comments(line: string): Generator<Remnant> {
  for (let start = line.indexOf('<!--'); start >= 0; ) {
    const close = line.indexOf('-->', start + 4);
    if (close < 0) return;
    const end = close + 3;
    yield { start, end, name: l10n.t('comment of HTML'), newText: gapFor(line, start, end), isSure: true };
    start = line.indexOf('<!--', end);
  }
}
