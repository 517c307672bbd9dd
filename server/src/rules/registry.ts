import { DATE_RULES } from './dates';
import { furniture } from './furniture';
import type { Rule } from './rule';
import { spaceBeforePunctuation } from './space-before-punctuation';
import { splitOrdinal } from './split-ordinal';

/** Every rule, in the order in which documentation lists them and findings at one place are shown. */
export const RULES: readonly Rule[] = [...DATE_RULES, spaceBeforePunctuation, splitOrdinal, furniture];

const byCode: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of a code, if there is one. */
export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
