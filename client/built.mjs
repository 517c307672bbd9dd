import { build as bundle } from 'esbuild';

/**
 * Puts in place of a module `NAME.built.ts` what it exports when it is run: data that is costly to work out, and the same
 * wherever it is.
 * @type {import('esbuild').Plugin}
 */
export const built = {
  name: 'built',
  setup(build) {
    build.onLoad({ filter: /\.built\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await bundle({
        entryPoints: [path],
        bundle: true,
        format: 'esm',
        write: false,
        logLevel: 'warning',
      });
      const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
      const values = await import(`data:text/javascript;base64,${code}`);
      const contents = Object.entries(values).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: contents.join('\n') };
    });
  },
};
