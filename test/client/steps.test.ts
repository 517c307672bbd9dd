import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineInArticle, lineInDump } from '../../client/src/scrolling';
import { stepTo } from '../../client/src/steps';

const at = (line: number, character = 0) => ({ line, character });

test('a step goes to the nearest place in its direction, and around', () => {
  const places = [at(9), at(3, 5), at(3, 1)];
  assert.deepEqual(stepTo(places, at(3, 1), 'next'), at(3, 5));
  assert.deepEqual(stepTo(places, at(9), 'next'), at(3, 1));
  assert.deepEqual(stepTo(places, at(9), 'previous'), at(3, 5));
  assert.deepEqual(stepTo(places, at(0), 'previous'), at(9));
  assert.equal(stepTo([], at(0), 'next'), undefined);
});

test('lines of an article and of its dump find each other', () => {
  const lines = [4, 6, 6, 10];
  assert.deepEqual(
    [0, 1, 3, 7].map((line) => lineInDump(lines, line)),
    [4, 6, 10, 10],
  );
  assert.deepEqual(
    [0, 4, 5, 6, 9, 99].map((line) => lineInArticle(lines, line)),
    [0, 0, 0, 2, 2, 3],
  );
  assert.equal(lineInDump([], 3), 0);
  assert.equal(lineInArticle([], 3), 0);
});
