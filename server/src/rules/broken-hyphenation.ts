import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isCode, isProse, languageOf, nextLine, proseLines } from './prose';
import type { Finding, Fix, Rule, TextEdit } from './rule';

export const brokenHyphenation: Rule = {
  code: 'broken-hyphenation',
  title: 'Word that is still hyphenated',
  rationale:
    'Text that was set in columns, or read from paper, keeps its hyphens: `the govern-` at the end of a line and `ment` on the next. Searches find neither `government` nor its lines. ' +
    'Reported where a line of the text ends in a hyphenated word and the next begins with a small letter, and where a hyphen and a space stand inside a word that the page has without them (scripts with small letters). ' +
    'Whether the hyphen belongs to the word, as in `well-known`, only a person can tell; `Vor- und Nachteile` is right.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and the govern-',
          '',
          'ment sent its greetings. The sea charts of the old office are on show until the summer.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
        ].join('\n'),
      },
      { text: 'The head of the lib- rary opened the fair, and many came to see the library and its charts.' },
    ],
    right: [
      { text: 'Die Vor- und Nachteile der Vorteile, pre- and post-war houses, a well-known house.' },
      { text: 'The fair – and the choir - were a success. A two- to three-day fair is planned.' },
    ],
  },
  check,
};

/** Conjunctions after a word whose end stands further on, by language: `Vor- und Nachteile`, `in- en uitvoer`. */
const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and or to und oder bis sowie bzw noch et ou y e o u en of och eller og samt i oraz lub a nebo ve veya и или та або и до dan atau ja tai és vagy'.split(
    ' ',
  ),
);

/** A hyphen after a word, blanks and a small letter. */
const INSIDE = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}\p{Ll}{1,20})- (\p{Ll}{2,20})(?![\p{L}\p{M}\p{N}'’-])/gu;
const AT_END = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}\p{Ll}{1,20}-$/u;
const AT_START = /^\p{Ll}{2,30}(?![\p{L}\p{M}\p{N}])/u;
/** No word and hyphen are longer. */
const LONGEST = 40;
/** Shorter words are found inside others by chance. */
const SHORTEST = 5;

function* check(page: Page): Generator<Finding> {
  if (languageOf(page) === 'vi') return;
  let words: ReadonlySet<string> | null = null;
  for (const { line, text } of proseLines(page)) {
    for (const match of text.includes('- ') ? text.matchAll(INSIDE) : []) {
      const [whole, first = '', second = ''] = match;
      const joined = `${first}${second}`;
      if (CONJUNCTIONS.has(second) || joined.length < SHORTEST) continue;
      words ??= wordsOf(page);
      if (!words.has(joined.toLowerCase())) continue;
      const hyphen = match.index + first.length;
      const edit = { range: rangeInLine(line, hyphen, hyphen + 2), newText: '' };
      yield {
        code: brokenHyphenation.code,
        range: rangeInLine(line, match.index, match.index + whole.length),
        message: l10n.t('“{0}”: a word that is still hyphenated', whole),
        fixes: [fix(l10n.t('Join as “{0}”, as the page has it elsewhere', joined), edit)],
      };
    }
    const finding = atLineEnd(page, line, text);
    if (finding) yield finding;
  }
}

function atLineEnd(page: Page, line: number, text: string): Finding | null {
  const end = text.trimEnd().length;
  if (!text.endsWith('-', end)) return null;
  const first = AT_END.exec(text.slice(Math.max(0, end - LONGEST), end))?.[0] ?? '';
  const next = nextLine(page, line);
  if (first === '' || next < 0 || !isProse(page, next)) return null;
  const rest = page.lines[next] ?? '';
  const indent = rest.length - rest.trimStart().length;
  const second = AT_START.exec(rest.slice(indent, indent + LONGEST))?.[0] ?? '';
  if (second === '' || CONJUNCTIONS.has(second) || isCode(page, next)) return null;
  const border = { line: next, character: indent };
  const whole = `${first.slice(0, -1)}${second}`;
  return {
    code: brokenHyphenation.code,
    range: rangeInLine(line, end - first.length, end),
    message: l10n.t('“{0}”: the word goes on in the next line', first),
    fixes: [
      fix(l10n.t('Join as “{0}”, if that is one word', whole), {
        range: { start: { line, character: end - 1 }, end: border },
        newText: '',
      }),
      fix(l10n.t('Join as “{0}”, if the hyphen belongs to it', `${first}${second}`), {
        range: { start: { line, character: end }, end: border },
        newText: '',
      }),
    ],
  };
}

function fix(title: string, edit: TextEdit): Fix {
  return { title, edits: [edit], preferred: false };
}

function wordsOf(page: Page): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of proseLines(page)) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? []) {
      if (!word.includes('-')) words.add(word);
    }
  }
  return words;
}
