import { brokenHyphenation } from './broken-hyphenation';
import { brokenLine } from './broken-line';
import { DATE_RULES } from './dates';
import { doubleSpace } from './double-space';
import { duplicateParagraph } from './duplicate-paragraph';
import { duplicateWord } from './duplicate-word';
import { footnoteMarker } from './footnote-marker';
import { furniture } from './furniture';
import { htmlEntity } from './html-entity';
import { incompleteArticle } from './incomplete-article';
import { invisibleCharacter } from './invisible-character';
import { leftoverMarkup } from './leftover-markup';
import { missingSpace } from './missing-space';
import { misspeltLabel } from './misspelt-label';
import { mixedLineEndings } from './mixed-line-endings';
import { mojibake } from './mojibake';
import { repeatedPunctuation } from './repeated-punctuation';
import { rubyLeak } from './ruby-leak';
import type { DumpRule, Rule, RuleInfo } from './rule';
import { spaceBeforePunctuation } from './space-before-punctuation';
import { splitOrdinal } from './split-ordinal';
import { unbalancedQuote } from './unbalanced-quote';
import { unreadableText } from './unreadable-text';
import { unusedIgnore } from './unused-ignore';
import { urlRemnant } from './url-remnant';

/** The rules that look at one page at a time. */
export const PAGE_RULES: readonly Rule[] = [
  ...DATE_RULES,
  spaceBeforePunctuation,
  splitOrdinal,
  missingSpace,
  doubleSpace,
  duplicateWord,
  repeatedPunctuation,
  duplicateParagraph,
  brokenLine,
  brokenHyphenation,
  unbalancedQuote,
  incompleteArticle,
  footnoteMarker,
  misspeltLabel,
  htmlEntity,
  invisibleCharacter,
  leftoverMarkup,
  urlRemnant,
  rubyLeak,
  furniture,
];

/** The rules that look at the whole file. */
export const DUMP_RULES: readonly DumpRule[] = [mojibake, unreadableText, mixedLineEndings];

/** Every rule, in the order in which documentation lists them and findings at one place are shown. */
export const RULES: readonly RuleInfo[] = [...PAGE_RULES, ...DUMP_RULES, unusedIgnore];

const byCode: ReadonlyMap<string, RuleInfo> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of a code, if there is one. */
export function ruleOf(code: string): RuleInfo | undefined {
  return byCode.get(code);
}
