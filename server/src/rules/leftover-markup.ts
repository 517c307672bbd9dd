import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isContent } from '../core/model/role';
import { Sign } from '../core/text/signs';
import { andMore } from './andMore';
import { contentLines } from './contentLines';
import { grouped } from './grouped';
import { marksIn } from './markup/marks';
import type { Remnant } from './markup/remnant';
import { scriptIn } from './markup/scripts';
import { tagsIn } from './markup/tags';
import type { Finding, Rule } from './rule';

export const leftoverMarkup: Rule = {
  code: 'leftover-markup',
  title: 'Markup left in the text',
  rationale:
    'Tags (`<br>`, `<span class="x">`), marks of Markdown (`**`, `##`), codes of content management systems (`[caption …]`), lines of scripts and the bars of tables (`|`) are what the page was made with, not what it says. ' +
    'They are counted as words and break sentences. Pages that are about markup are left alone. Where the text would lose something that may be wanted, such as a link’s address, the fix is a suggestion.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The ferry<br>sails <span class="time">at ten</span> from <b>pier two</b>.',
        fixed: 'The ferry sails at ten from pier two.',
      },
      {
        text: 'The prize went to **Anna Holm**, who thanked the choir. |',
        fixed: 'The prize went to Anna Holm, who thanked the choir.',
      },
      {
        text: '[caption id="attachment_12" align="left"]The old mill after the repairs of last summer.[/caption]',
        fixed: 'The old mill after the repairs of last summer.',
      },
      { text: 'The mayor {{ mayor.name }} opened the hall, see [the pictures](https://example.org/hall).' },
    ],
    right: [
      {
        text: 'Prices rose: 3 < 5 and a <b> c, says <john@example.org>, rated **** by f**k-it lists; C** grade.',
      },
      { text: 'Home | News | Sport | Weather' },
      { text: 'He scored [sic] twice [video] and said: “I <3 you” #winning # 1.' },
      { text: 'In HTML the tag <br> breaks a line, and <span class="x"> marks words.' },
    ],
  },
  check: (page) => grouped([...check(page)].sort((a, b) => a.range.start.line - b.range.start.line)),
};

/** Pages that speak of markup show it on purpose. */
const ABOUT_MARKUP =
  /\b(?:x?html5?|css|javascript|jquery|php|xml|jsx|svg|markdown|wordpress|shortcodes?|google ads?|analytics)\b/i;

function* check(page: Page): Generator<Finding> {
  for (const line of linesOfBars(page)) {
    const { length } = page.lines[line] ?? '';
    yield* report(line, [
      { start: 0, end: length, name: l10n.t('bar of a table'), newText: '', isSure: true },
    ]);
  }
  const lines = contentLines(page);
  const found = lines.flatMap(({ line, text, signs }) => {
    const remnants = [...scriptIn(text), ...(signs & Sign.Markup ? remnantsIn(text) : [])];
    return remnants.length > 0 ? [{ line, remnants }] : [];
  });
  if (found.length === 0 || lines.some(({ text }) => ABOUT_MARKUP.test(text))) return;
  for (const { line, remnants } of found) yield* report(line, apart(remnants));
}

function remnantsIn(text: string): readonly Remnant[] {
  return [...tagsIn(text), ...marksIn(text), ...barsAtEnds(text)];
}

/** Lines of nothing but bars with an article's text above or below: a table was flattened. */
function linesOfBars(page: Page): readonly number[] {
  if (!page.lines.some((text) => text.includes('|'))) return [];
  const solid = page.roles.flatMap((role, line) => (role === '' ? [] : line));
  const isBars = (index: number): boolean => /^\s*\|[\s|]*$/.test(page.lines[solid[index] ?? -1] ?? '');
  const isText = (index: number): boolean => {
    const role = page.roles[solid[index] ?? -1];
    return role !== undefined && role !== '' && isContent(role);
  };
  const tables: (readonly number[])[] = [];
  // Run by run: thousands of bars have the same text above and below.
  for (let from = 0; from < solid.length; from++) {
    let end = from;
    while (end < solid.length && isBars(end)) end++;
    if (end === from) continue;
    if (isText(from - 1) || isText(end)) tables.push(solid.slice(from, end));
    from = end;
  }
  return tables.flat();
}

/** ` |` at the end of a line, or `| ` at its begin, where no other bar makes it a row or a menu. */
function barsAtEnds(text: string): readonly Remnant[] {
  const at = text.indexOf('|');
  if (at < 0 || at !== text.lastIndexOf('|') || text.trim() === '|') return [];
  const name = l10n.t('bar of a table');
  if (text.slice(at + 1).trim() === '' && /\s/.test(text.charAt(at - 1))) {
    return [{ start: text.slice(0, at).trimEnd().length, end: text.length, name, newText: '', isSure: true }];
  }
  if (text.slice(0, at).trim() === '' && /\s/.test(text.charAt(at + 1))) {
    const end = text.length - text.slice(at + 1).trimStart().length;
    return [{ start: 0, end, name, newText: '', isSure: true }];
  }
  return [];
}

/** Remnants in order, without those that overlap one before them. */
function apart(remnants: readonly Remnant[]): readonly Remnant[] {
  const kept: Remnant[] = [];
  for (const remnant of remnants.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (remnant.start >= (kept.at(-1)?.end ?? 0)) kept.push(remnant);
  }
  return kept;
}

function* report(line: number, remnants: readonly Remnant[]): Generator<Finding> {
  for (const isSure of [true, false]) {
    const group = remnants.filter((remnant) => remnant.isSure === isSure);
    const [first] = group;
    if (!first) continue;
    const name = first.name.length > 40 ? `${first.name.slice(0, 40)}…` : first.name;
    const what = andMore(name, group.length - 1);
    yield {
      code: leftoverMarkup.code,
      range: rangeInLine(line, first.start, group.at(-1)?.end ?? first.end),
      message: l10n.t('Markup left in the text: {0}', what),
      fixes: [
        {
          title: isSure
            ? l10n.t('Delete the {0}', what)
            : l10n.t('Delete the {0}, if nothing of it is wanted', what),
          edits: group.map(({ start, end, newText }) => ({ range: rangeInLine(line, start, end), newText })),
          preferred: isSure,
        },
      ],
    };
  }
}
