import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import type { Range } from '../core/model/range';
import { isBody } from '../core/model/role';
import { isBlank } from '../core/text/lines';
import { columnsOf } from './hardWrap';
import { isCode, nextLine, previousLine } from './prose';
import type { Finding, Rule, TextEdit } from './rule';

export const duplicateParagraph: Rule = {
  code: 'duplicate-paragraph',
  title: 'Paragraph that stands in the article twice',
  rationale:
    'Sites keep a second, hidden copy of captions and texts for narrow screens, and dumps hold both. Repeats count words twice and make passages look more frequent than they are. ' +
    'Reported are lines of at least 40 characters that repeat the line above, and long sentences that stand in the article’s text a second time; paragraphs that are repeated one after the other are one finding. Cards of other articles, credits, questions of a table of contents and notes that stand under each item of a list repeat by design and are left alone. ' +
    '“Fix all” deletes a repeat that stands right below its original; one further down may be meant, as a refrain is, and is deleted on request.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the library.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the library.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
        ].join('\n'),
        fixed: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the library.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
        ].join('\n'),
      },
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came. The sea charts of the old office are on show until the summer.',
          '',
          'Some three hundred people came to see the reading rooms of the library.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years.',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came. The sea charts of the old office are on show until the summer.',
          '',
          'The mayor of the town read from the letters that captains sent home from their journeys around the world.',
        ].join('\n'),
      },
    ],
    right: [{ text: 'It rained. It rained. It rained.' }],
  },
  check,
};

/** Shorter lines repeat by chance: headings, names, refrains. */
const SHORTEST = 40;
/** And where something stands between the two, so do cells of tables and notes; captions do not, nor paragraphs among paragraphs. */
const SHORTEST_APART = 160;
const SHORTEST_CAPTION_APART = 100;
const SHORTEST_AMONG_PARAGRAPHS = 80;

/** A sentence that is no question: those stand in tables of contents, too. */
const SENTENCE = /[.!…。！।][”’"'»)\]」』]*$/u;

/** A line of a list that says of each item the same: `Included Services: …`. */
const LABELLED = /^[^.!?:：]{1,40}[:：]\s/;

/** A run of lines that repeats another one. */
interface Repeat {
  readonly lines: number[];
  readonly originals: number[];
}

function* check(page: Page): Generator<Finding> {
  for (const repeat of repeatsOf(page)) yield report(page, repeat);
}

function repeatsOf(page: Page): readonly Repeat[] {
  const counts = countsOf(page);
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (const [line, role] of page.roles.entries()) {
    const text = textOf(page, line);
    const count = counts.get(text) ?? 0;
    if (!isBody(role) || count < 2) continue;
    const original = firsts.get(text);
    const previous = lasts.get(text) ?? -1;
    lasts.set(text, line);
    if (original === undefined) {
      firsts.set(text, line);
      continue;
    }
    const isBelow = nextLine(page, previous) === line;
    // What stands in three places is a note or a refrain.
    if (
      !isBelow &&
      (count > 2 || columnsOf(text) < shortestApart(page, line, original) || !SENTENCE.test(text))
    )
      continue;
    const last = repeats.at(-1);
    const goesOn =
      last &&
      nextLine(page, last.lines.at(-1) ?? -1) === line &&
      nextLine(page, last.originals.at(-1) ?? -1) === original;
    if (goesOn) {
      last.lines.push(line);
      last.originals.push(original);
    } else repeats.push({ lines: [line], originals: [isBelow ? previous : original] });
  }
  return repeats;
}

function shortestApart(page: Page, line: number, original: number): number {
  if (page.roles[line] === 'caption') return SHORTEST_CAPTION_APART;
  return !LABELLED.test(textOf(page, line)) &&
    isAmongParagraphs(page, line) &&
    isAmongParagraphs(page, original)
    ? SHORTEST_AMONG_PARAGRAPHS
    : SHORTEST_APART;
}

/** Whether the lines above and below are sentences of the text, or the article begins or ends there. */
function isAmongParagraphs(page: Page, line: number): boolean {
  return [previousLine(page, line), nextLine(page, line)].every((each) => {
    const role = page.roles[each] ?? '';
    if (!isBody(role)) return true;
    return role === 'paragraph' && SENTENCE.test(textOf(page, each));
  });
}

/** How often each text that is long enough stands in the article. */
function countsOf(page: Page): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [line, role] of page.roles.entries()) {
    const text = textOf(page, line);
    if (!isBody(role) || text.length < SHORTEST || isCode(page, line) || !/\p{L}/u.test(text)) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function textOf(page: Page, line: number): string {
  return (page.lines[line] ?? '').trim();
}

function report(page: Page, { lines, originals }: Repeat): Finding {
  const [start = 0] = lines;
  const [original = 0] = originals;
  const end = lines.at(-1) ?? start;
  const isBelow = nextLine(page, originals.at(-1) ?? -1) === start;
  const title =
    lines.length === 1
      ? l10n.t('Delete the repeated paragraph')
      : l10n.t('Delete the repeated {0} paragraphs', lines.length);
  return {
    code: duplicateParagraph.code,
    range: linesRange(page, start, end),
    message:
      lines.length === 1
        ? l10n.t('This paragraph stands further up already')
        : l10n.t('These {0} paragraphs stand further up already', lines.length),
    fixes: [{ title, edits: [deletion(page, start, end)], preferred: isBelow }],
    related: [
      {
        range: linesRange(page, original, originals.at(-1) ?? original),
        message: l10n.t('It stands here first'),
      },
    ],
  };
}

function linesRange(page: Page, start: number, end: number): Range {
  return {
    start: { line: start, character: 0 },
    end: { line: end, character: page.lines[end]?.length ?? 0 },
  };
}

/** Deletes lines together with what parts them from the line above. */
function deletion(page: Page, start: number, end: number): TextEdit {
  let above = start - 1;
  while (above > 0 && isBlank(page.lines[above] ?? '')) above--;
  return {
    range: {
      start: { line: above, character: page.lines[above]?.length ?? 0 },
      end: { line: end, character: page.lines[end]?.length ?? 0 },
    },
    newText: '',
  };
}
