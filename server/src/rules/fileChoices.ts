import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { type ConfigItem, fileShape, parseItem } from './configItem';
import { compileGlob, type Glob } from './glob';

/** Which profile a person said files are of. */
export interface FileChoice {
  readonly isMeant: Glob;
  /** The id of a profile, or `none`. */
  readonly profile: string;
}

/** The shape of an item of `files` in a settings file. */
export const fileChoiceShape = v.strictObject(
  {
    file: fileShape,
    profile: v.pipe(
      v.string(() => l10n.t('“profile” is the id of a profile, or “none”.')),
      v.description('The id of a profile of this file or of a built-in one; “none” for no profile.'),
      v.examples(['kcna-watch', 'none']),
    ),
  },
  () => l10n.t('An item of “files” has a “file” and a “profile”, and nothing else.'),
);

/** Reads an item of `files`. */
export function parseFileChoice(value: unknown): ConfigItem<FileChoice> {
  const item = parseItem(fileChoiceShape, value);
  if (!item.ok) return item;
  const { file, profile } = item.value;
  return { ok: true, value: { isMeant: compileGlob(file), profile } };
}
