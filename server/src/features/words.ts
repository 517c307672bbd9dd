import * as l10n from '@vscode/l10n';
import { isoOf } from '../core/dates/calendar';
import type { CalendarDate } from '../core/model/date';
import type { SectionKind } from '../core/model/page';
import { shownNumber, translated } from '../core/text/display';
import { ruleOf } from '../rules/registry';

/** Names of sections for people. */
export const SECTION_NAMES: Readonly<Record<SectionKind, string>> = {
  masthead: 'Masthead',
  headline: 'Headline',
  metadata: 'Metadata',
  body: 'Body',
  passage: 'Passage',
  related: 'Related articles',
  card: 'Card',
  furniture: 'Site furniture',
};

/** A section's name in the person's language. */
export function sectionName(kind: SectionKind): string {
  return translated(SECTION_NAMES[kind]);
}

/** A rule's title in the person's language. */
export function ruleTitle(code: string): string {
  const title = ruleOf(code)?.title;
  return title === undefined ? code : translated(title);
}

/** Days from the first to the last of some: `2025-02-01 to 2025-02-03`; null where there are none. */
export function daySpan(days: readonly CalendarDate[]): string | null {
  const all = days.map(isoOf).sort();
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? first : l10n.t('{0} to {1}', first, last);
}

/** `1 word`, `2 words`. */
export function wordsCounted(count: number): string {
  return count === 1 ? l10n.t('1 word') : l10n.t('{0} words', shownNumber(count));
}

/** `1 card`, `2 cards`. */
export function cardsCounted(count: number): string {
  return count === 1 ? l10n.t('1 card') : l10n.t('{0} cards', shownNumber(count));
}
