import * as l10n from '@vscode/l10n';
import { isFunctionWord } from '../core/language/functionWords';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isSpace } from '../core/text/characters';
import { Sign } from '../core/text/signs';
import { type ContentLine, contentLines } from './contentLines';
import { grouped } from './grouped';
import { inDatesWith } from './inDatesWith';
import { hasCode, languageOf, paragraphBreak, proseLines } from './prose';
import type { Finding, Fix, Rule } from './rule';

export const missingSpace: Rule = {
  code: 'missing-space',
  title: 'Missing space between sentences or words',
  rationale:
    'Where a scraper drops line breaks and the borders of links, sentences and words run together: `the second half.According to`, `Ministry ofForeign Affairs`. ' +
    'Reported are a small letter, a full stop, question or exclamation mark and a capitalized word (Latin, Greek and Cyrillic scripts), `다.` with more text (Korean), function words that a capitalized word is glued to, and in English a comma right before a word that goes on with the sentence (`late,the captain`). ' +
    'Addresses, names of files and programs, versions, initials and names such as `KCNA.kp` are left alone. Two or more in a line are often paragraphs that ran together, and can be parted.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'They took the lead in the second half.According to the coach, it rained.',
        fixed: 'They took the lead in the second half. According to the coach, it rained.',
      },
      {
        text: 'A speaker of the Ministry ofForeign Affairs read the letter aloud.',
        fixed: 'A speaker of the Ministry of Foreign Affairs read the letter aloud.',
      },
      {
        text: 'Who paid for it?Nobody knows!The town asked “for an answer.”The mayor is silent.',
        fixed: 'Who paid for it? Nobody knows! The town asked “for an answer.” The mayor is silent.',
      },
    ],
    right: [
      {
        text: 'KCNA.kp, J.K. Rowling, U.S. Steel, Node.js and Earth.Org are names; so are iPhone and McDonald.',
      },
      {
        text: 'Read www.Example.Com or System.Windows.Forms in Setup.Exe, version v2.Beta of the 3.Edition.',
      },
      { text: 'The sales of theSkimm and the flights of easyJet went up.' },
    ],
  },
  check: (page) => grouped(findingsIn(page)),
};

/** A mark that ends a sentence, with what closes a quotation or brackets, before a capitalized word. */
const GLUED_SENTENCE = /[.!?][”»)\]]?(?=\p{Lu}\p{Ll})/gu;

/** The end of a Korean sentence before more text. Particles that go on after a quotation are none. */
const GLUED_KOREAN = /다\.(?=[가-힣])(?!고|라|며|면|는|란|던|지만)/g;

/** A function word that a capitalized word is glued to; what it may be glued to is told by the word lists. */
const GLUED_WORD =
  /(?<![\p{L}\p{M}\p{N}_.@/#&'’-])(\p{Ll}{1,7})(\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}_(/@-]|\.\p{L})/gu;

/** Function words that begin no brand, with whatever they are glued to. */
const SURE_WORDS = lists({
  en: 'of and from between against',
  de: 'und oder zwischen gegen',
  fr: 'dans avec entre',
  es: 'entre desde hasta',
});

/** Function words that are glued, but in names of programs, which stand in a page more than once. */
const LIKELY_WORDS = lists({
  en: 'for to by at with that as was said its',
  de: 'von mit bei aus nach auf zu',
  fr: 'des par pour sur que et aux',
  es: 'con por para del que',
  it: 'della delle degli con per tra che nel nella dal dalla',
  pt: 'em com por para dos das que na no',
  ru: 'на из от для по при что как до',
  uk: 'на із від для при що як до та',
});

/** Those that names begin with as well (`inDrive`): they are glued where the word before is none that such a name stands behind. */
const OPEN_WORDS = lists({ en: 'in on is', de: 'im in', es: 'en' });

/** Articles, which names begin with (`theSkimm`): these are glued where the other word stands by itself elsewhere in the page. */
const ARTICLES = lists({
  en: 'the',
  de: 'der die das den dem',
  fr: 'les',
  es: 'los las el',
});

/** An English word, a comma, and a word that only goes on with a sentence: `late,the captain`. Lists and addresses have none such. */
const GLUED_COMMA =
  /(?<= )[a-z]{3,},(?:the|an|and|but|or|so|which|who|when|where|with|that|in|of|to|for|it|he|she|they|we) (?=[A-Za-z])/g;

function lists(words: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]));
}

/** Ends of addresses and files that are written with a capital too: `Amazon.Com`, `report.Pdf`. */
const DOMAINS: ReadonlySet<string> = new Set(
  (
    'com net org edu gov mil int info biz app dev tech press news online site shop blog press live world media ' +
    'ac ai am as at au be by ca cc ch cn co cz de dk do es eu fi fm fr gr hr hu id ie il im in io ir is it jp kp kr la li lt lv ly ' +
    'me mx my nl no nu nz pl pt ro rs ru se sg sh si sk so su to tr tv tw ua uk us vn ' +
    'pdf doc docx xls xlsx txt zip exe jpg png html htm php js ts'
  ).split(' '),
);

const LONGEST_QUOTATION = 1000;

const LONGEST_WORD_BEFORE = 30;

/** Longer runs of text without white space are no words; what is beyond is not looked at. */
const LONGEST_TOKEN = 120;

interface Gap {
  readonly line: number;
  /** Column where a space is missing. */
  readonly at: number;
  /** The first column of what is glued. */
  readonly start: number;
  readonly end: number;
  readonly sure: boolean;
  readonly sentence: boolean;
}

function* findingsIn(page: Page): Generator<Finding> {
  const language = languageOf(page);
  const inDate = inDatesWith(page, () => true);
  const context: Context = {
    language,
    hasCode: () => hasCode(page),
    words: once(() => wordsOf(page)),
    isRepeated: (word) => countOf(page, word) > 1,
  };
  const found = [...proseLines(page)]
    .map((line) =>
      gapsOf(line, context).filter(({ start, end }) => !inDate(rangeInLine(line.line, start, end))),
    )
    .filter((gaps) => gaps.length > 0);
  const newParagraph = once(() => paragraphBreak(page));
  // Damage has one cause many times in a page: what could be a name is taken for damage where others surely are.
  const isSystematic = found.flat().filter(({ sure }) => sure).length >= 2;
  for (const gaps of found) {
    const reported = gaps.filter(({ sure }) => sure || isSystematic);
    const sentences = reported.filter(({ sentence }) => sentence).length;
    for (const gap of reported) yield report(page, gap, sentences > 1 ? newParagraph() : null);
  }
}

/** @param newParagraph what parts paragraphs, where several seem to have run together. */
function report(
  page: Page,
  { line, at, start, end, sure, sentence }: Gap,
  newParagraph: string | null,
): Finding {
  const text = page.lines[line] ?? '';
  const place = rangeInLine(line, at, at);
  const before = text.slice(start, at);
  const fixes: Fix[] = [
    {
      title: l10n.t('Insert a space after “{0}”', before),
      edits: [{ range: place, newText: ' ' }],
      preferred: sure,
    },
  ];
  if (sentence && newParagraph !== null) {
    fixes.push({
      title: l10n.t('Begin a new paragraph after “{0}”', before),
      edits: [{ range: place, newText: newParagraph }],
      preferred: false,
    });
  }
  return {
    code: missingSpace.code,
    range: rangeInLine(line, start, end),
    message: l10n.t('Space missing in “{0}”', text.slice(start, end)),
    fixes,
  };
}

interface Context {
  readonly language: string | null;
  /** Whether the page shows program code, so that its text may name parts of it. */
  readonly hasCode: () => boolean;
  /** Words that stand by themselves in the page. */
  readonly words: () => ReadonlySet<string>;
  /** Whether a word stands in the page more than once. */
  readonly isRepeated: (word: string) => boolean;
}

const NONE: readonly Gap[] = [];

const INSIDE = Sign.MarkInside | Sign.CommaInside | Sign.CapitalInside;

function gapsOf({ line, text, signs }: ContentLine, context: Context): readonly Gap[] {
  if (!(signs & INSIDE)) return NONE;
  const gaps: Gap[] = [];
  for (const match of signs & Sign.MarkInside ? text.matchAll(GLUED_SENTENCE) : []) {
    const gap = sentenceGap(line, text, match.index, match.index + match[0].length, context);
    if (gap) gaps.push(gap);
  }
  for (const match of text.includes('다.') ? text.matchAll(GLUED_KOREAN) : []) {
    const at = match.index + match[0].length;
    gaps.push({ line, at, start: match.index, end: at + 1, sure: true, sentence: true });
  }
  const key = context.language ?? '';
  for (const match of key === 'en' && signs & Sign.CommaInside ? text.matchAll(GLUED_COMMA) : []) {
    if (context.hasCode()) continue;
    const at = match.index + match[0].indexOf(',') + 1;
    const end = match.index + match[0].length - 1;
    gaps.push({ line, at, start: match.index, end, sure: true, sentence: false });
  }
  const mayBeGlued = LIKELY_WORDS.has(key) && signs & Sign.CapitalInside;
  for (const match of mayBeGlued ? text.matchAll(GLUED_WORD) : []) {
    const [whole, first = '', second = ''] = match;
    const isGlued =
      SURE_WORDS.get(key)?.has(first) ||
      (ARTICLES.get(key)?.has(first) &&
        (context.words().has(second) ||
          (OFFICES.has(second) && isOfSomething(text, match.index + whole.length)))) ||
      (LIKELY_WORDS.get(key)?.has(first) && !context.isRepeated(whole)) ||
      (OPEN_WORDS.get(key)?.has(first) &&
        (context.words().has(second) || (!context.isRepeated(whole) && endsPhrase(text, match.index, key))));
    if (!isGlued) continue;
    if (context.hasCode()) continue;
    const at = match.index + first.length;
    gaps.push({ line, at, start: match.index, end: match.index + whole.length, sure: true, sentence: false });
  }
  return gaps.sort((a, b) => a.at - b.at);
}

/** Whether an English name of an office goes on behind a column: `theMinistry of Trade`. */
function isOfSomething(text: string, at: number): boolean {
  return /^ of (?:the )?\p{Lu}\p{Ll}/u.test(text.slice(at, at + 10));
}

/** Offices that an article is glued to, as against brands that begin with one. */
const OFFICES: ReadonlySet<string> = new Set(
  (
    'Academy Agency Association Bank Board Bureau Chamber Commission Committee Council Court Department Embassy ' +
    'Federation Government House Institute League Ministry Minister Office Organization Parliament Party President ' +
    'Republic Secretary Senate State Supreme Union United University'
  ).split(' '),
);

/** Whether the word before a column is one that a preposition follows, where a name would have one before it: `the rides of inDrive`. */
function endsPhrase(text: string, at: number, language: string): boolean {
  const tail = text.slice(Math.max(0, at - LONGEST_WORD_BEFORE), at);
  const before = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?= $)/u.exec(tail)?.[0];
  return before !== undefined && /^\p{Ll}{3,}$/u.test(before) && !isFunctionWord(before, language);
}

function sentenceGap(line: number, text: string, mark: number, at: number, context: Context): Gap | null {
  const start = wordStart(text, mark);
  const end = wordEnd(text, at);
  const before = text.slice(start, mark);
  const next = text.slice(at, end);
  if (!isPlainToken(text, start, end) || !isWordBefore(before) || !/^\p{Lu}\p{Ll}+$/u.test(next)) return null;
  const closing = text.slice(mark + 1, at);
  if (closing !== '' && !isClosed(text, mark + 1, closing, context.language)) return null;
  const word = next.toLowerCase();
  const opens = isFunctionWord(word, context.language);
  if (!opens && (DOMAINS.has(word) || context.hasCode())) return null;
  // `half.According` is no name of anything; `Seoul.President` may be one, `Seoul.The` not.
  const sure = opens || (/^\p{Ll}{2,}$/u.test(before) && next.length > 2);
  return { line, at, start, end, sure, sentence: true };
}

/** Whether what ends a sentence is a word: `half`, `Seoul`, `NATO`, not a part of `J.K.`, `iPhone` or `e`. */
function isWordBefore(word: string): boolean {
  return /^(?:\p{Lu}?\p{Ll}+|\p{Lu}{2,})$/u.test(word) && word.length > 1;
}

/** Whether a bracket or quotation mark closes what the line opened, so that the next sentence begins after it. */
function isClosed(text: string, at: number, closing: string, language: string | null): boolean {
  const opening = closing === '”' ? '“' : closing === '»' ? '«' : closing === ')' ? '(' : '[';
  if (closing === '”' && language !== 'en' && language !== null) return false;
  // Quotations are no longer than this, and the search stays linear on a line of nothing but closing brackets.
  const quoted = text.slice(Math.max(0, at - LONGEST_QUOTATION), at);
  return quoted.lastIndexOf(opening) > quoted.lastIndexOf(closing);
}

/** Whether the words from `start` to `end` stand in no address, name of a file, version or abbreviation. */
function isPlainToken(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < LONGEST_TOKEN && !isSpace(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < LONGEST_TOKEN && !isSpace(text.charCodeAt(to))) to++;
  const token = text.slice(from, to);
  if (token.length >= LONGEST_TOKEN || /[/\\@_=#$&<>|~*[\]]|www\./i.test(token)) return false;
  const left = text.slice(from, start);
  const right = text.slice(end, to);
  return (
    /(?:^|["'“‘«„(¿¡—–-]|[.!?][”»)\]]?)$/.test(left) && !/\p{L}\.$|^[.!?]/u.test(left) && isPlainAfter(right)
  );
}

/** What may follow the first word of a sentence: marks, the rest of a compound, the next glued sentence. */
function isPlainAfter(right: string): boolean {
  return /^(?:$|[,;:!?…)”"»]|['’]|-|—|–|\.$|[.!?][”»)]?\p{Lu})/u.test(right) && !/^\.\p{Lu}/u.test(right);
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_TOKEN && LETTER.test(text.charAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < LONGEST_TOKEN && LETTER.test(text.charAt(end))) end++;
  return end;
}

const LETTER = /[\p{L}\p{M}]/u;

function wordsOf(page: Page): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of contentLines(page)) {
    for (const word of text.match(/\p{L}+/gu) ?? []) if (/^\p{Lu}\p{Ll}{2,}$/u.test(word)) words.add(word);
  }
  return words;
}

function countOf(page: Page, word: string): number {
  return page.lines.reduce((count, text) => count + text.split(word).length - 1, 0);
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
