// Runs the suite in an editor:  node out/test/editor/run.js SUBJECT
//   node      the extension of this folder, in a Node extension host
//   web       the same in a Worker, as in a browser
//   packaged  the extension as npm run package makes it and a user installs it

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installExtension } from '../../client/dev/codeServer';
import { ROOT, SAMPLES } from '../../client/dev/paths';
import { npm } from '../../client/dev/processes';
import { makeWorkbench } from '../../client/dev/workbench';
import { look } from './look';
import { runSuite } from './runSuite';

const MEGABYTE = 1_000_000;

const SUBJECTS: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['node', () => runSuite('node', makeWorkbench({ files: SAMPLES }), ROOT)],
  ['web', web],
  ['packaged', packaged],
]);

function web(): Promise<void> {
  // A desktop's arguments say where an extension under development runs, a server's settings do.
  const settings = { 'remote.extensionKind': { 'copydesk.copydesk': ['web'] } };
  return runSuite('web', makeWorkbench({ files: SAMPLES, settings }), ROOT);
}

async function packaged(): Promise<void> {
  const workbench = makeWorkbench({ files: SAMPLES });
  const folder = dirname(workbench.workspace);

  const vsix = join(folder, 'copydesk.vsix');
  await npm(['run', 'package', '--', '--out', vsix], ROOT);
  const { size } = statSync(vsix);
  assert.ok(size < 1.65 * MEGABYTE, `the package has ${size} bytes`);

  await installExtension(vsix, workbench);
  const [installed] = readdirSync(workbench.extensions).filter((name) => name.startsWith('copydesk.'));
  assert.ok(installed, 'the package is installed');
  const files = readdirSync(join(workbench.extensions, installed), { recursive: true }).map(String);
  const strangers = files.filter((path) => /node_modules|\.[cm]?ts$|\.map$|\.vsix$|^test|^out/.test(path));
  assert.deepEqual(strangers, [], 'nothing of development is shipped');

  // An editor runs tests for an extension under development; this one has nothing in it.
  const host = join(folder, 'host');
  mkdirSync(host);
  const manifest = { name: 'host', publisher: 'copydesk-test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(host, 'package.json'), JSON.stringify(manifest));
  await runSuite('node', workbench, host);

  // The suite leaves its traces in the workspace; a new user has none.
  const fresh = makeWorkbench({ files: SAMPLES });
  await installExtension(vsix, fresh);
  await look(fresh);
}

const [name = ''] = process.argv.slice(2);
const subject = SUBJECTS.get(name);
if (subject === undefined) throw new Error(`which of ${[...SUBJECTS.keys()].join(', ')}?`);
subject().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
