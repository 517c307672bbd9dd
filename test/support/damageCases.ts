import { readFileSync } from 'node:fs';
import type { Page } from '../../server/src/core/model/page';
import { applyEdits } from '../../server/src/rules/edits';
import type { DumpRule, Finding, Rule } from '../../server/src/rules/rule';
import { dumpOfPages, markedDump } from './markedDump';

/** A page and what a rule should say of it. Lives in `test/fixtures/damage/CODE.jsonl`, one a line. */
export interface DamageCase {
  readonly language: string | null;
  /** Lines of the form `role | text`, or one paragraph's text. */
  readonly text: string | readonly string[];
  /** The text of each finding's range, in order. Empty where what looks like damage is right. */
  readonly found: readonly string[];
  /** One paragraph's text after its preferred fixes, where there are any. */
  readonly fixed?: string;
  /** Why the rule fails here, where it is known to: such cases count against it. */
  readonly fails?: string;
}

/** What a rule said of a case. */
export interface CaseOutcome {
  readonly found: readonly string[];
  /** The text after the preferred fixes; null for pages of several lines. */
  readonly fixed: string | null;
}

/** How often a rule was right and wrong over its cases. */
export interface Score {
  readonly hits: number;
  readonly misses: number;
  readonly alarms: number;
}

/** The cases of a rule. */
export function damageCases(code: string): readonly DamageCase[] {
  const text = readFileSync(`test/fixtures/damage/${code}.jsonl`, 'utf8');
  return text.split('\n').flatMap((line): DamageCase[] => (line === '' ? [] : [JSON.parse(line)]));
}

/** Runs a rule on a case. */
export function outcomeOf(rule: Rule | DumpRule, { text, language }: DamageCase): CaseOutcome {
  const page = pageOf(text, language);
  const findings = findingsIn(page, rule);
  const edits = findings.flatMap(({ fixes }) => fixes.find((fix) => fix.preferred)?.edits ?? []);
  return {
    found: findings.map((finding) => textOf(page, finding)),
    fixed: typeof text === 'string' ? applyEdits(page.lines.join('\n'), edits) : null,
  };
}

/** What a rule reports of a page, which is the whole file for a rule that looks at files. */
export function findingsIn(page: Page, rule: Rule | DumpRule): readonly Finding[] {
  return [...('check' in rule ? rule.check(page) : rule.checkDump(dumpOfPages([page])))];
}

/** Counts a case's findings by their texts. */
export function scoreOf(expected: readonly string[], found: readonly string[]): Score {
  const left = [...expected];
  let alarms = 0;
  for (const each of found) {
    const at = left.indexOf(each);
    if (at < 0) alarms++;
    else left.splice(at, 1);
  }
  return { hits: expected.length - left.length, misses: left.length, alarms };
}

function pageOf(text: string | readonly string[], language: string | null): Page {
  const lines = typeof text === 'string' ? [`paragraph | ${text}`] : text;
  const [placed] = markedDump(lines.join('\n')).dump.pages;
  if (!placed) throw new Error('The case has no page.');
  return { ...placed.page, language };
}

function textOf({ lines }: Page, { range: { start, end } }: Finding): string {
  const first = lines[start.line] ?? '';
  return first.slice(start.character, end.line === start.line ? end.character : first.length);
}
