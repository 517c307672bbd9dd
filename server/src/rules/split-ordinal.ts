import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { Sign } from '../core/text/signs';
import { characterAt, characterBefore, contentLines } from './contentLines';
import { grouped } from './grouped';
import { inDatesWith } from './inDatesWith';
import type { Finding, Rule } from './rule';

export const splitOrdinal: Rule = {
  code: 'split-ordinal',
  title: 'Ordinal number split from its suffix',
  rationale:
    'Where a site sets the suffix of an ordinal number high, scrapers leave a space before it: `the 75 th anniversary`. ' +
    'Reported only where the suffix is the right one for that number, in English (`st nd rd th`) and French (`er ère`). The day of a date is left to the rules for dates.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The choir sang at the 75 th anniversary of the bridge.',
        fixed: 'The choir sang at the 75th anniversary of the bridge.',
      },
      {
        text: 'A mid-21 st-century house stands beside the 112 th and the 3 rd house.',
        fixed: 'A mid-21st-century house stands beside the 112th and the 3rd house.',
      },
    ],
    right: [
      { text: 'The office moved to 21 St. Mary Street.' },
      { text: 'He gave 2 th or 3 st, whatever that means, and the boxer weighs 21 st 3 lb.' },
      { text: 'The 75th anniversary and the 21st century.' },
    ],
  },
  check: (page) => grouped(findingsIn(page)),
};

// One digit is enough to find a number, and keeps the search linear on a line of nothing but digits or blanks.
const ENGLISH = /[0-9][ \u00a0]+(st|nd|rd|th)/g;
const FRENCH = /[0-9][ \u00a0]+(er|ère)/g;

function* findingsIn(page: Page): Generator<Finding> {
  const language = page.language?.toLowerCase().split('-')[0] ?? 'en';
  const candidates = language === 'en' ? ENGLISH : language === 'fr' ? FRENCH : null;
  if (!candidates) return;
  const fits = language === 'en' ? isEnglishOrdinal : isFrenchOrdinal;
  const isDay = inDatesWith(page, (problem) => problem.code === 'date-ordinal');
  for (const { line, text, signs } of contentLines(page)) {
    for (const match of signs & Sign.DigitBeforeBlank ? text.matchAll(candidates) : []) {
      const [whole, suffix = ''] = match;
      const suffixStart = match.index + whole.length - suffix.length;
      const numberEnd = match.index + 1;
      const numberStart = digitsStart(text, numberEnd);
      const number = text.slice(numberStart, numberEnd);
      const range = rangeInLine(line, numberStart, suffixStart + suffix.length);
      if (
        !fits(number, suffix) ||
        !isWholeNumber(text, numberStart) ||
        !endsWord(text, suffixStart + suffix.length, suffix) ||
        isDay(range)
      )
        continue;
      yield {
        code: splitOrdinal.code,
        range,
        message: l10n.t('“{0}” is split', text.slice(numberStart, suffixStart + suffix.length)),
        fixes: [
          {
            title: l10n.t('Join as “{0}”', `${number}${suffix}`),
            edits: [{ range: rangeInLine(line, numberEnd, suffixStart), newText: '' }],
            preferred: true,
          },
        ],
      };
    }
  }
}

function isEnglishOrdinal(number: string, suffix: string): boolean {
  const teen = number.at(-2) === '1';
  const right = teen ? 'th' : ({ '1': 'st', '2': 'nd', '3': 'rd' }[number.at(-1) ?? ''] ?? 'th');
  return suffix === right;
}

function isFrenchOrdinal(number: string): boolean {
  return number === '1';
}

function digitsStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && text.charCodeAt(start - 1) >= 0x30 && text.charCodeAt(start - 1) <= 0x39) start--;
  return start;
}

/** Whether the digits from `start` on are a number by themselves, not the tail of `3.21`, `$5`, `1920-21`, `A4`. */
function isWholeNumber(text: string, start: number): boolean {
  const before = characterBefore(text, start);
  if (before === '-') return /^\p{L}$/u.test(characterBefore(text, start - 1));
  return before === '' || /^[\s"'“‘«([–—]$/.test(before);
}

/** Whether nothing goes on after the suffix that makes it something else: a word, `12 th.`'s street, stones and pounds. */
function endsWord(text: string, end: number, suffix: string): boolean {
  const next = characterAt(text, end);
  if (/^[\p{L}\p{M}\p{N}'’_]$/u.test(next)) return false;
  if (suffix !== 'st' && suffix !== 'rd') return true;
  return next !== '.' && !/^[ \u00a0][0-9]$/.test(text.slice(end, end + 2));
}
