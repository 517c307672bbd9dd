import { chmodSync, existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ROOT } from '../../client/dev/paths';
import { onPath } from '../../client/dev/processes';
import type { Workbench } from '../../client/dev/workbench';

/** The extension host that the suite runs in: a process of Node's, or a Worker as in a browser. */
export type HostKind = 'node' | 'web';

/**
 * Runs the suite in an editor: desktop VS Code where there is one (`VSCODE_PATH` or `code`), else code-server.
 * Prints its TAP; rejects where a test fails.
 */
export async function runSuite(kind: HostKind, workbench: Workbench, extension: string): Promise<void> {
  await runTests({
    vscodeExecutablePath: desktop() ?? launcher(workbench),
    extensionDevelopmentPath: extension,
    extensionTestsPath: resolve(ROOT, 'out/test/editor', kind, 'index.js'),
    launchArgs: [
      workbench.workspace,
      `--user-data-dir=${workbench.userData}`,
      `--extensions-dir=${workbench.extensions}`,
      ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
}

/** VS Code itself, not the script on the PATH that starts it and ends at once. */
function desktop(): string | undefined {
  const chosen = process.env['VSCODE_PATH'];
  if (chosen !== undefined) return chosen;
  const { platform, env } = process;
  if (platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined) {
    return undefined;
  }
  const script = onPath('code');
  if (script === undefined) return undefined;
  const program = { darwin: '../../../MacOS/Electron', win32: '../Code.exe' }[String(platform)] ?? '../code';
  const path = resolve(dirname(realpathSync(script)), program);
  return existsSync(path) ? path : undefined;
}

/** A program that takes VS Code's arguments and runs them in code-server. */
function launcher(workbench: Workbench): string {
  const script = resolve(ROOT, 'out/client/dev/vscodeLauncher.js');
  const windows = process.platform === 'win32';
  const path = join(dirname(workbench.workspace), windows ? 'code.cmd' : 'code');
  writeFileSync(
    path,
    windows
      ? `@"${process.execPath}" "${script}" %*\r\n`
      : `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`,
  );
  chmodSync(path, 0o755);
  return path;
}
