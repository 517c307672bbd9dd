// Runs checks and tests and prints, last, `N passed, N failed`:  node test/run.mjs [STEP ...]
// Quiet where all is well. This is not TypeScript, for it builds what is.

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { globSync } from 'tinyglobby';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Named by what it is about: a command, and whether it prints TAP. One without TAP counts as one test. */
const STEPS = [
  { name: 'build', command: [npm, 'run', 'build'] },
  { name: 'check', command: [npm, 'run', 'check'] },
  {
    name: 'unit',
    // Node.js itself would leave one processor idle: of two it would use one.
    command: [
      process.execPath,
      '--test',
      `--test-concurrency=${availableParallelism()}`,
      '--test-reporter=tap',
      ...unitTests(),
    ],
    tap: true,
  },
  {
    name: 'patterns',
    command: [process.execPath, '--test-reporter=tap', 'out/test/patterns/patterns.js'],
    tap: true,
  },
  { name: 'editor-node', command: [process.execPath, 'out/test/editor/run.js', 'node'], tap: true },
  { name: 'editor-web', command: [process.execPath, 'out/test/editor/run.js', 'web'], tap: true },
  { name: 'package', command: [process.execPath, 'out/test/editor/run.js', 'packaged'], tap: true },
];

/** The bundles of the tests that are there now, whatever else was built before. */
function unitTests() {
  return globSync('test/**/*.test.ts', { ignore: 'test/editor/**' })
    .sort()
    .map((path) => `out/${path.replace(/\.ts$/, '.js')}`);
}

/** @returns {Promise<{ code: number, output: string }>} */
function run([command, ...args]) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** How many tests passed and failed. A step that failed without saying which test did counts as one that failed. */
function count({ tap = false }, { code, output }) {
  if (!tap) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const sum = (word) =>
    [...output.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].reduce(
      (total, [, n]) => total + Number(n),
      0,
    );
  const passed = sum('pass');
  const failed = sum('fail') + sum('cancelled');
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** The output without what passed. */
function troubles(output) {
  return output
    .replace(/^( *)ok .*\n(?:\1 +---\n(?:\1 .*\n)*?\1 +\.\.\.\n)?/gm, '')
    .replace(/^ *(?:# Subtest: .*|\d+\.\.\d+)\n/gm, '')
    .trim();
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !STEPS.some((step) => step.name === name));
if (unknown !== undefined)
  throw new Error(`${unknown} is not one of ${STEPS.map(({ name }) => name).join(', ')}`);

const total = { passed: 0, failed: 0 };
for (const step of STEPS) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const start = performance.now();
  const result = await run(step.command);
  const { passed, failed } = count(step, result);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) console.log(troubles(result.output));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  // Nothing else can be told of what does not build.
  if (step.name === 'build' && failed > 0) break;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
