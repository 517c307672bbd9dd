import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedTally } from '../../server/src/cli/work/sharedTally';
import type { FileOrders } from '../../server/src/cli/work/siteTally';

const ASKED = ['a', 'b', 'c', 'd', 'e'];

/** What files show, as far as it matters here. */
const shown = (files: readonly string[]): readonly FileOrders[] =>
  files.map((path) => ({ path, orders: new Map() }));

interface Said {
  readonly shares: [thread: string, files: readonly string[]][];
  readonly told: [thread: string, files: readonly string[]][];
}

function start(): { readonly tally: SharedTally<string>; readonly said: Said } {
  const said: Said = { shares: [], told: [] };
  const tally = new SharedTally<string>(
    ASKED,
    (thread, files) => said.shares.push([thread, files]),
    (thread, orders) => said.told.push([thread, orders.map(({ path }) => path)]),
  );
  return { tally, said };
}

test('each file is read once, by one of the threads, when the first of them asks', () => {
  const { tally, said } = start();
  tally.ask('one', ['one', 'two']);
  tally.ask('two', ['one', 'two', 'three']);
  assert.deepEqual(said.shares, [
    ['one', ['a', 'c', 'e']],
    ['two', ['b', 'd']],
  ]);
  tally.take('two', shown(['b', 'd']));
  assert.deepEqual(said.told, []);
  tally.take('one', shown(['a', 'c', 'e']));
  const all = ['b', 'd', 'a', 'c', 'e'];
  assert.deepEqual(said.told, [
    ['one', all],
    ['two', all],
  ]);
  tally.ask('three', ['one', 'two', 'three']);
  assert.deepEqual(said.told.at(-1), ['three', all]);
  assert.equal(said.shares.length, 2);
});

test('a thread that dies is not waited for, nor told', () => {
  const { tally, said } = start();
  tally.ask('one', ['one', 'two', 'three']);
  tally.ask('two', ['one', 'two', 'three']);
  tally.take('one', shown(['a', 'd']));
  tally.bury('two');
  assert.deepEqual(said.told, []);
  tally.take('three', shown(['c']));
  assert.deepEqual(said.told, [['one', ['a', 'd', 'c']]]);
  tally.bury('one');
  tally.ask('four', ['three', 'four']);
  assert.deepEqual(said.told.at(-1), ['four', ['a', 'd', 'c']]);
});
