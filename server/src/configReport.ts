import { pathBelow } from './configFiles';
import type { Config } from './rules/config';
import { parseConfig } from './rules/config';
import type { PlacedFinding } from './rules/diagnose';
import { ignoresFor } from './rules/ignores';
import { unusedIgnoreFinding, unusedIgnores } from './rules/unusedIgnores';
import type { Workspace } from './workspace';

/** What is wrong with a settings file that is open: in itself, and in view of the dumps that are open. */
export interface ConfigReport {
  readonly version: number;
  readonly problems: Config['problems'];
  /** Ignores that fit nothing in the open dump that they name. */
  readonly unused: readonly PlacedFinding[];
}

/** Looks at a settings file as it is in the editor; null where it is not open. */
export async function configReport(workspace: Workspace, uri: string): Promise<ConfigReport | null> {
  const document = workspace.documents.get(uri);
  if (document === undefined) return null;
  const { version } = document;
  const text = document.getText();
  const config = parseConfig(text);
  const unused: PlacedFinding[] = [];
  for (const dumpUri of config.ignores.length === 0 ? [] : workspace.documents.keys()) {
    const analysis = await workspace.analysis(dumpUri);
    if (!analysis?.dump.isDump || analysis.settings.configFile?.uri !== uri) continue;
    const ignores = unusedIgnores(analysis.dump, ignoresFor(config.ignores, pathBelow({ uri }, dumpUri)));
    unused.push(
      ...ignores.flatMap((ignore) => unusedIgnoreFinding(ignore, text, analysis.settings.rules) ?? []),
    );
  }
  return { version, problems: config.problems, unused };
}
