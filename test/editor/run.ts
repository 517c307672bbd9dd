// Runs the suite on the extension as it is in this folder:  node out/test/editor/run.js node|web

import { ROOT, SAMPLES } from '../../client/dev/paths';
import { makeWorkbench } from '../../client/dev/workbench';
import { runSuite } from './runSuite';

const [kind] = process.argv.slice(2);
if (kind !== 'node' && kind !== 'web') throw new Error('which host: node or web?');

// A desktop's arguments say where an extension under development runs, a server's settings do.
const settings = kind === 'web' ? { 'remote.extensionKind': { 'copydesk.copydesk': ['web'] } } : {};

runSuite(kind, makeWorkbench({ files: SAMPLES, settings }), ROOT).then(
  () => process.exit(0),
  () => process.exit(1),
);
