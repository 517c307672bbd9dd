import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Correction } from '../core/corrections';
import { ROLES } from '../core/model/role';
import { compileTemplate, LONGEST_TEMPLATE } from '../core/profiles/compileTemplate';
import { type ConfigItem, fileShape, parseItem } from './configItem';
import { compileGlob, type Glob } from './glob';

/** What a person said of lines, and of which files. */
export interface FiledCorrection {
  readonly correction: Correction;
  /** Null for all files. */
  readonly isMeant: Glob | null;
}

const exactShape = v.pipe(
  v.string(() => l10n.t('“exact” is a text.')),
  v.check(
    (text) => text.trim() !== '',
    () => l10n.t('A line that is quoted has some text.'),
  ),
  v.description('The line’s whole text; white space around it does not count.'),
);

/** The shape of an item of `lines` in a settings file. */
export const lineShape = v.pipe(
  v.strictObject(
    {
      role: v.pipe(
        v.picklist(ROLES, () => l10n.t('A role is one of {0}.', ROLES.join(', '))),
        v.description('What the lines are.'),
      ),
      quote: v.optional(
        v.pipe(
          v.strictObject(
            {
              exact: exactShape,
              prefix: v.optional(
                v.pipe(
                  v.string(() => l10n.t('“prefix” is a text.')),
                  v.description('How the line before it ends, blank ones left out.'),
                ),
              ),
              suffix: v.optional(
                v.pipe(
                  v.string(() => l10n.t('“suffix” is a text.')),
                  v.description('How the line after it begins, blank ones left out.'),
                ),
              ),
            },
            () => l10n.t('A quote has “exact” and, where that is not enough, “prefix” and “suffix”.'),
          ),
          v.description('The line by its text.'),
        ),
      ),
      template: v.optional(
        v.pipe(
          v.string(() => l10n.t('A template is a text.')),
          v.maxLength(LONGEST_TEMPLATE, () =>
            l10n.t('A template has at most {0} characters.', LONGEST_TEMPLATE),
          ),
          v.description('The form of the lines, as in profiles.'),
          v.examples(['Tags: {tags:rest}']),
        ),
      ),
      file: v.optional(fileShape),
    },
    () =>
      l10n.t(
        'An item of “lines” has a “role”, a “quote” or a “template”, perhaps a “file”, and nothing else.',
      ),
  ),
  v.check(
    ({ quote, template }) => (quote === undefined) !== (template === undefined),
    () => l10n.t('A line is told by either a “quote” or a “template”.'),
  ),
  v.metadata({ oneOf: [{ required: ['quote'] }, { required: ['template'] }] }),
);

/** Reads an item of `lines`. */
export function parseLine(value: unknown): ConfigItem<FiledCorrection> {
  const item = parseItem(lineShape, value);
  if (!item.ok) return item;
  const { role, quote, template, file } = item.value;
  const isMeant = file === undefined ? null : compileGlob(file);
  if (quote !== undefined) {
    const { exact, prefix, suffix } = quote;
    const told = {
      exact: exact.trim(),
      prefix: prefix?.trimEnd() ?? null,
      suffix: suffix?.trimStart() ?? null,
    };
    return { ok: true, value: { correction: { role, quote: told }, isMeant } };
  }
  const compiled = compileTemplate(template ?? '');
  if (compiled.ok) return { ok: true, value: { correction: { role, template: compiled.template }, isMeant } };
  return { ok: false, errors: compiled.errors.map((error) => ({ path: ['template'], ...error })) };
}
