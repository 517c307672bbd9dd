// Opens a folder of dumps in a VS Code that runs this extension:  npm start [-- FOLDER]
// Without a folder, a copy of the sample workspace. Desktop VS Code where there is one, else code-server.

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { startCodeServer } from './codeServer';
import { ROOT, SAMPLES } from './paths';
import { onPath, run } from './processes';
import { makeWorkbench } from './workbench';

async function main(): Promise<void> {
  const [chosen] = process.argv.slice(2);
  const workbench = makeWorkbench(chosen === undefined ? { files: SAMPLES } : {});
  const folder = chosen === undefined ? workbench.workspace : resolve(chosen);
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  const dump = firstDump(folder);

  const desktop = process.env['VSCODE_PATH'] ?? onPath('code');
  if (desktop !== undefined) {
    console.log(`Opening ${folder} in VS Code. This ends when its window is closed.`);
    const file = dump === undefined ? [] : [dump];
    await run(desktop, [...DESKTOP, `--user-data-dir=${workbench.userData}`, folder, ...file]);
    return;
  }

  const server = await startCodeServer(workbench, () => {});
  const address = server.address(folder, [
    ['extensionDevelopmentPath', server.remote(workbench.extension)],
    ['skipWelcome', 'true'],
    ...(dump === undefined ? [] : [['openFile', server.remote(dump)] as const]),
  ]);
  console.log(`${folder} is open at\n\n  ${address}\n\nEnd it with Ctrl+C.`);
  showInBrowser(address);
}

const DESKTOP = [
  '--wait',
  '--new-window',
  '--disable-workspace-trust',
  '--skip-welcome',
  '--skip-release-notes',
  `--extensionDevelopmentPath=${ROOT}`,
];

function firstDump(folder: string): string | undefined {
  const patterns = ['**/dumps/**/*.txt', '**/*.dump', '**/*.txt'];
  const options = { cwd: folder, deep: 3, ignore: ['**/node_modules/**'] };
  for (const pattern of patterns) {
    const [first] = globSync(pattern, options).sort();
    if (first !== undefined) return join(folder, first);
  }
  return undefined;
}

/** Opens the address in the user's browser. Where there is none, the address that was printed must do. */
function showInBrowser(address: string): void {
  const [command, ...args] = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  }[String(process.platform)] ?? ['xdg-open', address];
  if (command === undefined) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
