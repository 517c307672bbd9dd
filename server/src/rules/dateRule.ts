import * as l10n from '@vscode/l10n';
import type { DateMention, DateProblem, DateProblemCode, DateRepair } from '../core/model/date';
import type { Page } from '../core/model/page';
import { type Range, rangeInLine } from '../core/model/range';
import { lineEndOf } from './prose';
import type { Finding, Fix, Rule, Severity } from './rule';

/** What one date rule has of its own: all dates are judged in the core. */
export interface DateRuleParts {
  readonly code: DateProblemCode;
  readonly title: string;
  readonly rationale: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** Which of its dates are reported with less emphasis. */
  readonly milder?: NonNullable<Rule['milder']> & { readonly isFor: (date: DateMention) => boolean };
  readonly examples: Rule['examples'];
  /** The message, from the problem's values. */
  message(values: Readonly<Record<string, string>>): string;
  /** What the other date is to this one, where two disagree. */
  other?(): string;
}

/** The rule that reports the problems of one code. */
export function dateRule({
  code,
  title,
  rationale,
  severity,
  milder,
  examples,
  message,
  other,
}: DateRuleParts): Rule {
  return {
    code,
    title,
    rationale,
    severity,
    ...(milder && { milder }),
    examples,
    *check(page) {
      for (const date of page.dates) {
        for (const problem of date.problems) {
          if (problem.code !== code) continue;
          const found = finding(page, date, problem, message(problem.values), other?.());
          yield milder?.isFor(date) ? { ...found, severity: milder.severity } : found;
        }
      }
    },
  };
}

function finding(
  page: Page,
  date: DateMention,
  problem: DateProblem,
  message: string,
  other: string | undefined,
): Finding {
  return {
    code: problem.code,
    range: problem.range ?? (isOfTime(problem) ? date.range : (date.dayRange ?? date.range)),
    message,
    fixes: problem.repairs.map((repair) => fix(page, date, repair)),
    ...(problem.other && other !== undefined ? { related: [{ range: problem.other, message: other }] } : {}),
  };
}

/** Whether a problem is about the time beside a date, or what runs into it. */
function isOfTime({ code }: DateProblem): boolean {
  return code === 'date-timestamp' || code === 'date-glued';
}

function fix(page: Page, date: DateMention, { newText, preferred, label }: DateRepair): Fix {
  const text = newText.includes('\n') ? newText.replace('\n', lineEndOf(page)) : newText;
  return { title: titleOf(date.text, newText, label), edits: [smallestEdit(date, text)], preferred };
}

function titleOf(text: string, newText: string, label: string | undefined): string {
  if (newText.includes('\n')) return l10n.t('Insert a line break');
  if (newText.trim() === text && newText !== text) return l10n.t('Insert a space');
  const right = newText.trim();
  return label === undefined || right.includes(label)
    ? l10n.t('Change to "{0}"', right)
    : l10n.t('Change to "{0}" ({1})', right, label);
}

/** The replacement of a date's text, without what stays the same at both its ends. */
function smallestEdit(
  date: DateMention,
  newText: string,
): { readonly range: Range; readonly newText: string } {
  const { text, range } = date;
  const most = Math.min(text.length, newText.length);
  let head = 0;
  while (head < most && text.charAt(head) === newText.charAt(head)) head++;
  let tail = 0;
  while (tail < most - head && text.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  const start = range.start.character + head;
  return {
    range: rangeInLine(range.start.line, start, range.end.character - tail),
    newText: newText.slice(head, newText.length - tail),
  };
}
