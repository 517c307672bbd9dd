import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isContent } from '../core/model/role';
import { grouped } from './grouped';
import type { Finding, Rule } from './rule';

export const urlRemnant: Rule = {
  code: 'url-remnant',
  title: 'Web address that was broken',
  rationale:
    'Line breaks and spaces that a scraper put into addresses (`http: //www.example.org`, `https://example.org/ news.htm`) break links and make words of their parts. ' +
    'Where the parts are surely one address they are joined. Where text may follow, the join is a suggestion.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The plan is at http: / /www . example . org for all (http://example.org/ plan.htm).',
        fixed: 'The plan is at http://www.example.org for all (http://example.org/plan.htm).',
      },
      {
        text: 'More at www.example. org and https ://example.org today.',
        fixed: 'More at www.example.org and https://example.org today.',
      },
      { text: 'The list is at https://example.org /lists/boats for all, or http:/example.org/boats.' },
    ],
    right: [
      {
        text: 'See https://example.org/ and http://www.example.org/news. The list (www.example.org) is long.',
      },
      { text: 'It is on example.org. Commerce grew; the word http: and the sign // are explained there.' },
      { text: 'Read https://example.org/ and/or the index; https:// means that the link is safe.' },
    ],
  },
  check: (page) => grouped(check(page)),
};

/** A host's name: its dots stand in it, or have spaces on both sides. A word alone may be of the sentence. */
const HOST = String.raw`[A-Za-z0-9-]{1,63}(?:(?:\.| \. )[A-Za-z0-9-]{1,63}){1,6}`;

/** The last part of a host, of those that no sentence begins with. */
const TOP = '(?:com|org|net|edu|gov|info|kp|kr|jp|cn|ru|de|fr|uk|eu|tv)';

/** Forms of broken addresses. What is matched is the address; spaces in it are what broke it. */
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly isSure: boolean;
  readonly mend: (match: string) => string;
}[] = [
  // `http: / /www . example . org`: the spaces of the host go too where they stand on both sides of its dots.
  {
    pattern: new RegExp(String.raw`\bhttps?(?!://[^ ]) ?: ?/ ?/ ?${HOST}`, 'g'),
    isSure: true,
    mend: (match) => match.replace(/ ?: ?\/ ?\/ ?/, '://').replaceAll(' . ', '.'),
  },
  {
    pattern: /\bhttps?:\/\/www\. [a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/g,
    isSure: true,
    mend: (match) => match.replace(' ', ''),
  },
  {
    pattern: /\bwww \. [a-z0-9-]{1,63}(?: \. [a-z0-9-]{1,63}){1,5}/g,
    isSure: true,
    mend: (match) => match.replaceAll(' ', ''),
  },
  {
    pattern: new RegExp(
      String.raw`\bwww\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}(?:\. | \.)${TOP}(?![\w-])`,
      'g',
    ),
    isSure: true,
    mend: (match) => match.replaceAll(' ', ''),
  },
  // A file's name behind the address of its folder, or the date that addresses of news have.
  {
    pattern:
      /\bhttps?:\/\/[^\s()<>"]{1,500}\/ (?:[\w%~-][\w%~.-]{0,100}\.(?:s?html?|php|pdf|aspx?|jsp|jpe?g|png|gif)|(?:19|20)[0-9]{2}\/[01]?[0-9]\/[\w%~./-]{1,200})(?![\w/])/g,
    isSure: true,
    mend: (match) => match.replace(' ', ''),
  },
  {
    pattern: /\bhttps?:\/\/[\w.-]{1,200} \/[a-z0-9][\w%~./-]{1,200}/g,
    isSure: false,
    mend: (match) => match.replace(' ', ''),
  },
  {
    pattern: /\bhttps?:\/[\w-]{1,63}\.[\w.-]{1,200}/g,
    isSure: false,
    mend: (match) => match.replace(':/', '://'),
  },
];

function* check(page: Page): Generator<Finding> {
  for (const [line, text] of page.lines.entries()) {
    const role = page.roles[line];
    if (!role || !isContent(role) || !/www|https?/i.test(text)) continue;
    const found = FORMS.flatMap(({ pattern, isSure, mend }) =>
      [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
        match,
        index,
        address: mend(match),
        isSure,
      })),
    );
    let end = 0;
    for (const { match, index, address, isSure } of found.sort((a, b) => a.index - b.index)) {
      if (address === match || index < end) continue;
      end = index + match.length;
      yield report(line, index, match, address, isSure);
    }
  }
}

function report(line: number, start: number, match: string, address: string, isSure: boolean): Finding {
  const range = rangeInLine(line, start, start + match.length);
  return {
    code: urlRemnant.code,
    range,
    message: l10n.t('Web address that was broken: “{0}”', match),
    fixes: [
      {
        title: isSure ? l10n.t('Join to “{0}”', address) : l10n.t('Join to “{0}”, if that is meant', address),
        edits: [{ range, newText: address }],
        preferred: isSure,
      },
    ],
  };
}
