import type { Page, Section } from '../core/model/page';
import { isContent, isRelated, type Role } from '../core/model/role';
import type { Finding, Rule } from './rule';

/** What people call the furniture roles. */
const NAMES: Partial<Record<Role, string>> = {
  'capture-date': 'capture date',
  outlet: 'outlet',
  navigation: 'navigation',
  promo: 'promotion',
  share: 'share links',
  legal: 'legal notice',
  comments: 'comments',
  'related-heading': 'related articles',
  'related-title': 'related articles',
  'related-teaser': 'related articles',
  'related-date': 'related articles',
  boilerplate: 'boilerplate',
};

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
    run ??= { start: line, end: line, names: new Set(), cards: 0 };
    run.end = line;
    run.names.add(NAMES[role] ?? role);
    if (isRelated(role) && cards.has(line)) run.cards++;
  }
  if (run) yield report(page, run);
}

/** Furniture lines without content between them. */
interface Run {
  readonly start: number;
  end: number;
  readonly names: Set<string>;
  cards: number;
}

function report(page: Page, run: Run): Finding {
  const names = [...run.names].map((name) =>
    name === 'related articles' && run.cards > 0 ? `${name} (${count(run.cards, 'card')})` : name,
  );
  return {
    code: furniture.code,
    range: {
      start: { line: run.start, character: 0 },
      end: { line: run.end, character: page.lines[run.end]?.length ?? 0 },
    },
    message: `Site furniture: ${names.join(', ')}`,
    fixes: [],
    unnecessary: true,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function cardStarts(sections: readonly Section[], starts = new Set<number>()): ReadonlySet<number> {
  for (const section of sections) {
    if (section.kind === 'card') starts.add(section.startLine);
    cardStarts(section.children, starts);
  }
  return starts;
}
