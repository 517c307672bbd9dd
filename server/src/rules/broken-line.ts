import * as l10n from '@vscode/l10n';
import { isFunctionWord } from '../core/language/functionWords';
import type { Page } from '../core/model/page';
import type { Range } from '../core/model/range';
import type { Role } from '../core/model/role';
import { Kind, kindOf } from '../core/text/characters';
import { lastRun } from '../core/text/lastRun';
import { characterAt, characterBefore } from './contentLines';
import { type WrappedLine, wrappedLines } from './hardWrap';
import { isCode, languageOf, nextLine } from './prose';
import type { Finding, Rule, TextEdit } from './rule';
import { goesOnAfter, lastWord } from './wordsThatGoOn';

export const brokenLine: Rule = {
  code: 'broken-line',
  title: 'Line that breaks off inside a sentence',
  rationale:
    'A link or a picture inside a sentence breaks the line in a dump; press releases and old pages are broken at a fixed width throughout. Then neither searches nor quotations find the passage, and counts of paragraphs are wrong. ' +
    'Reported are lines of the text that end in a word after which a sentence goes on (an article, a preposition, a conjunction), or in a comma or a plain word where the next line begins with a small letter and ends its sentence. Lists and enumerations are left alone. ' +
    'A page that is broken at one width throughout is reported once, and all its lines can be joined at once.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the',
          '',
          'library, who has collected them for many years and knows the story of each of them.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
        ].join('\n'),
        fixed: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the library, who has collected them for many years and knows the story of each of them.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
        ].join('\n'),
      },
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with',
          'a concert of the school orchestra, and many came',
          'to hear it and to see the reading rooms and the',
          'collection of sea charts in the old office, which',
          'are on show until the summer.',
          '',
          'On Sunday the reading room stays open until the',
          'evening, for the first time in many years, and',
          'the mayor of the town reads from the letters that',
          'captains sent home from their journeys around the',
          'world, said the head of the library in a speech.',
        ].join('\n'),
      },
    ],
    right: [
      { text: 'What it is made of' },
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra. It has:',
          '',
          'a reading room that looks out over the harbour and its many boats; and',
          '',
          'a collection of sea charts that the captains of the town left to it.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
        ].join('\n'),
      },
    ],
  },
  check,
};

/** Shorter lines are headings and items of lists. */
const SHORTEST = 40;
/** And what goes on in small letters is a part of a list. */
const SHORTEST_REST = 30;
/** Longer lines are no headings. */
const LONGEST_HEADING = 60;
/** More lines of a page that end in a comma, or go on in small letters, are an enumeration or a poem. */
const MOST_LIKELY = 3;
/** More that end in an article or preposition before a capital letter are teasers. */
const MOST_NAMED = 2;
/** Lines that the finding of a page that is broken throughout points to. */
const MOST_RELATED = 20;

interface Cut extends WrappedLine {
  readonly sureness: 'sure' | 'likely' | 'possible' | 'named';
}

function* check(page: Page): Generator<Finding> {
  const wrapped = wrappedLines(page);
  const [first, ...others] = wrapped;
  if (first) {
    yield {
      code: brokenLine.code,
      range: lineEndRange(page, first.line),
      message: l10n.t(
        'The lines of this page are broken at a fixed width: {0} of them go on in the next line',
        wrapped.length,
      ),
      fixes: [
        {
          title: l10n.t('Join the {0} lines that were broken', wrapped.length),
          edits: wrapped.map((each) => joining(page, each)),
          preferred: false,
        },
      ],
      related: others
        .slice(0, MOST_RELATED)
        .map(({ line }) => ({ range: lineEndRange(page, line), message: l10n.t('This line goes on, too') })),
    };
    return;
  }
  const cuts = cutsOf(page);
  const count = (wanted: Cut['sureness']) => cuts.filter(({ sureness }) => sureness === wanted).length;
  const most: Partial<Record<Cut['sureness'], number>> = { possible: MOST_LIKELY, named: MOST_NAMED };
  for (const cut of cuts) {
    if (count(cut.sureness) > (most[cut.sureness] ?? cuts.length)) continue;
    yield {
      code: brokenLine.code,
      range: lineEndRange(page, cut.line),
      message: l10n.t('This line breaks off; the sentence goes on in the next one'),
      fixes: [
        {
          title:
            cut.sureness === 'sure'
              ? l10n.t('Join with the next line')
              : l10n.t('Join with the next line, if it goes on there'),
          edits: [joining(page, cut)],
          preferred: cut.sureness === 'sure',
        },
      ],
    };
  }
}

function cutsOf(page: Page): readonly Cut[] {
  const language = languageOf(page);
  const cuts: Cut[] = [];
  for (const [line, role] of page.roles.entries()) {
    if (!isText(role)) continue;
    const next = nextLine(page, line);
    if (next < 0 || !isText(page.roles[next] ?? '')) continue;
    const text = (page.lines[line] ?? '').trim();
    const rest = (page.lines[next] ?? '').trim();
    if (text.length < SHORTEST || isCode(page, line) || isCode(page, next)) continue;
    const sureness = surenessOf(text, rest, textAfter(page, next), language);
    const isHeading = role === 'subheading' && text.length < LONGEST_HEADING;
    if (sureness && (sureness === 'sure' || !isHeading)) cuts.push({ line, next, sureness });
  }
  return cuts;
}

function textAfter(page: Page, line: number): string {
  return (page.lines[nextLine(page, line)] ?? '').trim();
}

/** Half of a sentence looks like a heading: it does not end as sentences do. */
function isText(role: Role | ''): boolean {
  return role === 'paragraph' || role === 'subheading';
}

function surenessOf(
  text: string,
  rest: string,
  after: string,
  language: string | null,
): Cut['sureness'] | null {
  const last = lastWord(text);
  const goesOnSmall = /^["“‘«(]?\p{Ll}/u.test(rest);
  const goesOn = goesOnAfter(last, language);
  if (goesOn !== null && isEnumerated(text)) return null;
  if (goesOn === 'surely' && !goesOnSmall) {
    if (isFragment(rest, after)) return 'likely';
    // A name, or in German any noun; where more lines are cut so, they are teasers of other articles.
    return isSentenceStart(text) && endsSentence(rest) && rest.length >= SHORTEST_REST ? 'named' : null;
  }
  // A conjunction may join the items of a list.
  if (goesOn === 'surely') return CONJUNCTIONS.has(last) ? 'likely' : 'sure';
  if (!goesOnSmall || !endsSentence(rest) || !isSentenceStart(text)) return null;
  if (goesOn === 'likely') return 'likely';
  const isLong = text.length >= LONGEST_HEADING && rest.length >= SHORTEST_REST;
  if (!isLong) return null;
  // `dconf`, `iPhone`: what begins with a small letter may be a name, but a function word is none.
  const first = /^\p{Ll}+(?![\p{L}\p{N}])/u.exec(rest.slice(0, SHORTEST_REST))?.[0] ?? '';
  const goesOnHere =
    text.endsWith(',') || isFunctionWord(first, language) || goesOnAfter(first, language) !== null;
  return goesOnHere && /[\p{L}\p{N}],?$/u.test(text) ? 'possible' : null;
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and und oder et ou y e en och i a и і та dan ve và'.split(' '),
);

/** `; and`, `; or` before the last item of an enumeration. */
function isEnumerated(text: string): boolean {
  return /[;:]\s*\p{L}+$/u.test(text.slice(-12));
}

/** A link or a name by itself: short, no sentence, and the sentence goes on behind it. */
function isFragment(text: string, after: string): boolean {
  return text.length < LONGEST_HEADING && !endsSentence(text) && /^(?:\p{Ll}|[,.;:)])/u.test(after);
}

function endsSentence(text: string): boolean {
  return /[.!?…][”’"'»)\]]*$/u.test(text);
}

function isSentenceStart(text: string): boolean {
  return /^["“‘«„(]?\p{Lu}/u.test(text);
}

/** The last word of a line. */
function lineEndRange(page: Page, line: number): Range {
  const text = page.lines[line] ?? '';
  const end = text.trimEnd().length;
  const word = lastRun(text.slice(0, end), 40);
  return { start: { line, character: end - word.length }, end: { line, character: end } };
}

function joining(page: Page, { line, next }: WrappedLine): TextEdit {
  const text = page.lines[line] ?? '';
  const rest = page.lines[next] ?? '';
  const end = text.trimEnd().length;
  const indent = rest.length - rest.trimStart().length;
  return {
    range: { start: { line, character: end }, end: { line: next, character: indent } },
    newText:
      isUnspaced(characterBefore(text, end)) ||
      isUnspaced(characterAt(rest, indent)) ||
      /\p{L}-$/u.test(text.slice(0, end).slice(-4))
        ? ''
        : ' ',
  };
}

/** Chinese and Japanese put no spaces between words. */
function isUnspaced(character: string): boolean {
  const unit = character.charCodeAt(0);
  return kindOf(unit) === Kind.Ideograph || /^[\u3000-\u303f\uff00-\uff60]$/.test(character);
}
