import { readFile } from 'node:fs/promises';
import { createInstrumenter } from 'istanbul-lib-instrument';

/**
 * Has the server's sources count how often each of their statements and branches runs, in `globalThis.__runs__`.
 * @type {import('esbuild').Plugin}
 */
export const countRuns = {
  name: 'count-runs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const instrumenter = createInstrumenter({
        esModules: true,
        coverageVariable: '__runs__',
        parserPlugins: ['typescript'],
      });
      return { contents: instrumenter.instrumentSync(await readFile(path, 'utf8'), path), loader: 'ts' };
    });
  },
};
