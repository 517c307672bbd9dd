import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../core/text/lines';
import type { FiledIgnore } from '../rules/config';
import type { PlacedFinding } from '../rules/diagnose';
import { inOrder } from '../rules/findings';
import { ignoresFor } from '../rules/ignores';
import { mergeSettings, type Settings } from '../rules/settings';
import { unusedIgnoreFinding, unusedIgnores } from '../rules/unusedIgnores';
import type { Configs, LoadedConfig } from './configs';
import type { LintedFile } from './lintFormats';
import type { Subject } from './work/subject';

/** The ignores of a text's settings file that name the text and fit none of its findings. Plain data. */
export interface UnusedIgnores {
  /** A file that the settings are those of. */
  readonly place: string;
  /** Which ones, by their place in the settings file. */
  readonly indexes: readonly number[];
}

/** Looks at the ignores for a text; null where there are none, or where there is more in the file than this text. */
export function unusedIgnoresOf({ unit, dump, config, pathBelow }: Subject): UnusedIgnores | null {
  const { ignores } = config.config;
  if (ignores.length === 0 || unit.part || unit.record) return null;
  const unused = unusedIgnores(dump, ignoresFor(ignores, pathBelow));
  return { place: unit.place, indexes: unused.map(({ index }) => index) };
}

/** The settings files of a run, and which of their ignores fit nothing in the files that were looked at. */
export class IgnoreUse {
  readonly #configs: Configs;
  readonly #unused = new Map<LoadedConfig, Set<FiledIgnore>>();

  constructor(configs: Configs) {
    this.#configs = configs;
  }

  /** Takes note of a text. */
  async add({ place, indexes }: UnusedIgnores): Promise<void> {
    const config = await this.#configs.of(place);
    const { ignores } = config.config;
    const unused = this.#unused.get(config) ?? new Set(ignores.filter((each) => isGone(each, config)));
    this.#unused.set(config, unused);
    for (const ignore of ignores) if (indexes.includes(ignore.index)) unused.add(ignore);
  }

  /** What is to be reported of each settings file. */
  *findings(
    rules: Settings,
  ): Generator<{ readonly file: LintedFile; readonly findings: readonly PlacedFinding[] }> {
    for (const [{ config, file }, unused] of this.#unused) {
      if (file === null || unused.size === 0) continue;
      const settings = mergeSettings(config.settings, rules);
      const findings = [...unused].flatMap(
        (ignore) => unusedIgnoreFinding(ignore, file.text, settings) ?? [],
      );
      const { name, text } = file;
      yield { file: { name, record: null, lines: linesOf(text), firstLine: 0 }, findings: inOrder(findings) };
    }
  }
}

/** Whether an ignore names a file that is not there. */
function isGone({ onlyFile }: FiledIgnore, { folder }: LoadedConfig): boolean {
  return onlyFile !== null && !existsSync(join(folder, onlyFile));
}
