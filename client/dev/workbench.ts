import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeServerFolders } from './codeServer';
import { ROOT } from './paths';

/** An editor's folders, all new and temporary. They go when we end. */
export interface Workbench extends CodeServerFolders {
  readonly workspace: string;
  /**
   * The extension of this project, under development. A link: where the editor itself lies inside the folder of the
   * extension under development, it takes its own colour themes for that extension's and forces the first on the user.
   */
  readonly extension: string;
}

/** Settings of an editor that asks nothing, fetches nothing and changes no file by itself. */
const QUIET = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.commandCenter.enabled': false,
};

/** Prepares an editor's folders; the workspace is a copy of `files`, or empty. */
export function makeWorkbench(
  options: { readonly files?: string; readonly settings?: Readonly<Record<string, unknown>> } = {},
): Workbench {
  // The real path: a workbench reports paths resolved, and macOS's temporary folder is a link.
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'copydesk-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
  const workbench = {
    userData: join(root, 'user'),
    extensions: join(root, 'extensions'),
    workspace: join(root, 'workspace'),
    extension: join(root, 'extension'),
  };
  for (const folder of [workbench.extensions, workbench.workspace]) mkdirSync(folder);
  symlinkSync(ROOT, workbench.extension, 'junction');
  if (options.files !== undefined) cpSync(options.files, workbench.workspace, { recursive: true });
  addSettings(workbench, { ...QUIET, ...options.settings });
  return workbench;
}

/** Writes the user's settings. */
function addSettings({ userData }: CodeServerFolders, settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
}
