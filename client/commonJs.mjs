import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** Turns the ES modules of a split build into CommonJS, and deletes the chunks of earlier builds.
 * @type {import('esbuild').Plugin} */
export const commonJs = {
  name: 'common-js',
  setup(build) {
    const { initialOptions } = build;
    const { outdir = '.', minify = false } = initialOptions;
    // Only an inline map can be carried over.
    const sourcemap = initialOptions.sourcemap ? 'inline' : false;
    initialOptions.sourcemap = sourcemap;
    initialOptions.write = false;
    build.onEnd(async ({ outputFiles = [] }) => {
      mkdirSync(outdir, { recursive: true });
      for (const name of readdirSync(outdir)) if (name.startsWith('common-')) rmSync(join(outdir, name));
      await Promise.all(
        outputFiles.map(async ({ path, text, contents }) => {
          if (!path.endsWith('.js')) return writeFileSync(path, contents);
          const { code } = await transform(text, {
            format: 'cjs',
            minify,
            sourcemap,
            sourcefile: path,
            charset: 'utf8',
            // An import that is run later is a `require` then.
            supported: { 'dynamic-import': false },
          });
          writeFileSync(path, code, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
        }),
      );
    });
  },
};
