import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Dump } from '../core/model/page';
import { type ConfigItem, fileShape, parseItem } from './configItem';
import type { PlacedFinding } from './diagnose';
import { compileGlob, type Glob } from './glob';
import { type Context, comparable, contextAt, contextOf, exactAt, fit } from './quotes';
import { RULES } from './registry';

/** Findings that a person does not want to be told of. */
export interface Ignore {
  readonly rule: string;
  /** Null for all of the rule in the files that are meant. */
  readonly quote: { readonly exact: string; readonly context: Context } | null;
  /** Null for all files. */
  readonly isMeant: Glob | null;
  /** The path of the one file that it names: that file alone tells whether it fits anything. Null for patterns. */
  readonly onlyFile: string | null;
}

/** The shape of an item of `ignores` in a settings file. */
export const ignoreShape = v.pipe(
  v.strictObject(
    {
      rule: v.pipe(
        v.picklist(
          RULES.map(({ code }) => code),
          (issue) => l10n.t('There is no rule {0}.', issue.received),
        ),
        v.description('The rule whose findings are ignored.'),
      ),
      file: v.optional(fileShape),
      quote: v.optional(
        v.pipe(
          v.strictObject(
            {
              exact: v.pipe(
                v.string(() => l10n.t('“exact” is a text.')),
                v.description('The text that is reported.'),
              ),
              prefix: v.optional(
                v.pipe(
                  v.string(() => l10n.t('“prefix” is a text.')),
                  v.description('What stands before it. Spaces and marks do not count.'),
                ),
              ),
              suffix: v.optional(
                v.pipe(
                  v.string(() => l10n.t('“suffix” is a text.')),
                  v.description('What stands behind it. Spaces and marks do not count.'),
                ),
              ),
            },
            () => l10n.t('A quote has “exact” and, where that is not enough, “prefix” and “suffix”.'),
          ),
          v.description('The finding by its text. Without a quote all findings of the rule are ignored.'),
        ),
      ),
    },
    () => l10n.t('An item of “ignores” has a “rule”, a “file” or a “quote” or both, and nothing else.'),
  ),
  v.check(
    ({ file, quote }) => file !== undefined || quote !== undefined,
    () =>
      l10n.t('It needs a “file” or a “quote”. To turn a rule off everywhere, set it to “off” under “rules”.'),
  ),
  v.metadata({ anyOf: [{ required: ['file'] }, { required: ['quote'] }] }),
);

/** Reads an item of `ignores`. */
export function parseIgnore(value: unknown): ConfigItem<Ignore> {
  const item = parseItem(ignoreShape, value);
  if (!item.ok) return item;
  const { rule, file, quote } = item.value;
  return {
    ok: true,
    value: {
      rule,
      quote: quote ? { exact: comparable(quote.exact), context: contextOf(quote) } : null,
      isMeant: file === undefined ? null : compileGlob(file),
      onlyFile: file?.includes('/') && !/[*?]/.test(file) ? file.replace(/^\.?\//, '') : null,
    },
  };
}

/**
 * The ignores that may concern a file.
 * @param path of the file, below the folder of the settings file; null where it has no place there
 */
export function ignoresFor<I extends Ignore>(ignores: readonly I[], path: string | null): readonly I[] {
  return ignores.filter(({ isMeant }) => isMeant === null || (path !== null && isMeant(path)));
}

/**
 * Which findings of a file are ignored, and by what. Where what stands around a quoted text has changed on one side, it
 * is meant all the same if nothing in the file fits wholly.
 */
export function ignoredFindings<I extends Ignore>(
  dump: Dump,
  findings: readonly PlacedFinding[],
  ignores: readonly I[],
): ReadonlyMap<PlacedFinding, I> {
  const ignored = new Map<PlacedFinding, I>();
  const fitting = new Set<I>();
  const partly = new Map<I, PlacedFinding[]>();
  const index = new IgnoreIndex(ignores);
  for (const finding of findings) {
    for (const ignore of index.ofRule(finding)) {
      ignored.set(finding, ignore);
      fitting.add(ignore);
    }
    const quoting = index.ofText(finding, dump);
    if (quoting.length === 0) continue;
    const context = contextAt(dump, finding.range);
    for (const ignore of quoting) {
      const how = fit(context, ignore.quote?.context ?? NO_CONTEXT);
      if (how === 'partly') put(partly, ignore, finding);
      if (how !== 'whole') continue;
      ignored.set(finding, ignore);
      fitting.add(ignore);
    }
  }
  for (const [ignore, found] of partly) {
    if (fitting.has(ignore)) continue;
    for (const finding of found) ignored.set(finding, ignore);
  }
  return ignored;
}

const NO_CONTEXT: Context = { before: '', after: '' };

/** Ignores by rule and by quoted text. */
class IgnoreIndex<I extends Ignore> {
  readonly #whole = new Map<string, I[]>();
  readonly #quoting = new Map<string, I[]>();
  /** The rules that have ignores which quote: of other findings, nobody needs the text. */
  readonly #rules = new Set<string>();

  constructor(ignores: readonly I[]) {
    for (const ignore of ignores) {
      const { rule, quote } = ignore;
      if (quote === null) put(this.#whole, rule, ignore);
      else {
        put(this.#quoting, keyOf(rule, quote.exact), ignore);
        this.#rules.add(rule);
      }
    }
  }

  /** The ignores of all findings of the rule. */
  ofRule({ code }: PlacedFinding): readonly I[] {
    return this.#whole.get(code) ?? [];
  }

  /** The ignores that quote a finding's text. */
  ofText({ code, range }: PlacedFinding, dump: Dump): readonly I[] {
    return this.#rules.has(code) ? (this.#quoting.get(keyOf(code, exactAt(dump, range))) ?? []) : [];
  }
}

function keyOf(rule: string, exact: string): string {
  return `${rule} ${exact}`;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
