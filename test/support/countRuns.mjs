import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { createInstrumenter } from 'istanbul-lib-instrument';

/**
 * Has the server's sources count how often each of their statements and branches runs, in `globalThis.__runs__`.
 * @type {import('esbuild').Plugin}
 */
export const countRuns = {
  name: 'count-runs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'esm' });
      const instrumenter = createInstrumenter({ esModules: true, coverageVariable: '__runs__' });
      return { contents: instrumenter.instrumentSync(code, path), loader: 'js' };
    });
  },
};
