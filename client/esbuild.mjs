// Builds every bundle. Shipped ones go to dist/, those of development and tests to out/.
//   --production   minified, without source maps, shipped bundles only
//   --watch        rebuilds on change

import { writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { globSync } from 'tinyglobby';
import { countRuns } from '../test/support/countRuns.mjs';
import { built } from './built.mjs';
import { commonJs } from './commonJs.mjs';
import { notices } from './notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  // jsonc-parser's UMD entry cannot be bundled for Node; its ES module can.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  plugins: [built],
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  // In CommonJS these would be undefined. fdir, under tinyglobby, makes a `require` of the first, for which a path will do.
  define: {
    'import.meta.url': '__filename',
    'import.meta.filename': '__filename',
    'import.meta.dirname': '__dirname',
  },
};

/** Node's programs share the code that is common to them, in chunks.
 * @type {import('esbuild').BuildOptions} */
const programs = {
  ...node,
  // Only ES modules can be split. What comes of them is turned into CommonJS, which starts faster (measured: 35 of 250 ms).
  format: 'esm',
  splitting: true,
  chunkNames: 'common-[hash]',
  plugins: [built, commonJs],
};

/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** Programs share large data files in place of holding one each.
 * @type {import('esbuild').BuildOptions} */
const sharing = { outdir: 'dist', loader: { '.data.json': 'copy' }, assetNames: '[name]' };

/** @type {import('esbuild').BuildOptions[]} */
const shipped = [
  {
    ...programs,
    ...sharing,
    entryPoints: {
      extension: 'client/src/extension.ts',
      server: 'server/src/node/main.ts',
      cli: 'server/src/cli/main.ts',
    },
    external: ['vscode'],
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: { 'extension.browser': 'client/src/extension.browser.ts' },
    outdir: 'dist',
    external: ['vscode'],
  },
  {
    ...browser,
    ...sharing,
    format: 'iife',
    entryPoints: { 'server.browser': 'server/src/browser/main.ts' },
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const development = [
  {
    ...node,
    entryPoints: globSync([
      'test/{core,rules,features,protocol,cli,client,patterns,soak}/**/*.ts',
      'test/perf/*.ts',
      'test/*.ts',
      'test/editor/*.ts',
      'client/dev/*.ts',
      'server/training/{train,leftOut,languages,roles}.ts',
    ]),
    outdir: 'out',
    outbase: '.',
    packages: 'external',
  },
  // Led by what of the code runs, and how often.
  {
    ...node,
    entryPoints: ['test/fuzz/main.ts', ...globSync('test/growth/*.test.ts')],
    outdir: 'out',
    outbase: '.',
    packages: 'external',
    plugins: [built, countRuns],
  },
  // The suite that runs inside an editor, once for each kind of extension host.
  ...Object.entries({ node, web: browser }).map(([kind, options]) => ({
    ...options,
    format: /** @type {const} */ ('cjs'),
    entryPoints: { [`test/editor/${kind}/index`]: 'test/editor/suite/index.ts' },
    outdir: 'out',
    external: ['vscode'],
    define: { HOST: JSON.stringify(kind) },
  })),
];

if (watch) {
  for (const each of [...shipped, ...development]) await (await context(each)).watch();
} else {
  const [bundles] = await Promise.all([
    Promise.all(shipped.map((each) => build(each))),
    ...(production ? [] : development.map((each) => build(each))),
  ]);
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  writeFileSync('dist/licenses.txt', notices(inputs));
}
