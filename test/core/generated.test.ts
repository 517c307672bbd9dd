import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { GENERATED_FILES } from '../../client/dev/generated';

suite('generated files', () => {
  for (const [path, make] of GENERATED_FILES) {
    test(`${path} is what npm run generate writes`, () => {
      assert.equal(readFileSync(path, 'utf8'), make());
    });
  }
});
