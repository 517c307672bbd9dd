import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Ignore } from './ignores';
import { RULES, ruleOf } from './registry';
import { SEVERITIES, type Severity } from './rule';

/** What a person may set about rules. Rules that are not named have their own severity. */
export interface Settings {
  readonly rules: Readonly<Record<string, Severity>>;
  /** What of one file is not to be told of. */
  readonly ignores?: readonly Ignore[];
}

/** Nothing set. */
export const DEFAULT_SETTINGS: Settings = { rules: {} };

/** Something in a settings value that could not be used, and where: the keys to it, from the outermost in. */
export interface SettingsProblem {
  readonly path: readonly string[];
  /** Whether the key is wrong that the path ends in, or its value. */
  readonly about: 'key' | 'value';
  readonly message: string;
}

/** Problems of one file or value that are told: who wrote it has enough to do, and a hostile one may have a million. */
export const MOST_PROBLEMS = 100;

/** Shape of one rule's severity. */
export const severityShape = v.picklist(SEVERITIES, (issue) =>
  l10n.t('A severity is one of {0}; this is {1}.', SEVERITIES.map(quote).join(', '), issue.received),
);

/** Shape of the severities of all rules; JSON schemas are made from it. */
export const rulesShape = v.strictObject(
  Object.fromEntries(
    RULES.map((rule) => [
      rule.code,
      v.optional(v.pipe(severityShape, v.description(`${rule.title}.`)), rule.severity),
    ]),
  ),
);

/**
 * Reads severities of rules from a value of unknown origin: an editor's setting, a part of a settings file. What is
 * right in it counts, whatever else is in it. One problem more than {@link MOST_PROBLEMS} is returned at most.
 */
export function parseSettings(rules: unknown): {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
} {
  if (rules === undefined || rules === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (typeof rules !== 'object' || Array.isArray(rules)) {
    return {
      settings: DEFAULT_SETTINGS,
      problems: [
        { path: [], about: 'value', message: l10n.t('Rules are an object of rule codes and severities.') },
      ],
    };
  }
  const problems: SettingsProblem[] = [];
  const known: [string, Severity][] = [];
  for (const [code, value] of Object.entries(rules)) {
    if (problems.length > MOST_PROBLEMS && !ruleOf(code)) continue;
    const severity = v.safeParse(severityShape, value);
    if (!ruleOf(code)) problems.push({ path: [code], about: 'key', message: unknownRule(code) });
    else if (severity.success) known.push([code, severity.output]);
    else
      problems.push(
        ...severity.issues.map(({ message }) => ({ path: [code], about: 'value' as const, message })),
      );
  }
  return { settings: { rules: Object.fromEntries(known) }, problems };
}

/** How loud a rule is under the settings. */
export function severityOf(settings: Settings, code: string): Severity {
  return settings.rules[code] ?? ruleOf(code)?.severity ?? 'off';
}

/** `base` with everything that `over` sets set over it. */
export function mergeSettings(base: Settings, over: Settings): Settings {
  return { ...base, ...over, rules: { ...base.rules, ...over.rules } };
}

/** What to say of a code that no rule has. */
export function unknownRule(code: string): string {
  return l10n.t('There is no rule “{0}”. Rules are {1}.', code, RULES.map((rule) => rule.code).join(', '));
}

function quote(text: string): string {
  return `“${text}”`;
}
