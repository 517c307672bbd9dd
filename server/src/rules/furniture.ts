import * as l10n from '@vscode/l10n';
import type { Page, Section } from '../core/model/page';
import { type FurnitureRole, isContent, isRelated } from '../core/model/role';
import type { Finding, Rule } from './rule';

export const furniture: Rule = {
  code: 'furniture',
  title: 'Site furniture',
  rationale:
    'A dump holds more than its article: the day of the crawl, menus, advertisements, share links, cards of other articles. ' +
    'None of it belongs into a quotation, a word count or a corpus. Copydesk fades it in the editor, so that the article stands out, and never removes it by itself.',
  severity: 'hint',
  examples: {
    wrong: [
      {
        text: [
          'March 03, 2024',
          'KCNA Example News (EN)',
          '',
          'Harbour Town Opens a New Library',
          '',
          'Date: 02/03/2024 | Source: Example News (EN) | Read original version at source',
          '',
          'The new library of the harbour town opened on Saturday with a concert of the school orchestra.',
          '',
          'Some three hundred people came to see the reading rooms and the collection of sea charts.',
          '',
          'More From Example News (EN)',
          '',
          'Ferry Timetable Changes',
          '',
          'Ferry Timetable Changes',
          '',
          'The ferries to the islands will leave ten minutes earlier from the first of April, as the harbour office made',
          '',
          'March 01, 2024',
          '',
          'The ferries to the islands will leave ten minutes earlier from the first of April, as the harbour office made',
        ].join('\n'),
      },
    ],
    right: [{ text: 'Some three hundred people came to see the reading rooms.' }],
  },
  check,
};

function* check(page: Page): Generator<Finding> {
  // Where all is furniture nothing stands out, and fading the whole page would say nothing.
  if (!page.roles.some((role) => role !== '' && isContent(role))) return;
  const cards = cardStarts(page.sections);
  let run: Run | null = null;
  for (const [line, role] of page.roles.entries()) {
    if (role === '') continue;
    if (isContent(role)) {
      if (run) yield report(page, run);
      run = null;
      continue;
    }
    run ??= { start: line, end: line, kinds: new Set(), cards: 0 };
    run.end = line;
    run.kinds.add(isRelated(role) ? 'related' : role);
    if (isRelated(role) && cards.has(line)) run.cards++;
  }
  if (run) yield report(page, run);
}

/** Furniture lines without content between them. */
interface Run {
  readonly start: number;
  end: number;
  readonly kinds: Set<FurnitureRole | 'related'>;
  cards: number;
}

function report(page: Page, run: Run): Finding {
  const names = [...run.kinds].map((kind) => nameOf(kind, run.cards));
  return {
    code: furniture.code,
    range: {
      start: { line: run.start, character: 0 },
      end: { line: run.end, character: page.lines[run.end]?.length ?? 0 },
    },
    message: l10n.t('Site furniture: {0}', names.join(', ')),
    fixes: [],
    unnecessary: true,
  };
}

/** What people call a kind of furniture. */
function nameOf(kind: FurnitureRole | 'related', cards: number): string {
  switch (kind) {
    case 'capture-date':
      return l10n.t('capture date');
    case 'outlet':
      return l10n.t('outlet');
    case 'navigation':
      return l10n.t('navigation');
    case 'promo':
      return l10n.t('promotion');
    case 'share':
      return l10n.t('share links');
    case 'legal':
      return l10n.t('legal notice');
    case 'comments':
      return l10n.t('comments');
    case 'boilerplate':
      return l10n.t('boilerplate');
    default:
      if (cards === 0) return l10n.t('related articles');
      return cards === 1
        ? l10n.t('related articles (1 card)')
        : l10n.t('related articles ({0} cards)', cards);
  }
}

function cardStarts(sections: readonly Section[], starts = new Set<number>()): ReadonlySet<number> {
  for (const section of sections) {
    if (section.kind === 'card') starts.add(section.startLine);
    cardStarts(section.children, starts);
  }
  return starts;
}
