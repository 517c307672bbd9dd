import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { lastRun } from '../core/text/lastRun';
import { Sign } from '../core/text/signs';
import { characterAt, characterBefore } from './contentLines';
import { grouped } from './grouped';
import { inDatesWith } from './inDatesWith';
import { proseLines } from './prose';
import type { Finding, Fix, Rule } from './rule';

export const repeatedPunctuation: Rule = {
  code: 'repeated-punctuation',
  title: 'Punctuation mark twice in a row',
  rationale:
    'A mark inside a link and the same mark behind it, or a link that was taken out between two marks, leave `(APP)::`, `the start,.` or `the end..` in the text. ' +
    'Ellipses, `?!`, `!!!`, paths, ranges, program code and two commas as a low quotation mark are left alone. Where either of two marks could be meant, the choice is yours.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The fair was opened by the mayor.. The choir sang,, and the town danced.',
        fixed: 'The fair was opened by the mayor. The choir sang, and the town danced.',
      },
      {
        text: 'HARBOUR TOWN (HP):: The fair was opened by the mayor of the town.',
        fixed: 'HARBOUR TOWN (HP): The fair was opened by the mayor of the town.',
      },
      { text: 'The fair was a success from the start,. The mayor was pleased.' },
      { text: 'The night conceals.. the day reveals, as the poet of the harbour said.' },
    ],
    right: [
      { text: 'Well... Really?! Yes!!! He paused .. and went on to ../fair and 1..9, Inc., etc., et al.' },
      { text: 'Er sagte ,,Guten Tag“, und Chapter :: One of std::vector begins.' },
      { text: 'Is this the end …? It was. . . not.' },
    ],
  },
  check: (page) => grouped(findingsIn(page)),
};

/** Two marks and no third. */
const CANDIDATE = /(?<![.,;:!?…،，。、])(?:\.\.|,,|;;|::|,\.|،،|，，|。。|、、)(?![.,;:!?…،，。、])/gu;

const LONGEST_WORD = 80;

/** What a mark belongs to. */
const BEFORE = /^[\p{L}\p{M}\p{N}”’»)\]"'）」』》%]$/u;
/** What stands after a mark: white space, a quotation mark or bracket that closes, the line's end. */
const AFTER = /^[\s”’»)\]"']?$/;

function* findingsIn(page: Page): Generator<Finding> {
  const inDate = inDatesWith(page, () => true);
  for (const { line, text, signs } of proseLines(page)) {
    for (const match of signs & Sign.TwoMarks ? text.matchAll(CANDIDATE) : []) {
      const [marks] = match;
      const range = rangeInLine(line, match.index, match.index + marks.length);
      if (!isRepeated(text, match.index, marks) || inDate(range)) continue;
      yield {
        code: repeatedPunctuation.code,
        range,
        message: l10n.t('“{0}”: a mark too many', marks),
        fixes: fixesOf(text, line, match.index, marks),
      };
    }
  }
}

function isRepeated(text: string, at: number, marks: string): boolean {
  const before = characterBefore(text, at);
  if (!BEFORE.test(before)) return false;
  // `0.0,,`: how spreadsheets write numbers.
  if (marks !== '..' && /[0-9]/.test(before)) return false;
  const after = characterAt(text, at + marks.length);
  if (marks === '..' && isDotted(text, at)) return false;
  // `::note::`: asterisks of a kind.
  if (marks === '::' && (text.indexOf('::') < at || text.indexOf('::', at + 2) >= 0)) return false;
  // Chinese and Japanese put no spaces after marks.
  return /^[，。、]/u.test(marks) || AFTER.test(after);
}

/** Whether the word before has dots of its own, as a drawing, a path or a range has: `X...X..`, `a..b..`. */
function isDotted(text: string, at: number): boolean {
  const word = lastRun(text.slice(0, at), LONGEST_WORD);
  return word.length >= LONGEST_WORD || /\.\.|[#*|=]/.test(word);
}

function fixesOf(text: string, line: number, at: number, marks: string): readonly Fix[] {
  const keep = (kept: string, preferred: boolean): Fix => ({
    title: l10n.t('Leave “{0}”', kept),
    edits: [
      marks.startsWith(kept)
        ? { range: rangeInLine(line, at + 1, at + 2), newText: '' }
        : { range: rangeInLine(line, at, at + 2), newText: kept },
    ],
    preferred,
  });
  if (marks === ',.') return [keep('.', false), keep(',', false)];
  // Two dots inside a sentence or at the end of a teaser stand for three.
  if (marks === '..') {
    const endsSentence = /^\s+["“‘«(]?\p{Lu}/u.test(text.slice(at + 2, at + 8));
    return endsSentence ? [keep('.', true)] : [keep('.', false), keep('…', false)];
  }
  if (marks === '。。') return [keep('。', false), keep('……', false)];
  return [keep(marks.charAt(0), true)];
}
