import * as l10n from '@vscode/l10n';
import { EVIDENCE_SOURCES } from './evidence';
import { judgeLines } from './evidence/learnt';
import { viewPage } from './evidence/view';
import type { Page } from './model/page';
import { ROLES } from './model/role';
import { roleWords } from './model/roleWords';
import { translated } from './text/display';
import { chainOf, STATES, state, weightsOf } from './weights';

/** One reason for a line's role. */
export interface Reason {
  /** For people: `it is short`. */
  readonly text: string;
  /** How much it speaks for (or, negative, against) the role: natural logarithm of odds. */
  readonly weight: number;
}

/** What evidence says of each non-blank line for its own role, by line number. Made when a line is first asked for. */
const reasonsOf = new WeakMap<Page, ReadonlyMap<number, readonly Reason[]>>();

/**
 * Why a line of the page has its role: reasons for and against, the strongest first. Empty for blank lines. The evidence
 * is looked at again, once a page, so that recognition need not keep the reasons of every line.
 */
export function explain(page: Page, line: number): readonly Reason[] {
  let reasons = reasonsOf.get(page);
  if (!reasons) {
    reasons = explainPage(page);
    reasonsOf.set(page, reasons);
  }
  return reasons.get(line) ?? [];
}

function explainPage(page: Page): ReadonlyMap<number, readonly Reason[]> {
  const view = viewPage(page.lines, page.profile ? [page.profile] : [], judgeLines, page.corrections);
  const { logs } = chainOf(view);
  const { cues } = weightsOf(view);
  const columns = view.lines.map(({ line }) => state(page.roles[line] || 'boilerplate'));
  const reasons: Reason[][] = columns.map((column, index) => {
    const previous = columns[index - 1];
    if (previous === undefined) return [];
    const weight = logs[previous * STATES + column] ?? 0;
    const role = ROLES[previous];
    return [{ text: l10n.t('it follows a line of the role {0}', role ? roleWords(role).name : ''), weight }];
  });
  for (const source of EVIDENCE_SOURCES) {
    source.observe(view, (index, cue, strength = 1, detail) => {
      const weight = strength * (cues.get(cue)?.[columns[index] ?? 0] ?? 0);
      if (weight === 0) return;
      const reason = translated(source.cues[cue] ?? cue);
      reasons[index]?.push({ text: detail ? `${reason}: ${detail}` : reason, weight });
    });
  }
  return new Map(
    view.lines.map(({ line }, index) => [
      line,
      (reasons[index] ?? []).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    ]),
  );
}
