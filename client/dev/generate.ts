// Writes the generated files, from the project's root:
//   --check   writes nothing and fails where one is not what would be written

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GENERATED_FILES } from './generated';

const check = process.argv.includes('--check');

for (const [path, make] of GENERATED_FILES) {
  const text = make();
  if (current(path) === text) continue;
  if (check) {
    console.error(`${path} is stale: npm run generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
}

function current(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
