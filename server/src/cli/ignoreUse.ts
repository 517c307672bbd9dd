import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../core/text/lines';
import type { FiledIgnore } from '../rules/config';
import type { PlacedFinding } from '../rules/diagnose';
import { inOrder } from '../rules/findings';
import { ignoresFor } from '../rules/ignores';
import { mergeSettings, type Settings } from '../rules/settings';
import { unusedIgnoreFinding, unusedIgnores } from '../rules/unusedIgnores';
import type { LoadedConfig } from './configs';
import type { LintedFile } from './lintFormats';
import type { Subject } from './run';

/** The settings files of a run, and which of their ignores fit nothing in the files that were looked at. */
export class IgnoreUse {
  readonly #unused = new Map<LoadedConfig, Set<FiledIgnore>>();

  /** Takes note of a dump. */
  add({ dump, config, pathBelow }: Pick<Subject, 'dump' | 'config' | 'pathBelow'>): void {
    const unused =
      this.#unused.get(config) ?? new Set(config.config.ignores.filter((each) => isGone(each, config)));
    this.#unused.set(config, unused);
    for (const ignore of unusedIgnores(dump, ignoresFor(config.config.ignores, pathBelow)))
      unused.add(ignore);
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
      yield { file: { name: file.name, lines: linesOf(file.text) }, findings: inOrder(findings) };
    }
  }
}

/** Whether an ignore names a file that is not there. */
function isGone({ onlyFile }: FiledIgnore, { folder }: LoadedConfig): boolean {
  return onlyFile !== null && !existsSync(join(folder, onlyFile));
}
