import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { Sign } from '../core/text/signs';
import { characterAt, characterBefore, gapEnd, gapStart } from './contentLines';
import { grouped } from './grouped';
import { inDatesWith } from './inDatesWith';
import { misreadLines } from './misreadLines';
import { proseLines } from './prose';
import type { Finding, Rule } from './rule';

export const doubleSpace: Rule = {
  code: 'double-space',
  title: 'Two spaces inside a sentence',
  rationale:
    'Spaces on both sides of an inline element become two when it is turned into text, and then neither searches nor comparisons with other copies find the passage. ' +
    'Reported once a line, in scripts that put one space between words. Two spaces after a full stop are a way of typing and left alone, and so are indents, gaps between columns, and Chinese, Japanese and Thai text.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The mayor of the  harbour town opened the  fair on a sunny morning.',
        fixed: 'The mayor of the harbour town opened the fair on a sunny morning.',
      },
      {
        text: 'They sang,  danced and \u00a0ate until the lights of the square went out.',
        fixed: 'They sang, danced and ate until the lights of the square went out.',
      },
    ],
    right: [
      { text: 'It rained all day.  The fair was opened by the mayor.  Nobody stayed at home!  So it went.' },
      { text: 'Harbour Town 2  1 Hill Town' },
      { text: '　　新华社哈尔滨2月7日电  （记者王小明）市民走上冰面，参加冬季运动。' },
    ],
  },
  check: (page) => grouped(findingsIn(page)),
};

/** Wider gaps part columns. */
const WIDEST = 3;
/** Fewer words are no sentence. */
const FEWEST_WORDS = 6;

/** Two blanks are enough to find a gap, and keep the search linear on a line of nothing but blanks. */
const CANDIDATE = /(?:[ ]{2}| \u00a0|\u00a0 )/g;

/** What stands before a gap inside a sentence: a word, a comma, what closes brackets or quotations. */
const BEFORE = /^[\p{L}\p{M}\p{N},;)\]”’»%]$/u;
/** What stands after it. */
const AFTER = /^[\p{L}\p{M}\p{N}(“‘«„"–—-]$/u;
/** Scripts that put no spaces between words, or wide ones where they want them. */
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}，。、）】」』》]$/u;

interface Gap {
  readonly start: number;
  readonly end: number;
}

function* findingsIn(page: Page): Generator<Finding> {
  const inDate = inDatesWith(page, () => true);
  for (const { line, text, signs } of proseLines(page)) {
    if (!(signs & Sign.DoubleBlank)) continue;
    const role = page.roles[line];
    if (role === 'caption' || role === 'subheading' || misreadLines(page).has(line)) continue;
    const gaps = gapsOf(text).filter(({ start, end }) => !inDate(rangeInLine(line, start, end)));
    const [first] = gaps;
    if (!first || !isSentence(text)) continue;
    yield {
      code: doubleSpace.code,
      range: rangeInLine(line, first.start, first.end),
      message:
        gaps.length === 1
          ? l10n.t('Two spaces in place of one')
          : l10n.t('Two spaces in place of one, {0} times in this line', gaps.length),
      fixes: [
        {
          title:
            gaps.length === 1
              ? l10n.t('Leave one space')
              : l10n.t('Leave one space each, {0} times in this line', gaps.length),
          edits: gaps.map(({ start, end }) => ({ range: rangeInLine(line, start, end), newText: ' ' })),
          preferred: true,
        },
      ],
    };
  }
}

/** The gaps of a line that are too wide; none where the line is set in columns. */
function gapsOf(text: string): readonly Gap[] {
  const gaps: Gap[] = [];
  let end = 0;
  for (const { index: start } of text.matchAll(CANDIDATE)) {
    if (start < end) continue;
    end = gapEnd(text, start);
    if (gapStart(text, start) < start) continue;
    const before = characterBefore(text, start);
    const after = characterAt(text, end);
    if (before === '' || after === '') continue;
    if (end - start > WIDEST) return [];
    if (!BEFORE.test(before) || !AFTER.test(after)) continue;
    if (UNSPACED.test(before) || UNSPACED.test(after)) continue;
    // `1)  The fair`, `(laughs)  The fair`: a number, a sentence that ended in brackets.
    if (/^[)\]”’»]$/.test(before) && (/^\p{Lu}$/u.test(after) || isNumber(text.slice(0, start)))) continue;
    gaps.push({ start, end });
  }
  return gaps;
}

/** Whether what opens a line numbers it: `1)`, `(a)`. */
function isNumber(text: string): boolean {
  return text.length < 8 && /^\s*\(?[\p{L}\p{N}]{1,3}[)\]]$/u.test(text);
}

/** Whether a line runs as sentences do: several words, not all of them set apart, as in a table. */
function isSentence(text: string): boolean {
  const words = text.split(/[ \u00a0]+/).filter((word) => /\p{L}/u.test(word)).length;
  return words >= FEWEST_WORDS && /[\p{L}\p{M}][.,;!?।؟،”"»)]|[.!?]$/u.test(text);
}
