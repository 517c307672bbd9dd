import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isWordUnit } from '../core/text/characters';
import { Sign } from '../core/text/signs';
import { characterAt, characterBefore, gapEnd } from './contentLines';
import { grouped } from './grouped';
import { inDatesWith } from './inDatesWith';
import { languageOf, proseLines } from './prose';
import type { Finding, Rule } from './rule';

export const duplicateWord: Rule = {
  code: 'duplicate-word',
  title: 'Function word twice in a row',
  rationale:
    'A word at the end of a line and again at the start of the next stays there twice when lines are joined: `the the`. ' +
    'Reported are function words that cannot stand twice, by language; names (`Walla Walla`), emphasis (`very very`), and words that grammar doubles (`nous nous sommes`, `die die`, `bir bir`) are not. ' +
    'Words that can be right twice, such as `that that`, are reported where what follows speaks against it, and deleted on request only.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The mayor opened the the fair on a sunny morning, and and the choir sang.',
        fixed: 'The mayor opened the fair on a sunny morning, and the choir sang.',
      },
      { text: 'The town has a bridge that that can only be mended by the harbour office.' },
    ],
    right: [
      { text: 'We hope that that day never comes. Click To to choose the columns A a B.' },
      { text: 'They had had a very very long day in Walla Walla, and what it is is not known.' },
      { text: 'He gave in. In the end they went on, on and on.' },
      { text: 'The Who and The The played, print PRINT, KCNA KCNA.' },
    ],
  },
  check: (page) => grouped(findingsIn(page)),
};

/** Words by language that never stand twice in a row. */
const NEVER_TWICE = lists({
  en: 'the of and a an with from or their its our was were are be has which but because than at by into',
  de: 'und oder dass sondern sowie',
  fr: 'le de du et un une dans pour par sur avec au aux ce cette ces ou où mais',
  es: 'de la el los las y en del al un una por con para su sus se o',
  pt: 'de da do das dos em na que e um uma por com para ao os mais ou',
  it: 'di della del dei delle il lo gli un una con nel nella dal dalla al alla e o ma',
  nl: 'de een en of met voor naar bij door ook',
  sv: 'och en ett som för med av till från eller',
  pl: 'na do że oraz dla od jest przez lub ale w z',
  cs: 'na že do pro nebo ale jsou jako od při v',
  tr: 've için ile veya olarak',
  vi: 'và của với những trong các',
  id: 'yang dan di dengan untuk dari pada dalam oleh atau',
  ru: 'на для по из от или при до в с к о у',
  uk: 'на для від або при до в з у',
  ar: 'في على إلى التي الذي',
  hi: 'के का की में को ने',
});

/** Words that seldom do. */
const SELDOM_TWICE = lists({
  en: 'that to for as this he she they we not have been would if when his my in is about after before during under between',
  de: 'von mit für im ein einen einem einer zum zur vom nicht auch wird wurde bei aus nach',
  fr: 'la les des qui que est sont plus pas',
  es: 'que es lo como más',
  pt: 'é como não foi',
  it: 'la le che per è sono come',
  nl: 'van als maar',
  sv: 'på',
  pl: 'się i to jak',
  cs: 'a jak',
  id: 'ini itu akan ke',
  ru: 'и но',
  uk: 'і та але',
});

/** Words after which it is surely too much, where a word may stand twice before others: `that that day never comes`. */
const ONLY_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  that: new Set('the a an these those it they he she we you i there are were have can'.split(' ')),
};

/** Words that a word may belong to where it stands twice: `she came in in May`, `what it is is not known`. */
const BELONGS_TO = lists({
  in: 'came come comes coming gave give gives given giving go goes going gone went move moved moves moving log logs logged logging sign signed signs check checked drop dropped phone phoned call called calls take taken takes took taking bring brings brought turn turned kick kicked kicks set sets sworn step stepped steps stepping tuned joined joins pitch pitched cash cashed build built let stand stands stood live lived lives living work worked working interested trade traded rise stay stayed fill filled zoom chimed break broke settle settled',
  is: 'it that this he she there what who which as how where why one problem thing',
});

function lists(words: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]));
}

/** Function words are no longer. */
const LONGEST = 12;

interface Doubled {
  readonly word: string;
  readonly start: number;
  readonly firstEnd: number;
  readonly end: number;
}

function* findingsIn(page: Page): Generator<Finding> {
  const language = languageOf(page) ?? '';
  const never = NEVER_TWICE.get(language);
  const seldom = SELDOM_TWICE.get(language);
  if (!never) return;
  const inDate = inDatesWith(page, () => true);
  for (const { line, text, signs } of proseLines(page)) {
    if (!(signs & Sign.WordTwice)) continue;
    for (const { word, start, firstEnd, end } of doubledWords(text)) {
      const key = word.toLowerCase();
      const isSure = never.has(key);
      const range = rangeInLine(line, start, end);
      const isLikely =
        seldom?.has(key) &&
        !mayBeMeant(key, text.slice(Math.max(0, start - 20), start), text.slice(end, end + 20));
      if ((!isSure && !isLikely) || inDate(range)) continue;
      yield {
        code: duplicateWord.code,
        range,
        message: l10n.t('“{0}”: a word too many', text.slice(start, end)),
        fixes: [
          {
            title: isSure
              ? l10n.t('Delete the second “{0}”', key)
              : l10n.t('Delete the second “{0}”, if it is not meant', key),
            edits: [{ range: rangeInLine(line, firstEnd, end), newText: '' }],
            preferred: isSure,
          },
        ],
      };
    }
  }
}

/** Words that stand twice with nothing but blanks between them, in the same case or the first of a sentence. */
function* doubledWords(text: string): Generator<Doubled> {
  for (let at = nextBlank(text, 0); at < text.length; at = nextBlank(text, at)) {
    const firstEnd = at;
    at = gapEnd(text, at);
    const start = wordStart(text, firstEnd);
    const length = firstEnd - start;
    const end = at + length;
    // Most words end otherwise than the word before, which is told at once.
    if (length === 0 || length > LONGEST || text.charCodeAt(end - 1) !== text.charCodeAt(firstEnd - 1))
      continue;
    if (isWordUnit(text.charCodeAt(end))) continue;
    const word = text.slice(at, end);
    const first = text.slice(start, firstEnd);
    const isSame = word === first || (first.endsWith(word.slice(1)) && word === first.toLowerCase());
    if (!isSame || word !== word.toLowerCase() || !stands(text, { word: first, start }, end)) continue;
    yield { word, start, firstEnd, end };
    // Of three the third is looked at when the second is gone.
    at = gapEnd(text, end);
  }
}

/** Where the word begins that ends at a column; further back than function words are long is not looked. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= LONGEST && isWordUnit(text.charCodeAt(start - 1))) start--;
  return start;
}

function nextBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 0x20 && text.charCodeAt(at) !== 0xa0) at++;
  return at;
}

/** Whether both words stand by themselves: no `o’the`, `in-the`, `the-`; and whether a capital opens a sentence. */
function stands(text: string, { word, start }: { word: string; start: number }, end: number): boolean {
  const before = characterBefore(text, start);
  if (/^[\p{N}'’.@#/_·-]$/u.test(before) || /^[\p{N}'’@#/_·-]$/u.test(characterAt(text, end))) return false;
  // `column A a`, `click To to choose`: names.
  return (
    word === word.toLowerCase() ||
    (word.length > 1 && /(?:^|[.!?:…]["”»]?\s|["“«„])$/.test(text.slice(Math.max(0, start - 3), start)))
  );
}

/** Whether what stands before or behind allows that the word is meant twice. */
function mayBeMeant(word: string, before: string, rest: string): boolean {
  const words = /\s$/.test(before) ? before.trimEnd() : '';
  const previous = /(?<!\p{L})\p{L}+$/u.exec(words)?.[0].toLowerCase() ?? '';
  if (BELONGS_TO.get(word)?.has(previous)) return true;
  const next = /^\s+(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase() ?? '';
  // `la la la`: a song.
  return next === word || ONLY_BEFORE[word]?.has(next) === false;
}
