import * as l10n from '@vscode/l10n';
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { isoOf } from '../core/dates/calendar';
import type { Article, Dump, PlacedPage, Section } from '../core/model/page';
import { type Range, shiftRange } from '../core/model/range';
import { shownNumber } from '../core/text/display';
import { COMMANDS } from '../protocol';
import type { PlacedFinding } from '../rules/diagnose';
import { filledLines, linesRange, normalized, shortened, trimmedRange } from './places';
import { daySpan } from './words';

/** Pages of a file that have lenses. More would only slow the editor: nobody reads them all. */
export const MAX_LENS_PAGES = 500;

/** UTF-16 units of a source's name. */
const NAME_LENGTH = 60;

export interface CodeLensOptions {
  readonly uri: string;
  /** Whether the client has the commands that lenses name; without them they only tell. */
  readonly hasCommands: boolean;
}

/** Above each headline what the article is and what there is to fix, above each related block how many items it has. */
export function codeLenses(
  { pages }: Dump,
  findings: readonly PlacedFinding[],
  options: CodeLensOptions,
): CodeLens[] {
  const shown = pages.slice(0, MAX_LENS_PAGES);
  let next = 0;
  return shown.flatMap((placed) => {
    const end = placed.startLine + placed.page.lines.length;
    const own: PlacedFinding[] = [];
    for (
      let finding = findings[next];
      finding && finding.range.start.line < end;
      finding = findings[++next]
    ) {
      if (!finding.unnecessary) own.push(finding);
    }
    return pageLenses(placed, own, options);
  });
}

function pageLenses(
  placed: PlacedPage,
  findings: readonly PlacedFinding[],
  options: CodeLensOptions,
): CodeLens[] {
  const { page, startLine } = placed;
  const { article } = page;
  const filled = filledLines(page);
  if (!article || !filled) return [];
  const range = shiftRange(article.headline?.range ?? trimmedRange(page, filled.startLine), startLine);
  const lenses: CodeLens[] = [
    { range, command: told(articleWords(article, findings), findings[0]?.range, options) },
  ];
  if (options.hasCommands && findings.some(({ fixes }) => fixes.some(({ preferred }) => preferred))) {
    lenses.push({
      range,
      command: { title: l10n.t('Fix all'), command: COMMANDS.fixAll, arguments: [options.uri] },
    });
  }
  for (const section of relatedSections(page.sections)) {
    lenses.push({
      range: shiftRange(linesRange(page, section.startLine, section.startLine), startLine),
      command: told(relatedWords(article, section), undefined, options),
    });
  }
  return lenses;
}

/** A text that leads to a place, where there is one and the client can go there. */
function told(title: string, place: Range | undefined, { uri, hasCommands }: CodeLensOptions): Command {
  // A lens without a command is shown as text.
  return hasCommands && place
    ? { title, command: COMMANDS.showLine, arguments: [uri, place.start.line] }
    : { title, command: '' };
}

/** `2024-12-31 · Harbour News · 3 findings`. */
function articleWords({ published, source, outlet }: Article, findings: readonly PlacedFinding[]): string {
  const from = (source ?? outlet)?.value ?? '';
  return [
    published ? isoOf(published.value) : l10n.t('no date of its own'),
    ...(from === '' ? [] : [shortened(normalized(from), NAME_LENGTH)]),
    findingsCounted(findings.length),
  ].join(' · ');
}

/** `13 related articles · 2025-02-01 to 2025-02-03`. */
function relatedWords({ related }: Article, section: Section): string {
  const span = daySpan(
    related.flatMap(({ published }) =>
      published && isWithin(published.range, section) ? [published.value] : [],
    ),
  );
  const count = section.children.length;
  const articles =
    count === 1 ? l10n.t('1 related article') : l10n.t('{0} related articles', shownNumber(count));
  return span === null ? articles : `${articles} · ${span}`;
}

function findingsCounted(count: number): string {
  if (count === 0) return l10n.t('no findings');
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', shownNumber(count));
}

function isWithin({ start }: Range, { startLine, endLine }: Section): boolean {
  return startLine <= start.line && start.line <= endLine;
}

function relatedSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) =>
    section.kind === 'related' ? [section] : relatedSections(section.children),
  );
}
