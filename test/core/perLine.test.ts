import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetLines, perLine } from '../../server/src/core/text/perLine';

test('what was found of a line is remembered until all lines are forgotten', () => {
  const asked: string[] = [];
  const lengthOf = perLine((line) => {
    asked.push(line);
    return { length: line.length };
  });
  const first = lengthOf('a line');
  assert.equal(lengthOf('a line'), first);
  assert.equal(asked.length, 1);
  forgetLines();
  assert.deepEqual(lengthOf('a line'), first);
  assert.equal(asked.length, 2);
});

test('what was found of lines that were asked for long ago is let go', () => {
  let computed = 0;
  const numbered = perLine(() => ({ number: computed++ }));
  numbered('first');
  for (let line = 0; line < 10_000; line++) numbered(`line ${line}`);
  assert.equal(computed, 10_001);
  numbered('line 9999');
  assert.equal(computed, 10_001);
  numbered('first');
  assert.equal(computed, 10_002);
});
