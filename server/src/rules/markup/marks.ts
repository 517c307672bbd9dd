import * as l10n from '@vscode/l10n';
import type { Remnant } from './remnant';

/** Marks of Markdown, of forums and of content management systems in a line. */
export function marksIn(line: string): readonly Remnant[] {
  return [...emphasis(line), ...headings(line), ...links(line), ...shortcodes(line), ...templates(line)];
}

/** `**bold**`: the marks on both sides of a stretch; a pair of stars that opens a line may also mark a note. */
function* emphasis(line: string): Generator<Remnant> {
  if (!line.includes('**')) return;
  let pairs = 0;
  for (const { 0: match, index } of line.matchAll(
    /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])[^*]{1,300}\*\*(?![\p{L}\p{N}*])/gu,
  )) {
    if (/\s\*\*$/.test(match)) continue;
    pairs++;
    const end = index + match.length;
    yield { start: index, end: index + 2, name: l10n.t('mark {0}', '**'), newText: '', isSure: true };
    yield { start: end - 2, end, name: l10n.t('mark {0}', '**'), newText: '', isSure: true };
  }
  const opening = /^\s*(\*\*)\p{Lu}/u.exec(line);
  if (opening && pairs === 0 && line.lastIndexOf('**') === line.indexOf('**')) {
    const start = opening[0].indexOf('**');
    yield { start, end: start + 2, name: l10n.t('mark {0}', '**'), newText: '', isSure: false };
  }
}

/** `## Title`. One number sign alone may be meant. */
function* headings(line: string): Generator<Remnant> {
  const mark = /^\s*#{2,6}\s+(?=[^\s#])/.exec(line)?.[0];
  if (mark !== undefined)
    yield { start: 0, end: mark.length, name: l10n.t('mark of a heading'), newText: '', isSure: true };
}

/** `[text](address)`: the address is lost with the marks, which a person decides. */
function* links(line: string): Generator<Remnant> {
  if (!line.includes('](')) return;
  for (const match of line.matchAll(/!?\[([^[\]]{0,300})\]\([a-z]{2,10}:\/\/[^\s()]{1,500}\)/g)) {
    const isImage = match[0].startsWith('!');
    yield {
      start: match.index,
      end: match.index + match[0].length,
      name: isImage ? l10n.t('image of Markdown') : l10n.t('link of Markdown'),
      newText: isImage ? '' : (match[1] ?? ''),
      isSure: false,
    };
  }
}

/** `[caption id="…"]`, `[/caption]`, `[vc_row]` of WordPress, `[b]…[/b]` of forums. */
function* shortcodes(line: string): Generator<Remnant> {
  if (!line.includes('[')) return;
  const found = [
    ...line.matchAll(/\[(\/?)([a-z][a-z0-9]{0,20}(?:_[a-z0-9_]{1,30})?)((?:[\s=][^[\]]{0,500})?)\]/g),
  ];
  const closed = new Set(found.flatMap((match) => (match[1] === '/' ? (match[2] ?? '') : [])));
  for (const { 0: match, 1: slash, 2: name = '', 3: rest = '', index } of found) {
    const isKnown =
      SHORTCODE.test(name) && (slash === '/' || rest.includes('=') || name.includes('_') || closed.has(name));
    const isForum = FORUM.test(name) && closed.has(name);
    if (!isKnown && !isForum) continue;
    yield {
      start: index,
      end: index + match.length,
      name: l10n.t('code {0}', match),
      newText: '',
      isSure: true,
    };
  }
}

const SHORTCODE =
  /^(?:caption|gallery|embed|video|audio|playlist|youtube|twitter|instagram|vc_\w+|et_pb_\w+|fusion_\w+|su_\w+|wpforms|elementor\w*)$/;
const FORUM = /^(?:b|i|u|url|img|quote|size|color)$/;

/** `{{ title }}`, `{% if %}`: what should have stood there is not known. */
function* templates(line: string): Generator<Remnant> {
  if (!/[{<][{%]/.test(line)) return;
  for (const { 0: match, index } of line.matchAll(
    /\{\{[^{}]{1,200}\}\}|\{%[^{}%]{1,200}%\}|<%[^<>%]{1,200}%>/g,
  )) {
    yield {
      start: index,
      end: index + match.length,
      name: l10n.t('template that was not filled in'),
      newText: '',
      isSure: false,
    };
  }
}
