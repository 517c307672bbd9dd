import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { ProfileError } from '../core/profiles/profileFile';
import { LONGEST_GLOB } from './glob';

/** An item of a list in a settings file, or what is wrong with it: paths begin at the item. */
export type ConfigItem<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly ProfileError[] };

/** What `file` says in an item. */
export const fileShape = v.pipe(
  v.string(() => l10n.t('“file” is a text.')),
  v.minLength(1, () => l10n.t('An empty pattern fits no file.')),
  v.maxLength(LONGEST_GLOB, () => l10n.t('A pattern has at most {0} characters.', LONGEST_GLOB)),
  v.description(
    'The files that are meant, below the folder of this file: * and ? for characters of a name, ** for any folders. A pattern without / means files of that name in every folder.',
  ),
  v.examples(['raw/2025/**', '000_*.txt']),
);

/** Reads an item by its shape. */
export function parseItem<Shape extends v.GenericSchema>(
  shape: Shape,
  value: unknown,
): ConfigItem<v.InferOutput<Shape>> {
  const result = v.safeParse(shape, value);
  if (result.success) return { ok: true, value: result.output };
  return {
    ok: false,
    errors: result.issues.map((issue) => ({ path: pathOf(issue), message: issue.message })),
  };
}

function pathOf({ path }: v.BaseIssue<unknown>): readonly (string | number)[] {
  return (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
