import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { Sign, signsOf } from '../core/text/signs';
import { characterAt } from './contentLines';
import { columnsOf } from './hardWrap';
import { misreadLines } from './misreadLines';
import { isCode, isProse, languageOf } from './prose';
import type { Finding, Rule } from './rule';

export const unbalancedQuote: Rule = {
  code: 'unbalanced-quote',
  title: 'Quotation mark without its other half',
  rationale:
    'Where half of a pair is missing it cannot be told what is quoted, and by whom. ' +
    'Paragraphs of one quotation that open it anew and close it once are right, and so are quotations that run over several paragraphs or, where text is broken at one width, lines. ' +
    'Single quotation marks are apostrophes as often as not, and are left alone; so are marks of inches and seconds. Holds for `“ ”`, `« »`, `„ “`, `「 」`, `『 』`, `《 》` and the straight `"`, each in the languages that pair them so. Only a person can tell where the other half belongs.',
  severity: 'information',
  examples: {
    wrong: [
      { text: 'The mayor said: “We are glad to see so many people here, and we thank the choir.' },
      {
        text: 'We are glad to see so many people here, and we thank the choir,” said the mayor of the town.',
      },
      { text: 'The mayor said: "We are glad to see so many people here, and we thank the choir.' },
    ],
    right: [
      {
        text: '“We are glad,” said the mayor, “to see you.” A screen of 27" and a rope of 5\' 10" were for sale.',
      },
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The mayor said: “We are glad to see so many people here, and we thank the choir of the town.',
          '',
          '“The reading room stays open until the evening, for the first time in many years, and it is free.”',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many came.',
        ].join('\n'),
      },
    ],
  },
  check,
};

/** A pair of marks that differ. */
interface Pair {
  readonly open: string;
  readonly close: string;
}

/** Pairs of East Asian languages, which no other language uses. */
const EAST_ASIAN: readonly Pair[] = [
  { open: '「', close: '」' },
  { open: '『', close: '』' },
  { open: '《', close: '》' },
];
const ENGLISH: readonly Pair[] = [{ open: '“', close: '”' }];
const GUILLEMETS: readonly Pair[] = [{ open: '«', close: '»' }];

/** How languages pair marks. Where one sign both opens and closes, or two ways are in use, nothing can be told. */
const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  en: ENGLISH,
  de: [{ open: '„', close: '“' }],
  fr: GUILLEMETS,
  es: [...GUILLEMETS, ...ENGLISH],
  pt: [...GUILLEMETS, ...ENGLISH],
  it: [...GUILLEMETS, ...ENGLISH],
  ru: GUILLEMETS,
  uk: GUILLEMETS,
  ar: GUILLEMETS,
  pl: [{ open: '„', close: '”' }],
  cs: [{ open: '„', close: '“' }],
  tr: ENGLISH,
  id: ENGLISH,
  vi: ENGLISH,
  hi: ENGLISH,
  ko: [...ENGLISH, ...EAST_ASIAN],
  zh: [...ENGLISH, ...EAST_ASIAN],
  ja: EAST_ASIAN,
};

/** Shorter lines, in columns, are headings and slogans. */
const SHORTEST = 40;
/** Marks of a page that may be turned by a slip: more are its way of writing. */
const MOST_TURNED = 1;
/** Paragraphs that one quotation may run over, where what stands between leaves doubts. */
const NEIGHBOURS = 8;
/** Lines that it may run over where its other half is found: hard-wrapped ones, and the items of a list. */
const FARTHEST = 40;

/** A mark whose other half is missing in its line. */
interface Lone {
  readonly line: number;
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
}

function* check(page: Page): Generator<Finding> {
  const pairs = PAIRS[languageOf(page) ?? ''] ?? [];
  const lines = page.roles.flatMap((role, line) => (role === '' ? [] : [line]));
  const misread = misreadLines(page);
  const opensSo = openedByClosing(page);
  const lone = lines.map((line) =>
    misread.has(line) ? 'many' : loneMark(page.lines[line] ?? '', line, pairs),
  );
  for (const [index, line] of lines.entries()) {
    const found = lone[index];
    const text = page.lines[line] ?? '';
    if (!found || found === 'many' || columnsOf(text) < SHORTEST || page.roles[line] !== 'paragraph')
      continue;
    if (isCode(page, line) || isExplained(page, lines, lone, index)) continue;
    if (opensSo && found.mark === '”' && opensAt(text, found.at)) continue;
    yield {
      code: unbalancedQuote.code,
      range: rangeInLine(line, found.at, found.at + found.mark.length),
      message: found.opens
        ? l10n.t('“{0}” is not closed', found.mark)
        : l10n.t('“{0}” closes nothing', found.mark),
      fixes: [],
    };
  }
}

/** The one mark of a line without its other half; null where all have theirs, `many` where nothing can be told. */
function loneMark(text: string, line: number, pairs: readonly Pair[]): Lone | 'many' | null {
  if (!(signsOf(text) & Sign.Quote)) return null;
  // Dashes and apostrophes read in a wrong encoding hold quotation marks.
  if (text.includes('â€')) return 'many';
  const straight = loneStraight(text, line);
  const lone = pairs.map((pair) => lonePaired(text, line, pair));
  if (straight === 'many' || lone.includes(INCHES)) return 'many';
  const all = [...lone.flat(), ...(straight ? [straight] : [])];
  if (all.length > 1) return 'many';
  // A second kind of marks in the line may be the other half: `“ … "`, `„ … "`.
  const [only = null] = all;
  if (only && foreignMarks(text, only, pairs)) return 'many';
  return only;
}

/** Whether a line has marks of another kind, too, which may pair with the lone one. */
function foreignMarks(text: string, { mark }: Lone, pairs: readonly Pair[]): boolean {
  const own = mark === '"' ? [] : pairs.filter(({ open, close }) => open === mark || close === mark);
  const known = new Set(own.flatMap(({ open, close }) => [open, close]));
  return [...text].some((each) => /["“”„‟«»″]/.test(each) && each !== mark && !known.has(each));
}

/** Stands for a line in which a mark may mean inches. */
const INCHES: readonly Lone[] = [];

function lonePaired(text: string, line: number, { open, close }: Pair): readonly Lone[] {
  const lone: Lone[] = [];
  const opened: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === open) opened.push(at);
    else if (mark === '”' && close === '”' && opensAt(text, at)) {
      lone.push({ line, at, mark, opens: false });
      opened.push(at);
    } else if (mark === close && opened.pop() === undefined) {
      // `60” wide`: inches.
      if (/[0-9]/.test(text.charAt(at - 1))) return INCHES;
      lone.push({ line, at, mark, opens: false });
    }
  }
  for (const at of opened) if (text.charAt(at) === open) lone.push({ line, at, mark: open, opens: true });
  return lone;
}

/** Whether a page opens quotations with the mark that closes them, as Swedish and Finnish do, whatever its language seems to be. */
function openedByClosing(page: Page): boolean {
  let opening = 0;
  let closing = 0;
  for (const text of page.lines) {
    if (!(signsOf(text) & Sign.Quote)) continue;
    opening += text.split('“').length - 1;
    for (let at = text.indexOf('”'); at >= 0; at = text.indexOf('”', at + 1))
      if (opensAt(text, at)) closing++;
  }
  return closing > MOST_TURNED && closing > opening;
}

/** Whether a mark stands where one opens: before a word, behind a space. */
function opensAt(text: string, at: number): boolean {
  return /^[\s(]?$/.test(text.charAt(at - 1)) && /^[\p{L}\p{N}]$/u.test(characterAt(text, at + 1));
}

/** The last straight mark of an odd number of them; `many` where one may stand for inches or seconds. */
function loneStraight(text: string, line: number): Lone | 'many' | null {
  let count = 0;
  let last = -1;
  let first = -1;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    // The mark itself is meant, `(")`, or it is set apart on both sides.
    if (/^[\s([]$/.test(text.charAt(at - 1)) && /^[\s)\],،]$/.test(text.charAt(at + 1))) return 'many';
    if (/[0-9]/.test(text.charAt(at - 1))) return 'many';
    if (first < 0) first = at;
    last = at;
    count++;
  }
  if (count % 2 === 0) return null;
  const at = count === 1 ? first : last;
  const opens = /^[^\s.,!?…"]/.test(text.charAt(at + 1)) && /^[\s(]?$/.test(text.charAt(at - 1));
  const closes = /^[^\s("]$/.test(text.charAt(at - 1)) && /^[\s.,;:!?)…]?$/.test(text.charAt(at + 1));
  if (opens === closes) return 'many';
  return { line, at, mark: '"', opens };
}

/** Whether two lone marks are halves of one pair. */
function closes(one: Lone, other: Lone): boolean {
  const pairs = [{ open: '"', close: '"' }, ...Object.values(PAIRS).flat()];
  const [opening, closing] = one.opens ? [one.mark, other.mark] : [other.mark, one.mark];
  return pairs.some(({ open, close }) => open === opening && close === closing);
}

/** Whether the paragraphs around hold the other half, or open the quotation anew. */
function isExplained(
  page: Page,
  lines: readonly number[],
  lone: readonly (Lone | 'many' | null)[],
  index: number,
): boolean {
  const own = lone[index];
  if (!own || own === 'many') return true;
  const step = own.opens ? 1 : -1;
  for (let distance = 1; distance <= FARTHEST; distance++) {
    const at = index + distance * step;
    const line = lines[at];
    if (line === undefined) break;
    const other = lone[at];
    const isNear = distance <= NEIGHBOURS;
    if (other === 'many') {
      if (isNear) return true;
    } else if (other && other.opens !== own.opens) {
      if (isNear || closes(own, other)) return true;
    }
    if (
      distance === 1 &&
      own.opens &&
      isProse(page, line) &&
      /^\s*["“„«»‘'「『—–-]/.test(page.lines[line] ?? '')
    )
      return true;
  }
  // Text that is cut at its end leaves a quotation open.
  const isLast = !lines.slice(index + 1, index + 3).some((line) => isProse(page, line));
  return own.opens && isLast && !/[.!?…。！？।؟]["”»」』]?\s*$/.test(page.lines[own.line] ?? '');
}
