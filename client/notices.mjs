import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of all packages that are part of bundles, each with its text, as these licences ask.
 * @param {Iterable<string>} inputs files that went into the bundles, from the root of the project
 * @returns {string}
 */
export function notices(inputs) {
  const folders = new Set(
    [...inputs].flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...folders]
    .map((folder) => {
      const { name, version, license, author } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
      // A package may name a licence and bring no text of it; who grants it is told then.
      const text = file ? readFileSync(join(folder, file), 'utf8') : `Copyright ${author?.name ?? author}`;
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    })
    .sort()
    .join(`\n${'-'.repeat(78)}\n\n`);
}
