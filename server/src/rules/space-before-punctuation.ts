import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { Sign } from '../core/text/signs';
import { characterAt, characterBefore, contentLines, gapEnd, gapStart } from './contentLines';
import { grouped } from './grouped';
import { inDatesWith } from './inDatesWith';
import { isCode } from './prose';
import type { Finding, Rule } from './rule';

export const spaceBeforePunctuation: Rule = {
  code: 'space-before-punctuation',
  title: 'Space before a comma, a full stop or a possessive ending',
  rationale:
    "Scrapers that put a space around every inline element leave `the minister , who` and `the minister 's letter` where a name was a link or was set in bold. " +
    'Such spaces break names for searches and word lists. Spaces that belong there are left alone: before `; : ! ?` (French), in spaced ellipses, in numbers, in list numbers, and in dates, which have rules of their own.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'President Anna Holm , who opened the fair, thanked the town.',
        fixed: 'President Anna Holm, who opened the fair, thanked the town.',
      },
      {
        text: 'The fair was opened by President Anna Holm .',
        fixed: 'The fair was opened by President Anna Holm.',
      },
      {
        text: 'They read President Anna Holm ’s letter aloud.',
        fixed: 'They read President Anna Holm’s letter aloud.',
      },
      {
        text: "“This is the work of Anna Holm .” It was Anna Holm   's first speech.",
        fixed: "“This is the work of Anna Holm.” It was Anna Holm's first speech.",
      },
    ],
    right: [
      { text: 'Est-ce vrai ? Oui ; « bien sûr » : voilà !' },
      { text: 'The firm builds on .NET and wants to grow by .5 per cent ... or more :)' },
      { text: 'He paused . . . and went on.' },
      { text: 'The letter ’s’ and the ’90s, the rock ’n’ roll years.' },
      {
        text: [
          'Markt op het plein',
          '',
          'De markt op het plein is deze zomer weer open, zo heeft de gemeente van het dorp besloten.',
          '',
          'Vrijdag ’s avonds zijn er ook een koor en een orkest te horen, als het niet regent.',
        ].join('\n'),
      },
    ],
  },
  check: (page) => grouped(findingsIn(page)),
};

/** What may stand after a mark that a space was put before: white space, a closing quotation mark, the line's end. */
const AFTER_MARK = /^[\s"'”’»]?$/;
/** What a mark belongs to: the end of a word, of a quotation or of brackets, in scripts that write marks unspaced. */
const BEFORE_MARK = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hangul}0-9"'”’»)\]]$/u;
/** Where the last letter is of another script, a quotation mark before the mark tells nothing: `हैं " ,`. */
const OTHER_SCRIPT = /(?![\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Hangul}])\p{L}[^\p{L}]*$/u;
/** Units that are looked back for that letter. */
const REACH = 40;
/** What may not stand after a possessive ending: more of a word, or the other half of a pair of quotation marks. */
const AFTER_POSSESSIVE = /^[\p{L}\p{M}\p{N}'’_-]$/u;

// One blank is enough to find a run of them, and keeps the search linear on a line of nothing but blanks.
const CANDIDATE = /[ \u00a0](?:[,.]|['’]s)/g;

function* findingsIn(page: Page): Generator<Finding> {
  const possessives = page.language === null || /^en\b/i.test(page.language);
  const inDate = inDatesWith(page, () => true);
  for (const { line, text, signs } of contentLines(page)) {
    if (!(signs & Sign.BlankBeforeMark) || isCode(page, line)) continue;
    for (const match of text.matchAll(CANDIDATE)) {
      const end = match.index + 1;
      const start = gapStart(text, end);
      const mark = match[0].slice(1);
      const stray =
        mark === ','
          ? isStrayComma(text, start, end)
          : mark === '.'
            ? isStrayStop(text, start, end)
            : possessives && isStrayPossessive(text, start, end);
      const range = rangeInLine(line, start, end + mark.length);
      if (!stray || inDate(range)) continue;
      yield {
        code: spaceBeforePunctuation.code,
        range,
        message: l10n.t('Space before “{0}”', mark),
        fixes: [
          {
            title: l10n.t('Delete the space before “{0}”', mark),
            edits: [{ range: rangeInLine(line, start, end), newText: '' }],
            preferred: true,
          },
        ],
      };
    }
  }
}

function isStrayMark(text: string, start: number, end: number): boolean {
  return (
    BEFORE_MARK.test(characterBefore(text, start)) &&
    AFTER_MARK.test(characterAt(text, end + 1)) &&
    !OTHER_SCRIPT.test(text.slice(Math.max(0, start - REACH), start))
  );
}

function isStrayComma(text: string, start: number, end: number): boolean {
  // `, , ,`: something was lost between them, and closing up would hide that.
  return isStrayMark(text, start, end) && text[gapEnd(text, end + 1)] !== ',';
}

function isStrayStop(text: string, start: number, end: number): boolean {
  if (!isStrayMark(text, start, end)) return false;
  const wordStart = lastWordStart(text, start);
  const word = text.slice(wordStart, start);
  // `J . K .`, `1 . Introduction`: initials and list numbers.
  if (/^\p{L}$/u.test(word) || (/^[0-9]+$/.test(word) && isBlankBefore(text, wordStart))) return false;
  const next = characterAt(text, gapEnd(text, end + 1));
  // `known as . (one dot)`, `and . — a dot`: the mark itself is meant.
  if (/^[(–—-]$/.test(next)) return false;
  // `. . .`, `kcna . kp`, `3 . 14`: ellipses, spaced addresses, numbers. A sentence begins otherwise.
  return next !== '.' && !/^\p{Ll}$/u.test(next) && !(/^[0-9]$/.test(next) && /[0-9]$/.test(word));
}

function isStrayPossessive(text: string, start: number, end: number): boolean {
  if (AFTER_POSSESSIVE.test(characterAt(text, end + 2))) return false;
  const last = characterBefore(text, start);
  if (/^[)\]”]$/.test(last)) return true;
  // Names alone: `dat is 's avonds` and the like begin a word with it.
  return /^[\p{L}\p{N}]$/u.test(last) && /^\p{Lu}/u.test(text.slice(lastWordStart(text, start), start));
}

function lastWordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
  return start;
}

function isBlankBefore(text: string, at: number): boolean {
  return gapStart(text, at) === 0;
}
