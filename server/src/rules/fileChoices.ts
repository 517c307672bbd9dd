import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { type ConfigItem, fileShape, parseItem } from './configItem';
import { compileGlob, type Glob } from './glob';

/** What a person said of files. */
export interface FileChoice {
  readonly isMeant: Glob;
  /** The id of a profile, or `none`. */
  readonly profile: string | undefined;
  /** Whether they are dumps, whatever their text looks like. */
  readonly isDump: boolean | undefined;
}

/** The shape of an item of `files` in a settings file. */
export const fileChoiceShape = v.strictObject(
  {
    file: fileShape,
    profile: v.optional(
      v.pipe(
        v.string(() => l10n.t('“profile” is the id of a profile, or “none”.')),
        v.description('The id of a profile of this file or of a built-in one; “none” for no profile.'),
        v.examples(['kcna-watch', 'none']),
      ),
    ),
    isDump: v.optional(
      v.pipe(
        v.boolean(() => l10n.t('“isDump” is true or false.')),
        v.description('Whether the files are article dumps, whatever their text looks like.'),
      ),
    ),
  },
  () => l10n.t('An item of “files” has a “file”, a “profile” and “isDump”, and nothing else.'),
);

/** Reads an item of `files`. */
export function parseFileChoice(value: unknown): ConfigItem<FileChoice> {
  const item = parseItem(fileChoiceShape, value);
  if (!item.ok) return item;
  const { file, profile, isDump } = item.value;
  if (profile === undefined && isDump === undefined) {
    return {
      ok: false,
      errors: [
        { path: [], message: l10n.t('This says nothing of the files: it lacks a “profile” or “isDump”.') },
      ],
    };
  }
  return { ok: true, value: { isMeant: compileGlob(file), profile, isDump } };
}
